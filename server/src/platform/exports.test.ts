import { beforeAll, describe, expect, test, vi } from 'vitest'
import { asOwner } from '../testing/as-owner.ts'
import { download } from '../testing/download.ts'
import { givenGala } from '../testing/gala.ts'
import type { Gala } from '../testing/gala.ts'
import { givenApp, givenTenant, openApp } from '../testing/given-app.ts'
import type { TestApp, TestTenant } from '../testing/given-app.ts'

const MANY = 50_000

let server: TestApp
let tenant: TestTenant
let gala: Gala
let path: string
/** Pages of registrations that were read, over all tests. */
let pages = 0

beforeAll(async () => {
  const countPages = (sql: string) => {
    if (/from \(select r\.\* from registrations r/.test(sql)) pages += 1
    return sql
  }
  server = await givenApp({ rewrite: countPages, exports: { atOnce: 2, ofOneTenant: 2, waitMs: 200 } })
  tenant = await givenTenant(server)
  gala = await givenGala(tenant)
  path = `${gala.path}/registrations.csv`
  await addMany(gala, MANY)
})

/** Registrations that came to nothing, of which one person may have any number. */
async function addMany({ eventId, options }: Gala, many: number): Promise<void> {
  await asOwner(
    server.database,
    `insert into registrations (tenant_id, event_id, id, user_id, event_option_id, status, amount_minor, qr_hash, notes,
       created_at, created_by)
     select $1::uuid, $2, gen_random_uuid(), $3, $4, 'REJECTED', 2500, sha256(gen_random_uuid()::text::bytea),
            n || repeat(' notes', 60), now(), $3
       from generate_series(1, $5) as n`,
    [tenant.tenantId, eventId, tenant.member.userId, options.Mug, many],
  )
}

/** Connections that are lent to somebody now. */
const lent = ({ db: { pool } }: Pick<TestApp, 'db'>) => pool.totalCount - pool.idleCount
const nothingLent = (of: Pick<TestApp, 'db'> = server) => vi.waitFor(() => expect(lent(of)).toBe(0), 20_000)

/** Where nobody takes anything, what is read stops at what the line between the two can carry. */
async function readingStopped(): Promise<void> {
  let seen = -1
  const look = () => {
    const [last, now] = [seen, (seen = pages)]
    expect(now).toBe(last)
  }
  await vi.waitFor(look, { timeout: 10_000, interval: 300 })
}

describe('a long export', () => {
  test('is read as fast as it is taken, on one connection, from one snapshot, and comes whole', async () => {
    const before = pages
    const slow = await download(server.app, path, tenant.auditor.key)
    expect(slow.status).toBe(200)
    await readingStopped()
    expect(pages - before).toBeLessThan(MANY / 500 / 2)
    expect(lent(server)).toBe(1)
    expect((await gala.register('late')).status).toBe(201)
    const { text, isWhole } = await slow.takeAll()
    expect(isWhole).toBe(true)
    expect(pages - before).toBe(MANY / 500 + 1)
    const [names = '', ...lines] = text.split('\r\n')
    const cellOf = (name: string) => names.split(',').indexOf(name)
    const [idAt, statusAt] = [cellOf('id'), cellOf('status')]
    const rows = lines.slice(0, -1).map((line) => line.split(','))
    expect(rows.length).toBe(MANY)
    expect(new Set(rows.map((cells) => cells[idAt])).size).toBe(MANY)
    expect(new Set(rows.map((cells) => cells[statusAt]))).toEqual(new Set(['REJECTED']))
    await nothingLent()
  }, 60_000)

  test('whoever goes away in the middle leaves neither a connection nor a place taken', async () => {
    for (let round = 0; round < 5; round += 1) {
      const one = await download(server.app, path, tenant.auditor.key)
      const other = await download(server.app, path, tenant.approver.key)
      expect([one.status, other.status]).toEqual([200, 200])
      one.leave()
      other.leave()
      await nothingLent()
    }
  })

  test('what is cut short looks like it: its last chunk never comes', async () => {
    const cut = await download(server.app, path, tenant.auditor.key)
    await asOwner(
      server.database,
      `select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and xact_start is not null and pid <> pg_backend_pid()`,
    )
    const { text, isWhole } = await cut.takeAll()
    expect(isWhole).toBe(false)
    expect(text.startsWith('\u{feff}person_name,')).toBe(true)
    await nothingLent()
  })

  test('HEAD says what it would be, and reads nothing of it', async () => {
    const { statusCode, headers, body } = await server.app.inject({
      method: 'HEAD',
      url: path,
      headers: { authorization: `Bearer ${tenant.auditor.key}` },
    })
    expect([statusCode, body]).toEqual([200, ''])
    expect(headers['content-type']).toBe('text/csv; charset=utf-8')
    expect(headers['content-disposition']).toBe('attachment; filename="gala-registrations.csv"')
    await nothingLent()
  })
})

describe('few at once', () => {
  test('over the limit one is told to wait, and nobody else’s work is in the way', async () => {
    const both = [
      await download(server.app, path, tenant.auditor.key),
      await download(server.app, path, tenant.owner.key),
    ]
    const third = await tenant.approver.get(path)
    expect(third).toMatchObject({ status: 503, body: { code: 'BUSY' }, headers: { 'retry-after': '5' } })
    expect((await tenant.approver.get(`${gala.path}/registrations`)).status).toBe(200)
    for (const one of both) one.leave()
    await nothingLent()
    expect((await tenant.approver.get(`${path}?q=nobody`)).status).toBe(200)
  })

  test('who comes a little later waits, and is served as soon as there is a place', async () => {
    const opened = await openApp(server.database, { exports: { atOnce: 1, waitMs: 20_000 } })
    const first = await download(opened.app, path, tenant.auditor.key)
    const others = ['ann', 'ben', 'cleo'].map((name) => opened.as(tenant.owner.key).get(`${path}?q=${name}`))
    first.leave()
    expect((await Promise.all(others)).map(({ status }) => status)).toEqual([200, 200, 200])
    await opened.close()
  })

  test('a tenant never has all the places', async () => {
    const opened = await openApp(server.database, { exports: { atOnce: 2, ofOneTenant: 1, waitMs: 200 } })
    const own = await download(opened.app, path, tenant.auditor.key)
    expect((await opened.as(tenant.owner.key).get(path)).status).toBe(503)
    const other = await givenTenant(opened, 'Elsewhere')
    expect((await opened.as(other.owner.key).get('/audit.csv')).status).toBe(200)
    own.leave()
    await opened.close()
  })

  test('a refusal takes no place', async () => {
    for (let round = 0; round < 3; round += 1) {
      expect((await tenant.owner.get(`/events/${tenant.tenantId}/registrations.csv`)).status).toBe(404)
    }
    expect((await tenant.owner.get(`${path}?q=nobody`)).status).toBe(200)
  })
})

describe('none for long', () => {
  test.each([
    ['a reader who takes nothing', { stallMs: 200 }],
    ['a reader who takes too long', { wholeMs: 3_000 }],
  ])('%s is let go', async (_who, limits) => {
    const opened = await openApp(server.database, { exports: limits })
    const slow = await download(opened.app, path, tenant.auditor.key)
    await nothingLent(opened)
    expect((await slow.takeAll()).isWhole).toBe(false)
    await opened.close()
  })

  test('a stopping server lets go after a moment, too', async () => {
    const opened = await openApp(server.database, { exports: { closingMs: 300 } })
    const slow = await download(opened.app, path, tenant.auditor.key)
    await opened.close()
    expect((await slow.takeAll()).isWhole).toBe(false)
  })
})
