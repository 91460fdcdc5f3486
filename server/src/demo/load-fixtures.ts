import { roles } from '@allot/contract'
import type { Role } from '@allot/contract'
import { createApiKey, createUser } from '../accounts/change-user.ts'
import { createEvent } from '../events/change-event.ts'
import { createOption } from '../options/change-option.ts'
import type { Actor } from '../platform/actor.ts'
import { newId } from '../platform/ids.ts'
import { decideBatch } from '../registrations/decide.ts'
import type { Ask, Services } from '../registrations/ask.ts'
import { pauseMail } from '../notifications/settings.sql.ts'
import { createTenant } from '../tenants/change-tenant.ts'

export type TenantFixture = {
  id: string
  name: string
  users: Record<Role, { id: string; email: string; api_key: string }>
  event: { id: string; name: string }
  options: { id: string; name: string; type: string }[]
  registrations: { id: string; user_id: string; status: string }[]
}

/** Two tenants that know nothing of each other: a person and a key for every role, an event, options, registrations. */
export async function loadTwoTenants(services: Services): Promise<{ tenants: [TenantFixture, TenantFixture] }> {
  return { tenants: [await loadTenant(services, 'Aster'), await loadTenant(services, 'Birch')] }
}

async function loadTenant(services: Services, name: string): Promise<TenantFixture> {
  const tenantId = newId()
  const { users, actors } = await services.db.transaction(tenantId, async (tx) => {
    await createTenant(tx, tenantId, { name, currency: 'EUR', timezone: 'Europe/Berlin' })
    await pauseMail(tx, tenantId)
    const users = {} as TenantFixture['users']
    const actors = {} as Record<Role, Actor>
    for (const role of roles) {
      const email = `${role}@${name.toLowerCase()}.example.org`
      const user = await createUser(tx, tenantId, null, { email, name: `${name} ${role}`, role })
      const key = await createApiKey(tx, tenantId, null, { user_id: user.id, name: 'fixture' })
      users[role] = { id: user.id, email, api_key: key.key }
      actors[role] = {
        tenantId,
        userId: user.id,
        name: user.name,
        role,
        via: 'key',
        apiKeyId: key.id,
        rateLimitPerMinute: null,
      }
    }
    return { users, actors }
  })

  const { event, options } = await services.db.transaction(tenantId, async (tx) => {
    const { event } = await createEvent(tx, actors.organizer, {
      name: `${name} summer party`,
      event_type: 'SOCIAL',
      event_budget_amount: 1000,
      registration_limit: 'one_per_option',
      pickup_slot_capacity: 10,
      published: true,
    })
    const key = { tenantId, eventId: event.id }
    const wanted = [
      { option_name: 'Boat trip', option_type: 'TRACK', total_available: 20, cost_per_unit: 40 },
      { option_name: 'Mug', option_type: 'INVENTORY', total_available: 50, cost_per_unit: 12.5 },
    ] as const
    const options: TenantFixture['options'] = []
    for (const input of wanted) {
      const { option } = await createOption(tx, actors.organizer, key, input)
      options.push({ id: option.id, name: option.option_name, type: option.option_type })
    }
    return { event, options }
  })

  const key = { tenantId, eventId: event.id }
  const ask = (actor: Actor, question: Ask['question']): Ask => ({ question, actor, claim: undefined, requestId: '' })
  const asked = await decideBatch(
    services,
    key,
    options.flatMap(({ id: optionId }) =>
      [actors.member, actors.approver].map((actor) =>
        ask(actor, { kind: 'register', personId: actor.userId, optionId, slotLabel: '11:00-12:00', notes: null }),
      ),
    ),
  )
  const bodies = asked.map(({ body }) => body as { id: string; user_id: string; status: string })
  const [first] = bodies
  if (!first) throw new Error('the fixture has no registrations')
  const question = { kind: 'decide', registrationId: first.id, to: 'APPROVED' } as const
  const [approved] = await decideBatch(services, key, [ask(actors.organizer, question)])
  if (approved?.status !== 200) throw new Error('the fixture could not be approved')
  const registrations = bodies.map(({ id, user_id }, index) => ({
    id,
    user_id,
    status: index === 0 ? 'APPROVED' : 'PENDING',
  }))
  return { id: tenantId, name, users, event: { id: event.id, name: event.name }, options, registrations }
}
