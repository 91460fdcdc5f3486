import type { Database, Tx } from '../platform/database.ts'
import type { AddressGuard } from '../platform/public-address.ts'
import type { Secrets } from '../platform/secrets.ts'
import { changeTenant } from '../tenants/change-tenant.ts'
import { failWaiting, saveAttempt, takeDue } from './deliveries.sql.ts'
import type { TakenDelivery, Verdict } from './deliveries.sql.ts'
import { lockEndpoint, lockEndpointToSend, saveEndpoint } from './endpoints.sql.ts'
import type { EndpointKey, EndpointRow } from './endpoints.sql.ts'
import { DISABLE_AFTER_DAYS, restAfter, retryDelay } from './schedule.ts'
import { send, sendLimits } from './send.ts'
import type { Outcome, SendLimits } from './send.ts'
import { signatureHeaders } from './signature.ts'

/** So many messages are under way to one endpoint at once, all servers together; to one that has failed last, one. */
const MOST_UNDER_WAY = 4
/** A server that dies with a message in its hands is taken over from after so long; well above the time-out. */
const HOLD_SECONDS = 30
/** After so long an endpoint lets others go first. */
const TURN_MS = 20_000
const GONE = 410
const DAY_MS = 24 * 3600 * 1000
/** How exact `last_success_at` is: its row is not to be written with every message. */
const SUCCESS_TO_MS = 60_000

export type DeliverServices = { db: Database; secrets: Secrets; guard: AddressGuard; limits?: SendLimits | undefined }

/** A message in hand: with the address and the secrets as they were when it was taken. */
type Taken = { delivery: TakenDelivery; url: string; signedWith: string[]; at: Date; failingMs: number }

/**
 * Sends what is due to one endpoint, a few messages at a time, until nothing is, or others should have their turn. It may
 * be called by any server at any time: the rows say what is in whose hands.
 *
 * @returns whether more may be due
 */
export async function deliverTo(services: DeliverServices, key: EndpointKey): Promise<boolean> {
  const endsAt = performance.now() + TURN_MS
  while (performance.now() < endsAt) {
    const taken = await services.db.transaction(key.tenantId, (tx) => take(tx, services.secrets, key))
    if (taken.length === 0) return false
    await Promise.all(taken.map((one) => sendOne(services, key, one)))
  }
  return true
}

async function take(tx: Tx, secrets: Secrets, key: EndpointKey): Promise<Taken[]> {
  const endpoint = await lockEndpointToSend(tx, key)
  if (!endpoint) return []
  const { url, secret, previous_secret: previous, previous_expires_at: until, failing_since: since, now } = endpoint
  const most = endpoint.failures > 0 ? 1 : MOST_UNDER_WAY
  const due = await takeDue(tx, key, { most, seconds: HOLD_SECONDS })
  const valid = previous && until && until > now ? [secret, previous] : [secret]
  const signedWith = valid.map((sealed) => secrets.open(sealed))
  const failingMs = since ? now.getTime() - since.getTime() : 0
  return due.map((delivery) => ({ delivery, url, signedWith, at: now, failingMs }))
}

async function sendOne(services: DeliverServices, key: EndpointKey, taken: Taken): Promise<void> {
  const { db, guard, limits = sendLimits } = services
  const { delivery, url, signedWith, at, failingMs } = taken
  const body = Buffer.from(delivery.body, 'utf8')
  const headers = {
    'content-type': 'application/json',
    'user-agent': 'Allot-Webhooks',
    ...signatureHeaders(signedWith, delivery.id, at, body),
  }
  const outcome = await send(guard, url, headers, body, limits)
  const reason = reasonToDisable(outcome, failingMs)
  await db.transaction(key.tenantId, (tx) =>
    reason === undefined ? save(tx, key, delivery, outcome) : saveAndDisable(tx, key, taken, outcome, reason),
  )
}

function reasonToDisable({ statusCode, error }: Outcome, failingMs: number): string | undefined {
  if (statusCode === GONE) return 'The receiver answered 410: it wants no more messages.'
  if (error === null || failingMs < DISABLE_AFTER_DAYS * DAY_MS) return undefined
  return `For ${DISABLE_AFTER_DAYS} days nothing arrived. The last answer: ${error}`
}

/** Writes what became of a message, and how its endpoint does since. */
async function save(tx: Tx, key: EndpointKey, delivery: TakenDelivery, outcome: Outcome): Promise<void> {
  const endpoint = await lockEndpoint(tx, key)
  if (!endpoint) return
  const { now, ...before } = endpoint
  const isOurs = await saveAttempt(tx, key.tenantId, delivery, outcome, verdictOf(delivery, outcome))
  // Another server has taken it over: what is said of the endpoint is its to say.
  if (!isOurs) return
  const after = outcome.error === null ? afterSuccess(before, now) : afterFailure(before, now)
  if (after !== before) await saveEndpoint(tx, key.tenantId, after)
}

/** The same, for the last message that an endpoint gets until somebody resumes it: the tenant's trail says why. */
async function saveAndDisable(
  tx: Tx,
  key: EndpointKey,
  { delivery, at }: Taken,
  outcome: Outcome,
  reason: string,
): Promise<void> {
  await changeTenant(tx, key.tenantId, null, async (_tenant, now) => {
    const before = await lockEndpoint(tx, key)
    // An owner paused it meanwhile, or had it sent elsewhere: what came back says nothing of that.
    if (before?.status !== 'ACTIVE' || before.updated_at > at) {
      await save(tx, key, delivery, outcome)
      return { note: null, result: undefined }
    }
    await saveAttempt(tx, key.tenantId, delivery, outcome, { status: 'FAILED', error: outcome.error ?? reason })
    const failing = afterFailure(before, now)
    await saveEndpoint(tx, key.tenantId, { ...failing, status: 'DISABLED', disabled_reason: reason, updated_at: now })
    await failWaiting(tx, key, 'The endpoint was disabled before this could be sent.')
    const note = {
      action: 'webhook_endpoint.disabled',
      subjectId: key.endpointId,
      fromStatus: 'ACTIVE',
      toStatus: 'DISABLED',
      detail: { reason },
    }
    return { note, result: undefined }
  })
}

function verdictOf({ tries }: TakenDelivery, { error }: Outcome): Verdict {
  if (error === null) return { status: 'DONE' }
  const seconds = retryDelay(tries, Math.random())
  return seconds === undefined ? { status: 'FAILED', error } : { status: 'WAITING', error, seconds }
}

function afterSuccess(before: EndpointRow, now: Date): EndpointRow {
  const isFresh = before.last_success_at !== null && now.getTime() - before.last_success_at.getTime() < SUCCESS_TO_MS
  if (before.failures === 0 && isFresh) return before
  return { ...before, failures: 0, failing_since: null, rests_until: null, last_success_at: now }
}

function afterFailure(before: EndpointRow, now: Date): EndpointRow {
  const failures = before.failures + 1
  return {
    ...before,
    failures,
    failing_since: before.failing_since ?? now,
    rests_until: new Date(now.getTime() + restAfter(failures) * 1000),
  }
}
