import { beforeAll, describe, expect, test } from 'vitest'
import { asOwner } from '../testing/as-owner.ts'
import { givenGala } from '../testing/gala.ts'
import type { Gala } from '../testing/gala.ts'
import { givenApp, givenTenant } from '../testing/given-app.ts'
import type { TestApp, TestTenant } from '../testing/given-app.ts'
import type { Json, Reply } from '../testing/reply.ts'

let server: TestApp
let tenant: TestTenant
let gala: Gala

/** Who asked, for what, in which slot, from which department, and how many days ago. */
const story: [string, string, string | undefined, string | null, number][] = [
  ['ann', 'Mug', '10:00', 'Finance', 9],
  ['bob', 'Mug', '10:00', 'Field', 4],
  ['cem', 'Mug', '11:00', 'Field', 2],
  ['dan', 'Talk', undefined, null, 1],
  ['eve', 'Talk', '11:00', 'Finance', 0],
]

beforeAll(async () => {
  server = await givenApp()
  tenant = await givenTenant(server)
  gala = await givenGala(tenant, { options: { Mug: { total: 10, cost: 25 }, Talk: { total: 10, type: 'TRACK' } } })
  for (const [name, option, slot, department, daysAgo] of story) {
    const person = await gala.person(name)
    await tenant.owner.put(`/users/${person.userId}`, { department })
    await gala.register(name, option, slot)
    await asOwner(
      server.database,
      `update registrations set created_at = now() - make_interval(days => $2) where id = $1`,
      [gala.registrationOf(name), daysAgo],
    )
  }
  await gala.approve('bob', { assigned_pickup_slot: '11:00' })
  await gala.reject('cem')
})

const names = ({ body }: Reply) => [...body].map(({ person }) => String(person?.name).split(' ')[0] ?? '')
const find = (query: string) => tenant.approver.get(`${gala.path}/registrations?${query}`)
const facets = async (query = '') => (await tenant.auditor.get(`${gala.path}/registrations/facets?${query}`)).body

describe('a filtered list', () => {
  test.each([
    ['', ['eve', 'dan', 'cem', 'bob', 'ann']],
    ['order=oldest', ['ann', 'bob', 'cem', 'dan', 'eve']],
    ['status_filter=PENDING&order=oldest', ['ann', 'dan', 'eve']],
    ['q=EVE', ['eve']],
    ['q=bob.of', ['bob']],
    ['q=%25', []],
    ['q=', ['eve', 'dan', 'cem', 'bob', 'ann']],
    ['department=Finance', ['eve', 'ann']],
    ['department=Finance&department=Field&order=oldest', ['ann', 'bob', 'cem', 'eve']],
    ['department=', ['dan']],
    ['department=&department=Finance', ['eve', 'dan', 'ann']],
    ['slot=10:00', ['ann']],
    ['slot=11:00&status_filter=APPROVED', ['bob']],
    ['slot=11:00&slot=10:00', ['eve', 'cem', 'bob', 'ann']],
    ['slot=', ['dan']],
    ['slot=nowhere', []],
    ['waiting_days_min=0', ['eve', 'dan', 'ann']],
    ['waiting_days_min=1', ['dan', 'ann']],
    ['waiting_days_min=2', ['ann']],
    ['waiting_days_min=9', ['ann']],
    ['waiting_days_min=10', []],
    ['waiting_days_min=0&status_filter=APPROVED', []],
    ['q=an&department=Finance&slot=10:00&waiting_days_min=5', ['ann']],
  ])('%s', async (query, expected) => {
    const reply = await find(query)
    expect([reply.status, names(reply)]).toEqual([200, expected])
    expect(reply.headers['x-total-count']).toBe(String(expected.length))
    expect(reply.headers).not.toHaveProperty('x-total-count-relation')
  })

  test('by one option, and by either', async () => {
    const { Mug = '', Talk = '' } = gala.options
    expect(names(await find(`event_option_id=${Mug}`))).toEqual(['cem', 'bob', 'ann'])
    expect(names(await find(`event_option_id=${Mug}&event_option_id=${Talk}`))).toHaveLength(5)
    expect(await find('event_option_id=mug')).toMatchObject({ status: 422 })
  })

  test.each(['newest', 'oldest'])('walked by cursor, %s first, it is the same list', async (order) => {
    const walked: string[] = []
    let next: string | undefined =
      `${gala.path}/registrations?order=${order}&department=Finance&department=Field&limit=1`
    while (next !== undefined) {
      const reply: Reply = await tenant.approver.get(next)
      walked.push(...names(reply))
      next = /^<(.+)>; rel="next"$/.exec(String(reply.headers.link))?.[1]
    }
    expect(walked).toEqual(names(await find(`order=${order}&department=Finance&department=Field`)))
  })

  test('finds nothing of another tenant', async () => {
    const other = await givenTenant(server, 'Other')
    expect((await other.owner.get(`${gala.path}/registrations?q=ann`)).status).toBe(404)
    expect((await other.owner.get(`${gala.path}/registrations/facets`)).status).toBe(404)
    expect((await tenant.member.get(`${gala.path}/registrations/facets`)).status).toBe(403)
  })
})

describe('facets', () => {
  const counts = (list: Json | undefined, name: string) =>
    Object.fromEntries([...(list ?? [])].map((one) => [String(one[name]), Number(one.count)]))

  test('count every kind there is', async () => {
    const all = await facets()
    expect(all).toMatchObject({ total: 5 })
    expect(counts(all.statuses, 'status')).toEqual({
      WAITLISTED: 0,
      PENDING: 3,
      APPROVED: 1,
      REJECTED: 1,
      CANCELLED: 0,
    })
    expect(counts(all.options, 'option_name')).toEqual({ Mug: 3, Talk: 2 })
    expect(counts(all.departments, 'department')).toEqual({ Finance: 2, Field: 2, null: 1 })
    expect(counts(all.slots, 'slot')).toEqual({ '10:00': 1, '11:00': 3, null: 1 })
    expect(all.waiting).toMatchObject({ today: 1, days_1_to_2: 1, days_3_to_5: 0, days_over_5: 1, oldest_days: 9 })
  })

  test('each is counted under the other filters, and the total under all', async () => {
    const some = await facets('status_filter=PENDING&department=Finance&slot=11:00')
    expect(some).toMatchObject({ total: 1 })
    expect(counts(some.statuses, 'status')).toEqual({
      WAITLISTED: 0,
      PENDING: 1,
      APPROVED: 0,
      REJECTED: 0,
      CANCELLED: 0,
    })
    expect(counts(some.departments, 'department')).toEqual({ Finance: 1 })
    expect(counts(some.slots, 'slot')).toEqual({ '10:00': 1, '11:00': 1 })
    expect(counts(some.options, 'option_name')).toEqual({ Talk: 1 })
    expect(some.waiting).toMatchObject({ today: 1, days_over_5: 0, oldest_days: 0 })
    expect((await facets('q=ann&waiting_days_min=3')).waiting).toMatchObject({ today: 0, days_over_5: 1 })
  })

  test('of nothing are nothing', async () => {
    const none = await facets('q=nobody')
    expect(none).toMatchObject({
      total: 0,
      options: [],
      departments: [],
      slots: [],
      waiting: { today: 0, oldest_at: null, oldest_days: null },
    })
  })
})
