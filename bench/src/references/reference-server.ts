import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import pg from 'pg'
import type { Connection } from '../../../server/src/platform/database.ts'
import { approveByFunction } from './function.ts'
import type { Approver } from './function.ts'
import { approvePlainly } from './naive.ts'

// The ways of the references behind HTTP, as a process of their own: node:http and nothing around it, no
// authentication, no checks. The way stands first in the path: /naive/… or /function/…, and then as the server has it.

/** What it is started with, as JSON in its environment. */
export type ReferenceSettings = { connection: Connection; poolSize: number; approver: Approver }

// Amounts and counts come as text otherwise; the server reads them as numbers, too.
pg.types.setTypeParser(pg.types.builtins.INT8, Number)

const { connection, poolSize, approver } = JSON.parse(process.env['REFERENCE'] ?? '') as ReferenceSettings
const pool = new pg.Pool({ ...connection, max: poolSize, application_name: 'reference' })

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const [, way, , eventId = '', , id = ''] = (request.url ?? '').split('/')
  const { status } = JSON.parse(await text(request)) as { status?: string }
  const claim = request.headers['idempotency-key']
  const registration =
    status !== 'APPROVED' || typeof claim !== 'string'
      ? null
      : way === 'function'
        ? await approveByFunction(pool, approver, { eventId, id }, claim)
        : await approveWithin(eventId, id)
  const body = JSON.stringify(registration ?? { code: 'REFUSED' })
  response.writeHead(registration ? 200 : 409, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
  })
  response.end(body)
}

async function approveWithin(eventId: string, id: string): Promise<Record<string, unknown> | null> {
  const client = await pool.connect()
  try {
    return await approvePlainly(client, approver, { eventId, id })
  } finally {
    client.release()
  }
}

const server = createServer((request, response) => {
  answer(request, response).catch((error: unknown) => {
    process.stderr.write(`${String(error)}\n`)
    response.writeHead(500, { 'content-length': 0 }).end()
  })
})
server.keepAliveTimeout = 60_000
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  process.stdout.write(`ready at http://localhost:${port}\n`)
})
process.once('SIGTERM', () => process.exit(0))
