import type { Teller } from '../outbox/teller.ts'
import type { Schedule, Task, Work } from '../platform/worker.ts'
import { listTenantIds } from '../tenants/tenants.sql.ts'
import { findDueEndpoints, tidyDeliveries } from './deliveries.sql.ts'
import { deliverTo } from './deliver.ts'
import type { DeliverServices } from './deliver.ts'
import { GIVE_UP_DAYS, KEPT_DAYS } from './schedule.ts'
import { tellWebhooks } from './tell.ts'

/** Above how many endpoints a tenant may have. */
const MOST_DUE = 100
/** The turns of an endpoint are bounded; this is when one is taken for lost. */
const TURN_SECONDS = 120

/**
 * Endpoints that answer, and those that failed last, have lines of their own: however many of the latter hang until the
 * time-out, the others have hands of their own.
 */
const lines = { answering: 'webhooks', failing: 'webhooks-failing' }
const handsOf = { answering: 8, failing: 4 }

/** What webhooks have done beside requests: being told, having their turn, and being tidied. */
export function createWebhooks(
  services: DeliverServices,
  work: Pick<Work, 'enqueue'>,
): { teller: Teller; tasks: Task[]; schedules: Schedule[] } {
  const { db } = services

  async function askForTurns(tenantId: string): Promise<void> {
    const due = await db.read(tenantId, (tx) => findDueEndpoints(tx, tenantId, MOST_DUE))
    for (const line of ['answering', 'failing'] as const) {
      const asked = due.filter(({ is_failing: isFailing }) => isFailing === (line === 'failing'))
      await work.enqueue(
        lines[line],
        asked.map(({ id }) => ({ data: { tenant_id: tenantId, endpoint_id: id }, key: id })),
      )
    }
  }

  async function takeTurn({ tenant_id: tenantId = '', endpoint_id: endpointId = '' }: Record<string, string>) {
    const isMore = await deliverTo(services, { tenantId, endpointId })
    if (isMore) await askForTurns(tenantId)
  }

  async function tidy(): Promise<void> {
    for (const tenantId of await listTenantIds(db)) {
      await db.transaction(tenantId, (tx) =>
        tidyDeliveries(tx, tenantId, { giveUpDays: GIVE_UP_DAYS, keptDays: KEPT_DAYS }),
      )
    }
  }

  return {
    teller: { name: 'webhooks', tell: tellWebhooks, deliver: askForTurns },
    tasks: (['answering', 'failing'] as const).map((line) => ({
      queue: lines[line],
      concurrency: handsOf[line],
      seconds: TURN_SECONDS,
      perform: takeTurn,
    })),
    schedules: [{ name: 'webhooks-tidy', every: '*/10 * * * *', perform: tidy }],
  }
}
