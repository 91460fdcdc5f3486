import { expect, test } from 'vitest'
import { createEvent, updateEvent } from '../events/change-event.ts'
import { createOption } from '../options/change-option.ts'
import type { Actor } from '../platform/actor.ts'
import type { EventKey } from '../events/books.sql.ts'
import { decideBatch } from '../registrations/decide.ts'
import type { Question } from '../registrations/ask.ts'
import { givenGala } from '../testing/gala.ts'
import { givenApp, givenTenant } from '../testing/given-app.ts'

const DAY_MS = 24 * 3_600_000

test('every day of the event says its budget, what was committed and what was requested', async () => {
  const { app, db } = await givenApp()
  const tenant = await givenTenant({ app, db })
  const { tenantId } = tenant
  const actorOf = (userId: string, role: Actor['role']): Actor => ({
    tenantId,
    userId,
    name: role,
    role,
    via: 'key',
    apiKeyId: null,
    rateLimitPerMinute: null,
  })
  const organizer = actorOf(tenant.organizer.userId, 'organizer')
  /** So many days ago, late in the evening of UTC: in the zone of the event the next day has begun. */
  const evening = (daysAgo: number) =>
    new Date(Math.floor(Date.now() / DAY_MS) * DAY_MS - daysAgo * DAY_MS - 30 * 60_000)
  const zone = 'Asia/Kolkata'
  const dateOf = (at: Date) => at.toLocaleDateString('sv-SE', { timeZone: zone })

  const { key, optionId } = await db.transaction(tenantId, async (tx) => {
    const rest = {
      event_type: 'OTHER',
      registration_limit: 'one_per_option',
      pickup_slot_capacity: 10,
      published: true,
    } as const
    const { event } = await createEvent(
      tx,
      organizer,
      { name: 'Past', event_budget_amount: 100, timezone: zone, ...rest },
      evening(10),
    )
    const key: EventKey = { tenantId, eventId: event.id }
    const { option } = await createOption(
      tx,
      organizer,
      key,
      { option_name: 'Mug', option_type: 'INVENTORY', total_available: 9, cost_per_unit: 25 },
      evening(10),
    )
    return { key, optionId: option.id }
  })
  const decide = async (actor: Actor, question: Question, at: Date) => {
    const [answer] = await decideBatch(
      { db, secrets: app.secrets },
      key,
      [{ question, actor, claim: undefined, requestId: '' }],
      at,
    )
    if (!answer) throw new Error('no answer')
    return (answer.body as { id: string }).id
  }
  const ask = async (at: Date) => {
    const { userId } = await tenant.add('member')
    return decide(
      actorOf(userId, 'member'),
      { kind: 'register', personId: userId, optionId, slotLabel: null, notes: null },
      at,
    )
  }
  const settle = (registrationId: string, to: 'APPROVED' | 'REJECTED' | 'CANCELLED', at: Date) =>
    decide(organizer, { kind: 'decide', registrationId, to }, at)

  const ann = await ask(evening(9))
  const bob = await ask(evening(8))
  await settle(ann, 'APPROVED', evening(6))
  await db.transaction(tenantId, (tx) =>
    updateEvent(tx, organizer, key, { event_budget_amount: 120.5 }, undefined, evening(5)),
  )
  await settle(bob, 'REJECTED', evening(4))
  await settle(ann, 'CANCELLED', evening(2))

  const history = async (days: string) =>
    (await tenant.auditor.get(`/events/${key.eventId}/budget-history?days=${days}`)).body
  const all = await history('all')
  const expected = [
    { daysAgo: 10, budget: 100, committed: 0, requested: 0 },
    { daysAgo: 9, budget: 100, committed: 0, requested: 25 },
    { daysAgo: 8, budget: 100, committed: 0, requested: 50 },
    { daysAgo: 7, budget: 100, committed: 0, requested: 50 },
    { daysAgo: 6, budget: 100, committed: 25, requested: 25 },
    { daysAgo: 5, budget: 120.5, committed: 25, requested: 25 },
    { daysAgo: 4, budget: 120.5, committed: 25, requested: 0 },
    { daysAgo: 3, budget: 120.5, committed: 25, requested: 0 },
    { daysAgo: 2, budget: 120.5, committed: 0, requested: 0 },
  ].map(({ daysAgo, ...point }) => ({ date: dateOf(evening(daysAgo)), ...point }))
  expect(all).toMatchObject({ event_id: key.eventId, currency: 'EUR', timezone: zone })
  expect([...(all.points ?? [])].slice(0, 9)).toEqual(expected)
  expect([...(all.points ?? [])].at(-1)).toMatchObject({
    date: dateOf(new Date()),
    budget: 120.5,
    committed: 0,
    requested: 0,
  })

  const week = [...((await history('7')).points ?? [])]
  expect(week).toHaveLength(7)
  expect(week).toEqual([...(all.points ?? [])].slice(-7))
  expect(await history('30')).toEqual(all)
})

test('a new event has one day, today, as it is now', async () => {
  const server = await givenApp()
  const tenant = await givenTenant(server)
  const gala = await givenGala(tenant, { budget: 500 })
  await gala.register('ann')
  await gala.register('bob')
  await gala.approve('ann')
  const reply = await tenant.auditor.get(`${gala.path}/budget-history`)
  expect(reply.body.points).toEqual([{ date: expect.any(String), budget: 500, committed: 25, requested: 25 }])
  expect((await tenant.auditor.get(`${gala.path}/budget-history?days=8`)).status).toBe(422)
  expect((await tenant.member.get(`${gala.path}/budget-history`)).status).toBe(403)
  expect((await (await givenTenant(server, 'Other')).auditor.get(`${gala.path}/budget-history`)).status).toBe(404)
})
