import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../platform/ids.ts'
import { givenGala } from '../testing/gala.ts'
import type { Gala, GalaOptions } from '../testing/gala.ts'
import { givenApp, givenTenant, openApp } from '../testing/given-app.ts'
import type { TestApp, TestTenant } from '../testing/given-app.ts'
import { givenMany } from '../testing/many.ts'
import { readCsv } from '../testing/read-csv.ts'
import { untilOver } from '../testing/jobs.ts'
import { watch } from '../testing/watch.ts'
import { endJob, findTenantsWithJobs, takeJob } from './jobs.sql.ts'

let server: TestApp
let tenant: TestTenant
beforeAll(async () => {
  server = await givenApp()
  tenant = await givenTenant(server)
})

const start = (gala: Gala, body: object, headers?: Record<string, string>) =>
  tenant.approver.post(`${gala.path}/registrations/batch`, body, headers)
const givenPending = async (count: number, options?: GalaOptions) => {
  const gala = await givenGala(tenant, options)
  return { gala, ids: await givenMany(server.db, tenant, gala, count) }
}
const async = { prefer: 'respond-async' }

describe('a job', () => {
  test('decides more than one waits for, oldest first, and keeps an answer for each', async () => {
    const { gala, ids } = await givenPending(1_203, { budget: 1_000_000, options: { Mug: { total: 1_100, cost: 5 } } })
    const started = await start(gala, { action: 'approve', filter: { status: 'PENDING' } })
    expect(started).toMatchObject({ status: 202, body: { status: 'QUEUED', total: 1_203, done: 0, summary: null } })
    expect(started.headers.location).toBe(`/jobs/${started.body.id}`)
    const job = await untilOver(tenant.approver, String(started.body.id))
    expect(job).toMatchObject({ status: 'DONE', done: 1_203, changed: 1_100, refused: 103 })
    expect(job.summary).toMatchObject({
      total: 1_203,
      changed: 1_100,
      refused: 103,
      amount: 5_500,
      refusals: [{ code: 'INVENTORY_EXHAUSTED', count: 103 }],
      totals: { options: [{ committed_before: 0, committed_after: 1_100, refused: 103 }] },
    })
    expect(await gala.verify()).toMatchObject({ is_intact: true, ledger_entries: 1_100 })
    const rows = []
    for (let next = '?limit=100'; next !== '';) {
      const page = await tenant.auditor.get(`/jobs/${job.id}/rows${next}`)
      rows.push(...page.body)
      next = page.headers['x-next-cursor'] ? `?limit=100&cursor=${page.headers['x-next-cursor']}` : ''
    }
    expect(rows.map((row) => row.registration_id)).toEqual(ids)
    expect(new Set(rows.slice(1_100).map(({ code }) => String(code)))).toEqual(new Set(['INVENTORY_EXHAUSTED']))
    const refused = await tenant.auditor.get(`/jobs/${job.id}/rows?outcome=REFUSED`)
    expect(refused.headers['x-total-count']).toBe('103')
    const file = readCsv((await tenant.auditor.get(`/jobs/${job.id}/rows.csv`)).text)
    expect(file.map((row) => row.registration_id)).toEqual(ids)
    expect(file.at(-1)).toMatchObject({ outcome: 'REFUSED', code: 'INVENTORY_EXHAUSTED', option_name: 'Mug' })
  })

  test('may be tried first; what was tried comes out as a whole or not at all', async () => {
    const { gala } = await givenPending(600, { options: { Mug: { total: 550 } } })
    const batch = { action: 'approve', filter: { status: 'PENDING' } }
    const trial = await start(gala, { ...batch, dry_run: true })
    const tried = await untilOver(tenant.approver, String(trial.body.id))
    expect(tried).toMatchObject({ status: 'DONE', summary: { changed: 550, refused: 50, largest_fit: { count: 550 } } })
    expect(await gala.variance()).toMatchObject({ approved_registrations_count: 0 })
    await gala.register('eve')
    const basis = tried.summary?.basis
    const late = await start(gala, { ...batch, expected_basis: basis })
    const over = await untilOver(tenant.approver, String(late.body.id))
    expect(over).toMatchObject({ status: 'REFUSED', problem: { code: 'BATCH_CHANGED' }, summary: { total: 601 } })
    expect(await gala.variance()).toMatchObject({ approved_registrations_count: 0 })
    const done = await start(gala, { ...batch, expected_basis: over.summary?.basis })
    expect(await untilOver(tenant.approver, String(done.body.id))).toMatchObject({ status: 'DONE', changed: 550 })
    expect(await gala.verify()).toMatchObject({ is_intact: true })
  })

  test('finds the largest set there is', async () => {
    const { gala, ids } = await givenPending(800, {
      budget: 3_000,
      options: { Dear: { total: 900, cost: 40 }, Cheap: { total: 900, cost: 5 } },
    })
    const batch = { action: 'approve', registration_ids: ids, mode: 'largest_fit' }
    const trial = await start(gala, { ...batch, dry_run: true })
    const { summary } = await untilOver(tenant.approver, String(trial.body.id))
    expect([...(summary?.remedies ?? [])]).toContainEqual(
      expect.objectContaining({ kind: 'add_budget', amount: 15_000, more: 375 }),
    )
    const started = await start(gala, batch)
    const job = await untilOver(tenant.approver, String(started.body.id))
    // All 400 of the cheap ones, and as many of the dear ones as the rest of the money is enough for.
    expect(job).toMatchObject({
      status: 'DONE',
      changed: 425,
      summary: { largest_fit: { count: 425, is_exact: true } },
    })
    expect(await gala.verify()).toMatchObject({ is_intact: true })
  })

  test('tells how far it is to whoever watches the event', async () => {
    const { gala, ids } = await givenPending(1_100)
    const watcher = await watch(server.app, `${gala.path}/stream`, tenant.auditor.key)
    await watcher.until(({ name }) => name === 'counters')
    const started = await start(gala, { action: 'approve', registration_ids: ids })
    const over = await watcher.until(({ name, data }) => name === 'job' && String(data.status) === 'DONE')
    watcher.close()
    expect(over.data).toMatchObject({ id: started.body.id, total: 1_100, done: 1_100, changed: 100, refused: 1_000 })
  })

  test('is made once for its key, and stopped as often as one likes', async () => {
    const { gala, ids } = await givenPending(3)
    const batch = { action: 'approve', registration_ids: ids }
    const headers = { ...async, 'idempotency-key': 'job-once' }
    const [first, second] = [await start(gala, batch, headers), await start(gala, batch, headers)]
    expect(second.body.id).toBe(first.body.id)
    await untilOver(tenant.approver, String(first.body.id))
    const late = await tenant.approver.post(`/jobs/${first.body.id}/cancel`)
    expect(late).toMatchObject({ status: 409, body: { code: 'JOB_OVER' } })
  })

  test('that is stopped stops, and what it decided stays decided', async () => {
    const { gala, ids } = await givenPending(1_600, { budget: 1_000_000, options: { Mug: { total: 2_000 } } })
    const watcher = await watch(server.app, `${gala.path}/stream`, tenant.auditor.key)
    await watcher.until(({ name }) => name === 'counters')
    const started = await start(gala, { action: 'approve', registration_ids: ids })
    await watcher.until(({ name }) => name === 'job')
    watcher.close()
    const path = `/jobs/${started.body.id}/cancel`
    const [first, second] = [await tenant.approver.post(path), await tenant.approver.post(path)]
    expect([first.status, second.status]).toEqual([200, 200])
    expect(first.body).toMatchObject({ status: 'CANCELLED' })
    expect(second.body).toEqual(first.body)
    const done = Number(first.body.done)
    expect(done).toBeLessThan(1_600)
    const { body } = await tenant.auditor.get(`/jobs/${started.body.id}/rows?limit=1`)
    expect([...body]).toHaveLength(1)
    expect(await gala.variance()).toMatchObject({ approved_registrations_count: done })
    expect(await gala.verify()).toMatchObject({ is_intact: true })
  })

  test('ends when whoever asked for it may no longer decide', async () => {
    const { gala, ids } = await givenPending(2)
    const gone = await tenant.add('approver', 'Gone by then')
    await tenant.owner.put(`/users/${gone.userId}`, { role: 'member' })
    const id = newId()
    await server.db.transaction(tenant.tenantId, async (tx) => {
      await tx.query(
        `insert into jobs (tenant_id, id, event_id, status, request, registration_ids, total, created_by)
         values ($1, $2, $3, 'QUEUED', $4, $5, 2, $6)`,
        [
          tenant.tenantId,
          id,
          gala.eventId,
          JSON.stringify({ action: 'approve', order: 'oldest_first', mode: 'best_effort', dry_run: false }),
          ids,
          gone.userId,
        ],
      )
      await tx.query('update tenants set open_jobs = open_jobs + 1 where id = $1', [tenant.tenantId])
    })
    expect(await untilOver(tenant.approver, id)).toMatchObject({ status: 'REFUSED', problem: { code: 'FORBIDDEN' } })
    expect(await gala.variance()).toMatchObject({ approved_registrations_count: 0 })
  })

  test('of one tenant does not keep another’s waiting', async () => {
    const { gala, ids } = await givenPending(3_000, { budget: 1_000_000, options: { Mug: { total: 5_000 } } })
    const long = await start(gala, { action: 'approve', registration_ids: ids })
    const neighbour = await givenTenant(server, 'Neighbour')
    const theirs = await givenGala(neighbour)
    const theirIds = await givenMany(server.db, neighbour, theirs, 3)
    const body = { action: 'approve', registration_ids: theirIds }
    const short = await neighbour.approver.post(`${theirs.path}/registrations/batch`, body, async)
    await untilOver(neighbour.approver, String(short.body.id))
    const { body: still } = await tenant.approver.get(`/jobs/${long.body.id}`)
    expect(still).toMatchObject({ status: 'RUNNING' })
    expect(await untilOver(tenant.approver, String(long.body.id))).toMatchObject({ status: 'DONE', changed: 3_000 })
  })
})

describe('who works on it', () => {
  let other: Awaited<ReturnType<typeof openApp>>
  let quiet: TestTenant
  beforeAll(async () => {
    other = await openApp(server.database)
    quiet = await givenTenant(server, 'Quiet')
  })
  afterAll(() => other.close())

  test('has it alone, until it is heard of no more', async () => {
    const gala = await givenGala(quiet)
    const ids = await givenMany(server.db, quiet, gala, 2)
    const id = newId()
    const take = (name: string, seconds: number) =>
      server.db.transaction(quiet.tenantId, (tx) => takeJob(tx, quiet.tenantId, { server: name, seconds }))
    const [dead, alive] = [newId(), newId()]
    // Nobody looks for the jobs of a tenant that says it has none: this test is alone with it.
    await server.db.transaction(quiet.tenantId, (tx) =>
      tx.query(
        `insert into jobs (tenant_id, id, event_id, status, request, registration_ids, total, created_by)
         values ($1, $2, $3, 'QUEUED', '{}', $4, 2, $5)`,
        [quiet.tenantId, id, gala.eventId, ids, quiet.owner.userId],
      ),
    )
    expect((await take(dead, 30))?.id).toBe(id)
    expect(await take(alive, 30)).toBeUndefined()
    expect((await take(dead, -1))?.id).toBe(id)
    expect((await take(alive, 30))?.id).toBe(id)
    await server.db.transaction(quiet.tenantId, async (tx) => {
      await tx.query('update tenants set open_jobs = open_jobs + 1 where id = $1', [quiet.tenantId])
      await endJob(tx, quiet.tenantId, id, 'CANCELLED', null)
    })
    expect(await server.db.readAsOperator(findTenantsWithJobs)).not.toContain(quiet.tenantId)
  })

  test('comes to its end once, however many servers there are', async () => {
    const { gala, ids } = await givenPending(1_200, { budget: 1_000_000, options: { Mug: { total: 2_000, cost: 1 } } })
    const jobs = await Promise.all(
      [server, other].map((one) =>
        one
          .as(tenant.approver.key)
          .post(`${gala.path}/registrations/batch`, { action: 'approve', registration_ids: ids }),
      ),
    )
    const over = await Promise.all(jobs.map(({ body }) => untilOver(tenant.approver, String(body.id))))
    expect(over.map(({ status }) => status)).toEqual(['DONE', 'DONE'])
    expect(over.reduce((sum, { changed }) => sum + Number(changed), 0)).toBe(1_200)
    expect(await gala.verify()).toMatchObject({ is_intact: true, ledger_entries: 1_200 })
  })
})
