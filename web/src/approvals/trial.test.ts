import { describe, expect, test } from 'vitest'
import type { BatchRow, BatchSummary } from './batch.ts'
import { fitText } from './fit-text.ts'
import type { Row } from './row.ts'
import { countAhead, fitsOf, groupsOf, reasonsOf } from './trial.ts'
import type { Fit } from './trial.ts'

const request = (id: string, more: Partial<Row> = {}) =>
  ({ id, event_option_id: 'hoodie', preferred_pickup_slot: 'Noon', amount_committed: 74, ...more }) as Row
const refused = (id: string, code: string): [string, BatchRow] => [
  id,
  { registration_id: id, code, message: 'no', conflicts: [] } as unknown as BatchRow,
]
const summary = {
  mode: 'best_effort',
  totals: {
    budget: { total: 1_000, committed_before: 0, committed_after: 667, available_after: 333 },
    options: [
      {
        option_id: 'hoodie',
        option_type: 'INVENTORY',
        total_available: 150,
        committed_before: 141,
        committed_after: 150,
      },
      { option_id: 'summit', option_type: 'TRACK', total_available: 60, committed_before: 60, committed_after: 60 },
    ],
    slots: [{ label: 'Noon', capacity: 20, committed_before: 20, committed_after: 20 }],
  },
} as unknown as BatchSummary

const requests = [
  request('a'),
  request('b', { amount_committed: 380 }),
  request('c'),
  request('d', { event_option_id: 'summit' }),
  request('e'),
  request('f'),
]
const all = new Map([
  refused('b', 'BUDGET_EXHAUSTED'),
  refused('c', 'INVENTORY_EXHAUSTED'),
  refused('d', 'INVENTORY_EXHAUSTED'),
  refused('e', 'SLOT_CONFLICT'),
])
const known = { summary, refused: all, requests, isComplete: true, moves: [] }

describe('what would become of each', () => {
  const sayEach = (fits: Map<string, Fit>) =>
    [...fits.values()].map((fit) => {
      if (fit.kind === 'unread') return 'unread'
      const { head, key, values } = fitText(fit, 'EUR', 'en')
      return [head, key, ...Object.entries(values).map(([name, value]) => `${name}=${value}`)].filter(Boolean).join(' ')
    })

  test('is said with the figures after the trial, and how many went to rows before it', () => {
    expect(sayEach(fitsOf(known))).toEqual([
      'fits',
      'money money needed=€380.00 left=€333.00',
      'stock givenEarlier committed=150 total=150 count=9 n=9',
      'places full committed=60 total=60 count=0 n=0',
      'slot slotFull committed=20 total=20 count=0 n=0 slot=Noon',
      'fits',
    ])
  })

  test('of the largest set, others had it, and not those before', () => {
    const largest = { ...summary, mode: 'largest_fit' as const }
    expect(sayEach(fitsOf({ ...known, summary: largest }))[2]).toMatch(/^stock givenOthers/)
  })

  test('whoever is given another slot fits there, or is short of that one', () => {
    const moves = [{ slot: 'Noon', ids: ['a'] }]
    expect(fitsOf({ ...known, moves }).get('a')).toEqual({ kind: 'fits', slot: 'Noon' })
  })

  test('a refusal for something else keeps its words', () => {
    const own = new Map([refused('a', 'OWN_REGISTRATION'), refused('c', 'SLOT_NOT_FOUND')])
    const fits = fitsOf({ ...known, refused: own })
    expect(fitText(fits.get('a') as Exclude<Fit, { kind: 'unread' }>, 'EUR', 'en').key).toBe('own')
    expect(fitText(fits.get('c') as Exclude<Fit, { kind: 'unread' }>, 'EUR', 'en').message).toBe('no')
  })

  test('where not all who are refused were read, who comes after the last of them is not known', () => {
    const fits = fitsOf({ ...known, refused: new Map([refused('b', 'BUDGET_EXHAUSTED')]), isComplete: false })
    expect([...fits.values()].map(({ kind }) => kind)).toEqual([
      'fits',
      'money',
      'unread',
      'unread',
      'unread',
      'unread',
    ])
  })
})

describe('groups', () => {
  const idsOf = (rows: readonly Row[]) => rows.map(({ id }) => id).join('')

  test('are those who do not fit, by what is easiest to help, and those who do', () => {
    const { refused: out, fitting, unread } = groupsOf(requests, fitsOf(known))
    expect([idsOf(out), idsOf(fitting), idsOf(unread)]).toEqual(['ecdb', 'af', ''])
  })

  test('keep the order of the trial while more is to be read, so that nothing jumps', () => {
    const some = new Map([refused('b', 'BUDGET_EXHAUSTED'), refused('c', 'INVENTORY_EXHAUSTED')])
    const { refused: out, fitting, unread } = groupsOf(requests, fitsOf({ ...known, refused: some, isComplete: false }))
    expect([idsOf(out), idsOf(fitting), idsOf(unread)]).toEqual(['bc', 'a', 'def'])
  })

  test('say how many before one go without for the very same', () => {
    const more = new Map([...all, refused('f', 'INVENTORY_EXHAUSTED')])
    const fits = fitsOf({ ...known, refused: more })
    const { refused: out } = groupsOf(requests, fits)
    expect(requests.map((one) => countAhead(out, fits, one))).toEqual([0, 0, 0, 0, 0, 1])
  })
})

test('reasons count together where they are rare', () => {
  const refusals = [
    { code: 'SLOT_CONFLICT', count: 1 },
    { code: 'OWN_REGISTRATION', count: 1 },
    { code: 'BUDGET_EXHAUSTED', count: 6 },
    { code: 'INVALID_TRANSITION', count: 2 },
  ]
  expect(reasonsOf(refusals)).toEqual([
    { reason: 'money', count: 6 },
    { reason: 'slot', count: 1 },
    { reason: 'else', count: 3 },
  ])
})
