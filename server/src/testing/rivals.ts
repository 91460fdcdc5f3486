import type { Gala } from './gala.ts'
import type { TestTenant } from './given-app.ts'
import type { Client, Reply } from './reply.ts'

/** A server, in this process or another. */
export type AnyServer = { as(credential: string | undefined): Client }

/** A gala as several servers see it: every request goes to the next of them in turn, without waiting for the one before. */
export type Rivals = {
  register(name: string, option?: string, slot?: string, headers?: Record<string, string>): Promise<Reply>
  approve(name: string, more?: object, headers?: Record<string, string>): Promise<Reply>
  decide(name: string, body: object, headers?: Record<string, string>): Promise<Reply>
  /** The organiser changes the event, or something of it. */
  change(path: string, body: object): Promise<Reply>
  /** Everything answered so far. */
  replies: Reply[]
}

export function rivalsOf(gala: Gala, tenant: TestTenant, servers: readonly AnyServer[]): Rivals {
  const replies: Reply[] = []
  let turn = 0
  const as = (key: string): Client => {
    const server = servers[(turn += 1) % servers.length]
    if (!server) throw new Error('there is no server')
    return server.as(key)
  }
  const noted = async (answer: Promise<Reply>): Promise<Reply> => {
    const reply = await answer
    replies.push(reply)
    return reply
  }
  const decide: Rivals['decide'] = (name, body, headers) =>
    noted(as(tenant.approver.key).put(`${gala.path}/registrations/${gala.registrationOf(name)}`, body, headers))
  return {
    replies,
    decide,
    approve: (name, more = {}, headers) => decide(name, { status: 'APPROVED', ...more }, headers),
    register: async (name, option = Object.keys(gala.options)[0] ?? '', slot, headers) => {
      const { key } = await gala.person(name)
      const body = {
        event_option_id: gala.options[option],
        ...(slot === undefined ? {} : { preferred_pickup_slot: slot }),
      }
      return noted(as(key).post(`${gala.path}/register`, body, headers))
    },
    change: (path, body) => noted(as(tenant.organizer.key).put(`${gala.path}${path}`, body)),
  }
}

/** How many answers there were of each status. */
export function countStatuses(replies: readonly Reply[]): Record<number, number> {
  const counts: Record<number, number> = {}
  for (const { status } of replies) counts[status] = (counts[status] ?? 0) + 1
  return counts
}
