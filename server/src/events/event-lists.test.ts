import { beforeAll, describe, expect, test } from 'vitest'
import { givenGala } from '../testing/gala.ts'
import { givenApp, givenTenant } from '../testing/given-app.ts'
import type { TestApp, TestTenant } from '../testing/given-app.ts'
import type { Client, Json, Reply } from '../testing/reply.ts'

const names = ({ body }: Reply) => [...body].map(({ name }) => String(name))

let server: TestApp
beforeAll(async () => {
  server = await givenApp()
})

describe('a list of twenty-three events', () => {
  let tenant: TestTenant
  const newestFirst = Array.from({ length: 23 }, (_, index) => `Event ${23 - index}`)
  beforeAll(async () => {
    tenant = await givenTenant(server)
    for (const name of [...newestFirst].reverse())
      await tenant.organizer.post('/events', { name, event_budget_amount: 1 })
  })

  test('shows the ten newest and says how many there are', async () => {
    const reply = await tenant.member.get('/events')
    expect(names(reply)).toEqual(newestFirst.slice(0, 10))
    expect(reply.headers).toMatchObject({ 'x-total-count': '23' })
    expect(reply.headers.link).toMatch(/^<\/events\?cursor=[\w-]+>; rel="next"$/)
  })

  test('takes a limit of 1 to 100 and a skip of 0 and more', async () => {
    expect(names(await tenant.member.get('/events?limit=1'))).toEqual(['Event 23'])
    expect(names(await tenant.member.get('/events?limit=100'))).toEqual(newestFirst)
    expect(names(await tenant.member.get('/events?skip=20'))).toEqual(['Event 3', 'Event 2', 'Event 1'])
    expect(await tenant.member.get('/events?skip=23')).toMatchObject({
      status: 200,
      body: [],
      headers: { 'x-total-count': '23' },
    })
    for (const query of [
      'limit=0',
      'limit=101',
      'limit=-1',
      'limit=ten',
      'limit=1.5',
      'limit=',
      'skip=-1',
      'skip=10001',
      'page=2',
    ]) {
      expect(await tenant.member.get(`/events?${query}`)).toMatchObject({ status: 422, body: { code: 'INVALID' } })
    }
  })

  test.each([1, 4, 10, 23])('walked by cursor %i at a time it is the same list as walked by skip', async (limit) => {
    const bySkip: string[] = []
    for (let skip = 0; skip < 23; skip += limit)
      bySkip.push(...names(await tenant.member.get(`/events?limit=${limit}&skip=${skip}`)))
    const byCursor: string[] = []
    let next: string | undefined = `/events?limit=${limit}`
    while (next !== undefined) {
      const reply: Reply = await tenant.member.get(next)
      byCursor.push(...names(reply))
      next = /^<(.+)>; rel="next"$/.exec(String(reply.headers.link))?.[1]
    }
    expect(bySkip).toEqual(newestFirst)
    expect(byCursor).toEqual(newestFirst)
  })

  test('a walk by cursor does not stumble over what is added meanwhile', async () => {
    const first = await tenant.member.get('/events?limit=12')
    await tenant.organizer.post('/events', { name: 'Late', event_budget_amount: 1 })
    const second = await tenant.member.get(`/events?limit=12&cursor=${String(first.headers['x-next-cursor'])}`)
    expect([...names(first), ...names(second)]).toEqual(newestFirst)
    expect(second.headers).not.toHaveProperty('link')
  })

  test('an empty list is a list', async () => {
    const other = await givenTenant(server, 'Empty')
    expect(await other.member.get('/events')).toMatchObject({
      status: 200,
      body: [],
      headers: { 'x-total-count': '0' },
    })
  })
})

describe('an archived event', () => {
  let tenant: TestTenant
  beforeAll(async () => {
    tenant = await givenTenant(server, 'Archive')
  })

  test('loses nothing, takes no registrations, and can be restored', async () => {
    const gala = await givenGala(tenant, { budget: 100, options: { Mug: { total: 5, cost: 10 } } })
    await gala.register('ann', 'Mug', '10:00')
    await gala.register('bob')
    await gala.approve('ann')
    const before = { variance: await gala.variance(), event: (await tenant.owner.get(gala.path)).body }

    const archived = await tenant.organizer.delete(gala.path)
    expect(archived).toMatchObject({ status: 204, text: '' })
    expect((await tenant.member.get(gala.path)).body).toMatchObject({ is_active: false, name: 'Gala' })
    expect(await gala.variance()).toEqual(before.variance)
    expect([...(await tenant.approver.get(`${gala.path}/registrations`)).body]).toHaveLength(2)
    const refused = await gala.register('eve')
    expect(refused).toMatchObject({ status: 409, body: { conflict_type: 'REGISTRATION_CLOSED', alternatives: [] } })
    expect(refused.body.message).toMatch(/archived/)

    const restored = await tenant.organizer.put(gala.path, { is_active: true })
    expect(restored.body).toEqual({ ...before.event, updated_at: expect.any(String) })
    expect((await gala.register('eve')).status).toBe(201)
    expect(await gala.verify()).toMatchObject({ is_intact: true })
  })

  test('stands in the list of archived ones and in no other', async () => {
    const other = await givenTenant(server, 'Filter')
    const [kept, gone] = await Promise.all(
      ['Kept', 'Gone'].map(
        async (name) => (await other.organizer.post('/events', { name, event_budget_amount: 1 })).body,
      ),
    )
    await other.organizer.delete(`/events/${gone?.id}`)
    expect(names(await other.member.get('/events'))).toEqual(['Kept'])
    expect(names(await other.member.get('/events?is_active=true'))).toEqual(['Kept'])
    const archived = await other.member.get('/events?is_active=false')
    expect(archived.headers['x-total-count']).toBe('1')
    expect(names(archived)).toEqual(['Gone'])
    expect((await other.member.get('/events?is_active=maybe')).status).toBe(422)
    expect(kept?.is_active).toBe(true)
  })
})

describe('a draft', () => {
  test('is there for those who may change events, and for nobody else', async () => {
    const tenant = await givenTenant(server, 'Draft')
    const draft: Json = (
      await tenant.organizer.post('/events', { name: 'Secret', event_budget_amount: 1, published: false })
    ).body
    const path = `/events/${draft.id}`
    const option = { option_name: 'Mug', option_type: 'INVENTORY', total_available: 1 }
    const { body: mug } = await tenant.organizer.post(`${path}/options`, option)

    for (const who of [tenant.owner, tenant.organizer]) {
      expect((await who.get(path)).status).toBe(200)
      expect(names(await who.get('/events'))).toEqual(['Secret'])
    }
    const missing = '/events/019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e'
    for (const who of [tenant.approver, tenant.auditor, tenant.desk, tenant.member]) {
      expect(names(await who.get('/events'))).toEqual([])
      await expectNothingThere(who, path, missing)
    }
    const asked = await tenant.member.post(`${path}/register`, { event_option_id: mug.id })
    expect(asked).toMatchObject({ status: 404, body: { code: 'EVENT_NOT_FOUND' } })
    const byOrganizer = await tenant.organizer.post(`${path}/register`, { event_option_id: mug.id })
    expect(byOrganizer).toMatchObject({ status: 409, body: { conflict_type: 'REGISTRATION_CLOSED' } })
    expect(byOrganizer.body.message).toMatch(/draft/)

    await tenant.organizer.put(path, { published: true })
    expect((await tenant.member.post(`${path}/register`, { event_option_id: mug.id })).status).toBe(201)
  })

  async function expectNothingThere(who: Client, path: string, missing: string) {
    for (const below of [
      '',
      '/options',
      '/slots',
      '/registrations',
      '/budget-variance',
      '/ledger',
      '/ledger/verify',
      '/audit',
    ]) {
      const [draft, nothing] = [await who.get(path + below), await who.get(missing + below)]
      expect(draft.status, below).toBe(nothing.status)
      expect([403, 404], below).toContain(draft.status)
      expect({ ...draft.body, request_id: '' }).toEqual({ ...nothing.body, request_id: '' })
    }
  }
})

test('what an event costs is for those who may see its variance', async () => {
  const tenant = await givenTenant(server, 'Money')
  const gala = await givenGala(tenant)
  for (const who of [tenant.owner, tenant.organizer, tenant.approver, tenant.auditor]) {
    expect((await who.get(gala.path)).body).toMatchObject({ event_budget_amount: 10_000, budget_committed: 0 })
  }
  for (const who of [tenant.desk, tenant.member]) {
    const { body } = await who.get(gala.path)
    expect(body).not.toHaveProperty('event_budget_amount')
    expect(body).not.toHaveProperty('budget_committed')
    expect((await who.get(`${gala.path}/budget-variance`)).status).toBe(403)
  }
  expect((await tenant.desk.get(gala.path)).body.options?.[0]).not.toHaveProperty('cost_per_unit')
})
