import { beforeAll, expect, test } from 'vitest'
import { MOST_LOOKED_AT } from '../platform/counting.ts'
import { asOwner } from '../testing/as-owner.ts'
import { givenGala } from '../testing/gala.ts'
import type { Gala } from '../testing/gala.ts'
import { givenApp, givenTenant } from '../testing/given-app.ts'
import type { TestApp, TestTenant } from '../testing/given-app.ts'
import type { Reply } from '../testing/reply.ts'

// An event with a few more registrations than one request looks at: the two oldest are for a talk, all others for mugs.

const MUGS = MOST_LOOKED_AT + 500

let server: TestApp
let tenant: TestTenant
let gala: Gala

beforeAll(async () => {
  server = await givenApp()
  tenant = await givenTenant(server)
  gala = await givenGala(tenant, {
    options: { Mug: { total: 100_000, cost: 0 }, Talk: { total: 10, type: 'TRACK' } },
  })
  for (const name of ['ann', 'bob']) await gala.register(name, 'Talk')
  await gala.person('cem')
  const sql = `
    with made as (
      insert into registrations (tenant_id, event_id, id, user_id, event_option_id, status, amount_minor, qr_hash, created_at,
        created_by)
      select $1, $2, uuidv7(), u.id, $3, 'CANCELLED', 0, sha256(uuid_send(gen_random_uuid())), now(), u.id
        from users u, generate_series(1, $4::integer) where u.tenant_id = $1 and u.name like 'cem%' returning tenant_id, event_id)
    update event_books set cancelled_count = (select count(*) from made) where tenant_id = $1 and event_id = $2`
  await asOwner(server.database, sql, [tenant.tenantId, gala.path.split('/').at(-1), gala.options['Mug'], MUGS])
})

const find = (query: string) => tenant.approver.get(`${gala.path}/registrations?${query}`)
const count = ({ headers }: Reply) => [headers['x-total-count'], headers['x-total-count-relation']]

test('what nobody counts is counted as far as one request looks', async () => {
  expect(count(await find('limit=1'))).toEqual([String(MUGS + 2), undefined])
  expect(count(await find('limit=1&status_filter=CANCELLED'))).toEqual([String(MUGS), undefined])
  expect(count(await find(`limit=1&event_option_id=${gala.options['Mug']}`))).toEqual([
    String(MOST_LOOKED_AT),
    'at-least',
  ])
})

test('a page ends where a request has looked at enough, and the next goes on behind it', async () => {
  const first = await find(`event_option_id=${gala.options['Talk']}`)
  expect(first).toMatchObject({ status: 200, body: [] })
  expect(count(first)).toEqual(['0', 'at-least'])
  const next = /^<(.+)>; rel="next"$/.exec(String(first.headers.link))?.[1] ?? ''
  const second = await tenant.approver.get(next)
  expect([...second.body].map(({ option_name }) => option_name)).toEqual(['Talk', 'Talk'])
  expect(second.headers).not.toHaveProperty('x-next-cursor')
})

test('whoever is looked for by name is found at once, among however many', async () => {
  const found = await find('q=ann')
  expect(found.body).toHaveLength(1)
  expect(count(found)).toEqual(['1', undefined])
})

test('facets say of which kinds there may be more; what has a counter is exact', async () => {
  const { body: all } = await tenant.approver.get(`${gala.path}/registrations/facets`)
  expect(all).toMatchObject({ total: MUGS + 2, at_least: ['options', 'departments', 'slots'] })
  expect(all.waiting).toMatchObject({ today: 2 })
  expect([...(all.statuses ?? [])]).toContainEqual({ status: 'CANCELLED', count: MUGS })

  const { body: pending } = await tenant.approver.get(`${gala.path}/registrations/facets?status_filter=PENDING`)
  expect(pending).toMatchObject({ total: 2, at_least: [] })
  expect([...(pending.options ?? [])]).toMatchObject([{ option_name: 'Talk', count: 2 }])

  const { body: some } = await tenant.approver.get(
    `${gala.path}/registrations/facets?event_option_id=${gala.options['Mug']}`,
  )
  expect(some.at_least).toContain('total')
})

test('a file has all of them', async () => {
  const file = await tenant.approver.get(`${gala.path}/registrations.csv?event_option_id=${gala.options['Talk']}`)
  expect(file.status).toBe(200)
  expect(file.text.split('\r\n')).toHaveLength(4)
})
