import type { BookChanges } from '@allot/core'
import { RANK_STEP } from '../events/lottery.sql.ts'
import type { Tx } from '../platform/database.ts'
import type { RegistrationRow } from './registrations.sql.ts'

/** A registration that is or was on the waitlist, as it is to be written; with its offer where it gets one. */
export type WaitedRow = RegistrationRow & { offer: { at: Date; hash: Buffer } | null }
/** One option that somebody who joins would take. */
export type NewWish = {
  eventId: string
  registrationId: string
  wishNo: number
  optionId: string
  userId: string
  joinedNo: number
}
/** What a batch changes of an event's waitlist. */
export type WaitlistChanges = { eventId: string; changes: BookChanges; joined: number; isCut: boolean }

const updateWaited = {
  name: 'update_waited',
  text: `update registrations r
            set event_option_id = n.event_option_id, amount_minor = n.amount_minor, is_promised = n.is_promised,
                offer_expires_at = n.offer_expires_at, offered_at = coalesce(n.offered_at, r.offered_at),
                offer_hash = coalesce(n.offer_hash, r.offer_hash), status = n.status, approved_at = n.approved_at,
                approved_by = n.approved_by, preferred_slot_id = n.preferred_slot_id,
                assigned_slot_id = n.assigned_slot_id, notes = n.notes
           from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::bigint[], $6::boolean[], $7::timestamptz[],
                $8::timestamptz[], $9::bytea[], $10::text[], $11::timestamptz[], $12::uuid[], $13::uuid[], $14::uuid[],
                $15::text[])
             as n (event_id, id, event_option_id, amount_minor, is_promised, offer_expires_at, offered_at, offer_hash,
                status, approved_at, approved_by, preferred_slot_id, assigned_slot_id, notes)
          where r.tenant_id = $1 and r.event_id = n.event_id and r.id = n.id`,
}

/** Whoever is offered something or waits no longer comes up no more; wishes stay, to be read. */
const closeWishes = {
  name: 'close_wishes',
  text: `update waitlist_wishes w
            set is_waiting = n.status = 'WAITLISTED' and not n.is_promised, is_open = n.status = 'WAITLISTED'
           from unnest($2::uuid[], $3::uuid[], $4::text[], $5::boolean[]) as n (event_id, id, status, is_promised)
          where w.tenant_id = $1 and w.event_id = n.event_id and w.registration_id = n.id and w.is_open`,
}

export function saveWaited(tx: Tx, tenantId: string, rows: readonly WaitedRow[]): void {
  if (rows.length === 0) return
  const column = <T>(pick: (row: WaitedRow) => T) => rows.map(pick)
  tx.write(updateWaited, [
    tenantId,
    column((row) => row.event_id),
    column((row) => row.id),
    column((row) => row.event_option_id),
    column((row) => row.amount_minor),
    column((row) => row.is_promised),
    column((row) => row.offer_expires_at?.toISOString() ?? null),
    column((row) => row.offer?.at.toISOString() ?? null),
    column((row) => row.offer?.hash ?? null),
    column((row) => row.status),
    column((row) => row.approved_at?.toISOString() ?? null),
    column((row) => row.approved_by),
    column((row) => row.preferred_slot_id),
    column((row) => row.assigned_slot_id),
    column((row) => row.notes),
  ])
  tx.write(closeWishes, [
    tenantId,
    column((row) => row.event_id),
    column((row) => row.id),
    column((row) => row.status),
    column((row) => row.is_promised),
  ])
}

const insertWishes = {
  name: 'insert_wishes',
  text: `insert into waitlist_wishes (tenant_id, event_id, registration_id, wish_no, event_option_id, user_id, joined_no,
           rank)
         select $1, n.*, n.joined_no * $8::bigint
           from unnest($2::uuid[], $3::uuid[], $4::smallint[], $5::uuid[], $6::uuid[], $7::bigint[])
             as n (event_id, registration_id, wish_no, event_option_id, user_id, joined_no)`,
}

export function saveWishes(tx: Tx, tenantId: string, wishes: readonly NewWish[]): void {
  if (wishes.length === 0) return
  tx.write(insertWishes, [
    tenantId,
    wishes.map(({ eventId }) => eventId),
    wishes.map(({ registrationId }) => registrationId),
    wishes.map(({ wishNo }) => wishNo),
    wishes.map(({ optionId }) => optionId),
    wishes.map(({ userId }) => userId),
    wishes.map(({ joinedNo }) => joinedNo),
    RANK_STEP,
  ])
}

const updateOptions = {
  name: 'update_option_waits',
  text: `update event_options o
            set promised_count = o.promised_count + c.promised, waiting_count = o.waiting_count + c.waiting
           from unnest($2::uuid[], $3::uuid[], $4::integer[], $5::integer[]) as c (event_id, id, promised, waiting)
          where o.tenant_id = $1 and o.event_id = c.event_id and o.id = c.id`,
}

const updateSlots = {
  name: 'update_slot_promises',
  text: `update pickup_slots s set promised_count = s.promised_count + c.promised
           from unnest($2::uuid[], $3::uuid[], $4::integer[]) as c (event_id, id, promised)
          where s.tenant_id = $1 and s.event_id = c.event_id and s.id = c.id`,
}

/** What is due next: the rest of those who fit, the first offer to run out, or a lottery when nobody can join any more. */
const nextDue = `case when c.is_cut then clock_timestamp() else least(
    (select min(r.offer_expires_at) from registrations r
      where r.tenant_id = b.tenant_id and r.event_id = b.event_id and r.offer_expires_at is not null),
    (select e.registration_end_date + interval '1 millisecond' from events e
      where e.tenant_id = b.tenant_id and e.id = b.event_id and e.waitlist_order = 'lottery'
        and e.lottery_drawn_at is null and b.waitlisted_count + c.waitlisted > 0)) end`

const updateBooks = {
  name: 'update_waitlist_books',
  text: `update event_books b
            set waitlisted_count = b.waitlisted_count + c.waitlisted, promised_minor = b.promised_minor + c.promised_minor,
                waitlist_last_no = b.waitlist_last_no + c.joined, waitlist_due_at = ${nextDue}
           from unnest($2::uuid[], $3::integer[], $4::bigint[], $5::bigint[], $6::boolean[])
             as c (event_id, waitlisted, promised_minor, joined, is_cut)
          where b.tenant_id = $1 and b.event_id = c.event_id`,
}

/** Adds a batch's differences to the counters of the waitlist; behind the registrations, of which it reads what is due. */
export function saveWaitlists(tx: Tx, tenantId: string, waitlists: readonly WaitlistChanges[]): void {
  if (waitlists.length === 0) return
  const options = waitlists.flatMap(({ eventId, changes }) =>
    [...changes.options]
      .map(([id, { promised = 0, waiting = 0 }]) => ({ eventId, id, promised, waiting }))
      .filter(({ promised, waiting }) => promised !== 0 || waiting !== 0),
  )
  const slots = waitlists.flatMap(({ eventId, changes }) =>
    [...changes.slots]
      .map(([id, { promised = 0 }]) => ({ eventId, id, promised }))
      .filter(({ promised }) => promised !== 0),
  )
  if (options.length > 0) {
    tx.write(updateOptions, [
      tenantId,
      options.map(({ eventId }) => eventId),
      options.map(({ id }) => id),
      options.map(({ promised }) => promised),
      options.map(({ waiting }) => waiting),
    ])
  }
  if (slots.length > 0) {
    tx.write(updateSlots, [
      tenantId,
      slots.map(({ eventId }) => eventId),
      slots.map(({ id }) => id),
      slots.map(({ promised }) => promised),
    ])
  }
  tx.write(updateBooks, [
    tenantId,
    waitlists.map(({ eventId }) => eventId),
    waitlists.map(({ changes }) => changes.statuses.WAITLISTED),
    waitlists.map(({ changes }) => changes.promisedMinor ?? 0),
    waitlists.map(({ joined }) => joined),
    waitlists.map(({ isCut }) => isCut),
  ])
}
