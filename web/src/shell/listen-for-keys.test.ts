import { expect, test } from 'vitest'
import { actionOf } from '../session/keys.ts'
import type { Pressed } from '../session/keys.ts'
import { listenForKeys } from './listen-for-keys.ts'
import type { Focus } from './listen-for-keys.ts'

/** A window with the frame's keys and, after them, those of the approvals. */
function givenWindow() {
  const window = new EventTarget()
  const state = { focus: 'page' as Focus, hasLetters: true, now: 0 }
  const frame: string[] = []
  const page: string[] = []
  const end = listenForKeys(window, {
    focusOf: () => state.focus,
    hasLetters: () => state.hasLetters,
    now: () => (state.now += 100),
    act: (action) => frame.push(action),
  })
  window.addEventListener('keydown', (event) => {
    const does = actionOf('approvals', event as Event & Pressed, state.hasLetters)
    if (!event.defaultPrevented && does !== undefined) page.push(does)
  })
  const press = (...keys: string[]) => {
    for (const key of keys) {
      const held = { ctrlKey: key.startsWith('Ctrl '), metaKey: false, altKey: false, shiftKey: false }
      const event = new Event('keydown', { cancelable: true })
      window.dispatchEvent(Object.assign(event, { key: key.replace('Ctrl ', ''), isComposing: false, ...held }))
    }
  }
  return { press, frame, page, state, end }
}

test('after G the next letter goes to a place, and nobody is approved by it', () => {
  const { press, frame, page } = givenWindow()
  press('g', 'a', 'g', 's', 'g', 'e')
  expect(frame).toEqual(['approvals', 'options', 'events'])
  press('g', 'x', 'g', 'j', 'g', 'r')
  expect(page).toEqual([])
  press('a', 'x')
  expect(page).toEqual(['approve', 'toggle'])
})

test('while somebody types, letters are theirs; Ctrl K still finds', () => {
  const { press, frame, state } = givenWindow()
  state.focus = 'field'
  press('g', 'e', 'n', '?', 'Ctrl k')
  expect(frame).toEqual(['find'])
})

test('what is open above the page has all keys for itself', () => {
  const { press, frame, state } = givenWindow()
  state.focus = 'above'
  press('g', 'e', 'n', '?', 'Ctrl k', 'Escape')
  expect(frame).toEqual([])
})

test('with letters switched off none acts, and Escape is the page’s', () => {
  const { press, frame, page, state } = givenWindow()
  state.hasLetters = false
  press('g', 'a', 'n', '?', 'Escape')
  expect(frame).toEqual([])
  expect(page).toEqual(['close'])
})

test('once it ends it listens no more', () => {
  const { press, frame, end } = givenWindow()
  end()
  press('n')
  expect(frame).toEqual([])
})
