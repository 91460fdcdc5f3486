import type { FastifyRequest } from 'fastify'
import type { Tx } from './database.ts'
import type { App } from './http.ts'
import { isPosition } from './replica.ts'

/** Says with an answer up to where the tenant has come, and with a request what has to be seen at least. */
const HEADER = 'x-allot-position'
const COOKIE = 'allot-position'

/**
 * Reads for a list, a report or an export, of a replica where that has seen enough: everything of the tenant's that this
 * server knows of, and whatever the one who asks has written, at whichever server.
 */
export function report<T>(app: App, request: FastifyRequest, work: (tx: Tx) => Promise<T>): Promise<T> {
  const given = [request.headers[HEADER], cookieOf(request)].find((one) => typeof one === 'string' && isPosition(one))
  return app.db.report(request.actor.tenantId, typeof given === 'string' ? given : undefined, work)
}

/** Gives everybody who has changed something the position to read from; browsers send it back by themselves. */
export function tellPositions(app: App): void {
  app.addHook('onSend', async (request, reply) => {
    if (request.method === 'GET' || request.method === 'HEAD' || request.caller?.kind !== 'person') return
    const { tenantId, via } = request.caller.actor
    const position = app.db.positionOf(tenantId)
    if (position === undefined) return
    reply.header(HEADER, position)
    if (via === 'session')
      reply.header('set-cookie', `${COOKIE}=${position}; Path=/; HttpOnly; SameSite=Strict; Max-Age=3600`)
  })
}

function cookieOf({ headers }: FastifyRequest): string | undefined {
  return /(?:^|;\s*)allot-position=([^;]*)/.exec(headers.cookie ?? '')?.[1]
}
