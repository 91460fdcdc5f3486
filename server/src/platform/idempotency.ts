import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Database, Tx } from './database.ts'
import { NIL_ID } from './ids.ts'
import { Problem, invalid } from './problem.ts'
import { sha256 } from './secrets.ts'
import type { Secrets } from './secrets.ts'

/** A request that asks to be done once: by whom, what, under which key, and what exactly it said. */
export type Claim = { callerId: string; operation: string; key: string; requestHash: Buffer }

/** An answer that can be given again, word for word. */
export type Answer = { status: number; body: unknown }

/** How long an answer is kept, in hours. */
export const KEPT_HOURS = 24

/** Reads the Idempotency-Key of a request; undefined where it has none. */
export function claimOf(request: FastifyRequest): Claim | undefined {
  const key = request.headers['idempotency-key']
  if (key === undefined) return undefined
  if (typeof key !== 'string' || !/^[\x21-\x7e]{1,255}$/.test(key)) {
    throw invalid('headers.idempotency-key', 'must be 1 to 255 printable ASCII characters without blanks')
  }
  const callerId = request.caller?.kind === 'person' ? request.caller.actor.userId : NIL_ID
  const said = JSON.stringify([request.method, request.params, request.query, request.body ?? null])
  return { callerId, operation: request.routeOptions.schema?.operationId ?? '', key, requestHash: sha256(said) }
}

/**
 * Does something once and answers: the effect and the answer to its key are written in one transaction. The same key
 * with the same request gives the first answer again; with another request it is refused. A refusal for want of
 * something (409) is an answer too, and is kept; a request that was no good at all (4xx otherwise) can be sent again.
 */
export async function answerOnce<Body>(
  app: { db: Database; secrets: Secrets },
  request: FastifyRequest,
  reply: FastifyReply,
  { tenantId, status }: { tenantId: string; status: number },
  work: (tx: Tx) => Promise<Body>,
): Promise<Body> {
  const claim = claimOf(request)
  const outcome = await app.db.transaction(tenantId, async (tx) => {
    if (!claim) return { status, body: await work(tx), isReplay: false }
    const earlier = await claimKey(tx, app.secrets, tenantId, claim)
    if (earlier) return { ...earlier, isReplay: true }
    const answer = await workOrRefuse(tx, status, work, request.id)
    await tx.query(
      `update idempotency_keys set status = $5, answer = $6
        where tenant_id = $1 and caller_id = $2 and operation = $3 and key = $4`,
      [
        tenantId,
        claim.callerId,
        claim.operation,
        claim.key,
        answer.status,
        app.secrets.seal(JSON.stringify(answer.body)),
      ],
    )
    return { ...answer, isReplay: false }
  })
  // The reply is on its way; Fastify takes it for the body, whose type the route's schema checks.
  return sendAnswer(reply, outcome) as Body
}

/** Sends an answer, new or old. */
export function sendAnswer(reply: FastifyReply, answer: Answer & { isReplay: boolean }): FastifyReply {
  if (answer.isReplay) reply.header('idempotency-replayed', 'true')
  reply.code(answer.status)
  if (answer.status === 204) return reply.send()
  if (answer.status >= 400) return reply.type('application/problem+json').send(JSON.stringify(answer.body))
  return reply.send(answer.body)
}

/** The answer already given under a key; a claim that says something else under the same key is refused. */
export function readAnswer(
  secrets: Secrets,
  claim: Claim,
  kept: { request_hash: Buffer; status: number; answer: Buffer },
): Answer {
  if (!kept.request_hash.equals(claim.requestHash)) throw keyReused()
  return { status: kept.status, body: JSON.parse(secrets.open(kept.answer)) }
}

export function keyReused(): Problem {
  return new Problem(
    'KEY_REUSED',
    'This Idempotency-Key came with another request before. Use a new key for a new one.',
  )
}

async function claimKey(tx: Tx, secrets: Secrets, tenantId: string, claim: Claim): Promise<Answer | undefined> {
  // Whoever comes second waits here until the first is done; a key that has grown old is as good as new.
  const claimed = await tx.query(
    `insert into idempotency_keys as kept (tenant_id, caller_id, operation, key, request_hash)
     values ($1, $2, $3, $4, $5)
     on conflict (tenant_id, caller_id, operation, key) do update
        set request_hash = excluded.request_hash, status = null, answer = null, created_at = now()
      where kept.created_at < now() - make_interval(hours => $6)
     returning key`,
    [tenantId, claim.callerId, claim.operation, claim.key, claim.requestHash, KEPT_HOURS],
  )
  if (claimed.length > 0) return undefined
  const [kept] = await tx.query<{ request_hash: Buffer; status: number; answer: Buffer }>(
    `select request_hash, status, answer from idempotency_keys
      where tenant_id = $1 and caller_id = $2 and operation = $3 and key = $4`,
    [tenantId, claim.callerId, claim.operation, claim.key],
  )
  if (!kept) throw new Problem('BUSY', 'This request is being carried out right now. Trying again is safe.', {}, 1)
  return readAnswer(secrets, claim, kept)
}

async function workOrRefuse(
  tx: Tx,
  status: number,
  work: (tx: Tx) => Promise<unknown>,
  requestId: string,
): Promise<Answer> {
  await tx.query('savepoint work')
  try {
    return { status, body: (await work(tx)) ?? null }
  } catch (error) {
    if (!(error instanceof Problem) || error.status !== 409) throw error
    await tx.query('rollback to savepoint work')
    return { status: error.status, body: error.document(requestId) }
  }
}

/** Forgets answers that have grown old; a bounded number at a time. Any server may do it at any time. */
export async function forgetOldAnswers(db: Database, tenantId: string): Promise<number> {
  return db.transaction(tenantId, async (tx) => {
    const forgotten = await tx.query(
      `delete from idempotency_keys
        where tenant_id = $1 and (caller_id, operation, key) in (
          select caller_id, operation, key from idempotency_keys
           where tenant_id = $1 and created_at < now() - make_interval(hours => $2)
           limit 5000 for update skip locked)
       returning key`,
      [tenantId, KEPT_HOURS],
    )
    return forgotten.length
  })
}
