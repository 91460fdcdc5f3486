import { operatorKey, clientAt } from '../src/testing/server-process.ts'
import { webhookEvents } from '@allot/contract'
import type { Json, Reply } from '../src/testing/reply.ts'
import { world } from './plan.ts'
import type { Stage } from './stage.ts'

export type Person = { id: string; key: string | undefined }
export type EventScene = {
  id: string
  path: string
  optionIds: string[]
  slotLabels: string[]
  slotIds: string[]
  /** Registrations that some client has heard of, oldest first. */
  known: string[]
}
export type TenantScene = {
  id: string
  keys: Record<'owner' | 'organizer' | 'approver' | 'auditor', string>
  people: Person[]
  events: EventScene[]
}
export type Scene = { tenants: TenantScene[] }

/** Makes two tenants of the same size through the API, before anything goes wrong. */
export async function makeScene({ servers, hooks }: Stage): Promise<Scene> {
  const address = servers[0]?.address ?? ''
  const tenants: TenantScene[] = []
  for (let index = 0; index < world.tenants; index += 1) tenants.push(await makeTenant(address, hooks.url, index))
  return { tenants }
}

async function makeTenant(address: string, hooksUrl: string, index: number): Promise<TenantScene> {
  const operator = clientAt(address, operatorKey)
  const { id } = good(
    await operator.post('/tenants', { name: `Tenant ${index}`, currency: 'EUR', timezone: 'Europe/Berlin' }),
  )
  const add = async (name: string, role: string) => {
    const email = `${name}.${index}@example.org`
    const user = good(await operator.post(`/tenants/${String(id)}/users`, { email, name, role }))
    const key = good(
      await operator.post(`/tenants/${String(id)}/api-keys`, { user_id: String(user.id), name: 'chaos' }),
    )
    return { id: String(user.id), key: String(key.key) }
  }
  const keys = {
    owner: (await add('owner', 'owner')).key,
    organizer: (await add('organizer', 'organizer')).key,
    approver: (await add('approver', 'approver')).key,
    auditor: (await add('auditor', 'auditor')).key,
  }
  const people: Person[] = []
  for (let number = 0; number < world.people; number += 1) people.push(await add(`person-${number}`, 'member'))
  good(
    await clientAt(address, keys.owner).post('/webhook-endpoints', {
      url: `${hooksUrl}/${index}`,
      description: 'chaos',
      events: webhookEvents.filter((name) => name.startsWith('registration.')),
    }),
  )
  const events: EventScene[] = []
  for (let number = 0; number < world.events; number += 1) events.push(await makeEvent(address, keys.organizer, number))
  return { id: String(id), keys, people, events }
}

async function makeEvent(address: string, organizer: string, number: number): Promise<EventScene> {
  const client = clientAt(address, organizer)
  const event = good(
    await client.post('/events', {
      name: `Event ${number}`,
      event_type: 'GIFTING',
      event_budget_amount: 60,
      registration_limit: 'one_per_option',
      // In one of the events a request holds what it asks for, from the start.
      ...(number === 1 ? { hold_policy: { stock: 'hold', slot: 'hold', budget: 'hold' } } : {}),
      waitlist_policy: {
        is_open: true,
        order: 'first_come',
        promotion: number === 1 ? 'offer' : 'automatic',
        offer_hours: 1,
      },
    }),
  )
  const path = `/events/${String(event.id)}`
  const optionIds: string[] = []
  for (let option = 0; option < world.options; option += 1) {
    const made = good(
      await client.post(`${path}/options`, {
        option_name: `Option ${option}`,
        option_type: option === 0 ? 'TRACK' : 'INVENTORY',
        total_available: 3 + option,
        cost_per_unit: [3, 5, 0][option] ?? 1,
      }),
    )
    optionIds.push(String(made.id))
  }
  const labels = Array.from({ length: world.slots }, (_, slot) => `Slot ${slot}`)
  const slotIds: string[] = []
  for (const label of labels) slotIds.push(String(good(await client.post(`${path}/slots`, { label, capacity: 4 })).id))
  return { id: String(event.id), path, optionIds, slotLabels: labels, slotIds, known: [] }
}

function good({ status, text, body }: Reply): Json {
  if (status >= 300) throw new Error(`the scene cannot be made: ${status} ${text}`)
  return body
}
