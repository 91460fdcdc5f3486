import { roles } from '@allot/contract'
import type { Role } from '@allot/contract'
import { inject } from 'vitest'
import { clientAt, operatorKey } from '../../../server/src/testing/server-process.ts'
import type { Client, Json, Reply } from '../../../server/src/testing/reply.ts'
import { openSession } from './sessions.ts'
import type { Session } from './sessions.ts'

/** A person with a session for the browser, who is also a client of the API. */
export type Person = Session & Client & { userId: string; email: string }
export type Tenant = { tenantId: string; name: string; add(role: Role, name?: string): Promise<Person> } & Record<
  Role,
  Person
>

/** An event that takes requests now, with its options and slots by name. */
export type GivenEvent = {
  id: string
  slug: string
  path: string
  options: Record<string, string>
  /** Somebody asks for an option, the first one unless said; the registration's id. */
  ask(person: Person, option?: string, slot?: string): Promise<string>
  approve(registrationId: string): Promise<Json>
  registrations(): Promise<Json[]>
  variance(): Promise<Json>
}

export type EventOptions = {
  name?: string
  budget?: number
  options?: Record<string, { total: number; cost?: number; type?: 'TRACK' | 'INVENTORY' }>
  slots?: { label: string; location: string; starts_at: string; ends_at: string; capacity: number }[]
  more?: object
}

export function operator(): Client {
  return clientAt(inject('stage').url, operatorKey)
}

/** What has to succeed for a story to begin at all. */
export async function sure(reply: Promise<Reply>): Promise<Json> {
  const { status, body, text } = await reply
  if (status >= 300) throw new Error(`${status}: ${text}`)
  return body
}

/** A tenant of its own for a file, with a person of every role. */
export async function givenTenant(name = 'Northwind'): Promise<Tenant> {
  const tenant = await sure(operator().post('/tenants', { name, currency: 'EUR', timezone: 'Europe/Amsterdam' }))
  const tenantId = String(tenant.id)
  const path = `/tenants/${tenantId}`
  let count = 0
  const add = (role: Role, personName = `${role} ${(count += 1)}`) => givenPerson(path, role, personName)
  const people: Partial<Record<Role, Person>> = {}
  for (const role of roles) people[role] = await add(role)
  return { tenantId, name, add, ...(people as Record<Role, Person>) }
}

/** A person of a tenant, who has come in already. @param tenantPath `/tenants/…`, as the operator sees it */
export async function givenPerson(tenantPath: string, role: Role, name: string): Promise<Person> {
  const { url } = inject('stage')
  const email = `${role}.${crypto.randomUUID()}@example.org`
  const user = await sure(operator().post(`${tenantPath}/users`, { email, name, role }))
  const userId = String(user.id)
  const key = await sure(operator().post(`${tenantPath}/api-keys`, { user_id: userId, name: 'tests' }))
  const link = await sure(operator().post(`${tenantPath}/users/${userId}/sign-in-links`))
  const cookie = await openSession(url, String(link.code))
  return { ...clientAt(url, String(key.key)), userId, name, email, cookie }
}

export async function givenEvent(tenant: Tenant, given: EventOptions = {}): Promise<GivenEvent> {
  const event = await sure(
    tenant.organizer.post('/events', {
      name: given.name ?? 'Summer Gala',
      event_type: 'ANNUAL_DAY',
      event_budget_amount: given.budget ?? 10_000,
      registration_start_date: '2020-01-01T00:00:00Z',
      registration_end_date: '2100-01-01T00:00:00Z',
      ...given.more,
    }),
  )
  const path = `/events/${String(event.id)}`
  const options: Record<string, string> = {}
  for (const [name, { total, cost, type }] of Object.entries(given.options ?? { Mug: { total: 100, cost: 25 } })) {
    const body = {
      option_name: name,
      option_type: type ?? 'INVENTORY',
      total_available: total,
      cost_per_unit: cost ?? 0,
    }
    options[name] = String((await sure(tenant.organizer.post(`${path}/options`, body))).id)
  }
  for (const slot of given.slots ?? []) await sure(tenant.organizer.post(`${path}/slots`, slot))
  return {
    id: String(event.id),
    slug: String(event.slug),
    path,
    options,
    ask: async (person, option = Object.keys(options)[0] ?? '', slot) => {
      const body = { event_option_id: options[option], ...(slot === undefined ? {} : { preferred_pickup_slot: slot }) }
      return String((await sure(person.post(`${path}/register`, body))).id)
    },
    approve: (registrationId) =>
      sure(tenant.approver.put(`${path}/registrations/${registrationId}`, { status: 'APPROVED' })),
    registrations: async () => [...(await sure(tenant.auditor.get(`${path}/registrations?limit=100`)))],
    variance: () => sure(tenant.auditor.get(`${path}/budget-variance`)),
  }
}
