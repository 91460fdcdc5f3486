import { createEvent, updateEvent } from '../events/change-event.ts'
import type { EventKey } from '../events/books.sql.ts'
import { createOption } from '../options/change-option.ts'
import { createUser } from '../accounts/change-user.ts'
import type { Actor } from '../platform/actor.ts'
import { readClock } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { fromMinor } from '@allot/core'
import type { Role } from '@allot/contract'
import { decideBatch } from '../registrations/decide.ts'
import type { Ask, Question, Services } from '../registrations/ask.ts'
import { createSlots } from '../slots/change-slot.ts'
import { pauseMail } from '../notifications/settings.sql.ts'
import { createTenant } from '../tenants/change-tenant.ts'
import { planAnnualDay } from './annual-day.ts'
import type { DemoAction, DemoPlan } from './annual-day.ts'

const DAY_MS = 24 * 3_600_000

export type Demo = {
  tenantId: string
  eventId: string
  /** One person of each role, to sign in as. */
  people: { role: Role; name: string; email: string; userId: string }[]
}

/**
 * Makes the example tenant: an organisation in the middle of its annual day, with its people, options, slots and
 * requests. Everything goes through the same use cases as in life, at the instants of the story, so that its books,
 * ledger and trail are as true as any.
 */
export async function loadDemo(services: Services): Promise<Demo> {
  const tenantId = newId()
  const { now, people } = await services.db.transaction(tenantId, async (tx) => {
    const now = await readClock(tx)
    const plan = planAnnualDay(now)
    await createTenant(tx, tenantId, plan.tenant)
    await pauseMail(tx, tenantId)
    const people: Demo['people'] = []
    for (const { email, name, role, department } of plan.people) {
      const user = await createUser(tx, tenantId, null, { email, name, role, department })
      people.push({ role, name, email, userId: user.id })
    }
    return { now, people }
  })
  const plan = planAnnualDay(now)
  const actors = new Map(people.map((person) => [person.email, actorOf(tenantId, person)]))
  const organizer = actors.get(people.find(({ role }) => role === 'organizer')?.email ?? '')
  if (!organizer) throw new Error('the example has no organizer')

  const { key, optionIds } = await createDemoEvent(services, organizer, plan)
  await playActions(services, key, plan.actions, actors, optionIds, plan.tenant.currency)
  const roles = new Set<Role>()
  const oneOfEach = people.filter(({ role }) => !roles.has(role) && roles.add(role))
  return { tenantId, eventId: key.eventId, people: oneOfEach }
}

async function createDemoEvent(
  { db }: Services,
  organizer: Actor,
  { event, options, slots, tenant, actions }: DemoPlan,
): Promise<{ key: EventKey; optionIds: Map<string, string> }> {
  // Before anything else happens, as in life: the trail is in the order of its times.
  const at = new Date(Math.min(event.registration_start_date.getTime(), actions[0]?.at.getTime() ?? Infinity) - DAY_MS)
  return db.transaction(organizer.tenantId, async (tx) => {
    const { event: created } = await createEvent(
      tx,
      organizer,
      {
        name: event.name,
        description: event.description,
        event_type: event.event_type,
        event_budget_amount: fromMinor(event.budgetMinor, tenant.currency),
        event_date: event.event_date.toISOString(),
        ends_at: event.ends_at.toISOString(),
        venue: event.venue,
        registration_start_date: event.registration_start_date.toISOString(),
        registration_end_date: event.registration_end_date.toISOString(),
        registration_limit: event.registration_limit,
        pickup_slot_capacity: event.pickup_slot_capacity,
        hold_policy: event.hold_policy,
        slug: event.slug,
        published: true,
      },
      at,
    )
    const key = { tenantId: organizer.tenantId, eventId: created.id }
    const optionIds = new Map<string, string>()
    for (const option of options) {
      const { option: made } = await createOption(
        tx,
        organizer,
        key,
        {
          option_name: option.option_name,
          option_type: option.option_type,
          description: option.description,
          total_available: option.totalAvailable,
          cost_per_unit: fromMinor(option.costMinor, tenant.currency),
          starts_at: option.startsAt?.toISOString() ?? null,
          ends_at: option.endsAt?.toISOString() ?? null,
        },
        at,
      )
      optionIds.set(option.key, made.id)
    }
    const inputs = slots.map(({ label, location, startsAt, endsAt, capacity }) => ({
      label,
      location,
      starts_at: startsAt.toISOString(),
      ends_at: endsAt.toISOString(),
      capacity,
    }))
    await createSlots(tx, organizer, key, inputs, at)
    return { key, optionIds }
  })
}

/** Plays the story: what happens at one instant is one batch, as it would be in a rush. */
async function playActions(
  services: Services,
  key: EventKey,
  actions: readonly DemoAction[],
  actors: ReadonlyMap<string, Actor>,
  optionIds: ReadonlyMap<string, string>,
  currency: string,
): Promise<void> {
  const registrationIds = new Map<number, string>()
  const actorOfEmail = (email: string) => {
    const actor = actors.get(email)
    if (!actor) throw new Error(`the example knows nobody with the address ${email}`)
    return actor
  }
  for (const batch of batchesOf(actions)) {
    const [first] = batch
    if (first?.kind === 'raise_budget') {
      const patch = { event_budget_amount: fromMinor(first.budgetMinor, currency) }
      await services.db.transaction(key.tenantId, (tx) =>
        updateEvent(tx, actorOfEmail(first.byEmail), key, patch, undefined, first.at),
      )
      continue
    }
    const asks = batch.map((action): Ask => {
      const email = action.kind === 'register' ? action.personEmail : action.byEmail
      const actor = actorOfEmail(email)
      return { question: questionOf(action, actor, registrationIds, optionIds), actor, claim: undefined, requestId: '' }
    })
    const answers = await decideBatch(services, key, asks, first?.at)
    answers.forEach(({ status, body }, index) => {
      const action = batch[index]
      if (status >= 400) throw new Error(`the example does not play: ${JSON.stringify({ action, body })}`)
      if (action?.kind === 'register') registrationIds.set(action.ref, (body as { id: string }).id)
    })
  }
}

/** Actions of one instant; asking and deciding apart, so that what is decided has its id by then. */
function batchesOf(actions: readonly DemoAction[]): DemoAction[][] {
  const batches: DemoAction[][] = []
  for (const action of actions) {
    const last = batches.at(-1)
    const [first] = last ?? []
    const isSame =
      first &&
      first.at.getTime() === action.at.getTime() &&
      (first.kind === 'register') === (action.kind === 'register') &&
      first.kind !== 'raise_budget' &&
      action.kind !== 'raise_budget'
    if (last && isSame) last.push(action)
    else batches.push([action])
  }
  return batches
}

function questionOf(
  action: DemoAction,
  actor: Actor,
  registrationIds: ReadonlyMap<number, string>,
  optionIds: ReadonlyMap<string, string>,
): Question {
  switch (action.kind) {
    case 'register': {
      const optionId = optionIds.get(action.optionKey) ?? ''
      return { kind: 'register', personId: actor.userId, optionId, slotLabel: action.slotLabel, notes: null }
    }
    case 'approve':
    case 'reject':
    case 'cancel': {
      const to = ({ approve: 'APPROVED', reject: 'REJECTED', cancel: 'CANCELLED' } as const)[action.kind]
      const registrationId = registrationIds.get(action.ref) ?? ''
      return { kind: 'decide', registrationId, to, ...(action.note === undefined ? {} : { notes: action.note }) }
    }
    case 'raise_budget':
      throw new Error('raising the budget is no question')
  }
}

function actorOf(tenantId: string, { userId, name, role }: { userId: string; name: string; role: Role }): Actor {
  return { tenantId, userId, name, role, via: 'session', apiKeyId: null, rateLimitPerMinute: null }
}
