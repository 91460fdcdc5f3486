import { expect, test } from 'vitest'
import type { Schema } from '../api.ts'
import type { LiveEntry } from '../session/live.ts'
import { axisTicks } from './axis.ts'
import { datesOf } from './dates.ts'
import { mergeFeed, ofStream, ofTrail } from './feed.ts'
import { needsOf } from './needs.ts'
import { gridOf, namedColumns } from './slot-grid.ts'

const now = new Date('2027-04-21T12:00:00Z')
const event = (fields: Partial<Schema<'Event'>> = {}) =>
  ({
    created_at: '2027-02-01T09:00:00Z',
    registration_start_date: '2027-03-01T08:00:00Z',
    registration_end_date: '2027-04-30T16:00:00Z',
    event_date: '2027-05-21T07:00:00Z',
    ends_at: '2027-05-21T15:00:00Z',
    is_active: true,
    published: true,
    ...fields,
  }) as Schema<'Event'>

test('the axis has round amounts, and none that would run into the limit', () => {
  expect(axisTicks(100_000)).toEqual([25_000, 50_000, 75_000])
  expect(axisTicks(7_300)).toEqual([1_000, 2_000, 3_000, 4_000, 5_000, 6_000])
  expect(axisTicks(0)).toEqual([])
})

test('dates stand in order from one end to the other, today among them, never on top of one another', () => {
  const points = datesOf(event({ registration_end_date: '2027-04-21T16:00:00Z' }), now)
  expect(points.map(({ kind }) => kind)).toEqual(['opens', 'now', 'closes', 'begins'])
  const places = points.map(({ place }) => place)
  expect(places[0]).toBe(0)
  expect(places.at(-1)).toBe(1)
  for (const [index, place] of places.slice(1).entries()) expect(place - (places[index] ?? 0)).toBeGreaterThan(0.129)
})

test('an event without dates still has a line: from its making to today', () => {
  const bare = event({ registration_start_date: null, registration_end_date: null, event_date: null, ends_at: null })
  expect(datesOf(bare, now).map(({ kind, place }) => [kind, place])).toEqual([
    ['created', 0],
    ['now', 1],
  ])
})

const option = (id: string, left: number, type = 'TRACK') =>
  ({
    option_id: id,
    option_name: id,
    option_type: type,
    available_slots: left,
    available_to_register: left,
  }) as Schema<'OptionVariance'>
const slot = (label: string, at: string, committed: number, location = 'Hall') =>
  ({
    id: label,
    label,
    location,
    starts_at: at,
    capacity: 20,
    committed_count: committed,
    available: 20 - committed,
  }) as Schema<'Slot'>
const facets = (fields: object) =>
  ({
    options: [],
    slots: [],
    waiting: { days_over_5: 0, oldest_at: null },
    ...fields,
  }) as unknown as Schema<'RegistrationFacets'>
const variance = (pending: number, left: number, options: Schema<'OptionVariance'>[] = []) =>
  ({
    pending_amount: pending,
    budget_available: left,
    pending_registrations_count: 2,
    option_variance: options,
  }) as Schema<'BudgetVariance'>

test('nothing needs anybody while all that is asked for is there', () => {
  expect(
    needsOf(event(), variance(100, 100, [option('Walk', 0)]), facets({}), [slot('12:00', '2027-05-21T10:00:00Z', 20)]),
  ).toEqual([])
})

test('money, a full option with a similar one, long waits, a full slot with the nearest at its place', () => {
  const needs = needsOf(
    event(),
    variance(101, 100, [option('Repair', 0), option('Walk', 29), option('Mug', 50, 'INVENTORY')]),
    facets({
      options: [{ event_option_id: 'Repair', count: 9 }],
      slots: [{ slot: 'Hall 12:00', count: 7 }],
      waiting: { days_over_5: 33, oldest_at: '2027-04-10T10:00:00Z' },
    }),
    [
      slot('Hall 10:00', '2027-05-21T08:00:00Z', 5),
      slot('Hall 11:30', '2027-05-21T09:30:00Z', 11),
      slot('Hall 12:00', '2027-05-21T10:00:00Z', 20),
      slot('Gate 12:00', '2027-05-21T10:00:00Z', 0, 'Gate'),
    ],
  )
  expect(needs.map(({ kind }) => kind)).toEqual(['money', 'option', 'waiting', 'slot'])
  expect(needs[1]).toMatchObject({ asked: 9, similar: { option_id: 'Walk' } })
  expect(needs[3]).toMatchObject({ asked: 7, near: { label: 'Hall 11:30' } })
})

test('the feed tells each thing once; what only the stream knows yet comes first', () => {
  const trail = [
    {
      entry_no: 7,
      action: 'registration.approved',
      from_status: 'PENDING',
      to_status: 'APPROVED',
      detail: { amount_minor: 7400 },
    },
  ]
  const stream = [8, 7].map((no) => ({
    entry_no: no,
    action: 'registration.cancelled',
    from_status: 'APPROVED',
    amount: 74,
    at: '',
  }))
  const feed = mergeFeed(
    trail.map((entry) => ofTrail(entry as unknown as Schema<'AuditEntry'>)),
    stream.map((entry) => ofStream(entry as LiveEntry, (amount) => amount * 100)),
    10,
  )
  expect(feed.map(({ no, moneyMinor }) => [no, moneyMinor])).toEqual([
    [8, -7400],
    [7, 7400],
  ])
})

test('an hour that comes twice as the clocks go back is two columns, and only the first is named', () => {
  const hours = ['2027-04-03T13:00:00Z', '2027-04-03T14:00:00Z', '2027-04-03T15:00:00Z']
  const { columns, rows } = gridOf(
    hours.map((at, index) => slot(`Gate ${index}`, at, 0)),
    'Pacific/Auckland',
    'en',
    'No place',
  )
  expect(rows.flatMap(({ cells }) => cells.map((cell) => cell?.label))).toEqual(['Gate 0', 'Gate 1', 'Gate 2'])
  expect(namedColumns(columns)).toEqual(['02', undefined, '03'])
})
