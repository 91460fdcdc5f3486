import { beforeAll, expect, test } from 'vitest'
import { givenGala } from '../testing/gala.ts'
import type { Gala } from '../testing/gala.ts'
import { givenApp, givenTenant } from '../testing/given-app.ts'
import type { TestTenant } from '../testing/given-app.ts'
import { readCsv } from '../testing/read-csv.ts'
import type { Json } from '../testing/reply.ts'

let tenant: TestTenant
let gala: Gala

beforeAll(async () => {
  tenant = await givenTenant(await givenApp())
  gala = await givenGala(tenant, { options: { '=Mug': { total: 50, cost: 12.5 } } })
  for (const name of ['ann', 'ben', 'cleo']) {
    await gala.register(name)
    await gala.approve(name)
  }
  await gala.cancel('ben')
})

const text = (value: unknown) => (value === null || value === undefined ? '' : String(value))

const ledgerLine = (row: Json) => ({
  ...Object.fromEntries(
    ['entry_no', 'created_at', 'kind', 'person_name', 'actor_name', 'registration_id', 'actor_id', 'hash'].map(
      (name) => [name, text(row[name])],
    ),
  ),
  previous_hash: text(row.previous_hash),
  amount: Number(row.amount).toFixed(2),
  balance: Number(row.balance).toFixed(2),
  currency: 'EUR',
  option_name: `'${text(row.option_name)}`,
})

test('the ledger as a file has the entries of the list, under every filter', async () => {
  const [newest] = (await tenant.auditor.get(`${gala.path}/ledger`)).body
  const second = (await tenant.auditor.get(`${gala.path}/ledger?limit=1&skip=2`)).body[0]
  const moment = encodeURIComponent(text(second?.created_at))
  for (const [query, count] of [
    ['', 4],
    ['kind=COMMIT', 3],
    ['kind=RELEASE', 1],
    [`registration_id=${gala.registrationOf('ben')}`, 2],
    [`registration_id=${gala.registrationOf('ben')}&kind=RELEASE`, 1],
    [`until=${moment}`, 2],
    ['until=2000-01-01T00:00:00Z', 0],
  ] as const) {
    const list = await tenant.auditor.get(`${gala.path}/ledger?limit=100&${query}`)
    const file = await tenant.auditor.get(`${gala.path}/ledger.csv?${query}`)
    expect(readCsv(file.text), query).toEqual([...list.body].map(ledgerLine))
    expect([...list.body].length, query).toBe(count)
    expect(Number(list.headers['x-total-count']), query).toBe(count)
  }
  expect(text(newest?.kind)).toBe('RELEASE')
  // A release is a number, and stays one.
  expect((await tenant.auditor.get(`${gala.path}/ledger.csv?kind=RELEASE`)).text).toContain(
    ',RELEASE,-12.50,25.00,EUR,',
  )
})

const trailLine = (row: Json) => ({
  ...Object.fromEntries(
    [
      'entry_no',
      'created_at',
      'action',
      'from_status',
      'to_status',
      'actor_name',
      'person_name',
      'subject_id',
      'actor_id',
      'api_key_id',
      'idempotency_key',
      'previous_hash',
      'hash',
    ].map((name) => [name, text(row[name])]),
  ),
  option_name: row.option_name === null ? '' : `'${text(row.option_name)}`,
  detail: row.detail === null ? '' : JSON.stringify(row.detail),
})

test('the audit trails as files have the entries of the lists, under every filter', async () => {
  const { userId } = tenant.approver
  for (const [path, query] of [
    [`${gala.path}/audit`, ''],
    [`${gala.path}/audit`, 'action=registration.'],
    [`${gala.path}/audit`, `actor_id=${userId}&action=registration.cancelled`],
    [`${gala.path}/audit`, `subject_id=${gala.registrationOf('ann')}`],
    [`${gala.path}/audit`, 'to=2000-01-01T00:00:00Z'],
    ['/audit', ''],
    ['/audit', `subject_id=${userId}`],
    ['/audit', 'from=2000-01-01T00:00:00Z&action=user.'],
  ] as const) {
    const list = await tenant.auditor.get(`${path}?limit=100&${query}`)
    const file = await tenant.auditor.get(`${path}.csv?${query}`)
    expect(readCsv(file.text), `${path} ${query}`).toEqual([...list.body].map(trailLine))
  }
  const names = [`${gala.path}/ledger.csv`, `${gala.path}/audit.csv`, '/audit.csv'].map(
    async (path) => (await tenant.auditor.get(path)).headers['content-disposition'],
  )
  expect(await Promise.all(names)).toEqual(
    ['gala-ledger', 'gala-audit', 'audit'].map((name) => `attachment; filename="${name}.csv"`),
  )
})
