import { findUntold } from '../outbox/outbox.sql.ts'
import { tellSome } from '../outbox/outbox.ts'
import { createAddressGuard } from '../platform/public-address.ts'
import { deriveSecrets } from '../platform/secrets.ts'
import { deliverTo } from '../webhooks/deliver.ts'
import { findDueEndpoints } from '../webhooks/deliveries.sql.ts'
import type { SendLimits } from '../webhooks/send.ts'
import { tellWebhooks } from '../webhooks/tell.ts'
import { testSecret } from './given-app.ts'
import type { TestApp, TestTenant } from './given-app.ts'
import type { Json } from './reply.ts'

/** A worker that does something when it is told to, so that no test waits for one. */
export type Sender = {
  /** Tells all that happened in a tenant, and sends all that is due then. */
  settle(): Promise<void>
  tell(): Promise<void>
  /** Sends what is due, of every endpoint at the same time. */
  deliver(): Promise<void>
  /** The turn of one endpoint, as a task that was asked for earlier. */
  turnOf(endpointId: unknown): Promise<void>
  /** Lets what waits be due now, as if its time had come. */
  hurry(): Promise<void>
}

export const quickLimits: SendLimits = { timeoutMs: 400, drainBytes: 65_536, drainMs: 100 }

export function givenSender(server: Pick<TestApp, 'db'>, tenantId: string, limits = quickLimits): Sender {
  const { db } = server
  const services = {
    db,
    secrets: deriveSecrets(testSecret),
    guard: createAddressGuard({ allowLoopback: true }),
    limits,
  }
  const teller = { name: 'webhooks', tell: tellWebhooks }
  const tell = async () => {
    const scopes = await db.read(tenantId, (tx) => findUntold(tx, tenantId, 1_000))
    for (const scopeId of scopes) while ((await tellSome(db, [teller], { tenantId, scopeId })) > 0);
  }
  const deliver = async () => {
    const due = await db.read(tenantId, (tx) => findDueEndpoints(tx, tenantId, 100))
    await Promise.all(due.map(({ id }) => turnOf(id)))
  }
  const turnOf = async (endpointId: unknown) => {
    await deliverTo(services, { tenantId, endpointId: String(endpointId) })
  }
  const hurry = () =>
    db.transaction(tenantId, async (tx) => {
      await tx.query('update webhook_endpoints set rests_until = null where tenant_id = $1', [tenantId])
      await tx.query(
        `update webhook_deliveries set next_attempt_at = now() where tenant_id = $1 and status = 'WAITING'
            and taken_until is null`,
        [tenantId],
      )
    })
  const settle = async () => {
    await tell()
    await deliver()
  }
  return { settle, tell, deliver, turnOf, hurry }
}

/** An endpoint of a tenant, as the answer that made it says it. */
export async function givenEndpoint(
  tenant: TestTenant,
  url: string,
  events: string[],
  more: object = {},
): Promise<Json> {
  const { status, body, text } = await tenant.owner.post('/webhook-endpoints', { url, events, ...more })
  if (status !== 201) throw new Error(`no endpoint: ${text}`)
  return body
}

/** What was sent to an endpoint, newest first. */
export async function deliveriesOf(tenant: TestTenant, endpointId: unknown, query = ''): Promise<Json[]> {
  const { body } = await tenant.owner.get(`/webhook-endpoints/${String(endpointId)}/deliveries?limit=100${query}`)
  return [...body]
}
