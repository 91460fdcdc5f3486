import { startOfDay } from '@allot/core'
import { createUser, updateUser } from '../accounts/change-user.ts'
import type { EventKey } from '../events/books.sql.ts'
import { createEvent, updateEvent } from '../events/change-event.ts'
import type { EventNow } from '../events/change-event.ts'
import { hasEvents } from '../events/events.sql.ts'
import { createOption } from '../options/change-option.ts'
import type { Actor } from '../platform/actor.ts'
import { readClock } from '../platform/database.ts'
import type { Tx } from '../platform/database.ts'
import { Problem } from '../platform/problem.ts'
import type { Secrets } from '../platform/secrets.ts'
import type { Ask, Question } from '../registrations/ask.ts'
import { decideWithin } from '../registrations/decide.ts'
import { createSlots } from '../slots/change-slot.ts'
import { findTenant, lockTenant } from '../tenants/tenants.sql.ts'
import { samplePlan as plan } from './sample-plan.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/**
 * Makes a sample event in an organisation that has none, for somebody to look around in. All of it is done by who asks
 * for it, through the use cases that there are, so that its books and its trail are as true as any. Its people may not
 * come in, and have addresses that lead nowhere.
 *
 * @throws Problem EVENTS_EXIST where there is an event already, be it a draft or archived
 */
export async function createSampleEvent(tx: Tx, secrets: Secrets, actor: Actor): Promise<EventNow> {
  // Whoever asks at the same moment waits here, and finds the event.
  await lockTenant(tx, actor.tenantId)
  if (await hasEvents(tx, actor.tenantId)) {
    throw new Problem('EVENTS_EXIST', 'There is an event already. A sample is for an organisation that has none.')
  }
  const personIds = await addPeople(tx, actor)
  const { key, optionIds } = await addEvent(tx, actor)
  const asks = plan.requests.map(({ person, option, slot }): Question => {
    const [personId = '', optionId = ''] = [personIds[person], optionIds.get(option)]
    return { kind: 'register', personId, optionId, slotLabel: slot, notes: null }
  })
  const registrationIds = await answersTo(tx, secrets, actor, key, asks)
  const approvals = plan.requests.flatMap(({ isApproved }, index): Question[] =>
    isApproved ? [{ kind: 'decide', registrationId: registrationIds[index] ?? '', to: 'APPROVED' }] : [],
  )
  await answersTo(tx, secrets, actor, key, approvals)
  // Only now: nobody asks for anything in a draft, nor for whom may not come in.
  for (const personId of personIds) await updateUser(tx, actor.tenantId, actor, personId, { is_active: false })
  return updateEvent(tx, actor, key, { published: false }, undefined)
}

async function addPeople(tx: Tx, actor: Actor): Promise<string[]> {
  const ids: string[] = []
  for (const { name, department } of plan.people) {
    const mailbox = name
      .normalize('NFD')
      .replaceAll(/[^\w ]/g, '')
      .replaceAll(' ', '.')
      .toLowerCase()
    // No mail is ever delivered to .invalid (RFC 2606).
    const person = { email: `${mailbox}@sample.invalid`, name, role: 'member', department } as const
    ids.push((await createUser(tx, actor.tenantId, actor, person)).id)
  }
  return ids
}

/** The event lies a month ahead, from ten to four; people may ask until a week before. */
async function addEvent(tx: Tx, actor: Actor): Promise<{ key: EventKey; optionIds: Map<string, string> }> {
  const [tenant, now] = await Promise.all([findTenant(tx, actor.tenantId), readClock(tx)])
  if (!tenant) throw new Problem('TENANT_NOT_FOUND')
  const dayIn = (days: number) => startOfDay(new Date(now.getTime() + days * DAY_MS), tenant.timezone).getTime()
  const instant = (milliseconds: number) => new Date(milliseconds).toISOString()
  const day = dayIn(30)
  const { event } = await createEvent(tx, actor, {
    name: plan.name,
    description: plan.description,
    event_type: 'SOCIAL',
    event_budget_amount: plan.budget,
    event_date: instant(day + 10 * HOUR_MS),
    ends_at: instant(day + 16 * HOUR_MS),
    venue: plan.venue,
    registration_start_date: instant(dayIn(0)),
    registration_end_date: instant(dayIn(23)),
    registration_limit: 'one_per_type',
    pickup_slot_capacity: plan.slotCapacity,
    published: true,
  })
  const key = { tenantId: actor.tenantId, eventId: event.id }
  const optionIds = new Map<string, string>()
  for (const { name, type, total, cost } of plan.options) {
    const input = { option_name: name, option_type: type, total_available: total, cost_per_unit: cost }
    optionIds.set(name, (await createOption(tx, actor, key, input)).option.id)
  }
  const slots = plan.places.flatMap((location) =>
    plan.halfHours.map((time, index) => {
      const begins = day + 12 * HOUR_MS + (index * HOUR_MS) / 2
      const times = { starts_at: instant(begins), ends_at: instant(begins + HOUR_MS / 2) }
      return { label: `${location} ${time}`, location, ...times }
    }),
  )
  await createSlots(tx, actor, key, slots)
  return { key, optionIds }
}

/** Has questions decided as if they had been asked one after the other; the ids of the registrations they are about. */
async function answersTo(
  tx: Tx,
  secrets: Secrets,
  actor: Actor,
  key: EventKey,
  questions: Question[],
): Promise<string[]> {
  const asks = questions.map((question): Ask => ({ question, actor, claim: undefined, requestId: '' }))
  const answers = await decideWithin(tx, secrets, key, asks)
  return answers.map(({ status, body }) => {
    if (status >= 400) throw new Error(`the sample does not go: ${JSON.stringify(body)}`)
    return (body as { id: string }).id
  })
}
