import { expect, test } from 'vitest'
import { movedSlots, planSlots } from './slot-plan.ts'

const zone = 'Europe/Amsterdam'
const plan = {
  location: 'North Gate',
  date: '2027-05-21',
  opens: '09:00',
  closes: '12:00',
  minutes: '30',
  pause: '',
  capacity: '20',
}
const labels = (change: Partial<typeof plan>, day?: string) => {
  const planned = planSlots({ ...plan, ...change }, zone, day)
  return 'slots' in planned ? planned.slots.map(({ label }) => label) : planned.wrong
}

test('opening hours are cut into slots, in the zone of the event', () => {
  const planned = planSlots(plan, zone)
  if (!('slots' in planned)) throw new Error(planned.wrong)
  expect(planned.slots).toHaveLength(6)
  expect(planned.slots[5]).toEqual({
    label: 'North Gate 11:30',
    location: 'North Gate',
    starts_at: '2027-05-21T09:30:00.000Z',
    ends_at: '2027-05-21T10:00:00.000Z',
    capacity: 20,
  })
})

test('what does not fit whole before closing is left out; pauses lie between', () => {
  expect(labels({ closes: '10:50', minutes: '45' })).toEqual(['North Gate 09:00', 'North Gate 09:45'])
  expect(labels({ closes: '11:00', minutes: '45', pause: '15' })).toEqual(['North Gate 09:00', 'North Gate 10:00'])
})

test('without a place the label is the time; several days say which', () => {
  expect(labels({ location: '', closes: '09:30' })).toEqual(['09:00'])
  expect(labels({ closes: '09:30' }, 'Fri')).toEqual(['Fri North Gate 09:00'])
})

test('midnight may be the end', () => {
  expect(labels({ opens: '23:00', closes: '00:00' })).toEqual(['North Gate 23:00', 'North Gate 23:30'])
})

test('an hour that the clocks jump over has no slot', () => {
  expect(labels({ date: '2027-03-28', opens: '01:00', closes: '04:00', minutes: '60' })).toEqual([
    'North Gate 01:00',
    'North Gate 03:00',
  ])
})

test.each([
  [{ date: '' }, 'date'],
  [{ opens: '' }, 'opens'],
  [{ closes: '08:00' }, 'closes'],
  [{ closes: '09:20' }, 'closes'],
  [{ minutes: '0' }, 'minutes'],
  [{ minutes: 'half' }, 'minutes'],
  [{ pause: '-5' }, 'pause'],
  [{ capacity: '0' }, 'capacity'],
])('%o is said to be wrong', (change, wrong) => {
  expect(labels(change)).toBe(wrong)
})

test('slots of another event come at the same hours, also across the end of summer time', () => {
  const slot = {
    id: 'x',
    event_id: 'y',
    label: 'Gate 09:00',
    location: 'Gate',
    location_id: null,
    capacity: 5,
    committed_count: 3,
    held_count: 0,
    available: 2,
  }
  const defined = { ...slot, starts_at: '2027-05-21T07:00:00Z', ends_at: '2027-05-21T07:30:00Z', is_defined: true }
  const proposed = { ...slot, starts_at: null, ends_at: null, is_defined: false }
  expect(movedSlots([defined, proposed], 182, zone, zone)).toEqual([
    {
      label: 'Gate 09:00',
      location: 'Gate',
      capacity: 5,
      starts_at: '2027-11-19T08:00:00.000Z',
      ends_at: '2027-11-19T08:30:00.000Z',
    },
  ])
})
