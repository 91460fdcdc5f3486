import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createTyping } from './typing.ts'
import type { Typed } from './typing.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function given() {
  const told: Typed[] = []
  const typing = createTyping((typed) => told.push(typed))
  return { told, typing, scan: (text: string) => [...text].forEach((key) => typing.press(key)) }
}

test('a scanner types a code and Enter', () => {
  const { told, typing, scan } = given()
  scan('U7QM2D2FXR4TK7QM')
  typing.press('Enter')
  vi.advanceTimersByTime(1_000)
  expect(told).toEqual([{ kind: 'scan', text: 'U7QM2D2FXR4TK7QM' }])
})

test('a key that stays alone is a person’s', () => {
  const { told, typing } = given()
  for (const key of ['u', '/', 'x']) {
    typing.press(key)
    vi.advanceTimersByTime(200)
  }
  typing.press('Enter')
  expect(told.map(({ kind }) => kind)).toEqual(['undo', 'find', 'next'])
})

test('what somebody types slowly into nothing is never a code', () => {
  const { told, typing } = given()
  for (const key of 'HELLOWORLD') {
    typing.press(key)
    vi.advanceTimersByTime(200)
  }
  expect(told).toEqual([])
})

test('keys that write nothing are left alone, and so is a blank that presses a button', () => {
  const { typing } = given()
  expect(typing.press('Tab')).toBe(false)
  expect(typing.press(' ')).toBe(false)
})
