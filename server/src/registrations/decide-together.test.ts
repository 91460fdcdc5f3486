import pg from 'pg'
import { beforeAll, describe, expect, test } from 'vitest'
import { lockFreeBooksStatement } from '../events/books.sql.ts'
import type { Actor } from '../platform/actor.ts'
import type { Database, Tx } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { deriveSecrets, sha256 } from '../platform/secrets.ts'
import { asOwner } from '../testing/as-owner.ts'
import { givenGala } from '../testing/gala.ts'
import type { Gala } from '../testing/gala.ts'
import { givenApp, givenTenant, testSecret } from '../testing/given-app.ts'
import type { TestApp, TestTenant } from '../testing/given-app.ts'
import type { Ask, Given } from './ask.ts'
import { decideBatch, decideTogether } from './decide.ts'

const secrets = deriveSecrets(testSecret)
const PLACES = 3

let server: TestApp
let tenant: TestTenant
beforeAll(async () => {
  server = await givenApp()
  tenant = await givenTenant(server)
})

/** Approvals of a gala, as its approver asks for them. */
function approvalsOf(gala: Gala, names: readonly string[]) {
  const { userId, role } = tenant.approver
  const actor: Actor = {
    tenantId: tenant.tenantId,
    userId,
    name: 'Approver',
    role,
    via: 'key',
    apiKeyId: null,
    rateLimitPerMinute: null,
  }
  const asks = names.map((name): Ask => {
    const question = { kind: 'decide', registrationId: gala.registrationOf(name), to: 'APPROVED' } as const
    return { question, actor, claim: undefined, requestId: '' }
  })
  return { eventId: gala.eventId, asks }
}
const statusesOf = (answers: readonly Given[] | undefined) => answers?.map(({ status }) => status)

async function givenGalas(count: number, names: readonly string[]): Promise<Gala[]> {
  const galas: Gala[] = []
  for (let nr = 0; nr < count; nr += 1) {
    const gala = await givenGala(tenant, { options: { Mug: { total: PLACES, cost: 25 } } })
    await Promise.all(names.map((name) => gala.register(name, 'Mug', 'noon')))
    galas.push(gala)
  }
  return galas
}

describe('deciding on several events together', () => {
  test('each keeps its own books, and never gives more than it has', async () => {
    const names = ['a', 'b', 'c', 'd']
    const galas = await givenGalas(3, names)
    const answers = await decideTogether(
      { db: server.db, secrets },
      tenant.tenantId,
      galas.map((gala) => approvalsOf(gala, names)),
    )
    for (const given of answers) expect(statusesOf(given)).toEqual([200, 200, 200, 409])
    for (const gala of galas) {
      expect(await gala.verify()).toMatchObject({ is_intact: true, ledger_entries: PLACES })
      expect(await gala.variance()).toMatchObject({ budget_committed: 75, approved_registrations_count: PLACES })
    }
  })

  test('a registration of one event is nobody in another, and an event that is not there is left for later', async () => {
    const [here, there] = await givenGalas(2, ['a'])
    if (!here || !there) throw new Error('no galas')
    const crossed = { eventId: here.eventId, asks: approvalsOf(there, ['a']).asks }
    const nowhere = { eventId: newId(), asks: approvalsOf(here, ['a']).asks }
    const answers = await decideTogether({ db: server.db, secrets }, tenant.tenantId, [
      crossed,
      nowhere,
      approvalsOf(there, ['a']),
    ])
    expect(answers.map(statusesOf)).toEqual([[404], undefined, [200]])
    expect(
      statusesOf(
        await decideBatch({ db: server.db, secrets }, { tenantId: tenant.tenantId, ...nowhere }, nowhere.asks),
      ),
    ).toEqual([404])
  })

  test('one that is locked elsewhere is left for later, and the others do not wait for it', async () => {
    const [held, free] = await givenGalas(2, ['a'])
    if (!held || !free) throw new Error('no galas')
    const owner = new pg.Client(server.database.owner)
    await owner.connect()
    try {
      await owner.query('begin')
      await owner.query('select from event_books where event_id = $1 for update', [held.eventId])
      const asked = [approvalsOf(held, ['a']), approvalsOf(free, ['a'])]
      const answers = await decideTogether({ db: server.db, secrets }, tenant.tenantId, asked)
      expect(answers.map(statusesOf)).toEqual([undefined, [200]])
    } finally {
      await owner.query('rollback')
      await owner.end()
    }
  })

  test('the same key at two events in one transaction is settled as one that came later', async () => {
    const galas = await givenGalas(2, ['a'])
    const claim = {
      callerId: tenant.approver.userId,
      operation: 'decideRegistration',
      key: 'twice',
      requestHash: sha256('x'),
    }
    const asked = galas.map((gala) => {
      const { eventId, asks } = approvalsOf(gala, ['a'])
      return { eventId, asks: asks.map((ask) => ({ ...ask, claim: { ...claim, requestHash: sha256(eventId) } })) }
    })
    await expect(decideTogether({ db: server.db, secrets }, tenant.tenantId, asked)).rejects.toThrow('a second time')
    const one = await Promise.all(
      asked.map(({ eventId, asks }) =>
        decideBatch({ db: server.db, secrets }, { tenantId: tenant.tenantId, eventId }, asks).then(
          statusesOf,
          () => 'again',
        ),
      ),
    )
    expect(one.flat().filter((status) => status === 200)).toHaveLength(1)
  })
})

describe('two servers that decide on the same events together', () => {
  const names = Array.from({ length: 12 }, (_, index) => `p${index}`)

  /** Two halves of the people, approved at once by two transactions over the same events, and what is left by itself. */
  async function race(db: Database): Promise<{ approved: number; isIntact: boolean }[]> {
    const galas = await givenGalas(3, names)
    const half = async (mine: readonly string[]) => {
      const asked = galas.map((gala) => approvalsOf(gala, mine))
      const answers = await decideTogether({ db, secrets }, tenant.tenantId, asked).catch(() => [])
      for (const [index, { eventId, asks }] of asked.entries()) {
        if (answers[index] === undefined)
          await decideBatch({ db, secrets }, { tenantId: tenant.tenantId, eventId }, asks)
      }
    }
    await Promise.all([half(names.slice(0, 6)), half(names.slice(6))])
    return Promise.all(
      galas.map(async (gala) => ({
        approved: Number((await gala.variance()).approved_registrations_count),
        isIntact: String((await gala.verify()).is_intact) === 'true',
      })),
    )
  }

  test('give exactly what there is, at each of them', async () => {
    for (let round = 0; round < 3; round += 1) {
      expect(await race(server.db)).toEqual(Array.from({ length: 3 }, () => ({ approved: PLACES, isIntact: true })))
    }
  })

  test('without the lock the race notices', async () => {
    const unlocked: Database = {
      ...server.db,
      transactionOnRows: (tenantId, work) =>
        server.db.transactionOnRows(tenantId, (tx) => work({ ...tx, query: withoutTheLock(tx) })),
    }
    const lastLine = [
      'event_options drop constraint stock_holds',
      'audit_entries drop constraint audit_entries_pkey',
      'ledger_entries drop constraint ledger_entries_pkey',
    ]
    for (const line of lastLine) await asOwner(server.database, `alter table ${line}`, [])
    const found = []
    for (let round = 0; round < 5; round += 1) found.push(...(await race(unlocked)))
    expect(found.some(({ approved, isIntact }) => approved > PLACES || !isIntact)).toBe(true)
  })
})

function withoutTheLock(tx: Tx): Tx['query'] {
  return (statement, parameters) => {
    if (statement !== lockFreeBooksStatement) return tx.query(statement, parameters)
    return tx.query(lockFreeBooksStatement.text.replace('for no key update skip locked', ''), parameters)
  }
}
