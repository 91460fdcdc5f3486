import { promotionModes, waitlistOrders } from '@allot/core'
import type { Schema } from '../api.ts'
import { instantOf, localOf } from '../ui/zoned.ts'
import { moneyText, readCount, readMoney } from './read-number.ts'

export type EventChange = Schema<'EventChange'>

/** An event as it stands in the form: text as typed, so that nothing is lost that cannot be read yet. */
export type EventFields = {
  name: string
  description: string
  event_type: string
  venue: string
  timezone: string
  currency: string
  slug: string
  event_budget_amount: string
  event_date: string
  ends_at: string
  registration_start_date: string
  registration_end_date: string
  hold_stock: string
  hold_slot: string
  hold_budget: string
  registration_limit: string
  waitlist_open: string
  waitlist_order: string
  waitlist_promotion: string
  waitlist_offer_hours: string
  pickup_slot_capacity: string
}
export type FieldName = keyof EventFields

/** An option as a row of the table; `id` is null until the server has it. */
export type Row = {
  key: string
  id: string | null
  option_name: string
  option_type: 'TRACK' | 'INVENTORY'
  description: string
  total_available: string
  cost_per_unit: string
  hold_stock: string
  starts_at: string
  ends_at: string
  isRemoved: boolean
}
export type RowField = Exclude<keyof Row, 'key' | 'id' | 'isRemoved'>

export type Draft = { fields: EventFields; rows: Row[] }

export const dateFields = ['event_date', 'ends_at', 'registration_start_date', 'registration_end_date'] as const
export const rowFields = [
  'option_name',
  'option_type',
  'total_available',
  'cost_per_unit',
  'description',
  'starts_at',
  'ends_at',
  'hold_stock',
] as const satisfies RowField[]

/** A date and a time as one text, "2027-05-21 09:00", either part of which may be missing while it is being typed. */
export function momentText(at: string | null, zone: string): string {
  if (at === null) return ''
  const { date, time } = localOf(at, zone)
  return `${date} ${time}`
}

export function momentParts(text: string): { date: string; time: string } {
  const [date = '', time = ''] = text.split(' ')
  return { date, time }
}

/** The instant of such a text: null where nothing is typed, undefined where it is no time in that zone. */
export function readMoment(text: string, zone: string): string | null | undefined {
  if (text.trim() === '') return null
  return instantOf(momentParts(text), zone)?.toISOString()
}

export function emptyFields(tenant: { currency: string; timezone: string }): EventFields {
  return {
    name: '',
    description: '',
    event_type: 'OTHER',
    venue: '',
    timezone: tenant.timezone,
    currency: tenant.currency,
    slug: '',
    event_budget_amount: '',
    event_date: '',
    ends_at: '',
    registration_start_date: '',
    registration_end_date: '',
    hold_stock: 'check',
    hold_slot: 'check',
    hold_budget: 'check',
    registration_limit: 'one_per_option',
    waitlist_open: 'open',
    waitlist_order: 'first_come',
    waitlist_promotion: 'automatic',
    waitlist_offer_hours: '24',
    pickup_slot_capacity: '10',
  }
}

export function draftOf(event: Schema<'Event'>): Draft {
  const moment = (at: string | null) => momentText(at, event.timezone)
  return {
    fields: {
      name: event.name,
      description: event.description ?? '',
      event_type: event.event_type,
      venue: event.venue ?? '',
      timezone: event.timezone,
      currency: event.currency,
      slug: event.slug,
      event_budget_amount: moneyText(event.event_budget_amount),
      event_date: moment(event.event_date),
      ends_at: moment(event.ends_at),
      registration_start_date: moment(event.registration_start_date),
      registration_end_date: moment(event.registration_end_date),
      hold_stock: event.hold_policy.stock,
      hold_slot: event.hold_policy.slot,
      hold_budget: event.hold_policy.budget,
      registration_limit: event.registration_limit,
      waitlist_open: event.waitlist_policy.is_open ? 'open' : 'closed',
      waitlist_order: event.waitlist_policy.order,
      waitlist_promotion: event.waitlist_policy.promotion,
      waitlist_offer_hours: String(event.waitlist_policy.offer_hours),
      pickup_slot_capacity: String(event.pickup_slot_capacity),
    },
    rows: event.options.filter(({ is_active }) => is_active).map((option) => rowOf(option, event.timezone)),
  }
}

function rowOf(option: Schema<'Option'>, zone: string): Row {
  return {
    key: option.id,
    id: option.id,
    option_name: option.option_name,
    option_type: option.option_type,
    description: option.description ?? '',
    total_available: String(option.total_available),
    cost_per_unit: moneyText(option.cost_per_unit ?? undefined),
    hold_stock: option.hold_stock ?? '',
    starts_at: momentText(option.starts_at, zone),
    ends_at: momentText(option.ends_at, zone),
    isRemoved: false,
  }
}

export function emptyRow(option_type: Row['option_type'] = 'INVENTORY'): Row {
  return {
    key: crypto.randomUUID(),
    id: null,
    option_name: '',
    option_type,
    description: '',
    total_available: '',
    cost_per_unit: '',
    hold_stock: '',
    starts_at: '',
    ends_at: '',
    isRemoved: false,
  }
}

/** The fields that differ; a date differs as well where the zone it is read in does. */
export function changedFields(base: EventFields, mine: EventFields): FieldName[] {
  const names = Object.keys(mine) as FieldName[]
  return names.filter((name) => {
    if (mine[name] !== base[name]) return true
    return mine.timezone !== base.timezone && isDate(name) && mine[name] !== ''
  })
}

function isDate(name: FieldName): boolean {
  return (dateFields as readonly string[]).includes(name)
}

/** What of an event is sent: of the fields named, those that can be read. What cannot is refused before. */
export function eventBody(fields: EventFields, names: FieldName[], language: string): EventChange {
  const has = (name: FieldName) => names.includes(name)
  const moment = (name: (typeof dateFields)[number]) => readMoment(fields[name], fields.timezone) ?? null
  const holds = (['stock', 'slot', 'budget'] as const).filter((what) => has(`hold_${what}`))
  return {
    ...(has('name') ? { name: fields.name.trim() } : {}),
    ...(has('description') ? { description: fields.description.trim() || null } : {}),
    ...(has('event_type') ? { event_type: fields.event_type as Schema<'Event'>['event_type'] } : {}),
    ...(has('venue') ? { venue: fields.venue.trim() || null } : {}),
    ...(has('timezone') ? { timezone: fields.timezone.trim() } : {}),
    ...(has('slug') && fields.slug.trim() !== '' ? { slug: fields.slug.trim() } : {}),
    ...(has('event_budget_amount')
      ? { event_budget_amount: readMoney(fields.event_budget_amount, language) ?? 0 }
      : {}),
    ...Object.fromEntries(dateFields.filter(has).map((name) => [name, moment(name)])),
    ...(holds.length > 0
      ? { hold_policy: Object.fromEntries(holds.map((what) => [what, fields[`hold_${what}`]])) }
      : {}),
    ...(has('registration_limit')
      ? { registration_limit: fields.registration_limit as Schema<'Event'>['registration_limit'] }
      : {}),
    ...(waitlistFields.some(has) ? { waitlist_policy: waitlistPolicyOf(fields, has) } : {}),
    ...(has('pickup_slot_capacity') ? { pickup_slot_capacity: readCount(fields.pickup_slot_capacity) ?? 0 } : {}),
  }
}

const waitlistFields = ['waitlist_open', 'waitlist_order', 'waitlist_promotion', 'waitlist_offer_hours'] as const

/** Only what changed: another order puts everybody where they joined again. */
function waitlistPolicyOf(
  fields: EventFields,
  has: (name: FieldName) => boolean,
): NonNullable<EventChange['waitlist_policy']> {
  const order = waitlistOrders.find((one) => one === fields.waitlist_order)
  const promotion = promotionModes.find((one) => one === fields.waitlist_promotion)
  return {
    ...(has('waitlist_open') ? { is_open: fields.waitlist_open === 'open' } : {}),
    ...(has('waitlist_order') && order ? { order } : {}),
    ...(has('waitlist_promotion') && promotion ? { promotion } : {}),
    ...(has('waitlist_offer_hours') ? { offer_hours: readCount(fields.waitlist_offer_hours) ?? 0 } : {}),
  }
}

export function changedRowFields(base: Row | undefined, mine: Row): RowField[] {
  return base === undefined ? [...rowFields] : rowFields.filter((name) => base[name] !== mine[name])
}

/** A row that nobody has typed anything into is no option yet. */
export function isBlank(row: Row): boolean {
  return row.id === null && `${row.option_name}${row.total_available}${row.cost_per_unit}`.trim() === ''
}

export function newOptionBody(row: Row, zone: string, language: string): Schema<'NewOption'> {
  return {
    option_name: row.option_name.trim(),
    option_type: row.option_type,
    total_available: readCount(row.total_available) ?? 0,
    cost_per_unit: readMoney(row.cost_per_unit, language) ?? null,
    description: row.description.trim() || null,
    starts_at: readMoment(row.starts_at, zone) ?? null,
    ends_at: readMoment(row.ends_at, zone) ?? null,
    hold_stock: holdOf(row),
  }
}

export function optionBody(row: Row, names: RowField[], zone: string, language: string): Schema<'OptionChange'> {
  const { option_type: _type, ...whole } = newOptionBody(row, zone, language)
  return Object.fromEntries(Object.entries(whole).filter(([name]) => names.some((wanted) => wanted === name)))
}

function holdOf({ hold_stock: hold }: Row): 'check' | 'hold' | null {
  return hold === 'check' || hold === 'hold' ? hold : null
}

/** Whether anything is typed that the server does not have. */
export function isChanged(base: Draft, mine: Draft): boolean {
  return changedFields(base.fields, mine.fields).length > 0 || changedRows(base.rows, mine.rows).length > 0
}

export function changedRows(base: Row[], mine: Row[]): Row[] {
  return mine.filter((row) => {
    if (isBlank(row)) return false
    if (row.isRemoved) return row.id !== null
    const before = base.find(({ id }) => id !== null && id === row.id)
    return changedRowFields(before, row).length > 0
  })
}
