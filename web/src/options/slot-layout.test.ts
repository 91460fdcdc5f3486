import { expect, test } from 'vitest'
import { layOut, nearest, step } from './slot-layout.ts'
import type { Slot } from './slots-query.ts'

function slot(label: string, more: Partial<Slot> = {}): Slot {
  const [place = '', time] = label.split(' ')
  const starts = time === undefined ? null : `2027-05-21T${time}:00.000Z`
  const committed = more.committed_count ?? 0
  const capacity = more.capacity ?? 10
  return {
    id: label,
    event_id: 'gala',
    label,
    location: time === undefined ? null : place,
    location_id: null,
    starts_at: starts,
    ends_at: null,
    capacity,
    committed_count: committed,
    held_count: 0,
    available: capacity - committed,
    is_defined: true,
    ...more,
  }
}

const hall = [slot('Hall 10:00', { committed_count: 10 }), slot('Hall 10:30', { committed_count: 4 })]
const gate = [slot('Gate 10:00', { committed_count: 1 }), slot('Gate 11:00')]

test('places and times make a table; what is missing stays open', () => {
  const { days, loose } = layOut([...hall, ...gate, slot('noonish')], 'UTC')
  expect(days).toHaveLength(1)
  expect(days[0]?.rows.map(({ place, cells, left }) => [place, cells.map((cell) => cell?.label), left])).toEqual([
    ['Gate', ['Gate 10:00', undefined, 'Gate 11:00'], 19],
    ['Hall', ['Hall 10:00', 'Hall 10:30', undefined], 6],
  ])
  expect(days[0]?.leftByTime).toEqual([9, 6, 10])
  expect(loose.map(({ label }) => label)).toEqual(['noonish'])
})

test('days are those of the zone, and two slots in one place at one time both stay to be seen', () => {
  const late = slot('Hall 23:30')
  const twin = slot('Twin', { location: 'Hall', starts_at: late.starts_at })
  const { days, loose } = layOut([...hall, late, twin], 'Europe/Amsterdam')
  expect(days.map(({ date }) => date)).toEqual(['2027-05-21', '2027-05-22'])
  expect(loose).toEqual([twin])
})

test('arrows skip what is open, and stop at the edge', () => {
  const rows = layOut([...hall, ...gate], 'UTC').days[0]?.rows ?? []
  expect(step(rows, { row: 0, column: 0 }, { row: 0, column: 1 })?.slot.label).toBe('Gate 11:00')
  expect(step(rows, { row: 0, column: 2 }, { row: 1, column: 0 })).toBeUndefined()
  expect(step(rows, { row: 0, column: 0 }, { row: -1, column: 0 })).toBeUndefined()
})

test('people go where all of them have room, near first; full slots are no way', () => {
  const all = [...hall, ...gate]
  const [full] = hall
  if (!full) throw new Error('there is a hall')
  expect(nearest(all, full, 3).map(({ slot }) => slot.label)).toEqual(['Hall 10:30', 'Gate 10:00', 'Gate 11:00'])
  expect(nearest(all, full, 7).map(({ slot }) => slot.label)).toEqual(['Gate 10:00', 'Gate 11:00', 'Hall 10:30'])
})
