import { kindOf, requestText, withHttpClients } from './http-client.ts'
import type { HttpClient } from './http-client.ts'
import { drive } from './load.ts'
import type { Asker, Load } from './load.ts'
import type { Pending } from './references/function.ts'
import type { Stage } from './stage.ts'

/** Who approves over HTTP: the server, or one of the references, which are asked in the same words. */
export type Door = { ports: readonly number[]; way?: 'naive' | 'function' }

/** The server's own door. */
export function doorOf({ server }: Stage): Door {
  return { ports: [server.port] }
}

export function referenceDoor({ references }: Stage, way: 'naive' | 'function'): Door {
  return { ports: [references.port], way }
}

/** Approves over HTTP for some seconds, one after the other on each of the connections. */
export async function approveOverHttp(
  stage: Stage,
  door: Door,
  count: number,
  seconds: number,
  next: () => Pending | undefined,
): Promise<Load> {
  return withHttpClients(door.ports, count, (clients) =>
    drive(askersOf(stage, clients, door.way), seconds, next, '200 APPROVED'),
  )
}

/** @returns what each answer was: status and state, or status and code */
export function askersOf({ world }: Stage, clients: readonly HttpClient[], way?: string): Asker<Pending>[] {
  const root = way === undefined ? '' : `/${way}`
  return clients.map((client, index) => {
    const { key } = world.approvers[index % world.approvers.length] ?? world.organizer
    return async ({ eventId, id }) => {
      const headers = { authorization: `Bearer ${key}`, 'idempotency-key': `approve-${id}` }
      const path = `${root}/events/${eventId}/registrations/${id}`
      const answer = await client.ask(requestText('PUT', path, headers, '{"status":"APPROVED"}'))
      return answer.status === 200 && !answer.body.includes(id) ? 'another registration' : kindOf(answer)
    }
  })
}
