import { expect, test } from 'vitest'
import { addTallies, answerOfBatch, answerOfJob, moveOn } from './answers.ts'
import type { Answer, Tally } from './answers.ts'
import type { BatchRow } from './batch.ts'
import type { Row } from './row.ts'

const request = (id: string) => ({ id, status: 'PENDING', preferred_pickup_slot: 'Noon' }) as Row
const requests = ['a', 'b', 'c', 'd'].map(request)
const refused = (id: string, code = 'BUDGET_EXHAUSTED') =>
  ({ registration_id: id, outcome: 'REFUSED', code, message: 'no', conflicts: [] }) as unknown as BatchRow
const job = {
  status: 'DONE' as const,
  action: 'approve' as const,
  total: 4,
  done: 4,
  changed: 3,
  problem: null,
  summary: null,
}
const tally: Tally = { total: 4, settled: 2, done: 1, refusals: [] }

const stepsOf = (answer: Answer) =>
  answer.kind === 'changed'
    ? 'changed'
    : [...answer.outcomes].map(([id, outcome]) => `${id} ${outcome.step}`).join(', ')

test('each row of a batch is the answer to its request', () => {
  const rows = [refused('b'), { registration_id: 'a', outcome: 'UNCHANGED', status: 'APPROVED' } as BatchRow]
  const answer = answerOfBatch(rows, requests)
  expect(stepsOf(answer)).toBe('a done, b refused')
  expect(answer).toMatchObject({ tally: { total: 4, settled: 2, done: 1, refusals: [{ count: 1 }] } })
})

test('of a job whoever is not refused is approved, into the slot they asked for', () => {
  const answer = answerOfJob(job, [refused('c')], requests)
  expect(stepsOf(answer)).toBe('a done, b done, c refused, d done')
  const first = answer.kind === 'answered' && answer.outcomes.get('a')
  expect(first).toMatchObject({ registration: { status: 'APPROVED', assigned_pickup_slot: 'Noon' } })
})

test('a job that was stopped came as far as it says; the others are left as they are', () => {
  const answer = answerOfJob({ ...job, status: 'CANCELLED', done: 2, changed: 1 }, [refused('b')], requests)
  expect(stepsOf(answer)).toBe('a done, b refused')
  expect(answer).toMatchObject({ tally: { total: 4, settled: 2, done: 1 } })
})

test('a job that found something changed decided nothing; one that was not allowed refuses all', () => {
  const ended = { ...job, status: 'REFUSED' as const, done: 0, changed: 0 }
  expect(answerOfJob({ ...ended, problem: { code: 'BATCH_CHANGED', detail: '' } }, [], requests).kind).toBe('changed')
  const answer = answerOfJob({ ...ended, problem: { code: 'FORBIDDEN', detail: 'not any more' } }, [], requests)
  expect(stepsOf(answer)).toBe('a refused, b refused, c refused, d refused')
})

test('progress never goes back: what was asked may be older than what was told', () => {
  const later = moveOn(tally, { total: 4, done: 3, changed: 2 })
  expect(later).toMatchObject({ settled: 3, done: 2 })
  expect(moveOn(later, { total: 4, done: 2, changed: 1 })).toBe(later)
})

test('several sendings add up, their reasons too', () => {
  const refusals = [{ code: 'SLOT_CONFLICT', count: 2 }]
  expect(addTallies([tally, { ...tally, refusals }, { ...tally, refusals }])).toEqual({
    total: 12,
    settled: 6,
    done: 3,
    refusals: [{ code: 'SLOT_CONFLICT', count: 4 }],
  })
})
