import { beforeAll, expect, test } from 'vitest'
import { MOST_LOOKED_AT } from '../platform/counting.ts'
import { asOwner } from '../testing/as-owner.ts'
import { givenGala } from '../testing/gala.ts'
import type { Gala } from '../testing/gala.ts'
import { givenApp, givenTenant } from '../testing/given-app.ts'
import type { TestTenant } from '../testing/given-app.ts'
import type { Reply } from '../testing/reply.ts'

// An event with as many entries behind what is looked for as one request looks at: it is the very next one.

let tenant: TestTenant
let gala: Gala

beforeAll(async () => {
  const server = await givenApp()
  tenant = await givenTenant(server)
  gala = await givenGala(tenant)
  await gala.register('ann')
  await gala.approve('ann')
  await gala.cancel('ann')
  const moreLedger = `
    insert into ledger_entries (tenant_id, event_id, entry_no, registration_id, kind, amount_minor, balance_minor, actor_id,
      created_at, previous_hash, hash)
    select tenant_id, event_id, nr, registration_id, 'COMMIT', 1, balance_minor + nr, actor_id, created_at, hash, hash
      from ledger_entries, generate_series(entry_no + 1, $2::integer + 2) as nr where event_id = $1 and entry_no = 2`
  const moreAudit = `
    insert into audit_entries (tenant_id, scope_id, entry_no, action, subject_id, actor_id, created_at, previous_hash, hash)
    select tenant_id, scope_id, nr, 'event.updated', scope_id, actor_id, created_at, hash, hash
      from audit_entries, generate_series(entry_no + 1, $2::integer + 1) as nr
     where scope_id = $1 and entry_no = (select audit_count from event_books where event_id = $1)`
  for (const more of [moreLedger, moreAudit]) await asOwner(server.database, more, [gala.eventId, MOST_LOOKED_AT])
  await asOwner(
    server.database,
    'update event_books set ledger_count = $2::integer + 2, audit_count = $2::integer + 1 where event_id = $1',
    [gala.eventId, MOST_LOOKED_AT],
  )
})

const count = ({ headers }: Reply) => [headers['x-total-count'], headers['x-total-count-relation']]

test.each([
  ['ledger', 'kind=RELEASE', { kind: 'RELEASE', entry_no: 2 }],
  ['audit', 'action=event.created', { action: 'event.created', entry_no: 1 }],
])(
  'a page of the %s ends where a request has looked at enough, and the next goes on behind it',
  async (chain, filter, found) => {
    const first = await tenant.auditor.get(`${gala.path}/${chain}?${filter}`)
    expect(first).toMatchObject({ status: 200, body: [] })
    expect(count(first)).toEqual(['0', 'at-least'])
    const next = /^<(.+)>; rel="next"$/.exec(String(first.headers.link))?.[1] ?? ''
    const second = await tenant.auditor.get(next)
    expect(second.body).toMatchObject([found])
    expect(second.headers).not.toHaveProperty('x-next-cursor')
  },
)

test('what is looked for by subject is found at once, among however many', async () => {
  const found = await tenant.auditor.get(`${gala.path}/audit?subject_id=${gala.registrationOf('ann')}`)
  expect(found.body).toHaveLength(3)
  expect(count(found)).toEqual(['3', undefined])
})
