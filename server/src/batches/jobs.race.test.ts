import { beforeAll, expect, test, vi } from 'vitest'
import { givenGala } from '../testing/gala.ts'
import { givenApp, givenTenant } from '../testing/given-app.ts'
import type { TestApp, TestTenant } from '../testing/given-app.ts'
import { untilOver } from '../testing/jobs.ts'
import { givenMany } from '../testing/many.ts'
import { environmentOf } from '../testing/processes.ts'
import { startServer } from '../testing/server-process.ts'

vi.setConfig({ testTimeout: 120_000 })

let here: TestApp
let tenant: TestTenant
beforeAll(async () => {
  here = await givenApp()
  tenant = await givenTenant(here)
})

test('a server killed in the middle of a job is taken over from, and each row is decided once', async () => {
  const count = 6_000
  const gala = await givenGala(tenant, { budget: 1_000_000, options: { Mug: { total: 10_000, cost: 1 } } })
  const ids = await givenMany(here.db, tenant, gala, count)
  const doomed = await startServer(environmentOf(here.database))
  const body = { action: 'approve', registration_ids: ids }
  const { body: job } = await doomed.as(tenant.approver.key).post(`${gala.path}/registrations/batch`, body)
  const path = `/jobs/${job.id}`
  for (let done = 0; done === 0;) done = Number((await tenant.auditor.get(path)).body.done)
  await doomed.kill()
  const { body: left } = await tenant.auditor.get(path)
  expect(left).toMatchObject({ status: 'RUNNING' })
  expect(Number(left.done)).toBeLessThan(count)

  expect(await untilOver(tenant.auditor, String(job.id))).toMatchObject({ status: 'DONE', done: count, changed: count })
  expect(await gala.verify()).toMatchObject({ is_intact: true, ledger_entries: count, registrations: count })
  const { headers } = await tenant.auditor.get(`${path}/rows?limit=1`)
  expect(headers['x-total-count']).toBe(String(count))
})
