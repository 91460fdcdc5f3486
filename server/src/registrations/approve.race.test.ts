import pg from 'pg'
import { beforeAll, describe, expect, test } from 'vitest'
import { givenGala } from '../testing/gala.ts'
import type { Gala } from '../testing/gala.ts'
import { givenApp, givenTenant } from '../testing/given-app.ts'
import type { TestApp, TestTenant } from '../testing/given-app.ts'
import type { Reply } from '../testing/reply.ts'
import { environmentOf } from '../testing/processes.ts'
import { startServers } from '../testing/server-process.ts'
import type { ServerProcess } from '../testing/server-process.ts'
import { countStatuses, rivalsOf } from '../testing/rivals.ts'
import type { Rivals } from '../testing/rivals.ts'

const people = (count: number) => Array.from({ length: count }, (_, index) => `p${index + 1}`)

/** A few at a time, as it is only the setting of the scene. */
async function registerAll(gala: Gala, names: readonly string[], option?: string, slot?: string): Promise<void> {
  for (let from = 0; from < names.length; from += 8) {
    const some = await Promise.all(names.slice(from, from + 8).map((name) => gala.register(name, option, slot)))
    expect(countStatuses(some)).toEqual({ 201: some.length })
  }
}

const typesOf = ({ body }: Reply) => [...(body.conflicts ?? [])].map(({ conflict_type: type }) => String(type))

describe('two servers on one database', () => {
  let here: TestApp
  let tenant: TestTenant
  let servers: ServerProcess[]
  const all: Rivals[] = []
  const rivals = (gala: Gala): Rivals => {
    const some = rivalsOf(gala, tenant, servers)
    all.push(some)
    return some
  }

  beforeAll(async () => {
    here = await givenApp()
    tenant = await givenTenant(here)
    servers = await startServers(2, environmentOf(here.database))
  })

  test('of 40 approvals at once, 7 places and money for 5: exactly 5, and 35 hear that the money is gone', async () => {
    const gala = await givenGala(tenant, { budget: 125, options: { Mug: { total: 7, cost: 25 } } })
    await registerAll(gala, people(40))
    const { approve } = rivals(gala)
    const replies = await Promise.all(people(40).map((name) => approve(name)))

    expect(countStatuses(replies)).toEqual({ 200: 5, 409: 35 })
    const refused = replies.filter(({ status }) => status === 409)
    expect(new Set(refused.map(({ body }) => body.conflict_type))).toEqual(new Set(['BUDGET_EXHAUSTED']))
    expect(new Set(refused.map((reply) => typesOf(reply).join()))).toEqual(new Set(['BUDGET_EXHAUSTED']))
    expect(await gala.variance()).toMatchObject({ budget_committed: 125, approved_registrations_count: 5 })
    expect(await gala.verify()).toMatchObject({ is_intact: true, ledger_entries: 5 })
  })

  test('where money and places end together, the refusals name both, money first', async () => {
    const gala = await givenGala(tenant, { budget: 125, options: { Mug: { total: 5, cost: 25 } } })
    await registerAll(gala, people(40))
    const { approve } = rivals(gala)
    const replies = await Promise.all(people(40).map((name) => approve(name)))

    expect(countStatuses(replies)).toEqual({ 200: 5, 409: 35 })
    const refused = replies.filter(({ status }) => status === 409).map((reply) => typesOf(reply).join())
    expect(new Set(refused)).toEqual(new Set(['BUDGET_EXHAUSTED,INVENTORY_EXHAUSTED']))
    expect(await gala.verify()).toMatchObject({ is_intact: true, ledger_entries: 5 })
  })

  test('of 40 approvals at once for 3 places, exactly 3', async () => {
    const gala = await givenGala(tenant, { options: { Mug: { total: 3, cost: 25 } } })
    await registerAll(gala, people(40))
    const { approve } = rivals(gala)
    const replies = await Promise.all(people(40).map((name) => approve(name)))

    expect(countStatuses(replies)).toEqual({ 200: 3, 409: 37 })
    const refused = replies.filter(({ status }) => status === 409).map((reply) => typesOf(reply).join())
    expect(new Set(refused)).toEqual(new Set(['INVENTORY_EXHAUSTED']))
    const [mugs] = (await gala.variance()).option_variance ?? []
    expect(mugs).toMatchObject({ committed_count: 3, available_slots: 0, amount_committed: 75 })
    expect(await gala.verify()).toMatchObject({ is_intact: true, ledger_entries: 3 })
  })

  test('of 16 approvals at once for a slot of 4, exactly 4, and the others keep waiting', async () => {
    const gala = await givenGala(tenant, { slotCapacity: 4 })
    await registerAll(gala, people(16), 'Mug', '10:00-11:00')
    const { approve } = rivals(gala)
    const replies = await Promise.all(people(16).map((name) => approve(name)))

    expect(countStatuses(replies)).toEqual({ 200: 4, 409: 12 })
    const refused = replies.filter(({ status }) => status === 409).map((reply) => typesOf(reply).join())
    expect(new Set(refused)).toEqual(new Set(['SLOT_CONFLICT']))
    expect(await gala.variance()).toMatchObject({ approved_registrations_count: 4, pending_registrations_count: 12 })
    expect(await gala.verify()).toMatchObject({ is_intact: true })
  })

  test('one registration approved by 20 clients at once costs once', async () => {
    const gala = await givenGala(tenant)
    await registerAll(gala, ['ann'])
    const { approve } = rivals(gala)
    const replies = await Promise.all(people(20).map(() => approve('ann')))

    expect(countStatuses(replies)).toEqual({ 200: 20 })
    expect(new Set(replies.map(({ body }) => body.approved_at)).size).toBe(1)
    expect(await gala.variance()).toMatchObject({ budget_committed: 25, approved_registrations_count: 1 })
    expect(await gala.verify()).toMatchObject({ is_intact: true, ledger_entries: 1 })
  })

  test('approved, rejected and cancelled at once, a registration ends in one state, and its money is where it belongs', async () => {
    const gala = await givenGala(tenant)
    const names = people(12)
    await registerAll(gala, names)
    const { decide } = rivals(gala)
    const replies = await Promise.all(
      names.flatMap((name) => ['APPROVED', 'REJECTED', 'CANCELLED'].map((status) => decide(name, { status }))),
    )
    expect(replies.every(({ status }) => status === 200 || status === 409)).toBe(true)
    expect(await gala.variance()).toMatchObject({ budget_committed: 0, pending_registrations_count: 0 })
    expect(await gala.verify()).toMatchObject({ is_intact: true })
  })

  test('six approved people run for the last two places of another slot: two get there, nobody loses their own', async () => {
    const gala = await givenGala(tenant, { slotCapacity: 6 })
    const names = people(6)
    await registerAll(gala, names, 'Mug', 'early')
    await registerAll(gala, ['q1', 'q2', 'q3', 'q4'], 'Mug', 'late')
    for (const name of [...names, 'q1', 'q2', 'q3', 'q4']) expect((await gala.approve(name)).status).toBe(200)
    const { decide } = rivals(gala)
    const replies = await Promise.all(
      names.map((name) => decide(name, { status: 'APPROVED', assigned_pickup_slot: 'late' })),
    )

    expect(countStatuses(replies)).toEqual({ 200: 2, 409: 4 })
    const listed = [...(await tenant.auditor.get(`${gala.path}/registrations?limit=100`)).body]
    expect(listed.filter(({ assigned_pickup_slot: slot }) => String(slot) === 'late')).toHaveLength(6)
    expect(listed.filter(({ assigned_pickup_slot: slot }) => String(slot) === 'early')).toHaveLength(4)
    expect(await gala.verify()).toMatchObject({ is_intact: true })
  })

  test('while price, budget and stock change under approvals and cancellations, the books stay right, amounts frozen', async () => {
    const gala = await givenGala(tenant, { budget: 200, options: { Mug: { total: 6, cost: 10 } } })
    const names = people(8)
    const amounts = new Map<string, number>()
    const { approve, decide, change } = rivals(gala)
    for (let round = 1; round <= 10; round += 1) {
      for (const { status, body } of await Promise.all(names.map((name) => gala.register(name)))) {
        if (status === 201) amounts.set(String(body.id), Number(body.amount_committed))
      }
      const replies = await Promise.all([
        ...names.map((name) => approve(name)),
        ...names.filter((_, index) => (index + round) % 3 === 0).map((name) => decide(name, { status: 'CANCELLED' })),
        change(`/options/${gala.options.Mug}`, { cost_per_unit: 10 + round }),
        change('', { event_budget_amount: 40 + 20 * (round % 5) }),
        change(`/options/${gala.options.Mug}`, { total_available: 2 + (round % 5) }),
        ...names.filter((_, index) => (index + round) % 4 === 0).map((name) => decide(name, { status: 'REJECTED' })),
      ])
      expect(replies.every(({ status }) => status === 200 || status === 409)).toBe(true)
      expect(await gala.verify()).toMatchObject({ is_intact: true, deviations: [] })
    }
    const listed = [...(await tenant.auditor.get(`${gala.path}/registrations?limit=100`)).body]
    expect(listed.length).toBeGreaterThan(names.length)
    expect(new Set(amounts.values()).size).toBeGreaterThan(3)
    for (const { id, amount_committed: amount } of listed) expect(Number(amount)).toBe(amounts.get(String(id)))
  })

  test('in all of this nobody got a 5xx, and no two transactions ever locked each other out', async () => {
    const replies = all.flatMap(({ replies }) => replies)
    expect(replies.length).toBeGreaterThan(300)
    expect(replies.filter(({ status }) => status >= 500)).toEqual([])
    // What a connection has counted is certain to be written down once it has ended.
    for (const exit of await Promise.all(servers.map((server) => server.stop()))) expect(exit.code).toBe(0)
    expect(await deadlocksIn(here)).toBe(0)
  })
})

async function deadlocksIn({ database: { owner } }: TestApp): Promise<number> {
  const client = new pg.Client(owner)
  await client.connect()
  try {
    const { rows } = await client.query<{ deadlocks: number }>(
      'select deadlocks from pg_stat_database where datname = current_database()',
    )
    return Number(rows[0]?.deadlocks)
  } finally {
    await client.end()
  }
}
