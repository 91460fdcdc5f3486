import { beforeAll, describe, expect, test } from 'vitest'
import { givenGala } from '../testing/gala.ts'
import { givenApp, givenTenant } from '../testing/given-app.ts'
import type { TestApp, TestTenant } from '../testing/given-app.ts'
import type { Json } from '../testing/reply.ts'

const nobody = '019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e'

let server: TestApp
let tenant: TestTenant
beforeAll(async () => {
  server = await givenApp()
  tenant = await givenTenant(server)
})

const trailOf = async (path: string): Promise<Json[]> => [...(await tenant.auditor.get(`${path}/audit?limit=100`)).body]

describe('a request', () => {
  test('is PENDING at the price of today, and takes nothing from the budget', async () => {
    const gala = await givenGala(tenant, { options: { Mug: { total: 5, cost: 12.5 } } })
    const reply = await gala.register('ann', 'Mug', '10:00-11:00')
    const ann = await gala.person('ann')
    expect(reply.status).toBe(201)
    expect(reply.body).toEqual({
      id: expect.any(String),
      event_id: gala.eventId,
      event_name: 'Gala',
      user_id: ann.userId,
      person: { name: `ann of ${gala.eventId}`, department: null },
      event_option_id: gala.options.Mug,
      option_name: 'Mug',
      option_type: 'INVENTORY',
      status: 'PENDING',
      qr_token: expect.stringMatching(/^[A-Z2-7]{32}$/),
      preferred_pickup_slot: '10:00-11:00',
      assigned_pickup_slot: null,
      pickup: { label: '10:00-11:00', location: null, location_id: null, starts_at: null, ends_at: null },
      amount_committed: 12.5,
      notes: null,
      created_at: expect.any(String),
      approved_at: null,
      approved_by: null,
      approved_by_name: null,
      collected_at: null,
      offer_expires_at: null,
    })
    expect(await gala.variance()).toMatchObject({
      budget_committed: 0,
      pending_registrations_count: 1,
      pending_amount: 12.5,
    })
    expect((await trailOf(gala.path))[0]).toMatchObject({
      action: 'registration.registered',
      subject_id: reply.body.id,
      actor_id: ann.userId,
      from_status: null,
      to_status: 'PENDING',
    })
  })

  test('keeps its amount when the price changes; who asks later pays the new one', async () => {
    const gala = await givenGala(tenant, { options: { Mug: { total: 5, cost: 10 } } })
    await gala.register('ann')
    await tenant.organizer.put(`${gala.path}/options/${gala.options.Mug}`, { cost_per_unit: 15 })
    await gala.register('bob')
    expect((await gala.approve('ann')).body.amount_committed).toBe(10)
    expect((await gala.approve('bob')).body.amount_committed).toBe(15)
    expect(await gala.variance()).toMatchObject({ budget_committed: 25 })
    await gala.cancel('ann')
    expect(await gala.variance()).toMatchObject({ budget_committed: 15 })
    expect(await gala.verify()).toMatchObject({ is_intact: true })
  })

  test('carries its notes, up to 2000 characters of them', async () => {
    const gala = await givenGala(tenant)
    const ask = (notes: unknown) =>
      tenant.member.post(`${gala.path}/register`, { event_option_id: gala.options.Mug, notes })
    expect(await ask('x'.repeat(2001))).toMatchObject({ status: 422, body: { errors: [{ path: 'body.notes' }] } })
    expect(await ask('Size L, please 🎁')).toMatchObject({ status: 201, body: { notes: 'Size L, please 🎁' } })
  })

  test('for an option or an event that is not there is refused', async () => {
    const [gala, other] = [await givenGala(tenant), await givenGala(tenant)]
    for (const id of [nobody, other.options.Mug]) {
      const reply = await tenant.member.post(`${gala.path}/register`, { event_option_id: id })
      expect(reply).toMatchObject({
        status: 404,
        body: { code: 'OPTION_NOT_FOUND', errors: [{ path: 'body.event_option_id' }] },
      })
    }
    const nowhere = await tenant.member.post(`/events/${nobody}/register`, { event_option_id: gala.options.Mug })
    expect(nowhere).toMatchObject({ status: 404, body: { code: 'EVENT_NOT_FOUND' } })
  })
})

describe('the QR token', () => {
  test('is shown to its owner and to roles that collect, always the same, and to nobody else', async () => {
    const gala = await givenGala(tenant)
    const { body: mine } = await gala.register('ann')
    const path = `${gala.path}/registrations/${mine.id}`
    const ann = await gala.person('ann')
    for (const who of [ann, ann, tenant.owner, tenant.organizer])
      expect((await who.get(path)).body.qr_token).toBe(mine.qr_token)
    for (const who of [tenant.approver, tenant.auditor]) {
      expect(await who.get(path)).toMatchObject({ status: 200, body: { id: mine.id, qr_token: null } })
    }
    expect((await gala.approve('ann')).body.qr_token).toBeNull()
    expect((await ann.get('/me/registrations')).body[0]?.qr_token).toBe(mine.qr_token)
    expect((await tenant.approver.get(`${gala.path}/registrations`)).body[0]?.qr_token).toBeNull()
    for (const who of [tenant.member, tenant.desk]) expect(await who.get(path)).toMatchObject({ status: 403 })
  })

  test('is another one for each request', async () => {
    const gala = await givenGala(tenant)
    const tokens = await Promise.all(
      ['ann', 'bob', 'eve'].map(async (name) => (await gala.register(name)).body.qr_token),
    )
    expect(new Set(tokens).size).toBe(3)
  })
})

describe('whom one may register', () => {
  test('organizers, approvers and owners register others, and the trail says who did; members do not', async () => {
    const gala = await givenGala(tenant)
    for (const by of [tenant.owner, tenant.organizer, tenant.approver]) {
      const { userId } = await tenant.add('member')
      const reply = await by.post(`${gala.path}/register`, { event_option_id: gala.options.Mug, user_id: userId })
      expect(reply).toMatchObject({ status: 201, body: { user_id: userId } })
      expect((await trailOf(gala.path))[0]).toMatchObject({ actor_id: by.userId, detail: { user_id: userId } })
    }
    const body = { event_option_id: gala.options.Mug, user_id: tenant.auditor.userId }
    expect(await tenant.member.post(`${gala.path}/register`, body)).toMatchObject({
      status: 403,
      body: { code: 'FORBIDDEN' },
    })
    const self = { ...body, user_id: tenant.member.userId.toUpperCase() }
    expect(await tenant.member.post(`${gala.path}/register`, self)).toMatchObject({ status: 201 })
  })

  test('a person who is unknown, of another tenant or deactivated is not there', async () => {
    const gala = await givenGala(tenant)
    const other = await givenTenant(server, 'Elsewhere')
    const gone = await tenant.add('member')
    await tenant.owner.put(`/users/${gone.userId}`, { is_active: false })
    for (const user_id of [nobody, other.member.userId, gone.userId]) {
      const reply = await tenant.organizer.post(`${gala.path}/register`, { event_option_id: gala.options.Mug, user_id })
      expect(reply).toMatchObject({ status: 404, body: { code: 'USER_NOT_FOUND' } })
    }
    expect(await gala.variance()).toMatchObject({ pending_registrations_count: 0 })
  })

  test('auditors and desk staff register nobody', async () => {
    const gala = await givenGala(tenant)
    for (const who of [tenant.auditor, tenant.desk]) {
      expect((await who.post(`${gala.path}/register`, { event_option_id: gala.options.Mug })).status).toBe(403)
    }
  })
})

describe('how many requests one person may have', () => {
  const options = {
    Mug: { total: 9, cost: 1 },
    Pen: { total: 9, cost: 1 },
    Talk: { total: 9, cost: 1, type: 'TRACK' as const },
  }

  test.each([
    ['one_per_option', { Mug: 201, Pen: 201, Talk: 201 }],
    ['one_per_type', { Mug: 201, Pen: 409, Talk: 201 }],
    ['one', { Mug: 201, Pen: 409, Talk: 409 }],
  ] as const)('%s', async (limit, expected) => {
    const gala = await givenGala(tenant, { limit, options })
    for (const [option, status] of Object.entries(expected))
      expect((await gala.register('ann', option)).status, option).toBe(status)
    const again = await gala.register('ann', 'Mug')
    expect(again).toMatchObject({ status: 409, body: { code: 'ALREADY_REGISTERED' } })
    const mine = [...(await (await gala.person('ann')).get('/me/registrations')).body].map(({ id }) => id)
    expect(mine).toContain(again.body.registration_id)
    expect((await gala.register('bob', 'Mug')).status).toBe(201)
  })

  test('whoever has given up, or was rejected, may ask anew', async () => {
    const gala = await givenGala(tenant, { limit: 'one' })
    const first = await gala.register('ann')
    await gala.approve('ann')
    expect((await gala.register('ann')).status).toBe(409)
    await gala.cancel('ann')
    const second = await gala.register('ann')
    expect(second.status).toBe(201)
    expect(second.body.id).not.toBe(first.body.id)
    expect(second.body.qr_token).not.toBe(first.body.qr_token)
    await gala.reject('ann')
    expect((await gala.register('ann')).status).toBe(201)
    expect(await gala.variance()).toMatchObject({
      registered_users_count: 1,
      pending_registrations_count: 1,
      cancelled_registrations_count: 1,
      rejected_registrations_count: 1,
    })
    expect(await gala.verify()).toMatchObject({ is_intact: true, registrations: 3 })
  })

  test('ten requests of one person at the same moment: one is made', async () => {
    const gala = await givenGala(tenant)
    await gala.person('ann')
    const replies = await Promise.all(Array.from({ length: 10 }, () => gala.register('ann')))
    expect(replies.map(({ status }) => status).sort((a, b) => a - b)).toEqual([201, ...Array<number>(9).fill(409)])
    expect(await gala.verify()).toMatchObject({ is_intact: true, registrations: 1 })
  })
})

describe('what stands in the way', () => {
  const always = { registration_start_date: null, registration_end_date: null }

  test.each([
    [
      'before the window',
      { registration_start_date: '2090-04-30T16:00:00Z' },
      'Registration opens on Sun 30 Apr 2090, 18:00 (Europe/Amsterdam).',
    ],
    [
      'after it',
      { registration_end_date: '2021-04-30T16:00:00Z' },
      'Registration closed on Fri 30 Apr 2021, 18:00 (Europe/Amsterdam).',
    ],
    ['in an archived event', { is_active: false }, 'This event is archived and takes no registrations.'],
  ])('registration is closed %s', async (_when, change, message) => {
    const gala = await givenGala(tenant)
    await tenant.organizer.put(gala.path, change)
    const reply = await gala.register('ann')
    expect(reply).toMatchObject({
      status: 409,
      headers: { 'content-type': expect.stringContaining('application/problem+json') },
      body: {
        code: 'REGISTRATION_CLOSED',
        conflict_type: 'REGISTRATION_CLOSED',
        message,
        detail: message,
        alternatives: [],
      },
    })
    await tenant.organizer.put(gala.path, { ...always, is_active: true })
    expect((await gala.register('ann')).status).toBe(201)
  })

  test('a budget that is too small: what the rest still affords is offered, and the person is told no figures', async () => {
    const options = {
      Coat: { total: 9, cost: 60 },
      Mug: { total: 3, cost: 40 },
      Talk: { total: 5, cost: 5, type: 'TRACK' as const },
      Car: { total: 9, cost: 99 },
    }
    const gala = await givenGala(tenant, { budget: 100, options })
    await gala.register('ann', 'Coat')
    await gala.approve('ann')
    const reply = await gala.register('bob', 'Coat')
    expect(reply).toMatchObject({
      status: 409,
      body: { conflict_type: 'BUDGET_EXHAUSTED', alternatives: ['Mug (3 slots)', 'Talk (5 slots)'] },
    })
    expect(reply.body.alternative_options).toEqual([
      { option_id: gala.options.Mug, option_name: 'Mug', available: 3, cost_per_unit: 40 },
      { option_id: gala.options.Talk, option_name: 'Talk', available: 5, cost_per_unit: 5 },
    ])
    expect(reply.body.message).toBe('The event can no longer cover this.')
    const other = { event_option_id: gala.options.Coat, user_id: tenant.member.userId }
    const { body } = await tenant.organizer.post(`${gala.path}/register`, other)
    expect(body.message).toBe('This needs EUR 60.00 and EUR 40.00 of the budget is left: EUR 20.00 is missing.')
    expect((await gala.register('bob', 'Mug')).status).toBe(201)
  })

  test('the last cent is enough; one cent less is not', async () => {
    const gala = await givenGala(tenant, {
      budget: 10,
      options: { Mug: { total: 9, cost: 10 }, Cup: { total: 9, cost: 10.01 } },
    })
    expect((await gala.register('ann', 'Cup')).status).toBe(409)
    expect((await gala.register('ann', 'Mug')).status).toBe(201)
  })

  test('a stock that is gone: others of the same type with room are offered', async () => {
    const options = {
      Mug: { total: 1, cost: 1 },
      Shirt: { total: 45, cost: 1 },
      Talk: { total: 5, type: 'TRACK' as const },
    }
    const gala = await givenGala(tenant, { options })
    await gala.register('ann')
    await gala.approve('ann')
    const { status, body } = await gala.register('bob')
    expect({ status, body }).toMatchObject({
      status: 409,
      body: {
        code: 'INVENTORY_EXHAUSTED',
        message: 'Mug has run out: none of 1 is left.',
        alternatives: ['Shirt (45 slots)'],
        alternative_slots: [],
      },
    })
    expect(body.alternative_options?.[0]).toMatchObject({ option_id: gala.options.Shirt, available: 45 })
  })

  test('all that is in the way is listed, the first of it is the headline', async () => {
    const gala = await givenGala(tenant, {
      budget: 10,
      slotCapacity: 1,
      options: { Mug: { total: 1, cost: 10 }, Pen: { total: 5, cost: 0 } },
    })
    await gala.register('ann', 'Mug', 'noon')
    await gala.register('eve', 'Pen', 'later')
    await gala.approve('ann')
    await tenant.organizer.put(gala.path, { registration_end_date: '2021-01-01T00:00:00Z' })
    const { status, body } = await gala.register('bob', 'Mug', 'noon')
    expect(status).toBe(409)
    expect([...(body.conflicts ?? [])].map(({ conflict_type }) => conflict_type)).toEqual([
      'REGISTRATION_CLOSED',
      'BUDGET_EXHAUSTED',
      'INVENTORY_EXHAUSTED',
      'SLOT_CONFLICT',
    ])
    expect(body).toMatchObject({ code: 'REGISTRATION_CLOSED', alternatives: [] })
    expect([...(body.conflicts ?? [])].map(({ alternatives }) => alternatives)).toEqual([
      [],
      ['Pen (5 slots)'],
      ['Pen (5 slots)'],
      ['later (1 available)'],
    ])
    expect(await gala.verify()).toMatchObject({ is_intact: true, registrations: 2 })
  })
})

describe('what a pending request holds', () => {
  test('nothing under "check": more may ask than there is', async () => {
    const gala = await givenGala(tenant, { budget: 10, slotCapacity: 1, options: { Mug: { total: 1, cost: 10 } } })
    for (const name of ['ann', 'bob', 'eve']) expect((await gala.register(name, 'Mug', 'noon')).status).toBe(201)
    expect((await gala.approve('bob')).status).toBe(200)
    const { body } = await gala.approve('ann')
    expect([...(body.conflicts ?? [])].map(({ conflict_type }) => conflict_type)).toEqual([
      'BUDGET_EXHAUSTED',
      'INVENTORY_EXHAUSTED',
      'SLOT_CONFLICT',
    ])
  })

  test.each([
    ['stock', { stock: 'hold' }, 'INVENTORY_EXHAUSTED'],
    ['slot', { slot: 'hold' }, 'SLOT_CONFLICT'],
    ['budget', { budget: 'hold' }, 'BUDGET_EXHAUSTED'],
  ] as const)(
    'its %s under "hold": first come, first served, and given up it is free again',
    async (_what, hold, conflict) => {
      const gala = await givenGala(tenant, {
        budget: 10,
        slotCapacity: 1,
        hold,
        options: { Mug: { total: 1, cost: 10 } },
      })
      expect((await gala.register('ann', 'Mug', 'noon')).status).toBe(201)
      expect(await gala.register('bob', 'Mug', 'noon')).toMatchObject({
        status: 409,
        body: { conflict_type: conflict },
      })
      await gala.cancel('ann')
      expect((await gala.register('bob', 'Mug', 'noon')).status).toBe(201)
      expect((await gala.approve('bob')).status).toBe(200)
    },
  )

  test('an option has the last word on its own stock', async () => {
    const gala = await givenGala(tenant, {
      hold: { stock: 'hold' },
      options: { Mug: { total: 1, cost: 1 }, Pen: { total: 1, cost: 1 } },
    })
    await tenant.organizer.put(`${gala.path}/options/${gala.options.Pen}`, { hold_stock: 'check' })
    for (const option of ['Mug', 'Pen']) await gala.register('ann', option)
    expect((await gala.register('bob', 'Mug')).status).toBe(409)
    expect((await gala.register('bob', 'Pen')).status).toBe(201)
    await tenant.organizer.put(gala.path, { hold_policy: { stock: 'check' } })
    await tenant.organizer.put(`${gala.path}/options/${gala.options.Pen}`, { hold_stock: 'hold' })
    expect((await gala.register('eve', 'Mug')).status).toBe(201)
    expect((await gala.register('eve', 'Pen')).status).toBe(409)
  })
})
