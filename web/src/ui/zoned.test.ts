import { describe, expect, test } from 'vitest'
import { addDays, daysBetween, instantOf, instantsOf, localOf } from './zoned.ts'

const at = (date: string, time: string, zone: string) => instantOf({ date, time }, zone)?.toISOString()

describe('what is typed in the zone of an event is the instant its clocks show it', () => {
  test.each([
    ['2027-05-21', '09:00', 'Europe/Amsterdam', '2027-05-21T07:00:00.000Z'],
    ['2027-01-08', '09:00', 'Europe/Amsterdam', '2027-01-08T08:00:00.000Z'],
    ['2027-05-21', '00:00', 'America/New_York', '2027-05-21T04:00:00.000Z'],
    ['2027-05-21', '23:59', 'Asia/Kathmandu', '2027-05-21T18:14:00.000Z'],
    ['2027-05-21', '12:00', 'UTC', '2027-05-21T12:00:00.000Z'],
    ['2027-01-01', '00:30', 'Pacific/Kiritimati', '2026-12-31T10:30:00.000Z'],
  ])('%s %s in %s', (date, time, zone, instant) => {
    expect(at(date, time, zone)).toBe(instant)
    expect(localOf(instant, zone)).toEqual({ date, time })
  })

  test('right before and after summer time begins and ends', () => {
    expect(at('2027-03-28', '01:59', 'Europe/Amsterdam')).toBe('2027-03-28T00:59:00.000Z')
    expect(at('2027-03-28', '03:00', 'Europe/Amsterdam')).toBe('2027-03-28T01:00:00.000Z')
    expect(at('2027-10-31', '01:59', 'Europe/Amsterdam')).toBe('2027-10-30T23:59:00.000Z')
    expect(at('2027-10-31', '03:00', 'Europe/Amsterdam')).toBe('2027-10-31T02:00:00.000Z')
  })

  test('a time that the clocks jump over is none', () => {
    expect(instantsOf({ date: '2027-03-28', time: '02:30' }, 'Europe/Amsterdam')).toEqual([])
    // Midnight is jumped over where summer time begins at midnight, and in Samoa a whole day was.
    expect(instantsOf({ date: '2018-11-04', time: '00:00' }, 'America/Sao_Paulo')).toEqual([])
    expect(instantsOf({ date: '2011-12-30', time: '12:00' }, 'Pacific/Apia')).toEqual([])
  })

  test('a time that the clocks show twice is the earlier one, and both are known', () => {
    const twice = instantsOf({ date: '2027-10-31', time: '02:30' }, 'Europe/Amsterdam').map((at) => at.toISOString())
    expect(twice).toEqual(['2027-10-31T00:30:00.000Z', '2027-10-31T01:30:00.000Z'])
    expect(at('2027-10-31', '02:30', 'Europe/Amsterdam')).toBe(twice[0])
    // Clocks that move by half an hour.
    expect(instantsOf({ date: '2027-04-04', time: '01:45' }, 'Australia/Lord_Howe')).toHaveLength(2)
  })

  test('times through a whole year come back as they went, in zones with and without summer time', () => {
    for (const zone of [
      'Europe/Amsterdam',
      'America/New_York',
      'Australia/Lord_Howe',
      'Asia/Kolkata',
      'Africa/Casablanca',
    ]) {
      for (
        let time = Date.parse('2027-01-01T00:00:00Z');
        time < Date.parse('2028-01-01T00:00:00Z');
        time += 315 * 60_000
      ) {
        expect(instantsOf(localOf(new Date(time), zone), zone).map(Number)).toContain(time)
      }
    }
  })

  test.each([
    ['', '09:00'],
    ['2027-05-21', ''],
    ['2027-13-01', '09:00'],
    ['2027-05-21', '25:00'],
    ['12027-05-21', '09:00'],
    ['21.5.2027', '9'],
  ])('"%s" "%s" is no time', (date, time) => {
    expect(instantsOf({ date, time }, 'Europe/Amsterdam')).toEqual([])
  })
})

test('days are days of the calendar', () => {
  expect(addDays('2027-03-27', 2)).toBe('2027-03-29')
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
  expect(addDays('2027-01-01', -1)).toBe('2026-12-31')
  expect(daysBetween('2027-03-27', '2027-03-29')).toBe(2)
  expect(daysBetween('2027-05-21', '2026-05-22')).toBe(-364)
})
