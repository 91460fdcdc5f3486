import type { Json } from '../src/testing/reply.ts'

/**
 * An event as somebody simple-minded would keep it: one entry of its trail after the other, with plain sums. It shares
 * nothing with the rules it checks.
 */
export type Kept = {
  budgetMinor: number
  options: Map<string, { total: number; given: number; promised: number; wanted: number }>
  slots: Map<string, { capacity: number; given: number }>
  registrations: Map<string, KeptRegistration>
  spentMinor: number
}
type KeptRegistration = {
  status: string
  personId: string
  optionId: string
  amountMinor: number
  slotId: string | null
  isPromised: boolean
  wishes: string[]
}

/** What was short at a moment: enough to say whether a refusal was true then. */
export type Moment = { at: number; leftMinor: number; optionsFull: Set<string>; slotsFull: Set<string> }

export type Replayed = { kept: Kept; moments: Moment[]; faults: string[] }

const transitions = new Set([
  '>PENDING',
  '>WAITLISTED',
  'WAITLISTED>PENDING',
  'WAITLISTED>WAITLISTED',
  'WAITLISTED>CANCELLED',
  'WAITLISTED>REJECTED',
  'PENDING>APPROVED',
  'PENDING>REJECTED',
  'PENDING>CANCELLED',
  'PENDING>PENDING',
  'APPROVED>REJECTED',
  'APPROVED>CANCELLED',
  'APPROVED>APPROVED',
])

/** Tells the story of an event from its trail, oldest first, and says whatever cannot be in it. */
export function replay(entries: readonly Json[]): Replayed {
  const kept: Kept = { budgetMinor: 0, options: new Map(), slots: new Map(), registrations: new Map(), spentMinor: 0 }
  const moments: Moment[] = []
  const faults: string[] = []
  for (const [index, entry] of entries.entries()) {
    if (Number(entry.entry_no) !== index + 1)
      faults.push(`entry ${String(entry.entry_no)} stands where ${index + 1} should`)
    const fault = apply(kept, entry) ?? overgiven(kept)
    if (fault !== undefined) faults.push(`entry ${String(entry.entry_no)}, ${String(entry.action)}: ${fault}`)
    moments.push(momentOf(kept, Date.parse(String(entry.created_at))))
  }
  return { kept, moments, faults }
}

function apply(kept: Kept, entry: Json): string | undefined {
  const action = String(entry.action)
  const detail = entry.detail as Json
  const subject = String(entry.subject_id)
  const after = detail?.after ?? detail
  if (action === 'event.created') kept.budgetMinor = Math.round(Number(detail.event_budget_amount) * 100)
  if (action === 'event.updated' && detail.event_budget_amount !== undefined) {
    kept.budgetMinor = Math.round(Number(detail.event_budget_amount.to) * 100)
  }
  if (action === 'option.created' || action === 'option.updated') {
    const before = kept.options.get(subject)
    const { given = 0, promised = 0, wanted = 0 } = before ?? {}
    kept.options.set(subject, { total: Number(after.total_available), given, promised, wanted })
  }
  if (action === 'slot.created' || action === 'slot.updated') {
    kept.slots.set(subject, { capacity: Number(after.capacity), given: kept.slots.get(subject)?.given ?? 0 })
  }
  return action.startsWith('registration.') ? changeRegistration(kept, entry, subject, detail) : undefined
}

function changeRegistration(kept: Kept, entry: Json, id: string, detail: Json): string | undefined {
  const before = kept.registrations.get(id)
  const from = String(entry.from_status ?? '')
  const to = String(entry.to_status ?? '')
  if (!transitions.has(`${from}>${to}`)) return `from ${from} to ${to} is no step there is`
  if ((before?.status ?? '') !== from) return `it goes from ${from}, and was ${before?.status ?? 'not there'}`
  const now: KeptRegistration = {
    status: to,
    personId: String(detail.user_id),
    optionId: String(detail.event_option_id),
    amountMinor: Number(detail.amount_minor),
    slotId: detail.slot_id === null || detail.slot_id === undefined ? null : String(detail.slot_id),
    isPromised:
      ['registration.offered', 'registration.promoted'].includes(String(entry.action)) ||
      (before?.isPromised === true &&
        (to === 'PENDING' || (to === 'WAITLISTED' && String(entry.action) !== 'registration.offer_expired'))),
    wishes:
      to === 'WAITLISTED'
        ? ((detail.any_of ? [...detail.any_of] : undefined)?.map(String) ?? before?.wishes ?? [])
        : [],
  }
  if (before?.status === 'APPROVED' && to === 'APPROVED' && before.amountMinor !== now.amountMinor)
    return 'its price changed after it was approved'
  if (before) count(kept, before, -1)
  kept.registrations.set(id, now)
  count(kept, now, 1)
  return isTwice(kept, id, now) ? 'this person has one of it already' : undefined
}

function count(
  kept: Kept,
  { status, optionId, slotId, amountMinor, isPromised, wishes }: KeptRegistration,
  by: 1 | -1,
): void {
  const option = kept.options.get(optionId)
  if (status === 'APPROVED') {
    kept.spentMinor += by * amountMinor
    if (option) option.given += by
    const slot = slotId === null ? undefined : kept.slots.get(slotId)
    if (slot) slot.given += by
  } else if (isPromised && option) option.promised += by
  for (const wish of wishes) {
    const wanted = kept.options.get(wish)
    if (wanted) wanted.wanted += by
  }
}

function isTwice({ registrations }: Kept, id: string, { status, personId, optionId }: KeptRegistration): boolean {
  if (status !== 'PENDING' && status !== 'APPROVED') return false
  return [...registrations].some(
    ([other, row]) =>
      other !== id &&
      row.personId === personId &&
      row.optionId === optionId &&
      ['PENDING', 'APPROVED'].includes(row.status),
  )
}

/** Whether more was given than there was, at any moment of the story. */
function overgiven({ budgetMinor, spentMinor, options, slots }: Kept): string | undefined {
  if (spentMinor > budgetMinor) return `${spentMinor} of ${budgetMinor} are spent`
  for (const [id, { given, total }] of options)
    if (given > total) return `${given} of ${total} of option ${id} are given`
  for (const [id, { given, capacity }] of slots)
    if (given > capacity) return `${given} of ${capacity} of slot ${id} are given`
  return undefined
}

function momentOf({ budgetMinor, spentMinor, options, slots }: Kept, at: number): Moment {
  const full = [...options].filter(([, { given, promised, wanted, total }]) => given + promised >= total || wanted > 0)
  return {
    at,
    leftMinor: budgetMinor - spentMinor,
    optionsFull: new Set(full.map(([id]) => id)),
    slotsFull: new Set([...slots].filter(([, { given, capacity }]) => given >= capacity).map(([id]) => id)),
  }
}

/** The moments that an answer may have been given at: from the last before it was asked until it came. */
export function between(moments: readonly Moment[], from: number, to: number): Moment[] {
  const first = moments.findLastIndex(({ at }) => at <= from)
  const last = moments.findLastIndex(({ at }) => at <= to)
  return moments.slice(Math.max(0, first), last + 1)
}
