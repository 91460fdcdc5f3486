import { beforeAll, describe, expect, test } from 'vitest'
import { linkHash } from '../platform/chain.ts'
import { asOwner } from '../testing/as-owner.ts'
import { givenGala } from '../testing/gala.ts'
import type { Gala } from '../testing/gala.ts'
import { givenApp, givenTenant } from '../testing/given-app.ts'
import type { TestApp, TestTenant } from '../testing/given-app.ts'
import type { Json } from '../testing/reply.ts'
import { addRequested } from './budget-history.sql.ts'
import { verifyAll } from './verify-all.ts'

let server: TestApp
let tenant: TestTenant
beforeAll(async () => {
  server = await givenApp()
  tenant = await givenTenant(server)
})

const entriesOf = async (gala: Gala, chain: 'ledger' | 'audit'): Promise<Json[]> =>
  [...(await tenant.auditor.get(`${gala.path}/${chain}?limit=100`)).body].reverse()

/** Two approved, one of them cancelled again: three ledger entries and seven of audit. */
async function givenHistory(): Promise<Gala> {
  const gala = await givenGala(tenant, { options: { Mug: { total: 9, cost: 12.5 } } })
  for (const name of ['ann', 'bob']) await gala.register(name, 'Mug', 'noon')
  for (const name of ['ann', 'bob']) await gala.approve(name)
  await gala.cancel('ann')
  return gala
}

describe('the ledger', () => {
  test('has one entry for each commitment and each release, and a balance that adds up', async () => {
    const gala = await givenHistory()
    const [ann, bob] = [gala.registrationOf('ann'), gala.registrationOf('bob')]
    const by = { actor_id: tenant.approver.userId }
    expect(await entriesOf(gala, 'ledger')).toMatchObject([
      { entry_no: 1, kind: 'COMMIT', amount: 12.5, balance: 12.5, registration_id: ann, ...by },
      { entry_no: 2, kind: 'COMMIT', amount: 12.5, balance: 25, registration_id: bob, ...by },
      { entry_no: 3, kind: 'RELEASE', amount: -12.5, balance: 12.5, registration_id: ann, ...by },
    ])
  })

  test('and the audit trail are chains: each entry carries the hash of the one before it', async () => {
    const gala = await givenHistory()
    for (const chain of ['ledger', 'audit'] as const) {
      const entries = await entriesOf(gala, chain)
      let previous = ''
      for (const [index, { entry_no, previous_hash, hash }] of entries.entries()) {
        expect(entry_no).toBe(index + 1)
        expect(previous_hash).toBe(previous)
        expect(hash).toMatch(/^[0-9a-f]{64}$/)
        previous = String(hash)
      }
    }
  })

  test('can be checked by anybody who has it: a hash is SHA-256 over the one before and the entry as JSON', async () => {
    const gala = await givenHistory()
    for (const entry of await entriesOf(gala, 'ledger')) {
      const minor = (amount: unknown) => Math.round(Number(amount) * 100)
      const { entry_no, registration_id, kind, amount, balance, actor_id, created_at } = entry
      const text = JSON.stringify([
        gala.eventId,
        entry_no,
        registration_id,
        kind,
        minor(amount),
        minor(balance),
        actor_id,
        created_at,
      ])
      expect(linkHash(Buffer.from(String(entry.previous_hash), 'hex'), text).toString('hex')).toBe(entry.hash)
    }
  })

  test('notes each change of state once: who, what, from, to', async () => {
    const gala = await givenHistory()
    expect(
      (await entriesOf(gala, 'audit')).map(({ action, from_status, to_status }) => [action, from_status, to_status]),
    ).toEqual([
      ['event.created', null, null],
      ['option.created', null, null],
      ['registration.registered', null, 'PENDING'],
      ['registration.registered', null, 'PENDING'],
      ['registration.approved', 'PENDING', 'APPROVED'],
      ['registration.approved', 'PENDING', 'APPROVED'],
      ['registration.cancelled', 'APPROVED', 'CANCELLED'],
    ])
  })

  test('is newest first, in pages, with a cursor', async () => {
    const gala = await givenHistory()
    for (const [chain, total] of [
      ['ledger', 3],
      ['audit', 7],
    ] as const) {
      const first = await tenant.auditor.get(`${gala.path}/${chain}?limit=2`)
      expect([...first.body].map(({ entry_no }) => entry_no)).toEqual([total, total - 1])
      expect(first.headers['x-total-count']).toBe(String(total))
      const next = await tenant.auditor.get(
        `${gala.path}/${chain}?limit=2&cursor=${String(first.headers['x-next-cursor'])}`,
      )
      expect(next.body[0]?.entry_no).toBe(total - 2)
      const rubbish = await tenant.auditor.get(`${gala.path}/${chain}?cursor=${Buffer.from('0').toString('base64url')}`)
      expect(rubbish).toMatchObject({ status: 422, body: { errors: [{ path: 'query.cursor' }] } })
    }
  })

  test('is for those who may read it', async () => {
    const gala = await givenGala(tenant)
    for (const part of ['ledger', 'audit', 'ledger/verify']) {
      for (const who of [tenant.owner, tenant.organizer, tenant.approver, tenant.auditor]) {
        expect((await who.get(`${gala.path}/${part}`)).status, part).toBe(200)
      }
      for (const who of [tenant.desk, tenant.member])
        expect((await who.get(`${gala.path}/${part}`)).status, part).toBe(403)
      const nowhere = await tenant.auditor.get(`/events/019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e/${part}`)
      expect(nowhere).toMatchObject({ status: 404, body: { code: 'EVENT_NOT_FOUND' } })
    }
  })

  test("cannot be changed by the server's role, nor carelessly by the owner of the tables", async () => {
    const gala = await givenHistory()
    for (const table of ['ledger_entries', 'audit_entries']) {
      for (const statement of [`update ${table} set created_at = now()`, `delete from ${table}`, `truncate ${table}`]) {
        await expect(
          server.db.transaction(tenant.tenantId, (tx) => tx.query(statement)),
          statement,
        ).rejects.toThrow(/permission denied/)
        await expect(asOwner(server.database, statement), statement).rejects.toThrow(/append-only/)
      }
    }
    expect(await gala.verify()).toMatchObject({
      is_intact: true,
      ledger_entries: 3,
      audit_entries: 7,
      registrations: 2,
    })
  })
})

/** What somebody with all rights in the database might do, and how it is found. */
const tampering: [what: string, statement: string, found: RegExp][] = [
  [
    'an amount and its balance in the ledger',
    'update ledger_entries set amount_minor = 1, balance_minor = 1 where event_id = $1 and entry_no = 1',
    /ledger: entry 1 is not what its hash was taken over/,
  ],
  [
    'who approved',
    'update ledger_entries set actor_id = event_id where event_id = $1 and entry_no = 2',
    /ledger: entry 2 is not what/,
  ],
  [
    'the time of an entry',
    "update ledger_entries set created_at = created_at + interval '1 ms' where event_id = $1 and entry_no = 3",
    /ledger: entry 3 is not what/,
  ],
  [
    'the registration of an entry',
    'update ledger_entries set registration_id = event_id where event_id = $1 and entry_no = 1',
    /its ledger entries add up to/,
  ],
  [
    'the last ledger entry gone',
    'delete from ledger_entries where event_id = $1 and entry_no = 3',
    /ledger: 2 entries, the books count 3/,
  ],
  [
    'a ledger entry gone from the middle',
    'delete from ledger_entries where event_id = $1 and entry_no = 2',
    /ledger: entry 3 stands where 2 should/,
  ],
  [
    'the first ledger entry gone',
    'delete from ledger_entries where event_id = $1 and entry_no = 1',
    /ledger: entry 2 does not follow the one before it/,
  ],
  [
    'an entry that nobody made',
    "insert into ledger_entries select tenant_id, event_id, 4, registration_id, 'COMMIT', 100, 1350, actor_id, created_at, hash, sha256(hash) from ledger_entries where event_id = $1 and entry_no = 3",
    /ledger: entry 4 is not what/,
  ],
  [
    'two hashes swapped',
    'update ledger_entries l set hash = o.hash from ledger_entries o where l.event_id = $1 and o.event_id = $1 and l.entry_no + o.entry_no = 3',
    /ledger: entry 1 is not what/,
  ],
  [
    'the head of the ledger',
    'update event_books set ledger_hash = sha256(ledger_hash) where event_id = $1',
    /ledger: its last hash is not the one in the books/,
  ],
  [
    'what was noted in the audit trail',
    `update audit_entries set detail = '{"name":"Other"}' where scope_id = $1 and entry_no = 1`,
    /audit trail: entry 1 is not what/,
  ],
  [
    'an action of the audit trail',
    "update audit_entries set action = 'event.archived' where scope_id = $1 and entry_no = 2",
    /audit trail: entry 2 is not what/,
  ],
  [
    'who acted, in the audit trail',
    'update audit_entries set actor_id = null where scope_id = $1 and entry_no = 5',
    /audit trail: entry 5 is not what/,
  ],
  [
    'the last audit entry gone',
    'delete from audit_entries where scope_id = $1 and entry_no = 7',
    /audit trail: 6 entries, the books count 7/,
  ],
  [
    'an audit entry gone from the middle',
    'delete from audit_entries where scope_id = $1 and entry_no = 4',
    /audit trail: entry 5 stands where 4 should/,
  ],
  [
    'all of the audit trail gone',
    'delete from audit_entries where scope_id = $1',
    /audit trail: 0 entries, the books count 7/,
  ],
  [
    'the committed budget',
    'update event_books set budget_committed_minor = 1300 where event_id = $1',
    /budget_committed_minor is 1300, counted from the rows it is 1250/,
  ],
  [
    'a count of registrations',
    'update event_books set approved_count = 2 where event_id = $1',
    /approved_count is 2, counted from the rows it is 1/,
  ],
  [
    'the people counted',
    'update event_books set registered_users_count = 5 where event_id = $1',
    /registered_users_count is 5/,
  ],
  [
    "an option's count",
    'update event_options set committed_count = 0 where event_id = $1',
    /option \S+ committed_count is 0, counted from the rows it is 1/,
  ],
  [
    "an option's amount",
    'update event_options set amount_committed_minor = 0 where event_id = $1',
    /option \S+ amount_committed_minor is 0/,
  ],
  [
    "a slot's count",
    'update pickup_slots set committed_count = 7 where event_id = $1',
    /slot \S+ committed_count is 7, counted from the rows it is 1/,
  ],
  [
    'an amount of a registration',
    "update registrations set amount_minor = 1 where event_id = $1 and status = 'APPROVED'",
    /its ledger entries add up to 1250, not 1/,
  ],
  [
    "a registration's state",
    "update registrations set status = 'CANCELLED' where event_id = $1 and status = 'APPROVED'",
    /its ledger entries add up to 1250, not 0/,
  ],
  [
    'a registration gone',
    "delete from registrations where event_id = $1 and status = 'APPROVED'",
    /approved_count is 1, counted from the rows it is 0/,
  ],
]

describe("whoever changes the books behind the server's back is found out", () => {
  test.each(tampering)('%s', async (_what, statement, found) => {
    const gala = await givenHistory()
    await asOwner(
      server.database,
      'alter table ledger_entries disable trigger user; alter table audit_entries disable trigger user',
    )
    await asOwner(server.database, statement, [gala.eventId])
    await asOwner(
      server.database,
      'alter table ledger_entries enable trigger user; alter table audit_entries enable trigger user',
    )

    const verified = await gala.verify()
    expect(verified.is_intact).toBe(false)
    expect([...(verified.deviations ?? [])].join('\n')).toMatch(found)
    const report = await verifyAll(server.db, gala.eventId)
    expect(report.events).toBe(1)
    expect(report.deviations).toContainEqual({
      tenantId: tenant.tenantId,
      eventId: gala.eventId,
      deviation: expect.stringMatching(found),
    })
  })

  test.each([
    [
      'what was requested in a quarter of an hour',
      'update requested_changes set growth_minor = growth_minor + 100 where event_id = $1',
      /requested from \S+Z: it grew by -?\d+, by the audit trail by -?\d+/,
    ],
    [
      'what was requested gone',
      "update requested_changes set begins_at = begins_at - interval '1 day' where event_id = $1",
      /requested from \S+Z: it grew by 0, by the audit trail by -?\d+/,
    ],
    [
      'how far was told',
      'update requested_heads set told_no = told_no - 1 where event_id = $1',
      /requested from \S+Z: it grew by/,
    ],
    [
      'told of entries that are not there',
      'update requested_heads set told_no = 8 where event_id = $1',
      /requested: told up to entry 8, there are 7/,
    ],
    [
      'an amount in the trail that is none',
      `update audit_entries set detail = '{"amount_minor":"some"}' where scope_id = $1 and entry_no = 3`,
      /requested from \S+Z: it grew by/,
    ],
  ])('and in what was told of the trail: %s', async (_what, statement, found) => {
    const gala = await givenHistory()
    const key = { tenantId: tenant.tenantId, eventId: gala.eventId }
    // Up to one approval of two, so that what grew is not nothing; told in two steps, as the outbox does.
    await server.db.transaction(key.tenantId, (tx) => addRequested(tx, key, 4))
    expect((await gala.verify()).deviations).toEqual([])
    await server.db.transaction(key.tenantId, (tx) => addRequested(tx, key, 5))
    expect((await gala.verify()).deviations).toEqual([])
    await asOwner(server.database, 'alter table audit_entries disable trigger user')
    await asOwner(server.database, statement, [gala.eventId])
    await asOwner(server.database, 'alter table audit_entries enable trigger user')
    expect([...((await gala.verify()).deviations ?? [])].join('\n')).toMatch(found)
  })

  test.each([
    [
      'a word gone',
      "delete from person_words where user_id = $1 and word = 'eve'",
      /person \S+: is not found by 1 of the \d+ words/,
    ],
    [
      'a word of somebody else',
      "insert into person_words (tenant_id, user_id, is_department, word) select tenant_id, id, false, 'mallory' from users where id = $1",
      /people are found by words that are not theirs: 1/,
    ],
    [
      'a department as a name',
      'update person_words set is_department = true where user_id = $1',
      /person \S+: is not found by [1-9]\d* of the/,
    ],
  ])('and in how people are found: %s', async (_what, statement, found) => {
    const other = await givenTenant(server, 'Found')
    const { body: eve } = await other.owner.post('/users', { email: 'eve@example.org', name: 'Eve', role: 'member' })
    const deviationsOf = async () =>
      (await verifyAll(server.db)).deviations.filter(({ tenantId }) => tenantId === other.tenantId)
    expect(await deviationsOf()).toEqual([])
    await asOwner(server.database, statement, [String(eve.id)])
    const deviations = await deviationsOf()
    expect(deviations[0]).toMatchObject({ eventId: null, deviation: expect.stringMatching(found) })
    expect(JSON.stringify(deviations)).not.toMatch(/eve\b|mallory/i)
  })

  test("in the tenant's own trail too", async () => {
    const other = await givenTenant(server, 'Other')
    const { body: user } = await other.owner.post('/users', { email: 'eve@example.org', name: 'Eve', role: 'member' })
    const deviationsOf = async () =>
      (await verifyAll(server.db)).deviations
        .filter(({ tenantId }) => tenantId === other.tenantId)
        .map(({ deviation }) => deviation)
    expect(await deviationsOf()).toEqual([])
    await asOwner(server.database, 'alter table audit_entries disable trigger user')
    await asOwner(server.database, "update audit_entries set to_status = 'owner' where subject_id = $1", [
      String(user.id),
    ])
    await asOwner(server.database, 'alter table audit_entries enable trigger user')
    expect((await deviationsOf()).join('\n')).toMatch(/audit trail: entry \d+ is not what its hash was taken over/)
  })

  test('and nobody else is suspected: an untouched event beside is intact', async () => {
    const gala = await givenHistory()
    expect(await verifyAll(server.db, gala.eventId)).toEqual({
      tenants: 1,
      events: 1,
      registrations: 2,
      ledgerEntries: 3,
      auditEntries: 7,
      deviations: [],
    })
  })
})
