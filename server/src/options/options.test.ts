import { beforeAll, describe, expect, test } from 'vitest'
import { asOwner } from '../testing/as-owner.ts'
import { givenGala } from '../testing/gala.ts'
import { givenApp, givenTenant } from '../testing/given-app.ts'
import type { TestApp, TestTenant } from '../testing/given-app.ts'
import type { Json, Reply } from '../testing/reply.ts'

const mug = { option_name: 'Mug', option_type: 'INVENTORY', total_available: 3, cost_per_unit: 12.5 }
const nowhere = '019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e'

let server: TestApp
let tenant: TestTenant
beforeAll(async () => {
  server = await givenApp()
  tenant = await givenTenant(server)
})

const optionsOf = ({ body }: Reply) => [...body].map(({ option_name }) => String(option_name))
const newest = async (path: string): Promise<Json> => (await tenant.auditor.get(`${path}/audit`)).body[0] as Json

describe('adding an option', () => {
  test('every field comes back as it was said, and all of it is there to be had', async () => {
    const gala = await givenGala(tenant, { options: {} })
    const talk = {
      option_name: 'Morning talk',
      option_type: 'TRACK',
      description: 'With coffee.',
      total_available: 40,
      cost_per_unit: 7.25,
      hold_stock: 'hold',
      starts_at: '2027-05-21T09:00:00.000Z',
      ends_at: '2027-05-21T10:00:00.000Z',
    }
    const reply = await tenant.organizer.post(`${gala.path}/options`, talk)
    expect(reply.status).toBe(201)
    expect(reply.body).toEqual({
      ...talk,
      id: expect.any(String),
      event_id: gala.eventId,
      committed_count: 0,
      available_slots: 40,
      available_to_register: 40,
      waiting_count: 0,
      is_active: true,
      picture: null,
    })
    expect(await newest(gala.path)).toMatchObject({ action: 'option.created', subject_id: reply.body.id })
  })

  test('an option without a price costs nothing, and is approved without money', async () => {
    const gala = await givenGala(tenant, { budget: 0, options: {} })
    const { body: option } = await tenant.organizer.post(`${gala.path}/options`, { ...mug, cost_per_unit: undefined })
    expect(option).toMatchObject({ cost_per_unit: null, description: null, hold_stock: null, starts_at: null })
    const { body: asked } = await tenant.member.post(`${gala.path}/register`, { event_option_id: option.id })
    const approved = await tenant.approver.put(`${gala.path}/registrations/${asked.id}`, { status: 'APPROVED' })
    expect(approved).toMatchObject({ status: 200, body: { amount_committed: 0 } })
    expect(await gala.verify()).toMatchObject({ is_intact: true, ledger_entries: 1 })
  })

  test.each([
    ['total_available', [0, -1, 1.5, '3', null, 100_000_001]],
    ['cost_per_unit', [-0.01, 0.001, '1', 10_000_000_000]],
    ['option_type', ['FOOD', 'track', null]],
    ['option_name', ['', '   ', 'x'.repeat(201), null]],
    ['hold_stock', ['maybe', true]],
    ['committed_count', [0, 1]],
    ['available_slots', [3]],
    ['ends_at', ['2027-05-21T09:00:00Z']],
  ])('a %s that is not right is named', async (field, wrong) => {
    const gala = await givenGala(tenant, { options: {} })
    for (const value of wrong) {
      const reply = await tenant.organizer.post(`${gala.path}/options`, { ...mug, [field]: value })
      expect(reply).toMatchObject({ status: 422, body: { errors: [{ path: `body.${field}` }] } })
    }
    expect((await tenant.organizer.get(`${gala.path}/options`)).body).toEqual([])
  })

  test("the price has the decimals of the event's currency", async () => {
    const { body: event } = await tenant.organizer.post('/events', {
      name: 'Yen',
      event_budget_amount: 100,
      currency: 'JPY',
    })
    const add = (cost: number) => tenant.organizer.post(`/events/${event.id}/options`, { ...mug, cost_per_unit: cost })
    expect(await add(12)).toMatchObject({ status: 201, body: { cost_per_unit: 12 } })
    expect(await add(12.5)).toMatchObject({ status: 422, body: { errors: [{ path: 'body.cost_per_unit' }] } })
  })

  test('an event has at most 500 options', async () => {
    const gala = await givenGala(tenant, { options: {} })
    const insert = `insert into event_options (tenant_id, event_id, id, option_name, option_type, total_available)
                    select $1, $2, gen_random_uuid(), 'Mug ' || n, 'INVENTORY', 1 from generate_series(1, 499) n`
    await asOwner(server.database, insert, [tenant.tenantId, gala.eventId])
    expect((await tenant.organizer.post(`${gala.path}/options`, mug)).status).toBe(201)
    expect(await tenant.organizer.post(`${gala.path}/options`, mug)).toMatchObject({
      status: 409,
      body: { code: 'TOO_MANY' },
    })
    expect((await tenant.organizer.get(`${gala.path}/options?limit=1`)).headers['x-total-count']).toBe('500')
  })
})

describe('changing an option', () => {
  test('only what is sent is changed; what is so already is no change', async () => {
    const gala = await givenGala(tenant, { options: { Mug: { total: 3, cost: 12.5 } } })
    const path = `${gala.path}/options/${gala.options.Mug}`
    const before = (await tenant.organizer.get(`${gala.path}/options`)).body[0]
    const changed = await tenant.organizer.put(path, { option_name: 'Cup', cost_per_unit: null })
    expect(changed).toMatchObject({ status: 200 })
    expect(changed.body).toEqual({ ...before, option_name: 'Cup', cost_per_unit: null })
    expect(await newest(gala.path)).toMatchObject({ action: 'option.updated', subject_id: gala.options.Mug })
    const { entry_no: entries } = await newest(gala.path)
    expect((await tenant.organizer.put(path, { option_name: 'Cup' })).status).toBe(200)
    expect((await newest(gala.path)).entry_no).toBe(entries)
  })

  test('what only the books may write, and the type, are refused', async () => {
    const gala = await givenGala(tenant)
    for (const field of ['committed_count', 'available_slots', 'option_type', 'id', 'event_id', 'pending_count']) {
      const reply = await tenant.organizer.put(`${gala.path}/options/${gala.options.Mug}`, { [field]: 1 })
      expect(reply).toMatchObject({ status: 422, body: { errors: [{ path: `body.${field}` }] } })
    }
  })

  test('the stock goes down to what is committed and not below; pending requests do not count', async () => {
    const gala = await givenGala(tenant, { options: { Mug: { total: 5, cost: 1 } } })
    for (const name of ['ann', 'bob', 'eve']) await gala.register(name)
    for (const name of ['ann', 'bob']) await gala.approve(name)
    const path = `${gala.path}/options/${gala.options.Mug}`
    const before = (await tenant.organizer.get(`${gala.path}/options`)).body
    const below = await tenant.organizer.put(path, { option_name: 'Never', total_available: 1 })
    expect(below).toMatchObject({ status: 409, body: { code: 'OPTION_OVERCOMMITTED' } })
    expect((await tenant.organizer.get(`${gala.path}/options`)).body).toEqual(before)

    expect(await tenant.organizer.put(path, { total_available: 2 })).toMatchObject({
      status: 200,
      body: { available_slots: 0 },
    })
    expect(await gala.approve('eve')).toMatchObject({ status: 409, body: { conflict_type: 'INVENTORY_EXHAUSTED' } })
    await tenant.organizer.put(path, { total_available: 3 })
    expect((await gala.approve('eve')).status).toBe(200)
    expect(await gala.verify()).toMatchObject({ is_intact: true })
  })

  test('stock cut below what pending requests hold leaves no room, and never less than none', async () => {
    const gala = await givenGala(tenant, { hold: { stock: 'hold' }, options: { Mug: { total: 5, cost: 1 } } })
    for (const name of ['ann', 'bob', 'eve']) await gala.register(name)
    const { body } = await tenant.organizer.put(`${gala.path}/options/${gala.options.Mug}`, { total_available: 1 })
    expect(body).toMatchObject({ available_slots: 1, available_to_register: 0 })
  })

  test('an option of another event, or of none, is not there', async () => {
    const [gala, other] = [await givenGala(tenant), await givenGala(tenant)]
    for (const id of [other.options.Mug, nowhere]) {
      const path = `${gala.path}/options/${id}`
      expect(await tenant.organizer.put(path, { option_name: 'X' })).toMatchObject({
        status: 404,
        body: { code: 'OPTION_NOT_FOUND' },
      })
      expect(await tenant.organizer.delete(path)).toMatchObject({ status: 404 })
    }
    expect(await tenant.organizer.post(`/events/${nowhere}/options`, mug)).toMatchObject({
      status: 404,
      body: { code: 'EVENT_NOT_FOUND' },
    })
  })
})

describe('archiving an option', () => {
  test('those who have it keep it, nobody else gets it, and it can come back', async () => {
    const gala = await givenGala(tenant, { options: { Mug: { total: 5, cost: 10 }, Pen: { total: 5, cost: 1 } } })
    for (const name of ['ann', 'bob']) await gala.register(name)
    await gala.approve('ann')
    const path = `${gala.path}/options/${gala.options.Mug}`
    expect(await tenant.organizer.delete(path)).toMatchObject({ status: 204, text: '' })
    expect((await tenant.organizer.delete(path)).status).toBe(204)
    expect(await newest(gala.path)).toMatchObject({ action: 'option.archived', subject_id: gala.options.Mug })

    expect(await gala.register('eve')).toMatchObject({ status: 409, body: { code: 'OPTION_ARCHIVED' } })
    expect(await gala.variance()).toMatchObject({ budget_committed: 10 })
    const lines = [...((await gala.variance()).option_variance as Json)]
    expect(lines[0]).toMatchObject({ committed_count: 1, available_to_register: 0, available_slots: 4 })

    expect(optionsOf(await tenant.member.get(`${gala.path}/options`))).toEqual(['Pen'])
    expect(optionsOf(await tenant.organizer.get(`${gala.path}/options`))).toEqual(['Pen', 'Mug'])
    expect((await tenant.organizer.put(path, { is_active: true })).body).toMatchObject({
      is_active: true,
      committed_count: 1,
    })
    expect((await gala.register('eve')).status).toBe(201)
    expect(await gala.verify()).toMatchObject({ is_intact: true })
  })

  test('it is offered to nobody as an alternative', async () => {
    const options = { Mug: { total: 1, cost: 1 }, Pen: { total: 5, cost: 1 }, Bag: { total: 7, cost: 1 } }
    const gala = await givenGala(tenant, { options })
    for (const name of ['ann', 'bob']) await gala.register(name)
    await gala.approve('ann')
    await tenant.organizer.delete(`${gala.path}/options/${gala.options.Pen}`)
    expect((await gala.approve('bob')).body.alternatives).toEqual(['Bag (7 slots)'])
  })
})

test('the list of options is newest first, paged, and walked by cursor', async () => {
  const options = Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`Pin ${index + 1}`, { total: 1 }]))
  const gala = await givenGala(tenant, { options })
  const all = Object.keys(options).reverse()
  const first = await tenant.member.get(`${gala.path}/options`)
  expect(optionsOf(first)).toEqual(all.slice(0, 10))
  expect(first.headers['x-total-count']).toBe('12')
  expect(optionsOf(await tenant.member.get(`${gala.path}/options?skip=10`))).toEqual(all.slice(10))
  const next = await tenant.member.get(`${gala.path}/options?cursor=${String(first.headers['x-next-cursor'])}`)
  expect(optionsOf(next)).toEqual(all.slice(10))
})
