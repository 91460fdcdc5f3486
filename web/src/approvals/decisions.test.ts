import type { LiveJob } from '@allot/contract'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ApiError, Unreachable } from '../api.ts'
import { answerOfBatch, answerOfOne } from './answers.ts'
import type { Answer } from './answers.ts'
import { plainTerms } from './batch.ts'
import type { BatchRow } from './batch.ts'
import { createDecisions } from './decisions.ts'
import type { Decision, Send } from './decisions.ts'
import type { Row } from './row.ts'

const person = (id: string) => ({ id, status: 'PENDING' }) as Row
const people = (...ids: string[]) => ids.map(person)
const idsOf = (rows: readonly Row[]) => rows.map(({ id }) => id).join('')

const one = (id: string): Decision => ({ verdict: { to: 'APPROVED' }, rows: [person(id)] })
const many = (rows: readonly Row[], refused: string[] = []): Decision => ({
  verdict: { to: 'APPROVED' },
  rows,
  batch: {
    input: { action: 'approve', registration_ids: rows.map(({ id }) => id) },
    tried: { terms: plainTerms, fitting: rows.length - refused.length, refused: new Set(refused) },
  },
})

/** A server that notes what reaches it, and answers after a moment. */
function givenServer(answer: (decision: Decision, attempt: number) => Answer | Error) {
  const sent: string[] = []
  const keys: string[] = []
  const send: Send = async (decision, key) => {
    sent.push(idsOf(decision.rows))
    keys.push(key)
    await new Promise((done) => setTimeout(done, 10))
    const answered = answer(decision, sent.filter((ids) => ids === idsOf(decision.rows)).length)
    if (answered instanceof Error) throw answered
    return answered
  }
  const onSettled = vi.fn<() => void>()
  return { sent, keys, onSettled, decisions: createDecisions({ send, onSettled }) }
}

const approveAll = ({ rows }: Decision): Answer =>
  answerOfBatch(
    rows.map(({ id }) => ({ registration_id: id, outcome: 'APPROVED', status: 'APPROVED' }) as BatchRow),
    rows,
  )
const refusal = (status: number) =>
  new ApiError({ type: '', title: '', status, detail: 'no', code: 'BUDGET_EXHAUSTED' }, 1)

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const stepsOf = (decisions: ReturnType<typeof createDecisions>) =>
  Object.fromEntries([...decisions.get().decided].map(([id, { outcome }]) => [id, outcome.step]))

test('a batch leaves after five seconds as one, and says what became of each', async () => {
  const { decisions, sent, onSettled } = givenServer(({ rows }) =>
    answerOfBatch(
      rows.map(
        ({ id }) =>
          ({
            registration_id: id,
            outcome: id === 'b' ? 'REFUSED' : 'APPROVED',
            status: 'APPROVED',
            code: 'SLOT_CONFLICT',
            conflicts: [],
          }) as unknown as BatchRow,
      ),
      rows,
    ),
  )
  decisions.decide(many(people('a', 'b', 'c'), ['b']))
  // Whoever does not fit is not told to be on the way.
  expect(stepsOf(decisions)).toEqual({ a: 'held', c: 'held' })
  await vi.advanceTimersByTimeAsync(4_900)
  expect(sent).toEqual([])

  await vi.advanceTimersByTimeAsync(1_000)
  expect(sent).toEqual(['abc'])
  expect(stepsOf(decisions)).toEqual({ a: 'done', b: 'refused', c: 'done' })
  expect(decisions.get().run).toMatchObject({
    total: 3,
    settled: 3,
    done: 2,
    isRunning: false,
    refusals: [{ code: 'SLOT_CONFLICT', count: 1 }],
  })
  expect(onSettled).toHaveBeenCalledTimes(1)
})

test('undo in time takes all of a batch back: nothing was sent', async () => {
  const { decisions, sent } = givenServer(approveAll)
  decisions.decide(many(people('a', 'b')))
  decisions.undo()
  await vi.advanceTimersByTimeAsync(20_000)
  expect(sent).toEqual([])
  expect(decisions.get()).toMatchObject({ held: undefined, run: undefined })
  expect(decisions.get().decided.size).toBe(0)
})

test('a batch that would come out otherwise is kept to be looked at again, and counts as nothing sent', async () => {
  const { decisions, onSettled } = givenServer(() => ({ kind: 'changed' }))
  const decision = many(people('a', 'b'))
  decisions.decide(decision)
  decisions.flush()
  await vi.advanceTimersByTimeAsync(100)
  const { changed, run, decided } = decisions.get()
  expect(changed).toMatchObject({ rows: decision.rows, batch: { tried: { fitting: 2 } } })
  expect([run, decided.size, onSettled.mock.calls.length]).toEqual([undefined, 0, 1])
  decisions.seeChange()
  expect(decisions.get().changed).toBeUndefined()
})

test('a second decision sends the first at once; deciding twice on one person does it once', async () => {
  const { decisions, sent } = givenServer(approveAll)
  decisions.decide(one('a'))
  decisions.decide({ ...many(people('a', 'b')), verdict: { to: 'REJECTED' } })
  expect(sent).toEqual(['a'])
  await vi.advanceTimersByTimeAsync(10_000)
  expect(sent).toEqual(['a', 'b'])
  expect(decisions.get().run).toMatchObject({ total: 1 })
})

test('a job says how far it is; whoever it did not come to stays as they are', async () => {
  const { decisions } = givenServer(approveAll)
  let stop = () => {}
  const sending = createDecisions({
    onSettled: () => {},
    send: (decision, _key, onJob) => {
      onJob({ id: 'job', event_id: '', status: 'RUNNING', dry_run: false, total: 3, done: 1, changed: 1, refused: 0 })
      const some = decision.rows.slice(0, 1)
      return new Promise((resolve) => {
        stop = () => resolve(approveAll({ ...decision, rows: some }))
      })
    },
  })
  sending.decide(many(people('a', 'b', 'c')))
  sending.flush()
  await vi.advanceTimersByTimeAsync(100)
  expect(sending.get().run).toMatchObject({ total: 3, settled: 1, done: 1, isRunning: true, jobIds: ['job'] })
  stop()
  await vi.advanceTimersByTimeAsync(100)
  expect(stepsOf(sending)).toEqual({ a: 'done' })
  expect(sending.get().run).toMatchObject({ isRunning: false, jobIds: [] })
  decisions.flush()
})

test('a job begun before the page was opened is followed once, to its end', async () => {
  const { decisions, onSettled } = givenServer(approveAll)
  const follow = vi.fn<() => Promise<Answer>>(async () => answerOfOne(person('a')))
  const job = { id: 'job', total: 3, done: 1, changed: 1 } as LiveJob
  const both = [1, 2].map(() => decisions.resume(job, { to: 'APPROVED' }, follow))
  expect(decisions.get().run).toMatchObject({ total: 3, settled: 1, isRunning: true, jobIds: ['job'] })
  await Promise.all(both)
  expect(follow).toHaveBeenCalledTimes(1)
  expect(onSettled).toHaveBeenCalledTimes(1)
  expect(decisions.get().run).toMatchObject({ total: 1, done: 1, isRunning: false })
})

test('a refusal of all of it is the answer of each', async () => {
  const { decisions } = givenServer(() => refusal(409))
  decisions.decide(many(people('a', 'b')))
  decisions.flush()
  await vi.advanceTimersByTimeAsync(100)
  expect(stepsOf(decisions)).toEqual({ a: 'refused', b: 'refused' })
})

test('a lost answer is asked for again under the same key, and is unknown in the end', async () => {
  const { decisions, sent, keys } = givenServer(() => new Unreachable())
  decisions.decide(one('a'))
  decisions.flush()
  await vi.advanceTimersByTimeAsync(20_000)
  expect(sent).toEqual(['a', 'a', 'a'])
  expect(new Set(keys).size).toBe(1)
  expect(decisions.get().decided.get('a')?.outcome).toEqual({ step: 'unknown' })
})

test('a busy server is given the time it asks for', async () => {
  const { decisions, sent } = givenServer((decision, attempt) => (attempt === 1 ? refusal(429) : approveAll(decision)))
  decisions.decide(one('a'))
  decisions.flush()
  await vi.advanceTimersByTimeAsync(500)
  expect(sent).toEqual(['a'])
  await vi.advanceTimersByTimeAsync(2_000)
  expect(decisions.get().decided.get('a')?.outcome.step).toBe('done')
})
