import { request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { beforeAll, describe, expect, test } from 'vitest'
import { givenGala } from '../testing/gala.ts'
import { givenApp, givenTenant } from '../testing/given-app.ts'
import type { TestPerson, TestTenant } from '../testing/given-app.ts'
import type { Json, Reply } from '../testing/reply.ts'
import { environmentOf } from '../testing/processes.ts'
import { operatorKey, startServers } from '../testing/server-process.ts'
import type { ServerProcess } from '../testing/server-process.ts'
import { countStatuses, rivalsOf } from '../testing/rivals.ts'

const times = (count: number) => Array.from({ length: count }, (_, index) => index)

describe('one key at two servers', () => {
  let tenant: TestTenant
  let servers: ServerProcess[]
  const serverAt = (turn: number): ServerProcess => {
    const server = servers[turn % servers.length]
    if (!server) throw new Error('there is no server')
    return server
  }
  const audit = async (path: string): Promise<Json[]> => [...(await tenant.auditor.get(`${path}/audit?limit=100`)).body]

  beforeAll(async () => {
    const here = await givenApp()
    tenant = await givenTenant(here)
    servers = await startServers(2, environmentOf(here.database))
  })

  test('sent twelve times at once, registering is done once, and everybody gets the same answer', async () => {
    const gala = await givenGala(tenant)
    const { register } = rivalsOf(gala, tenant, servers)
    const key = { 'idempotency-key': 'ann-1' }
    expectOneAnswer(await Promise.all(times(12).map(() => register('ann', 'Mug', 'noon', key))), 201)
    expect(await gala.verify()).toMatchObject({ is_intact: true, registrations: 1 })
    const noted = (await audit(gala.path)).filter(({ action }) => String(action) === 'registration.registered')
    expect(noted.map(({ idempotency_key: key }) => String(key))).toEqual(['ann-1'])
  })

  test('sent twelve times at once, an approval is done once', async () => {
    const gala = await givenGala(tenant)
    await gala.register('ann')
    const { approve } = rivalsOf(gala, tenant, servers)
    const key = { 'idempotency-key': 'yes-1' }
    expectOneAnswer(await Promise.all(times(12).map(() => approve('ann', {}, key))), 200)
    expect(await gala.verify()).toMatchObject({ is_intact: true, ledger_entries: 1 })
  })

  test('a refusal is an answer too: sent again after room was made, the same key hears the same no', async () => {
    const gala = await givenGala(tenant, { options: { Mug: { total: 1, cost: 5 } } })
    await gala.register('ann')
    await gala.register('bob')
    await gala.approve('ann')
    const { approve } = rivalsOf(gala, tenant, servers)
    const key = { 'idempotency-key': 'bob-1' }
    const first = await Promise.all(times(6).map(() => approve('bob', {}, key)))
    expectOneAnswer(first, 409)
    await gala.cancel('ann')
    expect((await approve('bob', {}, key)).text).toBe(first[0]?.text)
    expect((await approve('bob')).status).toBe(200)
  })

  test('the same key with something else to say is refused at whichever server, and does nothing', async () => {
    const gala = await givenGala(tenant, { options: { Mug: { total: 9 }, Shirt: { total: 9 } } })
    const { register } = rivalsOf(gala, tenant, servers)
    const key = { 'idempotency-key': 'ann-2' }
    const asks = times(8).map((turn) => register('ann', turn % 4 < 2 ? 'Mug' : 'Shirt', undefined, key))
    expect(countStatuses(await Promise.all(asks))).toEqual({ 201: 4, 422: 4 })
    expect(await gala.verify()).toMatchObject({ is_intact: true, registrations: 1 })
  })

  test('one key used for two events at the same moment belongs to one of them', async () => {
    for (const round of times(6)) {
      const galas = [await givenGala(tenant), await givenGala(tenant)]
      const key = { 'idempotency-key': `two-events-${round}` }
      // The caller is the same person: a key is theirs, whatever the event.
      const asks = galas.map(({ path, options }, turn) =>
        serverAt(turn).as(tenant.member.key).post(`${path}/register`, { event_option_id: options.Mug }, key),
      )
      expect(countStatuses(await Promise.all(asks))).toEqual({ 201: 1, 422: 1 })
    }
  })

  test('an event, an option and a tenant are made once, however often they are asked for at once', async () => {
    const key = { 'idempotency-key': 'new-1' }
    const organizerAt = (turn: number) => serverAt(turn).as(tenant.organizer.key)
    const event = { name: 'Made once', event_type: 'SOCIAL', event_budget_amount: 10 }
    const events = await Promise.all(times(8).map((turn) => organizerAt(turn).post('/events', event, key)))
    expectOneAnswer(events, 201)

    const path = `/events/${String(events[0]?.body.id)}`
    const option = { option_name: 'Mug', option_type: 'INVENTORY', total_available: 3 }
    expectOneAnswer(
      await Promise.all(times(8).map((turn) => organizerAt(turn).post(`${path}/options`, option, key))),
      201,
    )
    expect([...(await tenant.organizer.get(`${path}/options`)).body]).toHaveLength(1)

    const operatorAt = (turn: number) => serverAt(turn).as(operatorKey)
    const once = { name: 'Once Ltd' }
    expectOneAnswer(await Promise.all(times(8).map((turn) => operatorAt(turn).post('/tenants', once, key))), 201)
    const listed = [...(await operatorAt(0).get('/tenants?limit=100')).body]
    expect(listed.filter(({ name }) => String(name) === 'Once Ltd')).toHaveLength(1)
  })

  test('without a key, as many events of one name are made as were asked for', async () => {
    const event = { name: 'Same name', event_type: 'SOCIAL', event_budget_amount: 10 }
    const asks = times(6).map((turn) => serverAt(turn).as(tenant.organizer.key).post('/events', event))
    const replies = await Promise.all(asks)
    expect(countStatuses(replies)).toEqual({ 201: 6 })
    expect(new Set(replies.map(({ body }) => String(body.slug))).size).toBe(6)
  })

  test('two organisers who take one slug at once: one has it, the other hears that it is taken', async () => {
    for (const round of times(6)) {
      const event = { name: 'Slug', event_type: 'SOCIAL', event_budget_amount: 10, slug: `slug-${round}` }
      const asks = times(2).map((turn) => serverAt(turn).as(tenant.organizer.key).post('/events', event))
      expect(countStatuses(await Promise.all(asks))).toEqual({ 201: 1, 409: 1 })
    }
  })

  test('whoever loses the answer and asks the other server with the same key is registered and approved once', async () => {
    const gala = await givenGala(tenant)
    for (const round of times(15)) {
      const person = await gala.person(`lost ${round}`)
      const key = { 'idempotency-key': `lost-${round}` }
      const body = { event_option_id: gala.options.Mug }
      await loseTheAnswer(serverAt(round), person, 'POST', `${gala.path}/register`, body, key, round)
      const registered = await serverAt(round + 1)
        .as(person.key)
        .post(`${gala.path}/register`, body, key)
      expect(registered.status).toBe(201)

      const path = `${gala.path}/registrations/${String(registered.body.id)}`
      const yes = { status: 'APPROVED' }
      await loseTheAnswer(serverAt(round), tenant.approver, 'PUT', path, yes, key, round)
      expect(
        (
          await serverAt(round + 1)
            .as(tenant.approver.key)
            .put(path, yes, key)
        ).status,
      ).toBe(200)
    }
    expect(await gala.verify()).toMatchObject({ is_intact: true, registrations: 15, ledger_entries: 15 })
    const noted = (await audit(gala.path)).filter(({ action }) => String(action).startsWith('registration.'))
    expect(noted).toHaveLength(30)
  })
})

/** One did it, the others were told: the same status and words, and all but one say that they repeat. */
function expectOneAnswer(replies: readonly Reply[], status: number): void {
  expect(countStatuses(replies)).toEqual({ [status]: replies.length })
  expect(new Set(replies.map(({ text }) => text)).size).toBe(1)
  expect(replies.filter(({ headers }) => headers['idempotency-replayed'] !== 'true')).toHaveLength(1)
}

/** Sends a request whole, and hangs up a few milliseconds later, whatever has become of it by then. */
async function loseTheAnswer(
  { address }: ServerProcess,
  { key }: TestPerson,
  method: string,
  path: string,
  body: object,
  headers: Record<string, string>,
  milliseconds: number,
): Promise<void> {
  const authorization = `Bearer ${key}`
  const sent = request(`${address}${path}`, {
    method,
    headers: { authorization, 'content-type': 'application/json', ...headers },
  })
  sent.on('error', () => {})
  await new Promise<void>((resolve) => sent.end(JSON.stringify(body), resolve))
  await sleep(milliseconds)
  sent.destroy()
}
