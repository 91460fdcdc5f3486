import { beforeAll, describe, expect, test } from 'vitest'
import { givenGala } from '../testing/gala.ts'
import type { Gala } from '../testing/gala.ts'
import { givenApp, givenTenant } from '../testing/given-app.ts'
import type { TestApp, TestTenant } from '../testing/given-app.ts'
import type { Reply } from '../testing/reply.ts'

let server: TestApp
let tenant: TestTenant
beforeAll(async () => {
  server = await givenApp()
  tenant = await givenTenant(server)
})

const idsOf = ({ body }: Reply) => [...body].map(({ id }) => String(id))
const totalOf = ({ headers }: Reply) => Number(headers['x-total-count'])

/** Follows the next links to the end. */
async function walk(first: string): Promise<string[]> {
  const ids: string[] = []
  let next: string | undefined = first
  while (next !== undefined) {
    const reply: Reply = await tenant.approver.get(next)
    ids.push(...idsOf(reply))
    next = /^<(.+)>; rel="next"$/.exec(String(reply.headers.link))?.[1]
  }
  return ids
}

describe('an event with 24 requests', () => {
  const names = Array.from({ length: 24 }, (_, index) => `p${index}`)
  let gala: Gala
  let path: string
  let newestFirst: string[]
  beforeAll(async () => {
    gala = await givenGala(tenant)
    path = `${gala.path}/registrations`
    for (const name of names) await gala.register(name)
    for (const name of names.slice(0, 7)) await gala.approve(name)
    for (const name of names.slice(7, 12)) await gala.reject(name)
    for (const name of names.slice(12, 15)) await gala.cancel(name)
    newestFirst = names.map((name) => gala.registrationOf(name)).reverse()
  })
  const idsFor = (from: number, to: number) =>
    names
      .slice(from, to)
      .map((name) => gala.registrationOf(name))
      .reverse()

  test('shows the ten newest, and how many there are in all', async () => {
    const reply = await tenant.approver.get(path)
    expect(idsOf(reply)).toEqual(newestFirst.slice(0, 10))
    expect(totalOf(reply)).toBe(24)
  })

  test('filters by state, and counts what it filters', async () => {
    const expected = {
      PENDING: idsFor(15, 24),
      APPROVED: idsFor(0, 7),
      REJECTED: idsFor(7, 12),
      CANCELLED: idsFor(12, 15),
    }
    for (const [status, ids] of Object.entries(expected)) {
      const reply = await tenant.auditor.get(`${path}?status_filter=${status}&limit=100`)
      expect(idsOf(reply), status).toEqual(ids)
      expect(totalOf(reply), status).toBe(ids.length)
    }
    for (const wrong of ['DONE', 'pending', '', 'PENDING&status_filter=APPROVED']) {
      const reply = await tenant.auditor.get(`${path}?status_filter=${wrong}`)
      expect(reply).toMatchObject({ status: 422, body: { errors: [{ path: 'query.status_filter' }] } })
    }
  })

  test.each([1, 5, 24, 100])('walked by cursor, %i at a time, is the whole list', async (limit) => {
    expect(await walk(`${path}?limit=${limit}`)).toEqual(newestFirst)
    expect(await walk(`${path}?limit=${limit}&status_filter=APPROVED`)).toEqual(idsFor(0, 7))
  })

  test('is the same walked by skip; beyond the end there is nothing, and still the total', async () => {
    const bySkip: string[] = []
    for (let skip = 0; skip < 24; skip += 7)
      bySkip.push(...idsOf(await tenant.approver.get(`${path}?skip=${skip}&limit=7`)))
    expect(bySkip).toEqual(newestFirst)
    for (const skip of [24, 9_999, 10_000]) {
      const reply = await tenant.approver.get(`${path}?skip=${skip}`)
      expect(reply).toMatchObject({ status: 200, body: [] })
      expect(totalOf(reply)).toBe(24)
      expect(reply.headers).not.toHaveProperty('link')
    }
    const tooDeep = await tenant.approver.get(`${path}?skip=10001`)
    expect(tooDeep).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'query.skip', message: 'go deeper than 10000 with cursor' }] },
    })
  })

  test('a cursor that is none is refused', async () => {
    const id = gala.registrationOf('p0')
    for (const cursor of [
      'rubbish',
      '',
      '%00',
      Buffer.from('5').toString('base64url'),
      Buffer.from(`${id}x`).toString('base64url'),
      'x'.repeat(201),
    ]) {
      const reply = await tenant.approver.get(`${path}?cursor=${cursor}`)
      expect(reply, cursor).toMatchObject({ status: 422, body: { errors: [{ path: 'query.cursor' }] } })
    }
  })

  test('is for those who may see registrations', async () => {
    for (const who of [tenant.owner, tenant.organizer, tenant.approver, tenant.auditor])
      expect((await who.get(path)).status).toBe(200)
    for (const who of [tenant.member, tenant.desk]) expect((await who.get(path)).status).toBe(403)
  })
})

describe('my registrations', () => {
  test('are mine, of all events, newest first, in pages', async () => {
    const ann = await tenant.add('member')
    const mine: string[] = []
    for (let index = 0; index < 12; index += 1) {
      const gala = await givenGala(tenant)
      await gala.register('somebody else')
      mine.push(String((await ann.post(`${gala.path}/register`, { event_option_id: gala.options.Mug })).body.id))
    }
    mine.reverse()
    const first = await ann.get('/me/registrations')
    expect(idsOf(first)).toEqual(mine.slice(0, 10))
    expect(totalOf(first)).toBe(12)
    expect(idsOf(await ann.get(`/me/registrations?cursor=${String(first.headers['x-next-cursor'])}`))).toEqual(
      mine.slice(10),
    )
    expect(idsOf(await ann.get('/me/registrations?skip=11&limit=5'))).toEqual(mine.slice(11))
    expect(
      [...first.body].every(
        ({ user_id, qr_token }) => String(user_id) === ann.userId && String(qr_token).length === 32,
      ),
    ).toBe(true)
  })

  test('stay in the list when their event is archived', async () => {
    const gala = await givenGala(tenant)
    await gala.register('ann')
    await tenant.organizer.delete(gala.path)
    expect(idsOf(await (await gala.person('ann')).get('/me/registrations'))).toEqual([gala.registrationOf('ann')])
  })

  test('are none for somebody who never asked', async () => {
    const reply = await (await tenant.add('member')).get('/me/registrations')
    expect(reply).toMatchObject({ status: 200, body: [] })
    expect(totalOf(reply)).toBe(0)
  })
})

test("one's own registration can be read by its person, and another one's cannot", async () => {
  const gala = await givenGala(tenant)
  for (const name of ['ann', 'bob']) await gala.register(name)
  const ann = await gala.person('ann')
  expect(await ann.get(`${gala.path}/registrations/${gala.registrationOf('ann')}`)).toMatchObject({ status: 200 })
  expect(await ann.get(`${gala.path}/registrations/${gala.registrationOf('bob')}`)).toMatchObject({ status: 403 })
})
