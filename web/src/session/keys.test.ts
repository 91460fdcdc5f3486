import { describe, expect, test } from 'vitest'
import { CHORD_MS, actionOf, createKeyReader, keyTable } from './keys.ts'
import type { Pressed } from './keys.ts'

const press = (key: string, held: Partial<Pressed> = {}): Pressed => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
})
const withCtrl = { ctrlKey: true }
const withCommand = { metaKey: true }
const withShift = { shiftKey: true }

/** Presses one key after the other, a tenth of a second apart. */
function read(keys: (string | Pressed)[], { hasLetters = true, apartMs = 100 } = {}) {
  const reader = createKeyReader()
  return keys.map((key, index) => reader(typeof key === 'string' ? press(key) : key, hasLetters, index * apartMs))
}

describe('keys anywhere', () => {
  test.each([
    ['e', 'events'],
    ['o', 'overview'],
    ['a', 'approvals'],
    ['s', 'options'],
    ['b', 'budget'],
  ])('G and then %s leads to %s', (letter, place) => {
    expect(read(['g', letter])).toEqual(['taken', place])
    expect(read(['G', letter.toUpperCase()])).toEqual(['taken', place])
  })

  test('after G every letter is navigation’s, also one that leads nowhere, so that none decides anything', () => {
    for (const letter of ['x', 'j', 'k', 'r', 'n', '?', '/', '7'])
      expect(read(['g', letter])).toEqual(['taken', 'taken'])
    expect(read(['g', press('X', withShift)])).toEqual(['taken', 'taken'])
  })

  test('the letter after that is the page’s again', () => {
    expect(read(['g', 'a', 'a'])).toEqual(['taken', 'approvals', undefined])
    expect(read(['g', 'x', 'n'])).toEqual(['taken', 'taken', 'newEvent'])
  })

  test('G waits for its letter, and no longer', () => {
    expect(read(['g', 'a'], { apartMs: CHORD_MS - 1 })).toEqual(['taken', 'approvals'])
    expect(read(['g', 'a'], { apartMs: CHORD_MS })).toEqual(['taken', undefined])
  })

  test('a second G begins anew, and another key ends it', () => {
    expect(read(['g', 'g', 'e'])).toEqual(['taken', 'taken', 'events'])
    expect(read(['g', 'ArrowDown', 'a'])).toEqual(['taken', undefined, undefined])
    expect(read(['g', 'Escape', 'a'])).toEqual(['taken', 'close', undefined])
  })

  test('Shift alone is not a key yet', () => {
    expect(read(['g', 'Shift', press('E', withShift)])).toEqual(['taken', undefined, 'taken'])
    expect(read(['Shift', press('?', withShift)])).toEqual([undefined, 'showKeys'])
  })

  test('what is pressed with Ctrl, ⌘ or Alt is another key', () => {
    expect(read([press('k', withCtrl), press('K', withCommand), 'k'])).toEqual(['find', 'find', undefined])
    expect(read([press('n', withCtrl), press('n', { altKey: true }), press('N', withShift)])).toEqual(
      Array(3).fill(undefined),
    )
    expect(read([press('g', withCtrl), 'e'])).toEqual([undefined, undefined])
    expect(read(['g', press('e', withCtrl)])).toEqual(['taken', undefined])
  })

  test('with letters switched off none of them acts; Ctrl K and Escape do', () => {
    const keys = ['g', 'e', 'n', '?', press('k', withCtrl), 'Escape']
    expect(read(keys, { hasLetters: false })).toEqual([undefined, undefined, undefined, undefined, 'find', 'close'])
  })
})

describe('keys of the approvals', () => {
  test.each([
    ['j', {}, 'moveDown'],
    ['ArrowUp', {}, 'moveUp'],
    ['x', {}, 'toggle'],
    ['X', withShift, 'toggleTo'],
    ['A', {}, 'approve'],
    ['a', withCommand, 'chooseAll'],
    ['Enter', withCtrl, 'approveChosen'],
    ['/', withShift, 'filter'],
    ['Enter', {}, undefined],
    ['a', { ...withCtrl, ...withShift }, undefined],
    ['a', { altKey: true }, undefined],
    ['q', {}, undefined],
  ])('%s with %o does %s', (key, held, does) => {
    expect(actionOf('approvals', press(key, held), true)).toBe(does)
  })

  test('with letters switched off arrows and keys with Ctrl still act', () => {
    const does = (key: string, held = {}) => actionOf('approvals', press(key, held), false)
    expect([does('a'), does('X', withShift), does('/')]).toEqual(Array(3).fill(undefined))
    expect([does('ArrowDown'), does('z', withCtrl), does('Escape')]).toEqual(['moveDown', 'undo', 'close'])
  })
})

test('in no place does a key do two things, and no page takes one that acts anywhere', () => {
  const anywhere = keyTable.anywhere.flatMap(({ keys }): string[] => [...keys]).filter((key) => key !== 'Escape')
  const approvals = keyTable.approvals.flatMap(({ keys }): string[] => [...keys])
  for (const keys of [anywhere, approvals]) expect(new Set(keys).size).toBe(keys.length)
  expect(approvals.filter((key) => anywhere.includes(key) || key === 'g')).toEqual([])
})
