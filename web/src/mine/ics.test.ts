import { expect, test } from 'vitest'
import { writeCalendar } from './ics.ts'

const now = new Date('2027-04-21T12:05:00Z')
const entry = {
  uid: '019b2f6e@allot.example.org',
  title: 'Merino Hoodie, size M; \\o/',
  startsAt: new Date('2027-05-21T12:00:00+02:00'),
  endsAt: new Date('2027-05-21T12:30:00+02:00'),
  place: 'North Gate',
  text: 'One\ntwo',
}

test('times are UTC, text is escaped, lines end with CRLF', () => {
  const file = writeCalendar(entry, now)
  expect(file).toContain('DTSTAMP:20270421T120500Z\r\nDTSTART:20270521T100000Z\r\nDTEND:20270521T103000Z\r\n')
  expect(file).toContain('SUMMARY:Merino Hoodie\\, size M\\; \\\\o/\r\n')
  expect(file).toContain('DESCRIPTION:One\\ntwo\r\n')
  expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
})

test('long lines are folded at 75 octets, never inside a character, and unfold to what they were', () => {
  const title = 'Sommerfest für Bartholomäus 🎉 '.repeat(12).trim()
  const file = writeCalendar({ ...entry, title }, now)
  for (const line of file.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
  expect(file.replaceAll('\r\n ', '')).toContain(`SUMMARY:${title}\r\n`)
})

test('an end that is not after the start is left out', () => {
  expect(writeCalendar({ ...entry, endsAt: entry.startsAt }, now)).not.toContain('DTEND')
})
