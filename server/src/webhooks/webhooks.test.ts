import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createAddressGuard } from '../platform/public-address.ts'
import { deriveSecrets } from '../platform/secrets.ts'
import { asOwner } from '../testing/as-owner.ts'
import { givenGala } from '../testing/gala.ts'
import { givenApp, givenTenant, openApp, testSecret } from '../testing/given-app.ts'
import type { TestApp, TestTenant } from '../testing/given-app.ts'
import { behaviours, givenReceiver } from '../testing/receivers.ts'
import type { Receiver } from '../testing/receivers.ts'
import { deliveriesOf, givenEndpoint, givenSender } from '../testing/webhooks.ts'
import { createWebhooks } from './webhooks.ts'

type Closing = { close(): Promise<void> }
let server: TestApp
let tenant: TestTenant
beforeAll(async () => {
  server = await givenApp()
  tenant = await givenTenant(server)
})
const services = () => ({
  db: server.db,
  secrets: deriveSecrets(testSecret),
  guard: createAddressGuard({ allowLoopback: true }),
})

const until = async (isSo: () => boolean | Promise<boolean>) => {
  const deadline = performance.now() + 30_000
  while (!(await isSo())) {
    if (performance.now() > deadline) throw new Error('it never came to that')
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
}

describe('with workers', () => {
  const workers: Closing[] = []
  const hanging: Receiver[] = []
  afterAll(async () => {
    for (const { behave, release } of hanging) {
      behave(behaviours.closeEarly)
      release()
    }
    for (const worker of workers) await worker.close()
  })

  test('what happens is sent by itself, and so is a test; those that fail keep the others waiting for nothing', async () => {
    const more = { work: { lookEveryMs: 200 } }
    workers.push(await openApp(server.database, more), await openApp(server.database, more))
    const gala = await givenGala(tenant)
    for (let index = 0; index < 6; index += 1) hanging.push(await givenReceiver(behaviours.hang))
    for (const { url } of hanging) await givenEndpoint(tenant, url, ['registration.registered'])
    const fine = await givenReceiver()
    const endpoint = await givenEndpoint(tenant, fine.url, ['registration.registered'])
    for (const name of ['ann', 'bob', 'eve']) await gala.register(name)
    await until(() => fine.received.length === 3)
    await tenant.owner.post(`/webhook-endpoints/${endpoint.id}/test`)
    await until(() => fine.received.length === 4)
    await until(async () => (await deliveriesOf(tenant, endpoint.id)).every(({ status }) => String(status) === 'DONE'))
    expect(fine.received).toHaveLength(4)
  }, 60_000)

  test('tasks carry ids, and nothing that a tenant says', async () => {
    const rows = await asOwner<{ data: Record<string, string> }>(
      server.database,
      "select data from worker.job where name like 'webhooks%' and name <> 'webhooks-tidy'",
    )
    expect(rows.length).toBeGreaterThan(0)
    for (const { data } of rows) {
      expect(Object.keys(data).toSorted()).toEqual(['endpoint_id', 'tenant_id'])
      for (const id of Object.values(data)) expect(id).toMatch(/^[0-9a-f-]{36}$/)
    }
  })
})

describe('lines', () => {
  test('an endpoint that failed last waits in another line than those that answer', async () => {
    const asked: string[] = []
    const { teller } = createWebhooks(services(), {
      enqueue: (queue, tasks) => Promise.resolve(void asked.push(...tasks.map(({ key }) => `${queue} ${key}`))),
    })
    const other = await givenTenant(server, 'Lines')
    const receiver = await givenReceiver(behaviours.status(500))
    const failing = await givenEndpoint(other, receiver.url, ['event.updated'])
    const fine = await givenEndpoint(other, receiver.url, ['event.updated'])
    await other.owner.post(`/webhook-endpoints/${failing.id}/test`)
    const sender = givenSender(server, other.tenantId)
    await sender.settle()
    await sender.hurry()
    await other.owner.post(`/webhook-endpoints/${fine.id}/test`)
    await teller.deliver?.(other.tenantId)
    expect(asked.toSorted()).toEqual([`webhooks ${fine.id}`, `webhooks-failing ${failing.id}`].toSorted())
  })
})

describe('tidying', () => {
  test('what waited for four days is given up, and what was over for thirty is forgotten with its attempts', async () => {
    const other = await givenTenant(server, 'Old')
    const endpoint = await givenEndpoint(other, 'https://127.0.0.1:9/', ['event.updated'])
    const sender = givenSender(server, other.tenantId)
    const made: string[] = []
    for (let index = 0; index < 4; index += 1) {
      const { body } = await other.owner.post(`/webhook-endpoints/${endpoint.id}/test`)
      made.push(String(body.id))
      await sender.hurry()
      await sender.deliver()
      await asOwner(
        server.database,
        `update webhook_deliveries set status = 'FAILED', next_attempt_at = null, finished_at = now() where id = $1`,
        [body.id],
      )
    }
    const [old, kept, waiting, fresh] = made
    const set = (id: string | undefined, what: string) =>
      asOwner(server.database, `update webhook_deliveries set ${what} where id = $1`, [id])
    await set(old, "finished_at = now() - interval '31 days'")
    await set(kept, "finished_at = now() - interval '29 days'")
    const again = "status = 'WAITING', finished_at = null, next_attempt_at = now(), waiting_since = now()"
    await set(waiting, `${again} - interval '5 days'`)
    await set(fresh, `${again} - interval '3 days'`)
    const { schedules } = createWebhooks(services(), { enqueue: () => Promise.resolve() })
    for (const { perform } of schedules) await perform()

    const left = new Map((await deliveriesOf(other, endpoint.id)).map((row) => [String(row.id), row]))
    expect([...left.keys()].toSorted()).toEqual([kept, waiting, fresh].map(String).toSorted())
    expect(left.get(String(waiting))).toMatchObject({
      status: 'FAILED',
      last_error: 'It could not be sent within 4 days.',
    })
    expect(left.get(String(fresh))).toMatchObject({ status: 'WAITING' })
    const attempts = await asOwner<{ count: number }>(
      server.database,
      'select count(*)::int as count from webhook_attempts where delivery_id = $1',
      [old],
    )
    expect(attempts).toEqual([{ count: 0 }])

    // What a disabling left over, where there was very much.
    await asOwner(
      server.database,
      "update webhook_endpoints set status = 'DISABLED', disabled_reason = 'Gone.' where id = $1",
      [endpoint.id],
    )
    for (const { perform } of schedules) await perform()
    expect(new Set((await deliveriesOf(other, endpoint.id)).map(({ status }) => String(status)))).toEqual(
      new Set(['FAILED']),
    )
  })
})
