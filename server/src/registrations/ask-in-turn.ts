import type { RegistrationView } from '@allot/contract'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { claimOf, sendAnswer } from '../platform/idempotency.ts'
import type { Ask, Given, Question } from './ask.ts'
import type { EventQueues } from './event-queues.ts'

export type DecisionQueues = EventQueues<Ask, Given>

/** Joins the line of an event with a question, and answers when the turn has come. */
export async function askInTurn(
  queues: DecisionQueues,
  request: FastifyRequest,
  reply: FastifyReply,
  eventId: string,
  question: Question,
): Promise<RegistrationView> {
  const { actor } = request
  const key = { tenantId: actor.tenantId, eventId }
  const given = await queues.submit(key, { question, actor, claim: claimOf(request), requestId: request.id })
  return sendAnswer(reply, given) as unknown as RegistrationView
}
