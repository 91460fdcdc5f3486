import { operations } from '@allot/contract'
import type { FastifyRequest } from 'fastify'
import { findVisibleEvent } from '../events/find-event.ts'
import type { Caller } from '../platform/actor.ts'
import type { App } from '../platform/http.ts'
import { Problem } from '../platform/problem.ts'
import { may } from '../platform/roles.ts'
import type { Rooms } from './rooms.ts'
import { openLine } from './sse.ts'

export function liveRoutes(
  app: App,
  rooms: Rooms,
  authenticate: (request: FastifyRequest) => Promise<Caller | undefined>,
): void {
  app.addHook('preClose', (done) => {
    rooms.close()
    done()
  })

  app.get(
    '/events/:event_id/stream',
    { config: { ...may('event.read'), isStream: true }, schema: operations.streamEvent, exposeHeadRoute: false },
    async (request, reply) => {
      const { actor, headers, params } = request
      await rooms.join({
        actor,
        key: { tenantId: actor.tenantId, eventId: params.event_id },
        lastSeen: lastSeenOf(headers['last-event-id']),
        open: (onGone) => openLine(reply, onGone),
        isStillAllowed: () =>
          stillTrue(async () => {
            const caller = await authenticate(request)
            if (caller?.kind !== 'person' || caller.actor.role !== actor.role) return false
            await app.db.read(actor.tenantId, (tx) => findVisibleEvent(tx, caller.actor, params.event_id))
            return true
          }),
      })
      return reply as never
    },
  )
}

/** What is no number of an entry is nothing that anybody has seen. */
function lastSeenOf(given: string | string[] | undefined): number | undefined {
  return typeof given === 'string' && /^\d{1,15}$/.test(given) ? Number(given) : undefined
}

/** A refusal is a no; where the database does not answer, what was true a minute ago holds until the next look. */
async function stillTrue(ask: () => Promise<boolean>): Promise<boolean> {
  try {
    return await ask()
  } catch (error) {
    return !(error instanceof Problem) || error.status >= 500
  }
}
