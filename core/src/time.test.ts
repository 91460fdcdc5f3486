import { describe, expect, test } from 'vitest'
import { isTimeZone, localDate, sayInstant, startOfDay } from './time.ts'

describe('zones', () => {
  test.each(['UTC', 'Europe/Berlin', 'Asia/Kolkata', 'America/Argentina/Buenos_Aires'])('%s is a zone', (name) => {
    expect(isTimeZone(name)).toBe(true)
  })

  test.each(['', '+02:00', '-05', 'Europe/Nowhere', 'Berlin time', ' Europe/Berlin', 'Europe/Berlin;'])(
    '“%s” is none',
    (name) => {
      expect(isTimeZone(name)).toBe(false)
    },
  )
})

describe('an instant in words', () => {
  test.each([
    ['2027-04-30T16:00:00Z', 'Europe/Berlin', 'Fri 30 Apr 2027, 18:00'],
    ['2027-01-15T16:00:00Z', 'Europe/Berlin', 'Fri 15 Jan 2027, 17:00'],
    ['2027-04-30T16:00:00Z', 'UTC', 'Fri 30 Apr 2027, 16:00'],
    ['2027-04-30T18:45:00Z', 'Asia/Kolkata', 'Sat 1 May 2027, 00:15'],
    ['2027-01-01T03:00:00Z', 'America/New_York', 'Thu 31 Dec 2026, 22:00'],
  ])('%s in %s is “%s”', (instant, zone, words) => {
    expect(sayInstant(new Date(instant), zone)).toBe(words)
  })

  test('midnight is 00:00, not 24:00', () => {
    expect(sayInstant(new Date('2027-04-30T00:00:00Z'), 'UTC')).toBe('Fri 30 Apr 2027, 00:00')
  })

  test('the hour that summer time skips or repeats is said as clocks on the wall show it', () => {
    const said = (instant: string) => sayInstant(new Date(instant), 'Europe/Berlin')
    expect(said('2027-03-28T00:59:00Z')).toBe('Sun 28 Mar 2027, 01:59')
    expect(said('2027-03-28T01:00:00Z')).toBe('Sun 28 Mar 2027, 03:00')
    expect(said('2027-10-31T00:30:00Z')).toBe('Sun 31 Oct 2027, 02:30')
    expect(said('2027-10-31T01:30:00Z')).toBe('Sun 31 Oct 2027, 02:30')
  })
})

describe('the start of a day', () => {
  test.each([
    ['2027-05-21T07:00:00Z', 'Europe/Amsterdam', '2027-05-20T22:00:00.000Z'],
    ['2027-05-20T22:00:00Z', 'Europe/Amsterdam', '2027-05-20T22:00:00.000Z'],
    ['2027-05-20T21:59:59Z', 'Europe/Amsterdam', '2027-05-19T22:00:00.000Z'],
    ['2027-05-21T07:00:00Z', 'UTC', '2027-05-21T00:00:00.000Z'],
    ['2027-05-21T03:00:00Z', 'America/New_York', '2027-05-20T04:00:00.000Z'],
    ['2027-05-21T12:00:00Z', 'Pacific/Kiritimati', '2027-05-21T10:00:00.000Z'],
    // Summer time skips midnight itself in Cairo, and repeats the hour before it in Havana.
    ['2027-04-30T12:00:00Z', 'Africa/Cairo', '2027-04-29T22:00:00.000Z'],
    ['2027-03-28T12:00:00Z', 'Europe/Berlin', '2027-03-27T23:00:00.000Z'],
    ['2027-10-31T12:00:00Z', 'Europe/Berlin', '2027-10-30T22:00:00.000Z'],
  ])('of %s in %s is %s', (at, zone, start) => {
    const found = startOfDay(new Date(at), zone)
    expect(found.toISOString()).toBe(start)
    expect(localDate(found, zone)).toBe(localDate(new Date(at), zone))
    expect(localDate(new Date(found.getTime() - 1), zone)).not.toBe(localDate(found, zone))
  })
})
