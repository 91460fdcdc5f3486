import { beforeAll, describe, expect, test } from 'vitest'
import { givenGala } from '../testing/gala.ts'
import { givenApp, givenTenant } from '../testing/given-app.ts'
import type { TestTenant } from '../testing/given-app.ts'

const people = (count: number, prefix = 'p') => Array.from({ length: count }, (_, index) => `${prefix}${index + 1}`)

describe('the four scenarios of the first phase', () => {
  let tenant: TestTenant
  beforeAll(async () => {
    tenant = await givenTenant(await givenApp())
  })

  test('two options, three register, two are approved: the variance shows 2 committed of 3', async () => {
    const gala = await givenGala(tenant, {
      budget: 5000,
      options: { Mug: { total: 10, cost: 25 }, Shirt: { total: 10, cost: 18.5 } },
    })
    await gala.register('ann', 'Mug')
    await gala.register('bob', 'Mug')
    await gala.register('eve', 'Shirt')
    expect(await gala.approve('ann')).toMatchObject({ status: 200, body: { status: 'APPROVED', amount_committed: 25 } })
    expect(await gala.approve('eve')).toMatchObject({
      status: 200,
      body: { status: 'APPROVED', amount_committed: 18.5 },
    })

    expect(await gala.variance()).toMatchObject({
      total_budget: 5000,
      budget_committed: 43.5,
      budget_available: 4956.5,
      utilization_percentage: 0.87,
      registered_users_count: 3,
      approved_registrations_count: 2,
      pending_registrations_count: 1,
      pending_amount: 25,
    })
    expect(await gala.verify()).toMatchObject({ is_intact: true, ledger_entries: 2, registrations: 3 })
  })

  test('a budget of 5,000 and three requests of 2,000: all register, the third approval finds too little money', async () => {
    const gala = await givenGala(tenant, {
      budget: 5000,
      options: { Summit: { total: 10, cost: 2000, type: 'TRACK' } },
    })
    for (const name of ['ann', 'bob', 'eve']) expect(await gala.register(name)).toMatchObject({ status: 201 })
    expect((await gala.approve('ann')).status).toBe(200)
    expect((await gala.approve('bob')).status).toBe(200)

    const refused = await gala.approve('eve')
    expect(refused).toMatchObject({ status: 409, body: { conflict_type: 'BUDGET_EXHAUSTED', alternatives: [] } })
    expect(refused.body.message).toBe(
      'This needs EUR 2,000.00 and EUR 1,000.00 of the budget is left: EUR 1,000.00 is missing.',
    )
    expect(refused.headers['content-type']).toMatch(/^application\/problem\+json/)
    expect(await gala.variance()).toMatchObject({ budget_committed: 4000, pending_registrations_count: 1 })
  })

  test('ten people ask for one slot; the eleventh hears which slots really have room', async () => {
    const gala = await givenGala(tenant, { hold: { slot: 'hold' } })
    for (const name of people(10)) await gala.register(name, 'Mug', '10:00-11:00')
    for (const name of people(2, 'q')) await gala.register(name, 'Mug', '11:00-12:00')

    const refused = await gala.register('late', 'Mug', '10:00-11:00')
    expect(refused).toMatchObject({
      status: 409,
      body: { conflict_type: 'SLOT_CONFLICT', alternatives: ['11:00-12:00 (8 available)'] },
    })
    expect(await gala.register('late', 'Mug', '11:00-12:00')).toMatchObject({ status: 201 })
  })

  test('a stock of 50 that pending requests hold: the 51st finds none, and five cancelled make room for five', async () => {
    const gala = await givenGala(tenant, {
      hold: { stock: 'hold' },
      options: { Mug: { total: 50, cost: 1 }, Shirt: { total: 45 } },
    })
    for (const name of people(50)) expect((await gala.register(name)).status).toBe(201)
    for (const name of people(30)) expect((await gala.approve(name)).status).toBe(200)
    expect(await gala.register('late')).toMatchObject({
      status: 409,
      body: { conflict_type: 'INVENTORY_EXHAUSTED', alternatives: ['Shirt (45 slots)'] },
    })

    for (const name of people(5)) expect((await gala.cancel(name)).status).toBe(200)
    const mugs = (await gala.variance()).option_variance?.[0]
    expect(mugs).toMatchObject({ committed_count: 25, held_count: 20, available_slots: 25, available_to_register: 5 })
  })

  test('the same stock without holding: 25 more can register', async () => {
    const gala = await givenGala(tenant, { options: { Mug: { total: 50, cost: 1 } } })
    for (const name of people(50)) await gala.register(name)
    for (const name of people(30)) await gala.approve(name)
    for (const name of people(5)) await gala.cancel(name)
    for (const name of people(25, 'more')) expect((await gala.register(name)).status).toBe(201)
    expect(await gala.verify()).toMatchObject({ is_intact: true })
  })
})
