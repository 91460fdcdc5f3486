import { setTimeout as sleep } from 'node:timers/promises'
import type { Role } from '@allot/contract'
import type { ServerProcess } from '../../../server/src/testing/server-process.ts'
import { openSession } from './sessions.ts'
import type { Session } from './sessions.ts'

/** The example that a new folder gets: its event, and a session of each role. */
export type Demo = { eventId: string; sessions: Record<Role, Session> }

/** The example is loaded after the server is ready, on a machine that is busy with other things too. */
const LOAD_MS = 60_000

/** Reads what the first start prints, and comes in by its links. */
export async function readDemo(server: ServerProcess): Promise<Demo> {
  const deadline = performance.now() + LOAD_MS
  while (!/^ *member .*#code=\S+\n/m.test(server.output())) {
    if (performance.now() > deadline) throw new Error(`the example was not loaded: ${server.output()}`)
    await sleep(50)
  }
  const printed = server.output()
  const eventId = /^ *Event +(\S+)$/m.exec(printed)?.[1]
  if (eventId === undefined) throw new Error(`the example has no event: ${printed}`)
  const links = [...printed.matchAll(/^ *(\w+) +(\S.*?) +http\S+#code=(\S+)$/gm)]
  const sessions: Partial<Record<Role, Session>> = {}
  for (const [, role = '', name = '', code = ''] of links) {
    sessions[role as Role] = { name, cookie: await openSession(server.address, code) }
  }
  return { eventId, sessions: sessions as Record<Role, Session> }
}
