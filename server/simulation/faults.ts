import { setTimeout as sleep } from 'node:timers/promises'
import type { Fault } from './plan.ts'
import type { Scene } from './scene.ts'
import type { Stage } from './stage.ts'

/** What was done to whom, as the report counts it. */
export type Struck = { kills: number; cuts: number; others: number }

/** Lets a fault strike. It resolves when it is over; what it did may take longer to mend. */
export async function strike({ name, server }: Fault, stage: Stage, scene: Scene, struck: Struck): Promise<void> {
  const { servers, worker, proxy } = stage
  const target = servers[server]
  switch (name) {
    case 'kill-server':
      struck.kills += 1
      return target?.kill()
    case 'kill-worker':
      struck.kills += 1
      return worker.kill()
    case 'kill-postgres':
      struck.kills += 1
      return stage.killPostgres()
    case 'cut':
      struck.cuts += 1
      return proxy.cutAll()
    case 'half-open':
      // Connections are taken, and nothing is ever said on them.
      struck.cuts += 1
      proxy.meet('ignore')
      proxy.cutAll()
      await sleep(700)
      proxy.meet('take')
      return proxy.cutAll()
    case 'pause-server':
      struck.others += 1
      return target?.pause(1_500)
    case 'lock':
      struck.others += 1
      return holdLock(stage, scene)
    case 'mail-gone':
      struck.others += 1
      for (const socket of stage.smtp.sockets) socket.destroy()
      return undefined
    case 'hooks-gone':
      struck.others += 1
      stage.hooks.isGone = true
      await sleep(1_500)
      stage.hooks.isGone = false
      return undefined
    case 'rush':
      struck.others += 1
      return rush(stage, scene)
  }
}

/** Somebody keeps the hot event's books for longer than anybody waits for them. */
async function holdLock(stage: Stage, scene: Scene): Promise<void> {
  const eventId = scene.tenants[0]?.events[0]?.id
  await stage
    .asOwner(async (client) => {
      await client.query('begin')
      await client.query('select from event_books where event_id = $1 for update', [eventId])
      await sleep(3_000)
      await client.query('rollback')
    })
    // PostgreSQL may be killed meanwhile: then nobody has the lock.
    .catch(() => {})
}

/** Four times as many as usual look at once, and nobody waits for them. */
async function rush({ servers }: Stage, scene: Scene): Promise<void> {
  const tenant = scene.tenants[0]
  const event = tenant?.events[0]
  await Promise.all(
    Array.from({ length: 200 }, async (_, index) => {
      const address = servers[index % servers.length]?.address
      await fetch(`${address}${event?.path}/check-conflicts`, {
        method: 'POST',
        headers: { authorization: `Bearer ${tenant?.keys.approver}`, 'content-type': 'application/json' },
        body: JSON.stringify({ event_option_id: event?.optionIds[0] }),
        signal: AbortSignal.timeout(10_000),
      }).then(
        (reply) => reply.text(),
        () => undefined,
      )
    }),
  )
}
