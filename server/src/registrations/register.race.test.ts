import { beforeAll, describe, expect, test } from 'vitest'
import { givenGala } from '../testing/gala.ts'
import { givenApp, givenTenant } from '../testing/given-app.ts'
import type { TestTenant } from '../testing/given-app.ts'
import { environmentOf } from '../testing/processes.ts'
import { startServers } from '../testing/server-process.ts'
import type { ServerProcess } from '../testing/server-process.ts'
import { countStatuses, rivalsOf } from '../testing/rivals.ts'

const ROUNDS = 8
const people = (count: number) => Array.from({ length: count }, (_, index) => `p${index + 1}`)

describe('two servers on one database', () => {
  let tenant: TestTenant
  let servers: ServerProcess[]
  beforeAll(async () => {
    const here = await givenApp()
    tenant = await givenTenant(here)
    servers = await startServers(2, environmentOf(here.database))
  })

  test('thirty requests of one person for one option make exactly one registration', async () => {
    const gala = await givenGala(tenant)
    const { register } = rivalsOf(gala, tenant, servers)
    const replies = await Promise.all(people(30).map(() => register('ann')))

    expect(countStatuses(replies)).toEqual({ 201: 1, 409: 29 })
    const first = replies.find(({ status }) => status === 201)
    for (const { status, body } of replies) {
      if (status === 409) expect(body).toMatchObject({ code: 'ALREADY_REGISTERED', registration_id: first?.body.id })
    }
    expect(await gala.variance()).toMatchObject({ registered_users_count: 1, pending_registrations_count: 1 })
    expect(await gala.verify()).toMatchObject({ is_intact: true, registrations: 1 })
  })

  test('where one registration is all a person may have, two options at once give one of them', async () => {
    const gala = await givenGala(tenant, { limit: 'one', options: { Mug: { total: 9 }, Shirt: { total: 9 } } })
    const { register } = rivalsOf(gala, tenant, servers)
    const names = people(ROUNDS)
    await Promise.all(names.map((name) => gala.person(name)))
    const replies = await Promise.all(names.flatMap((name) => [register(name, 'Mug'), register(name, 'Shirt')]))
    expect(countStatuses(replies)).toEqual({ 201: ROUNDS, 409: ROUNDS })
    expect(await gala.verify()).toMatchObject({ is_intact: true, registrations: ROUNDS })
  })

  test('of two tracks at the same time, one person who asks for both at once gets one', async () => {
    const track = { total: 50, type: 'TRACK' } as const
    const gala = await givenGala(tenant, { options: { Talk: track, Lab: track } })
    const times = { starts_at: '2027-05-21T09:00:00Z', ends_at: '2027-05-21T10:00:00Z' }
    for (const id of Object.values(gala.options)) await tenant.organizer.put(`${gala.path}/options/${id}`, times)
    const { register } = rivalsOf(gala, tenant, servers)
    const names = people(ROUNDS)
    await Promise.all(names.map((name) => gala.person(name)))
    const replies = await Promise.all(names.flatMap((name) => [register(name, 'Talk'), register(name, 'Lab')]))
    expect(countStatuses(replies)).toEqual({ 201: ROUNDS, 409: ROUNDS })
    expect(replies.find(({ status }) => status === 409)?.body.code).toBe('TIME_OVERLAP')
    expect(await gala.verify()).toMatchObject({ is_intact: true, registrations: ROUNDS })
  })

  test('of two people who want the last item that a request holds, one gets it and one hears that it is gone', async () => {
    const gala = await givenGala(tenant, { hold: { stock: 'hold' }, options: { Mug: { total: 1, cost: 5 } } })
    const { register } = rivalsOf(gala, tenant, servers)
    await Promise.all([gala.person('ann'), gala.person('bob')])
    for (let round = 1; round <= ROUNDS; round += 1) {
      const replies = await Promise.all([register('ann'), register('bob')])
      expect(countStatuses(replies)).toEqual({ 201: 1, 409: 1 })
      expect(replies.find(({ status }) => status === 409)?.body.conflict_type).toBe('INVENTORY_EXHAUSTED')
      const winner = replies.find(({ status }) => status === 201)
      const path = `${gala.path}/registrations/${String(winner?.body.id)}`
      expect((await tenant.approver.put(path, { status: 'CANCELLED' })).status).toBe(200)
    }
    expect(await gala.verify()).toMatchObject({ is_intact: true, registrations: ROUNDS })
  })

  test('money that requests hold goes to as many as there is money for', async () => {
    const gala = await givenGala(tenant, {
      budget: 30,
      hold: { budget: 'hold' },
      options: { Mug: { total: 50, cost: 10 } },
    })
    const { register } = rivalsOf(gala, tenant, servers)
    const names = people(12)
    for (const name of names) await gala.person(name)
    const replies = await Promise.all(names.map((name) => register(name)))
    expect(countStatuses(replies)).toEqual({ 201: 3, 409: 9 })
    expect(await gala.variance()).toMatchObject({ budget_committed: 0, pending_amount: 30 })
  })

  test('many people propose the same new slot label at once: it is one slot, and takes no more than its people', async () => {
    const gala = await givenGala(tenant, { hold: { slot: 'hold' }, slotCapacity: 4 })
    const { register } = rivalsOf(gala, tenant, servers)
    const names = people(12)
    for (const name of names) await gala.person(name)
    const replies = await Promise.all(names.map((name) => register(name, 'Mug', '10:00-11:00')))
    expect(countStatuses(replies)).toEqual({ 201: 4, 409: 8 })
    expect(await gala.verify()).toMatchObject({ is_intact: true, registrations: 4 })
  })

  test('while people register, the organiser cuts the stock: whoever comes after the cut finds only what is left', async () => {
    const names = people(10)
    for (let round = 1; round <= 3; round += 1) {
      const gala = await givenGala(tenant, { hold: { stock: 'hold' }, options: { Mug: { total: 10, cost: 5 } } })
      const { register, change } = rivalsOf(gala, tenant, servers)
      for (const name of names) await gala.person(name)
      const asked = names.map((name) => register(name))
      const cut = change(`/options/${gala.options.Mug}`, { total_available: 4 })
      const replies = await Promise.all(asked)
      expect((await cut).status).toBe(200)

      const registered = replies.filter(({ status }) => status === 201).length
      expect(registered).toBeGreaterThanOrEqual(4)
      expect(countStatuses(replies)).toEqual({ 201: registered, ...(registered < 10 ? { 409: 10 - registered } : {}) })
      expect(await gala.register('late')).toMatchObject({ status: 409, body: { conflict_type: 'INVENTORY_EXHAUSTED' } })
      expect(await gala.verify()).toMatchObject({ is_intact: true, registrations: registered })
    }
  })

  test('registering while the organiser archives the event: in or closed, and nothing in between', async () => {
    const gala = await givenGala(tenant)
    const { register, change } = rivalsOf(gala, tenant, servers)
    const names = people(10)
    for (const name of names) await gala.person(name)
    const asked = names.map((name) => register(name))
    const archived = change('', { is_active: false })
    const replies = await Promise.all(asked)
    expect((await archived).status).toBe(200)
    for (const { status, body } of replies) {
      if (status !== 201) expect(body).toMatchObject({ status: 409, conflict_type: 'REGISTRATION_CLOSED' })
    }
    const registered = replies.filter(({ status }) => status === 201).length
    expect(await gala.register('late')).toMatchObject({ status: 409, body: { conflict_type: 'REGISTRATION_CLOSED' } })
    expect(await gala.verify()).toMatchObject({ is_intact: true, registrations: registered })
  })
})
