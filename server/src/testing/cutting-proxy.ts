import { connect, createServer } from 'node:net'
import type { AddressInfo, Socket } from 'node:net'
import { join } from 'node:path'
import type { PostgresAddress } from './databases.ts'

/**
 * What becomes of a piece of what a client says: it goes on; the connection is cut before PostgreSQL hears it, or just
 * after it was passed on; or PostgreSQL hears it, and the connection is cut where its answer holds these words.
 */
export type Fate = 'pass' | 'cut before' | 'cut after' | { answerLostAt: string }

/** A line to PostgreSQL that can be cut at a given word. */
export type CuttingProxy = {
  address: PostgresAddress
  /** Decides on the next connection that says these words, once. Resolves when it has. */
  once(words: string, fate: Fate): Promise<void>
  /** Decides on each piece of what clients say. */
  judge(each: (said: Buffer) => Fate): void
  /** Cuts all connections that there are. */
  cutAll(): void
  /** From now on new connections are refused, or taken and never answered, or taken. */
  meet(newcomers: 'refuse' | 'ignore' | 'take'): void
  close(): Promise<void>
}

export async function startCuttingProxy(postgres: PostgresAddress): Promise<CuttingProxy> {
  const lines = new Set<() => void>()
  let judgeEach: (said: Buffer) => Fate = () => 'pass'
  let newcomers: 'refuse' | 'ignore' | 'take' = 'take'

  const server = createServer((client) => {
    if (newcomers === 'refuse') {
      client.destroy()
      return
    }
    const upstream = newcomers === 'ignore' ? undefined : connect(join(postgres.host, `.s.PGSQL.${postgres.port}`))
    const cut = () => {
      lines.delete(cut)
      client.destroy()
      // What was passed on is still heard, as it is when a cable breaks.
      upstream?.end()
    }
    lines.add(cut)
    for (const end of [client, upstream]) end?.on('error', cut).on('close', cut)
    if (upstream) passOn(client, upstream, cut, (said) => judgeEach(said))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo

  const cutAll = () => [...lines].forEach((cut) => cut())
  return {
    address: { host: '127.0.0.1', port },
    cutAll,
    judge: (each) => (judgeEach = each),
    meet: (how) => (newcomers = how),
    once: (words, fate) =>
      new Promise((resolve) => {
        const before = judgeEach
        judgeEach = (said) => {
          if (!said.includes(words)) return before(said)
          judgeEach = before
          resolve()
          return fate
        }
      }),
    close: () => {
      cutAll()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

/** Passes on what both ends say, until it is to be cut. */
function passOn(client: Socket, upstream: Socket, cut: () => void, judge: (said: Buffer) => Fate): void {
  let lostAt: string | undefined
  let swallowed = ''
  client.on('data', (said: Buffer) => {
    const fate = judge(said)
    if (fate === 'cut before') return cut()
    if (typeof fate === 'object') lostAt = fate.answerLostAt
    upstream.write(said)
    if (fate === 'cut after') cut()
  })
  upstream.on('data', (answer: Buffer) => {
    if (lostAt === undefined) {
      client.write(answer)
      return
    }
    swallowed += answer.toString('latin1')
    if (swallowed.includes(lostAt)) cut()
  })
}
