import ical from 'ical-generator'
import QRCode from 'qrcode'
import { oneLine } from './clean.ts'
import type { Facts } from './facts.ts'

/** What goes along with a message. `contentId` names a picture that stands in its text. */
export type Attachment = { filename: string; contentType: string; content: Buffer; contentId?: string }

/** The code as a picture, dark on white: cameras read it on any screen. */
export async function qrPicture(token: string, contentId: string): Promise<Attachment> {
  const options = { type: 'png', scale: 8, margin: 2, errorCorrectionLevel: 'M' } as const
  return { filename: 'code.png', contentType: 'image/png', content: await QRCode.toBuffer(token, options), contentId }
}

/**
 * When to be where, for a calendar: the pickup slot where it has a time, or else the event. Sent again with a higher number,
 * it replaces what was there.
 *
 * @returns undefined where no time is known
 */
export function calendarFile(
  facts: Facts,
  { id, url, version }: { id: string; url: string; version: number },
): Attachment | undefined {
  const { event, slot, option } = facts
  const start = slot?.startsAt ?? event?.startsAt
  if (!event || !start) return undefined
  const end = (slot?.startsAt ? slot.endsAt : event.endsAt) ?? start
  const places = [slot?.location, event.venue].filter((place) => place !== null && place !== undefined && place !== '')
  const calendar = ical({ prodId: { company: 'Allot', product: 'Allot' } })
  calendar.createEvent({
    id,
    sequence: version,
    start: new Date(start),
    end: new Date(end),
    summary: oneLine([option, event.name].filter(Boolean).join(' · ')),
    location: oneLine(places.join(', '), 700),
    url,
  })
  return {
    filename: 'event.ics',
    contentType: 'text/calendar; charset=utf-8',
    content: Buffer.from(calendar.toString()),
  }
}
