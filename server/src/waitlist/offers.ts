import { roles } from '@allot/contract'
import type { OfferView, ProblemCode } from '@allot/contract'
import type { Actor } from '../platform/actor.ts'
import type { Database } from '../platform/database.ts'
import { Problem } from '../platform/problem.ts'
import { sha256, tenantOfOffer } from '../platform/secrets.ts'
import type { DecisionQueues } from '../registrations/ask-in-turn.ts'
import { viewOffer } from './waitlist-view.ts'
import { findOffer } from './waitlist.sql.ts'
import type { OfferRow } from './waitlist.sql.ts'

/** The offer behind a token. @throws Problem OFFER_NOT_FOUND where there is none, or its person may not come in */
export async function readOffer(db: Database, token: string): Promise<OfferView> {
  const { offer } = await lookUp(db, token)
  return viewOffer(offer)
}

/**
 * Accepts or declines what is behind a token, as the person whose it is: whoever has the link acts for them.
 *
 * @throws Problem OFFER_NOT_FOUND, NO_OFFER
 */
export async function answerOffer(
  { db, queues }: { db: Database; queues: DecisionQueues },
  token: string,
  kind: 'accept' | 'decline',
  requestId: string,
): Promise<OfferView> {
  const { tenantId, offer } = await lookUp(db, token)
  const question = { kind, registrationId: offer.registration_id } as const
  const ask = { question, actor: personOf(tenantId, offer), claim: undefined, requestId }
  const { status, body } = await queues.submit({ tenantId, eventId: offer.event_id }, ask)
  if (status >= 400) throw asProblem(body)
  return readOffer(db, token)
}

async function lookUp(db: Database, token: string): Promise<{ tenantId: string; offer: OfferRow }> {
  const tenantId = tenantOfOffer(token)
  const offer = tenantId === undefined ? undefined : await findOffer(db, tenantId, sha256(token))
  if (tenantId === undefined || !offer?.may_come_in) throw new Problem('OFFER_NOT_FOUND')
  return { tenantId, offer }
}

function personOf(tenantId: string, { user_id: userId, user_name: name, role }: OfferRow): Actor {
  const known = roles.find((one) => one === role)
  if (!known) throw new Error(`no such role: ${role}`)
  return { tenantId, userId, name, role: known, via: 'session', apiKeyId: null, rateLimitPerMinute: null }
}

function asProblem(body: unknown): Problem {
  const { code, detail } = body as { code: ProblemCode; detail: string }
  return new Problem(code, detail)
}
