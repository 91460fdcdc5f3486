import type { EventView } from '@allot/contract'
import type { HoldPolicy, RegistrationLimit } from '@allot/core'
import type { TestPerson, TestTenant } from './given-app.ts'
import type { Json, Reply } from './reply.ts'

export type GalaOptions = {
  budget?: number
  /** Stock and price by option name; tracks begin with a capital T. */
  options?: Record<string, { total: number; cost?: number; type?: 'TRACK' | 'INVENTORY' }>
  hold?: Partial<HoldPolicy>
  limit?: RegistrationLimit
  waitlist?: Partial<EventView['waitlist_policy']>
  slotCapacity?: number
}

/** An event with its people by name, so that a test reads as the story it tells. */
export type Gala = {
  eventId: string
  path: string
  options: Record<string, string>
  /** Registers people for an option, the first one unless said. */
  register(name: string, option?: string, slot?: string): Promise<Reply>
  approve(name: string, more?: object): Promise<Reply>
  reject(name: string): Promise<Reply>
  cancel(name: string): Promise<Reply>
  /** Puts people on the waitlist for an option, the first one unless said, or for any of several. */
  wait(name: string, options?: string | string[], slot?: string): Promise<Reply>
  /** What somebody waits for. */
  place(name: string): Promise<Json[]>
  statusOf(name: string): Promise<string>
  /** What somebody makes of an offer. */
  answer(name: string, kind: 'accept' | 'decline'): Promise<Reply>
  /** The last registration of a person. */
  registrationOf(name: string): string
  person(name: string): Promise<TestPerson>
  variance(): Promise<Json>
  verify(): Promise<Json>
}

/** A published event that takes registrations now. */
export async function givenGala(tenant: TestTenant, given: GalaOptions = {}): Promise<Gala> {
  const created = await tenant.organizer.post('/events', {
    name: 'Gala',
    event_type: 'ANNUAL_DAY',
    event_budget_amount: given.budget ?? 10_000,
    registration_start_date: '2020-01-01T00:00:00Z',
    registration_end_date: '2100-01-01T00:00:00Z',
    hold_policy: given.hold ?? {},
    waitlist_policy: given.waitlist ?? {},
    registration_limit: given.limit ?? 'one_per_option',
    pickup_slot_capacity: given.slotCapacity ?? 10,
  })
  if (created.status !== 201) throw new Error(`no gala: ${created.text}`)
  const eventId = String(created.body.id)
  const path = `/events/${eventId}`
  const options: Record<string, string> = {}
  for (const [name, { total, cost, type }] of Object.entries(given.options ?? { Mug: { total: 100, cost: 25 } })) {
    const body = {
      option_name: name,
      option_type: type ?? 'INVENTORY',
      total_available: total,
      cost_per_unit: cost ?? 0,
    }
    const option = await tenant.organizer.post(`${path}/options`, body)
    if (option.status !== 201) throw new Error(`no ${name}: ${option.text}`)
    options[name] = String(option.body.id)
  }
  const people = new Map<string, Promise<TestPerson>>()
  const registrations = new Map<string, string>()
  const person = (name: string) => {
    const known = people.get(name) ?? tenant.add('member', `${name} of ${eventId}`)
    people.set(name, known)
    return known
  }
  const registrationOf = (name: string) => {
    const id = registrations.get(name)
    if (id === undefined) throw new Error(`${name} has not registered`)
    return id
  }
  const decide = (name: string, body: object) =>
    tenant.approver.put(`${path}/registrations/${registrationOf(name)}`, body)
  return {
    eventId,
    path,
    options,
    person,
    registrationOf,
    register: async (name, option = Object.keys(options)[0] ?? '', slot) => {
      const body = { event_option_id: options[option], ...(slot === undefined ? {} : { preferred_pickup_slot: slot }) }
      const reply = await (await person(name)).post(`${path}/register`, body)
      if (reply.status === 201) registrations.set(name, String(reply.body.id))
      return reply
    },
    wait: async (name, wanted = Object.keys(options)[0] ?? '', slot) => {
      const wish = Array.isArray(wanted)
        ? { any_of: wanted.map((option) => options[option]) }
        : { event_option_id: options[wanted] }
      const body = { ...wish, ...(slot === undefined ? {} : { preferred_pickup_slot: slot }) }
      const reply = await (await person(name)).post(`${path}/waitlist`, body)
      if (reply.status === 201) registrations.set(name, String(reply.body.id))
      return reply
    },
    place: async (name) => (await (await person(name)).get(`${path}/waitlist/me`)).body as unknown as Json[],
    statusOf: async (name) =>
      String((await tenant.approver.get(`${path}/registrations/${registrationOf(name)}`)).body.status),
    answer: async (name, kind) => (await person(name)).post(`${path}/waitlist/${registrationOf(name)}/${kind}`),
    approve: (name, more = {}) => decide(name, { status: 'APPROVED', ...more }),
    reject: (name) => decide(name, { status: 'REJECTED' }),
    cancel: (name) => decide(name, { status: 'CANCELLED' }),
    variance: async () => (await tenant.auditor.get(`${path}/budget-variance`)).body,
    verify: async () => (await tenant.auditor.get(`${path}/ledger/verify`)).body,
  }
}
