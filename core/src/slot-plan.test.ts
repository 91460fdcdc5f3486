import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { planSlots, readClock, sayClock } from './slot-plan.ts'
import type { PlanTerms } from './slot-plan.ts'

type Given = {
  zone?: string
  days?: string[]
  opening?: [string, string][]
  breaks?: [string, string][]
  minutes?: number
  sayDay?: PlanTerms['sayDay']
}

function plan({ zone = 'Europe/Berlin', days = ['2027-05-21'], minutes = 30, sayDay, ...hours }: Given) {
  const spans = (given: [string, string][] = []) =>
    given.map(([from, to]) => ({ fromMinute: readClock(from), toMinute: readClock(to) }))
  return planSlots({
    name: 'Gate',
    timeZone: zone,
    days,
    opening: spans(hours.opening ?? [['09:00', '11:00']]),
    breaks: spans(hours.breaks),
    slotMinutes: minutes,
    sayDay,
  })
}
const labels = (given: Given) => plan(given).slots.map(({ label }) => label.replace('Gate ', ''))
const around = (day: string, zone: string): Given => ({ zone, days: [day], opening: [['00:00', '04:00']] })

describe('opening hours become slots', () => {
  test('one after another, named after the place and their times', () => {
    const { slots, remainders, clockChanges } = plan({})
    expect(slots.map(({ label }) => label)).toEqual([
      'Gate 09:00–09:30',
      'Gate 09:30–10:00',
      'Gate 10:00–10:30',
      'Gate 10:30–11:00',
    ])
    expect(slots[0]).toMatchObject({
      startsAt: new Date('2027-05-21T07:00:00Z'),
      endsAt: new Date('2027-05-21T07:30:00Z'),
    })
    expect({ remainders, clockChanges }).toEqual({ remainders: [], clockChanges: [] })
  })

  test('with the day where there are several', () => {
    const given = { days: ['2027-05-21', '2027-05-22'], minutes: 120, sayDay: (date: string) => date.slice(5) }
    expect(plan(given).slots.map(({ label }) => label)).toEqual(['Gate 05-21 09:00–11:00', 'Gate 05-22 09:00–11:00'])
  })

  test('breaks part them, and what is left over on either side is said', () => {
    const given: Given = { opening: [['09:00', '12:00']], breaks: [['10:00', '10:10']], minutes: 45 }
    expect(labels(given)).toEqual(['09:00–09:45', '10:10–10:55', '10:55–11:40'])
    expect(plan(given).remainders).toEqual([
      { date: '2027-05-21', from: '09:45', to: '10:00', minutes: 15 },
      { date: '2027-05-21', from: '11:40', to: '12:00', minutes: 20 },
    ])
  })

  test('up to 24:00, which is never called 00:00', () => {
    const { slots } = plan({ opening: [['23:00', '24:00']] })
    expect(slots.map(({ label }) => label)).toEqual(['Gate 23:00–23:30', 'Gate 23:30–24:00'])
    expect(slots[1]?.endsAt).toEqual(new Date('2027-05-21T22:00:00Z'))
  })

  test('a break over all of it leaves nothing, and hours shorter than a slot are left over', () => {
    expect(labels({ breaks: [['08:00', '12:00']] })).toEqual([])
    expect(plan({ opening: [['09:00', '09:29']] })).toMatchObject({ slots: [], remainders: [{ minutes: 29 }] })
  })
})

describe('when clocks are changed', () => {
  test('an hour that is left out has no slots', () => {
    const given = around('2027-03-28', 'Europe/Berlin')
    expect(labels(given)).toEqual([
      '00:00–00:30',
      '00:30–01:00',
      '01:00–01:30',
      '01:30–02:00',
      '03:00–03:30',
      '03:30–04:00',
    ])
    expect(plan(given).clockChanges).toEqual([{ date: '2027-03-28', kind: 'skipped', from: '02:00', to: '03:00' }])
    expect(labels(around('2027-03-14', 'America/New_York'))).toHaveLength(6)
  })

  test('an hour that comes twice has both, told apart', () => {
    const given = around('2027-11-07', 'America/New_York')
    expect(labels(given)).toEqual([
      '00:00–00:30',
      '00:30–01:00',
      '01:00–01:30 UTC−4',
      '01:30–02:00 UTC−4',
      '01:00–01:30 UTC−5',
      '01:30–02:00 UTC−5',
      '02:00–02:30',
      '02:30–03:00',
      '03:00–03:30',
      '03:30–04:00',
    ])
    expect(plan(given).clockChanges).toEqual([{ date: '2027-11-07', kind: 'repeated', from: '01:00', to: '02:00' }])
  })

  test('a break in that hour is one twice', () => {
    const given = { ...around('2027-10-31', 'Europe/Berlin'), breaks: [['02:00', '02:30']] as [string, string][] }
    expect(labels(given)).toEqual([
      '00:00–00:30',
      '00:30–01:00',
      '01:00–01:30',
      '01:30–02:00',
      '02:30–03:00 UTC+2',
      '02:30–03:00 UTC+1',
      '03:00–03:30',
      '03:30–04:00',
    ])
  })

  test('half an hour on Lord Howe Island', () => {
    expect(labels({ ...around('2027-10-03', 'Australia/Lord_Howe'), minutes: 60 })).toEqual([
      '00:00–01:00',
      '01:00–02:00',
      '02:30–03:30',
    ])
    expect(labels(around('2027-04-04', 'Australia/Lord_Howe'))).toContain('01:30–02:00 UTC+10:30')
  })

  test.each([
    ['2023-10-01', 'America/Asuncion'],
    ['2027-04-30', 'Africa/Cairo'],
    ['2027-03-28', 'Asia/Beirut'],
  ])('%s has no midnight in %s', (day, zone) => {
    expect(labels(around(day, zone))[0]).toBe('01:00–01:30')
    expect(plan(around(day, zone)).clockChanges).toEqual([{ date: day, kind: 'skipped', from: '00:00', to: '01:00' }])
  })

  test('the last hour of a day may come twice, and the day before one without midnight ends at 24:00', () => {
    const late = (day: string): Given => ({ zone: 'Africa/Cairo', days: [day], opening: [['23:00', '24:00']] })
    expect(labels({ ...late('2027-10-28'), minutes: 60 })).toEqual(['23:00–24:00 UTC+3', '23:00–24:00 UTC+2'])
    expect(labels(late('2027-04-29'))).toEqual(['23:00–23:30', '23:30–24:00'])
  })

  test('a day that a zone left out has no slots', () => {
    expect(plan(around('2011-12-30', 'Pacific/Apia'))).toMatchObject({
      slots: [],
      clockChanges: [{ kind: 'skipped', from: '00:00', to: '24:00' }],
    })
  })
})

const zones = ['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Africa/Cairo', 'Asia/Kathmandu', 'UTC']
const someDays = [
  '2027-03-14',
  '2027-03-28',
  '2027-04-04',
  '2027-04-30',
  '2027-10-03',
  '2027-10-28',
  '2027-10-31',
  '2027-11-07',
]
const span = fc
  .tuple(fc.nat({ max: 1439 }), fc.integer({ min: 1, max: 1440 }))
  .filter(([from, to]) => from < to)
  .map(([fromMinute, toMinute]) => ({ fromMinute, toMinute }))

/** The minutes at which the clocks show what is open, each asked for by itself. */
function openMinutes({ timeZone, days, opening, breaks }: PlanTerms): number[] {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' })
  const [day = ''] = days
  const first = Date.parse(`${day}T00:00:00Z`) / 60_000 - 15 * 60
  const isIn = (time: string) => (one: { fromMinute: number; toMinute: number }) =>
    sayClock(one.fromMinute) <= time && time < sayClock(one.toMinute)
  return Array.from({ length: 54 * 60 }, (_, index) => first + index).filter((minute) => {
    const [date, time = ''] = format.format(new Date(minute * 60_000)).split(' ')
    return date === day && opening.some(isIn(time)) && !breaks.some(isIn(time))
  })
}

test('slots and what is left over are exactly what is open by the clock, and no two are called the same', () => {
  const terms = fc.record({
    timeZone: fc.constantFrom(...zones),
    day: fc.constantFrom(...someDays),
    opening: span,
    breaks: fc.array(span, { maxLength: 2 }),
    slotMinutes: fc.integer({ min: 5, max: 120 }),
  })
  fc.assert(
    fc.property(terms, ({ day, opening, ...rest }) => {
      const asked = { ...rest, name: 'Gate', days: [day], opening: [opening] }
      const { slots, remainders } = planSlots(asked)
      const open = openMinutes(asked)
      const minutes = slots.flatMap(({ startsAt }) =>
        Array.from({ length: rest.slotMinutes }, (_, index) => startsAt.getTime() / 60_000 + index),
      )
      const left = remainders.reduce((sum, remainder) => sum + remainder.minutes, 0)
      expect(new Set(minutes).size).toBe(minutes.length)
      expect(minutes.filter((minute) => !open.includes(minute))).toEqual([])
      expect(minutes.length + left).toBe(open.length)
      expect(remainders.every((remainder) => remainder.minutes < rest.slotMinutes)).toBe(true)
      expect(new Set(slots.map(({ label }) => label)).size).toBe(slots.length)
    }),
    { numRuns: 60 },
  )
})
