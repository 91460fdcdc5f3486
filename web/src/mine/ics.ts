/** What goes into a calendar. */
export type CalendarEntry = {
  uid: string
  title: string
  startsAt: Date
  /** Left out, it is a moment. */
  endsAt?: Date | undefined
  place?: string | undefined
  text?: string | undefined
  url?: string | undefined
}

/**
 * A calendar file (RFC 5545) with one entry: times in UTC, so that it needs no zone of its own; lines end with CRLF
 * and are folded at 75 octets (section 3.1).
 */
export function writeCalendar(entry: CalendarEntry, now: Date): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Allot//Allot//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${entry.uid}`,
    `DTSTAMP:${utc(now)}`,
    `DTSTART:${utc(entry.startsAt)}`,
    ...(entry.endsAt && entry.endsAt > entry.startsAt ? [`DTEND:${utc(entry.endsAt)}`] : []),
    `SUMMARY:${escapeText(entry.title)}`,
    ...(entry.place === undefined ? [] : [`LOCATION:${escapeText(entry.place)}`]),
    ...(entry.text === undefined ? [] : [`DESCRIPTION:${escapeText(entry.text)}`]),
    ...(entry.url === undefined ? [] : [`URL:${entry.url}`]),
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${fold(line)}\r\n`).join('')
}

/** Hands a calendar file to the browser, which offers it to the calendar. */
export function offerCalendar(entry: CalendarEntry, fileName: string): void {
  const file = new Blob([writeCalendar(entry, new Date())], { type: 'text/calendar;charset=utf-8' })
  const url = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  document.body.append(link)
  link.click()
  link.remove()
  // Some browsers read the file only after the click has returned.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}

function utc(at: Date): string {
  return at.toISOString().replace(/[-:]|\.\d{3}/g, '')
}

/** Section 3.3.11: backslash, semicolon, comma and line breaks; other control characters may not stand there. */
function escapeText(text: string): string {
  return text
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replace(/\r\n|\r|\n/g, '\\n')
    .replace(/\p{Cc}/gu, (sign) => (sign === '\t' ? sign : ''))
}

/** At most 75 octets a line, never inside a character; what goes on begins with a blank, which counts. */
function fold(line: string): string {
  const encoder = new TextEncoder()
  const lines: string[] = []
  let current = ''
  let octets = 0
  for (const letter of line) {
    const size = encoder.encode(letter).length
    if (octets + size > 75) {
      lines.push(current)
      current = ' '
      octets = 1
    }
    current += letter
    octets += size
  }
  return [...lines, current].join('\r\n')
}
