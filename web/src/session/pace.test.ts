import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createPace } from './pace.ts'

const act = vi.fn<() => void>()

beforeEach(() => {
  vi.useFakeTimers()
  act.mockClear()
})
afterEach(() => {
  vi.useRealTimers()
})

test('a change by itself is shown within a quarter of a second, and once', () => {
  const { ask } = createPace(act)
  ask()
  ask()
  expect(act).not.toHaveBeenCalled()
  vi.advanceTimersByTime(250)
  expect(act).toHaveBeenCalledTimes(1)
  vi.advanceTimersByTime(10_000)
  expect(act).toHaveBeenCalledTimes(1)
})

test('twenty changes a second for ten seconds are read once a second, and the last one is not missed', () => {
  const { ask } = createPace(act)
  for (let change = 0; change < 200; change++) {
    ask()
    vi.advanceTimersByTime(50)
  }
  expect(act).toHaveBeenCalledTimes(10)
  vi.advanceTimersByTime(1_000)
  expect(act).toHaveBeenCalledTimes(11)
})

test('what was asked for is not done any more once it was stopped', () => {
  const pace = createPace(act)
  pace.ask()
  pace.stop()
  vi.advanceTimersByTime(10_000)
  expect(act).not.toHaveBeenCalled()
})
