import type { Language, Placeholder } from '@allot/contract'
import { currencyDecimals, fromMinor } from '@allot/core'
import { oneLine, severalLines } from './clean.ts'
import type { Facts } from './facts.ts'

/** Whom and what a message is about, beside its facts. */
export type About = {
  personName: string
  organizationName: string
  language: Language
  publicUrl: string
  eventId: string | null
  registrationId: string | null
  /** Made when a message is sent, and kept nowhere. */
  signInUrl?: string | undefined
  offerUrl?: string | undefined
}

export type Values = Partial<Record<Placeholder, string>>

const locales = { en: 'en-GB', de: 'de-DE' } as const

/** What every placeholder stands for, as clean text; what is not known is left empty. */
export function valuesOf(facts: Facts, about: About): Values {
  const { language, publicUrl, eventId, registrationId } = about
  const { event, slot, counts, budget } = facts
  const zone = event?.timezone ?? 'UTC'
  const money = (minor: number | undefined) =>
    minor === undefined || !event ? '' : sayAmount(minor, event.currency, language)
  const instant = (text: string | null | undefined) => (text ? sayMoment(text, zone, language) : '')
  const count = (value: number | undefined) => new Intl.NumberFormat(locales[language]).format(value ?? 0)
  const page = event && `${publicUrl}/e/${encodeURIComponent(event.slug)}`
  const inEvent = (place: string) => (eventId ? `${publicUrl}/app/events/${eventId}${place}` : publicUrl)
  const registration = registrationId ? `${publicUrl}/mine/${registrationId}` : `${publicUrl}/mine`
  return {
    'person.name': oneLine(about.personName),
    'organization.name': oneLine(about.organizationName),
    'event.name': oneLine(event?.name ?? ''),
    'event.date': instant(event?.startsAt),
    'event.venue': oneLine(event?.venue ?? '', 500),
    'option.name': oneLine(facts.option ?? ''),
    'registration.amount': money(facts.amountMinor),
    'registration.notes': severalLines(facts.notes ?? ''),
    'slot.label': oneLine(slot?.label ?? '–'),
    'slot.time': sayTimes(slot?.startsAt, slot?.endsAt, zone, language),
    'slot.location': oneLine(slot?.location ?? ''),
    'slot.previous': oneLine(facts.previousSlot ?? '–'),
    'offer.expires_at': instant(facts.offerExpiresAt),
    'count.waiting': count(counts?.waiting),
    'count.late': count(counts?.late),
    'count.asked': count(counts?.asked),
    'count.approved': count(counts?.approved),
    'budget.percent': budget ? sayPercent(budget.committedMinor, budget.totalMinor, language) : '',
    'budget.committed': money(budget?.committedMinor),
    'budget.total': money(budget?.totalMinor),
    'link.event': page ?? publicUrl,
    'link.registration': registration,
    'link.offer': about.offerUrl ?? registration,
    'link.approvals': inEvent('/approvals'),
    'link.budget': inEvent('/budget'),
    'link.sign_in': about.signInUrl ?? `${publicUrl}/sign-in`,
  }
}

/** Where an alternative is asked for with one tap. */
export function linkToOption(event: NonNullable<Facts['event']>, optionId: string, publicUrl: string): string {
  return `${publicUrl}/e/${encodeURIComponent(event.slug)}?option=${optionId}`
}

export function sayAmount(minor: number, currency: string, language: Language): string {
  const digits = currencyDecimals(currency)
  const format = { minimumFractionDigits: digits, maximumFractionDigits: digits }
  return `${new Intl.NumberFormat(locales[language], format).format(fromMinor(minor, currency))} ${currency}`
}

export function sayMoment(text: string, timeZone: string, language: Language): string {
  return new Intl.DateTimeFormat(locales[language], { ...day, ...time, timeZone }).format(new Date(text))
}

/** From when until when; the day is said once where both are on it. */
function sayTimes(
  from: string | null | undefined,
  to: string | null | undefined,
  timeZone: string,
  language: Language,
): string {
  if (!from) return ''
  if (!to) return sayMoment(from, timeZone, language)
  const format = new Intl.DateTimeFormat(locales[language], { ...day, ...time, timeZone })
  return format.formatRange(new Date(from), new Date(to)).replaceAll(/\s+/g, ' ')
}

/** Rounded down: 100 % is said only where nothing is left. */
function sayPercent(part: number, whole: number, language: Language): string {
  const percent = whole === 0 ? 0 : Math.floor((part * 100) / whole)
  return new Intl.NumberFormat(locales[language], { style: 'percent' }).format(percent / 100)
}

const day = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' } as const
const time = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZoneName: 'short' } as const
