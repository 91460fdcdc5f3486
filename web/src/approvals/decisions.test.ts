import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ApiError, Unreachable } from '../api.ts'
import { createDecisions } from './decisions.ts'
import type { Verdict } from './decisions.ts'
import type { Row } from './row.ts'

const person = (id: string) => ({ id, status: 'PENDING' }) as Row
const approve: Verdict = { to: 'APPROVED' }

/** A server that notes what reaches it, and answers when it is told to. */
function givenServer(answer: (id: string, attempt: number) => Row | Error = person) {
  const sent: string[] = []
  const keys: string[] = []
  let inFlight = 0
  let most = 0
  const send = async (row: Row, _verdict: Verdict, { key }: { key: string }) => {
    sent.push(row.id)
    keys.push(key)
    most = Math.max(most, ++inFlight)
    await new Promise((done) => setTimeout(done, 10))
    inFlight -= 1
    const answered = answer(row.id, sent.filter((id) => id === row.id).length)
    if (answered instanceof Error) throw answered
    return answered
  }
  const onSettled = vi.fn<() => void>()
  return { sent, keys, most: () => most, onSettled, decisions: createDecisions({ send, onSettled }) }
}

const refusal = (status: number) =>
  new ApiError({ type: '', title: '', status, detail: 'no', code: 'BUDGET_EXHAUSTED' }, 1)

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('a decision leaves after five seconds, oldest first, and says what became of each', async () => {
  const { decisions, sent, onSettled } = givenServer((id) => (id === 'b' ? refusal(409) : person(id)))
  decisions.decide(approve, [person('c'), person('a'), person('b')])
  await vi.advanceTimersByTimeAsync(4_900)
  expect(sent).toEqual([])

  await vi.advanceTimersByTimeAsync(1_000)
  expect(sent).toEqual(['a', 'b', 'c'])
  const { decided, run } = decisions.get()
  expect([...decided.values()].map(({ row, outcome }) => [row.id, outcome.step])).toEqual([
    ['a', 'done'],
    ['b', 'refused'],
    ['c', 'done'],
  ])
  expect(run).toMatchObject({ total: 3, settled: 3, done: 2 })
  expect(onSettled).toHaveBeenCalledTimes(1)
})

test('undo in time: nothing was sent', async () => {
  const { decisions, sent } = givenServer()
  decisions.decide(approve, [person('a')])
  expect(decisions.undo()?.rows).toHaveLength(1)
  await vi.advanceTimersByTimeAsync(20_000)
  expect(sent).toEqual([])
  expect(decisions.get().decided.size).toBe(0)
})

test('a second decision sends the first at once; deciding twice on one person does it once', async () => {
  const { decisions, sent } = givenServer()
  decisions.decide(approve, [person('a')])
  decisions.decide({ to: 'REJECTED' }, [person('a'), person('b')])
  expect(sent).toEqual(['a'])
  await vi.advanceTimersByTimeAsync(10_000)
  expect(sent).toEqual(['a', 'b'])
})

test('six at a time, and leaving sends all the rest at once', async () => {
  const { decisions, sent, most } = givenServer()
  decisions.decide(
    approve,
    Array.from({ length: 20 }, (_, index) => person(String(100 + index))),
  )
  decisions.flush()
  await vi.advanceTimersByTimeAsync(15)
  expect(most()).toBe(6)
  decisions.leave()
  expect(sent).toHaveLength(20)
})

test('cancelling sends no more; those not sent are pending and undecided', async () => {
  const { decisions, sent, onSettled } = givenServer()
  decisions.decide(
    approve,
    Array.from({ length: 20 }, (_, index) => person(String(100 + index))),
  )
  decisions.flush()
  decisions.cancel()
  await vi.advanceTimersByTimeAsync(1_000)
  expect(sent).toHaveLength(6)
  expect(decisions.get().run).toMatchObject({ total: 6, settled: 6, unsent: 14 })
  expect(decisions.get().decided.size).toBe(6)
  expect(onSettled).toHaveBeenCalledTimes(1)
})

test('a lost answer is asked for again under the same key, and is unknown in the end', async () => {
  const { decisions, sent, keys } = givenServer(() => new Unreachable())
  decisions.decide(approve, [person('a')])
  decisions.flush()
  await vi.advanceTimersByTimeAsync(20_000)
  expect(sent).toEqual(['a', 'a', 'a'])
  expect(new Set(keys).size).toBe(1)
  expect(decisions.get().decided.get('a')?.outcome).toEqual({ step: 'unknown' })
})

test('a busy server is given the time it asks for', async () => {
  const { decisions, sent } = givenServer((id, attempt) => (attempt === 1 ? refusal(429) : person(id)))
  decisions.decide(approve, [person('a')])
  decisions.flush()
  await vi.advanceTimersByTimeAsync(500)
  expect(sent).toEqual(['a'])
  await vi.advanceTimersByTimeAsync(2_000)
  expect(decisions.get().decided.get('a')?.outcome.step).toBe('done')
})
