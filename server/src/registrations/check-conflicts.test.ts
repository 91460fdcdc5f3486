import { beforeAll, describe, expect, test } from 'vitest'
import { givenGala } from '../testing/gala.ts'
import type { Gala } from '../testing/gala.ts'
import { givenApp, givenTenant } from '../testing/given-app.ts'
import type { TestApp, TestTenant } from '../testing/given-app.ts'
import type { Client } from '../testing/reply.ts'

const nothingInTheWay = {
  has_conflict: false,
  conflict_type: null,
  conflict_message: null,
  available_alternatives: [],
  alternative_options: [],
  alternative_slots: [],
  conflicts: [],
}

let server: TestApp
let tenant: TestTenant
beforeAll(async () => {
  server = await givenApp()
  tenant = await givenTenant(server)
})

const askAs = (who: Client, gala: Gala, question: object) => who.post(`${gala.path}/check-conflicts`, question)

describe('asking whether it would work', () => {
  test('nothing stands in the way: the answer says so, and nothing was created', async () => {
    const gala = await givenGala(tenant)
    const question = { event_option_id: gala.options.Mug, preferred_pickup_slot: 'noon' }
    for (const part of [
      question,
      { event_option_id: gala.options.Mug },
      { preferred_pickup_slot: 'noon' },
      {},
      { event_option_id: null },
    ]) {
      expect(await askAs(tenant.member, gala, part)).toMatchObject({ status: 200, body: nothingInTheWay })
    }
    expect((await tenant.organizer.get(`${gala.path}/slots`)).body).toEqual([])
    expect(await gala.variance()).toMatchObject({ pending_registrations_count: 0 })
    expect([...(await tenant.auditor.get(`${gala.path}/audit`)).body]).toHaveLength(2)
  })

  test('every conflict is told as registering would tell it, in the same words and order', async () => {
    const options = { Mug: { total: 1, cost: 10 }, Pen: { total: 5, cost: 0 } }
    const gala = await givenGala(tenant, { budget: 10, slotCapacity: 1, options })
    await gala.register('ann', 'Mug', 'noon')
    await gala.register('eve', 'Pen', 'later')
    await gala.approve('ann')
    const question = { event_option_id: gala.options.Mug, preferred_pickup_slot: 'noon' }

    for (const change of [{}, { registration_end_date: '2021-01-01T00:00:00Z' }]) {
      await tenant.organizer.put(gala.path, change)
      const { status, body } = await askAs(tenant.member, gala, question)
      const refused = (await tenant.member.post(`${gala.path}/register`, question)).body
      expect(status).toBe(200)
      expect(body).toEqual({
        has_conflict: true,
        conflict_type: refused.conflict_type,
        conflict_message: refused.message,
        available_alternatives: refused.alternatives,
        alternative_options: refused.alternative_options,
        alternative_slots: refused.alternative_slots,
        conflicts: refused.conflicts,
        ...(refused.waitlist ? { waitlist: refused.waitlist } : {}),
      })
    }
    const { body } = await askAs(tenant.member, gala, question)
    expect([...(body.conflicts ?? [])].map(({ conflict_type }) => conflict_type)).toEqual([
      'REGISTRATION_CLOSED',
      'BUDGET_EXHAUSTED',
      'INVENTORY_EXHAUSTED',
      'SLOT_CONFLICT',
    ])
  })

  test('each part is looked at by itself where only that is asked', async () => {
    const gala = await givenGala(tenant, { budget: 10, slotCapacity: 1, options: { Mug: { total: 1, cost: 10 } } })
    await gala.register('ann', 'Mug', 'noon')
    await gala.approve('ann')
    const types = async (question: object) =>
      [...((await askAs(tenant.member, gala, question)).body.conflicts ?? [])].map(({ conflict_type }) => conflict_type)
    expect(await types({ event_option_id: gala.options.Mug })).toEqual(['BUDGET_EXHAUSTED', 'INVENTORY_EXHAUSTED'])
    expect(await types({ preferred_pickup_slot: 'noon' })).toEqual(['SLOT_CONFLICT'])
    expect(await types({ preferred_pickup_slot: 'later' })).toEqual([])
    expect(await types({})).toEqual([])
  })

  test("the budget's figures are for those who may see the variance", async () => {
    const gala = await givenGala(tenant, { budget: 1, options: { Mug: { total: 1, cost: 10 } } })
    const question = { event_option_id: gala.options.Mug }
    expect((await askAs(tenant.approver, gala, question)).body.conflict_message).toContain('EUR 9.00 is missing')
    expect((await askAs(tenant.member, gala, question)).body.conflict_message).toBe(
      'The event can no longer cover this.',
    )
  })

  test('what pending requests hold is counted as registering counts it', async () => {
    const gala = await givenGala(tenant, { hold: { stock: 'hold' }, options: { Mug: { total: 1, cost: 1 } } })
    await gala.register('ann')
    const { body } = await askAs(tenant.member, gala, { event_option_id: gala.options.Mug })
    expect(body).toMatchObject({ has_conflict: true, conflict_type: 'INVENTORY_EXHAUSTED' })
  })
})

describe('a question that has no answer', () => {
  test('about an option, an event or a slot that is not there', async () => {
    const [gala, other] = [await givenGala(tenant), await givenGala(tenant)]
    const missing = await askAs(tenant.member, gala, { event_option_id: other.options.Mug })
    expect(missing).toMatchObject({ status: 404, body: { code: 'OPTION_NOT_FOUND' } })
    const nowhere = await tenant.member.post('/events/019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e/check-conflicts', {})
    expect(nowhere).toMatchObject({ status: 404, body: { code: 'EVENT_NOT_FOUND' } })
    await tenant.organizer.post(`${gala.path}/slots`, { label: 'noon' })
    const unknown = await askAs(tenant.member, gala, { preferred_pickup_slot: 'midnight' })
    expect(unknown).toMatchObject({ status: 422, body: { errors: [{ path: 'body.preferred_pickup_slot' }] } })
  })

  test('about a draft is asked only by those who may see it, and it is closed', async () => {
    const gala = await givenGala(tenant)
    await tenant.organizer.put(gala.path, { published: false })
    expect(await askAs(tenant.member, gala, {})).toMatchObject({ status: 404 })
    expect(await askAs(tenant.organizer, gala, {})).toMatchObject({
      status: 200,
      body: {
        conflict_type: 'REGISTRATION_CLOSED',
        conflict_message: 'This event is a draft and takes no registrations yet.',
      },
    })
  })

  test('by auditors and desk staff, who register nobody', async () => {
    const gala = await givenGala(tenant)
    for (const who of [tenant.auditor, tenant.desk]) expect((await askAs(who, gala, {})).status).toBe(403)
  })
})

test("the check and the request agree, whatever became of an event's slots", async () => {
  const gala = await givenGala(tenant)
  const { body: noon } = await tenant.organizer.post(`${gala.path}/slots`, { label: 'noon' })
  await tenant.organizer.delete(`${gala.path}/slots/${noon.id}`)
  const question = { event_option_id: gala.options.Mug, preferred_pickup_slot: 'noon' }
  const check = await askAs(tenant.member, gala, question)
  const request = await tenant.member.post(`${gala.path}/register`, question)
  expect(check).toMatchObject({ status: 200, body: nothingInTheWay })
  expect(request.status).toBe(201)
})
