import { currencyDecimals, isTimeZone } from '@allot/core'
import { dateFields, isBlank, momentParts, readMoment } from './draft.ts'
import type { Draft } from './draft.ts'
import { readCount, readMoney } from './read-number.ts'

/** What cannot be sent as it is typed; everything else is for the server to say. */
export type Wrong =
  | 'needed'
  | 'noAmount'
  | 'decimals'
  | 'noCount'
  | 'noHours'
  | 'noTime'
  | 'halfTime'
  | 'skippedTime'
  | 'noZone'
  | 'endsBefore'
  | 'needsBegin'

/** By field, or by row and field: "event_budget_amount", "<row> cost_per_unit". */
export type Wrongs = Record<string, Wrong>

export function checkDraft({ fields, rows }: Draft, language: string): Wrongs {
  const wrongs: Wrongs = {}
  const note = (at: string, wrong: Wrong | undefined) => {
    if (wrong) wrongs[at] = wrong
  }
  if (fields.name.trim() === '') note('name', 'needed')
  if (!isTimeZone(fields.timezone.trim())) note('timezone', 'noZone')
  note('event_budget_amount', checkMoney(fields.event_budget_amount, fields.currency, language, true))
  if (readCount(fields.pickup_slot_capacity) === undefined) note('pickup_slot_capacity', 'noCount')
  const hours = readCount(fields.waitlist_offer_hours)
  if (hours === undefined || hours < 1 || hours > 720) note('waitlist_offer_hours', 'noHours')
  const zone = wrongs.timezone ? 'UTC' : fields.timezone.trim()
  for (const name of dateFields) note(name, checkMoment(fields[name], zone))
  note('ends_at', checkOrder(fields.event_date, fields.ends_at, zone, true))
  note('registration_end_date', checkOrder(fields.registration_start_date, fields.registration_end_date, zone))
  for (const row of rows) {
    if (row.isRemoved || isBlank(row)) continue
    if (row.option_name.trim() === '') note(`${row.key} option_name`, 'needed')
    if (readCount(row.total_available) === undefined) note(`${row.key} total_available`, 'noCount')
    note(`${row.key} cost_per_unit`, checkMoney(row.cost_per_unit, fields.currency, language))
    note(`${row.key} starts_at`, checkMoment(row.starts_at, zone))
    note(`${row.key} ends_at`, checkMoment(row.ends_at, zone) ?? checkOrder(row.starts_at, row.ends_at, zone, true))
  }
  return wrongs
}

function checkMoney(text: string, currency: string, language: string, isNeeded = false): Wrong | undefined {
  if (text.trim() === '') return isNeeded ? 'needed' : undefined
  const amount = readMoney(text, language)
  if (amount === undefined) return 'noAmount'
  const [, fraction = ''] = String(amount).split('.')
  return fraction.length > currencyDecimals(currency) ? 'decimals' : undefined
}

function checkMoment(text: string, zone: string): Wrong | undefined {
  if (text.trim() === '' || readMoment(text, zone) !== undefined) return undefined
  const { date, time } = momentParts(text)
  if (date === '' || time === '') return 'halfTime'
  return readMoment(text, 'UTC') === undefined ? 'noTime' : 'skippedTime'
}

function checkOrder(begin: string, end: string, zone: string, needsBegin = false): Wrong | undefined {
  const [begins, ends] = [readMoment(begin, zone), readMoment(end, zone)]
  if (begins === null && typeof ends === 'string') return needsBegin ? 'needsBegin' : undefined
  return begins && ends && ends < begins ? 'endsBefore' : undefined
}
