import { expect, test } from 'vitest'
import { applyTold, dropKnown, nextBatch } from './sync.ts'
import type { Unsent } from './sync.ts'

const entry = (leaseId: string, seq: number): Unsent => ({
  leaseId,
  personName: `person ${seq}`,
  optionName: 'Hoodie',
  entry: {
    seq,
    nonce: `nonce-${seq}`,
    registration_id: `r${seq}`,
    at: '2027-05-21T10:00:00.000Z',
    kind: 'collect',
    previous_hash: '',
    signature: '',
  },
})
const seqs = (unsent: readonly Unsent[]) => unsent.map(({ leaseId, entry: { seq } }) => `${leaseId}${seq}`)
const told = (seq: number, outcome = 'COLLECTED', finding: string | null = null) => ({
  seq,
  outcome,
  finding,
  message: `said of ${seq}`,
})

test('the oldest lease goes first, in order, two hundred at once', () => {
  expect(nextBatch([])).toBeUndefined()
  const batch = nextBatch([entry('a', 2), entry('a', 1), entry('b', 1)])
  expect(batch?.leaseId).toBe('a')
  expect(batch?.entries.map(({ seq }) => seq)).toEqual([1, 2])
  const many = Array.from({ length: 250 }, (_, index) => entry('a', index + 1))
  expect(nextBatch(many)?.entries.at(-1)?.seq).toBe(200)
})

test('what the server took is not sent again; what it said is kept where somebody should know', () => {
  const unsent = [entry('a', 1), entry('a', 2), entry('a', 3), entry('b', 1)]
  const after = applyTold(unsent, 'a', [told(1), told(2, 'ALREADY_COLLECTED', 'ALREADY_COLLECTED')])
  expect(seqs(after.unsent)).toEqual(['a3', 'b1'])
  expect(after.findings).toEqual([
    { personName: 'person 2', optionName: 'Hoodie', at: '2027-05-21T10:00:00.000Z', message: 'said of 2' },
  ])
})

test('a finding on what was handed out is told as well; what was undone is none', () => {
  const after = applyTold([entry('a', 1), entry('a', 2)], 'a', [told(1, 'COLLECTED', 'CLOCK'), told(2, 'UNDONE')])
  expect(after.findings.map(({ message }) => message)).toEqual(['said of 1'])
})

test('after an answer that was lost, what the server has is left out', () => {
  expect(seqs(dropKnown([entry('a', 1), entry('a', 2), entry('b', 1)], 'a', 2))).toEqual(['a2', 'b1'])
})
