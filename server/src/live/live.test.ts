import { afterEach, beforeAll, afterAll, describe, expect, test } from 'vitest'
import { asOwner } from '../testing/as-owner.ts'
import { givenGala } from '../testing/gala.ts'
import type { Gala } from '../testing/gala.ts'
import { givenApp, givenTenant, openApp } from '../testing/given-app.ts'
import type { TestApp, TestTenant } from '../testing/given-app.ts'
import { watch } from '../testing/watch.ts'
import type { Message, Watcher } from '../testing/watch.ts'

let here: TestApp
let there: Awaited<ReturnType<typeof openApp>>
let tenant: TestTenant
let gala: Gala
const open: Watcher[] = []

beforeAll(async () => {
  here = await givenApp({ live: { recheckMs: 300, heartbeatMs: 100, streamsOfOnePerson: 4 } })
  there = await openApp(here.database)
  tenant = await givenTenant(here)
})
afterEach(() => {
  for (const watcher of open.splice(0)) watcher.close()
})
afterAll(() => there.close())

async function stream(
  server: TestApp,
  key: string,
  headers?: Record<string, string>,
  path = `${gala.path}/stream`,
): Promise<Watcher> {
  const watcher = await watch(server.app, path, key, headers)
  open.push(watcher)
  return watcher
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
const said =
  (action: string) =>
  ({ data }: Message) =>
    String(data.action) === action
const headOf = async () => Number((await tenant.auditor.get(`${gala.path}/audit?limit=1`)).body[0]?.entry_no)

describe('an organiser who watches', () => {
  beforeAll(async () => {
    gala = await givenGala(tenant, { options: { Mug: { total: 3, cost: 25 } } })
    await gala.register('ann', 'Mug', '10:00')
  })

  test('is told what there is at first, and then every change, with names and amounts', async () => {
    const watcher = await stream(here, tenant.organizer.key)
    expect(watcher).toMatchObject({
      status: 200,
      headers: { 'content-type': 'text/event-stream; charset=utf-8', 'x-accel-buffering': 'no' },
    })
    const first = await watcher.until(({ name }) => name === 'counters')
    expect(first).toMatchObject({
      id: await headOf(),
      data: { pending_registrations_count: 1, slots: [{ label: '10:00', available: 10 }] },
    })

    await gala.approve('ann')
    const change = await watcher.until(said('registration.approved'))
    expect(change).toMatchObject({
      name: 'change',
      id: Number(first.id) + 1,
      data: {
        registration_id: gala.registrationOf('ann'),
        actor_name: expect.stringMatching(/^approver/),
        person_name: `ann of ${gala.eventId}`,
        option_name: 'Mug',
        amount: 25,
        from_status: 'PENDING',
        to_status: 'APPROVED',
      },
    })
    const after = await watcher.until(({ name, data }) => name === 'counters' && Number(data.budget_committed) === 25)
    expect(after.data.slots).toMatchObject([{ label: '10:00', committed_count: 1, available: 9 }])
  })

  test('hears within a second what another server did', async () => {
    const watcher = await stream(there, tenant.auditor.key)
    await watcher.until(({ name }) => name === 'counters')
    await pause(500)
    const begun = performance.now()
    await gala.register('bob')
    await watcher.until(said('registration.registered'), 1_000)
    expect(performance.now() - begun).toBeLessThan(1_000)
  })

  test('who comes back with the last number gets exactly what was missed, once and in order', async () => {
    const since = await headOf()
    for (const name of ['cem', 'dan']) await gala.register(name)
    await gala.reject('cem')
    const watcher = await stream(there, tenant.organizer.key, { 'last-event-id': String(since) })
    await gala.register('eve')
    await watcher.until(({ id }) => id === since + 4)
    await pause(300)
    expect(watcher.changes()).toEqual([since + 1, since + 2, since + 3, since + 4])
  })

  test('a number that cannot be gone on from makes it begin anew', async () => {
    const watcher = await stream(here, tenant.organizer.key, { 'last-event-id': '999999' })
    const reset = await watcher.until(({ name }) => name === 'reset')
    expect(reset.data).toEqual({ entry_no: await headOf() })
    await watcher.until(({ name }) => name === 'counters')
    expect(watcher.changes()).toEqual([])
  })

  test('a rush is told whole, and counted a few times a second', async () => {
    const watcher = await stream(there, tenant.organizer.key)
    await watcher.until(({ name }) => name === 'counters')
    const since = await headOf()
    const names = Array.from({ length: 30 }, (_, index) => `rush ${index}`)
    // Made beforehand, one after the other: the rush is for places, and not for accounts.
    for (const name of names) await gala.person(name)
    const begun = performance.now()
    await Promise.all(names.map((name) => gala.register(name)))
    const taken = performance.now() - begun
    await watcher.until(({ id }) => id === since + 30)
    await pause(400)
    expect(watcher.changes()).toEqual(names.map((_, index) => since + 1 + index))
    const counted = watcher.messages.filter(({ name }) => name === 'counters').length
    expect(counted).toBeLessThanOrEqual(4 + taken / 250)
  })

  test('loses nothing when the connection that listens is cut', async () => {
    const watcher = await stream(there, tenant.organizer.key)
    await watcher.until(({ name }) => name === 'counters')
    await pause(300)
    const since = await headOf()
    const cut = await asOwner(
      here.database,
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'allot listens' and datname = current_database()`,
    )
    expect(cut.length).toBeGreaterThan(0)
    for (const name of ['fay', 'gus', 'hal']) await gala.register(name)
    await watcher.until(({ id }) => id === since + 3, 3_000)
    await pause(500)
    await gala.register('ida')
    await watcher.until(({ id }) => id === since + 4, 3_000)
    expect(watcher.changes()).toEqual([since + 1, since + 2, since + 3, since + 4])
  })

  test('hears changes of options, slots and the event as well', async () => {
    const watcher = await stream(here, tenant.organizer.key)
    await watcher.until(({ name }) => name === 'counters')
    await tenant.organizer.put(`${gala.path}/options/${gala.options.Mug}`, { total_available: 4 })
    await tenant.organizer.put(gala.path, { event_budget_amount: 12_000 })
    expect((await watcher.until(said('option.updated'))).data).toMatchObject({ option_name: 'Mug', person_name: null })
    await watcher.until(said('event.updated'))
    await watcher.until(({ name, data }) => name === 'counters' && Number(data.total_budget) === 12_000)
  })
})

describe('everybody else who watches', () => {
  beforeAll(async () => {
    gala = await givenGala(tenant, { options: { Mug: { total: 3, cost: 25 } } })
  })

  test.each(['member', 'desk'] as const)('a %s is told what is left, and no name and no money', async (role) => {
    const watcher = await stream(here, tenant[role].key, { 'last-event-id': '1' })
    const first = await watcher.until(({ name }) => name === 'counters')
    expect(first.data).toEqual({
      event_id: gala.eventId,
      options: [
        { option_id: gala.options.Mug, available_slots: expect.any(Number), available_to_register: expect.any(Number) },
      ],
      slots: expect.any(Array),
    })
    expect(first.id).toBeUndefined()
    await gala.register(role, 'Mug', `slot of ${role}`)
    await gala.approve(role)
    await watcher.until(({ data }) => JSON.stringify(data.slots).includes(`slot of ${role}`))
    const text = JSON.stringify(watcher.messages)
    expect(text).not.toMatch(/budget|amount|approver|change|of 0/)
    expect(watcher.changes()).toEqual([])
  })

  test('other tenants and nobody at all are told nothing', async () => {
    const other = await givenTenant(here, 'Other')
    expect((await stream(here, other.owner.key)).status).toBe(404)
    expect((await stream(here, 'nonsense')).status).toBe(401)
    expect((await here.as(tenant.owner.key).get('/events/019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e/stream')).status).toBe(
      404,
    )
  })

  test('a draft is watched by those who may change it, and by others only while it is none', async () => {
    const member = await stream(here, tenant.member.key)
    await member.until(({ name }) => name === 'counters')
    await tenant.organizer.put(gala.path, { published: false })
    await member.ended
    expect((await stream(here, tenant.member.key)).status).toBe(404)
    expect((await stream(here, tenant.organizer.key)).status).toBe(200)
    await tenant.organizer.put(gala.path, { published: true })
  })
})

describe('a stream', () => {
  beforeAll(async () => {
    gala = await givenGala(tenant)
  })

  test('ends when the right to it does', async () => {
    const approver = await tenant.add('approver')
    const watcher = await stream(here, approver.key)
    await watcher.until(({ name }) => name === 'counters')
    await tenant.owner.put(`/users/${approver.userId}`, { is_active: false })
    await Promise.race([watcher.ended, pause(8_000).then(() => Promise.reject(new Error('still open')))])
    expect((await stream(here, approver.key)).status).toBe(401)
  }, 15_000)

  test('one person has so many, and a fifth is one too many', async () => {
    const mine: Watcher[] = []
    for (let count = 0; count < 4; count += 1) mine.push(await stream(here, tenant.approver.key))
    const fifth = await stream(here, tenant.approver.key)
    expect(fifth).toMatchObject({ status: 429, headers: { 'retry-after': '10' } })
    mine[0]?.close()
    await pause(100)
    expect((await stream(here, tenant.approver.key)).status).toBe(200)
  })

  test('ends when its server stops, and the server stops at once', async () => {
    const third = await openApp(here.database)
    const watcher = await stream(third, tenant.organizer.key)
    await watcher.until(({ name }) => name === 'counters')
    const begun = performance.now()
    await third.close()
    await watcher.ended
    expect(performance.now() - begun).toBeLessThan(2_000)
  })
})
