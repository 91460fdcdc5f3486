import type { Schema } from '@allot/contract/client'
import type { Answer, Ask, Person, Timing } from './answer.ts'

export type Lease = Schema<'Lease'>
type LeasedPerson = Lease['people'][number]

/** What a tablet holds for the time without a network, and what of it is handed out already. */
export type Held = {
  lease: Lease
  /** When each person collected here, by registration. */
  handed: Readonly<Record<string, string>>
  /** How many of each option were handed out since the lease was given or renewed. */
  spent: Readonly<Record<string, number>>
}

export function hold(lease: Lease): Held {
  return { lease, handed: {}, spent: {} }
}

/** Whom an ask is about: the code by its SHA-256, for the lease knows no codes. */
export type HeldAsk = { qrHash: string } | { registrationId: string }

/**
 * Whether a tablet without a network may hand out what is asked for. It spends its lease and nothing else: named
 * people, each once, and no more of an option than was counted on its table.
 *
 * @param nowMs the server's time, as far as the tablet knows it
 */
export function decideOffline(
  held: Held | undefined,
  by: HeldAsk,
  ask: Ask,
  nowMs: number,
  isSlotOverridden: boolean,
): Answer {
  const answer = (outcome: Answer['outcome'], more: Partial<Answer> = {}): Answer => ({
    outcome,
    ask,
    isOffline: true,
    ...more,
  })
  if (!held) return answer('NO_LEASE')
  if (isOver(held, nowMs)) return answer('LEASE_OVER')
  const leased = held.lease.people.find((one) =>
    'qrHash' in by ? one.qr_hash === by.qrHash : one.registration_id === by.registrationId,
  )
  if (!leased) return answer('NOT_HELD')
  const person = personOf(leased)
  const handedAt = held.handed[leased.registration_id]
  if (handedAt !== undefined) {
    return answer('ALREADY_COLLECTED', { person, collected: { at: handedAt, where: held.lease.desk.name } })
  }
  const left = leftOnTable(held, leased.event_option_id)
  if (left !== null && left <= 0) return answer('NONE_LEFT', { person, leftOnTable: 0 })
  const timing = timingOf(leased.slot_starts_at, leased.slot_ends_at, nowMs)
  const { slot_override: rule } = held.lease.event
  const isWrongSlot = timing === 'early' || timing === 'late'
  if (isWrongSlot && rule !== 'always' && !(isSlotOverridden && rule === 'ask')) {
    return answer('WRONG_SLOT', { person, timing, mayOverride: rule === 'ask' })
  }
  return answer('COLLECTED', {
    person,
    timing,
    collected: { at: new Date(nowMs).toISOString() },
    leftOnTable: left === null ? null : left - 1,
  })
}

/** What is held once somebody has collected. */
export function spend(held: Held, registrationId: string, optionId: string, at: string): Held {
  const spent = (held.spent[optionId] ?? 0) + 1
  return {
    ...held,
    handed: { ...held.handed, [registrationId]: at },
    spent: { ...held.spent, [optionId]: spent },
  }
}

/** What is held once that was undone. */
export function putBack(held: Held, registrationId: string, optionId: string): Held {
  const { [registrationId]: handedAt, ...handed } = held.handed
  if (handedAt === undefined) return held
  return { ...held, handed, spent: { ...held.spent, [optionId]: (held.spent[optionId] ?? 1) - 1 } }
}

/** How many of an option lie on the table; nothing where they were not counted. */
export function leftOnTable({ lease, spent }: Held, optionId: string): number | null {
  const counted = lease.items.find(({ event_option_id }) => event_option_id === optionId)?.left_on_table
  return counted === undefined || counted === null ? null : Math.max(0, counted - (spent[optionId] ?? 0))
}

export function isOver({ lease }: Held, nowMs: number): boolean {
  return nowMs >= Date.parse(lease.expires_at)
}

/** Those whom the tablet may still serve without a network, in the order of their slots. */
export function stillDue({ lease, handed }: Held): LeasedPerson[] {
  const due = lease.people.filter(({ registration_id }) => handed[registration_id] === undefined)
  return due.toSorted((one, other) => (one.slot_starts_at ?? '').localeCompare(other.slot_starts_at ?? ''))
}

/** How many counted items are left on the table in all; nothing where none was counted. */
export function countItems(held: Held): number | null {
  const counted = held.lease.items.filter(({ left_on_table }) => left_on_table !== null)
  if (counted.length === 0) return null
  return counted.reduce((sum, { event_option_id }) => sum + (leftOnTable(held, event_option_id) ?? 0), 0)
}

/** Whether somebody comes in their slot; nothing where they have none. */
export function timingOf(startsAt: string | null, endsAt: string | null, nowMs: number): Timing {
  if (startsAt === null) return null
  if (nowMs < Date.parse(startsAt)) return 'early'
  return endsAt !== null && nowMs >= Date.parse(endsAt) ? 'late' : 'on_time'
}

/** Those whose name has words that begin with what was typed; accents and capitals make no difference. */
export function findByName(people: readonly LeasedPerson[], typed: string): LeasedPerson[] {
  const wanted = fold(typed).split(/\s+/).filter(Boolean)
  if (wanted.length === 0) return [...people]
  return people.filter(({ person_name }) => {
    const words = fold(person_name).split(/[\s-]+/)
    return wanted.every((beginning) => words.some((word) => word.startsWith(beginning)))
  })
}

function fold(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
}

export function personOf(leased: LeasedPerson): Person {
  return {
    registrationId: leased.registration_id,
    name: leased.person_name,
    optionName: leased.option_name,
    optionId: leased.event_option_id,
    isTrack: leased.option_type === 'TRACK',
    slot: leased.slot,
    startsAt: leased.slot_starts_at,
    endsAt: leased.slot_ends_at,
  }
}
