import pg from 'pg'
import type { FastifyBaseLogger } from 'fastify'
import { newId } from './ids.ts'
import type { Change, Database } from './database.ts'

/**
 * What changes in the database, whichever server changes it. The entries themselves are in their tables, and can be
 * read again at any time; this only says that there are more.
 */
export type ChangeFeed = {
  /**
   * Begins to listen. Several may; who has begun already is heard no more often.
   *
   * @param heard a chain has grown, at least to this entry; may be said more than once
   * @param mayHaveMissed look yourself: at the beginning, after a gap, and every now and then
   */
  start(heard: (change: Change) => void, mayHaveMissed?: () => void): void
  /** Whether other servers are heard at once; otherwise `mayHaveMissed` is called every second. */
  isListening(): boolean
  close(): Promise<void>
}

const CHANNEL = 'allot_changes'
/** Changes of one moment are told together. */
const GATHER_MS = 20
/** How often one looks without having heard anything: where listening works, and where it does not. */
const LOOK_MS = { listening: 10_000, polling: 1_000 }
/** How often it is tried whether what is said is heard, and how long that may take. */
const PROBE_EVERY_MS = 30_000
const PROBE_MS = 2_000
const BACK_OFF_MS = { first: 100, most: 5_000 }

/**
 * Tells other servers what this one commits, and hears what they do, by LISTEN and NOTIFY. NOTIFY inside the
 * transactions themselves would let them commit only one after the other (with 16 connections 0.13 to 0.29 of the
 * commits), so it comes right after them: what is lost between the two, when a process dies, is seen at the next look.
 */
export function openChangeFeed(db: Database, log: FastifyBaseLogger): ChangeFeed {
  const listeners = new Map<(change: Change) => void, () => void>()
  const hear = (change: Change) => [...listeners.keys()].forEach((heard) => heard(change))
  let client: pg.Client | undefined
  let hasStarted = false
  let isClosed = false
  let isListening = false
  let failures = 0
  let timer: NodeJS.Timeout | undefined
  let ticker: NodeJS.Timeout | undefined
  let lastLook = 0
  let lastProbe = 0
  let probe: { nonce: string; heard: () => void } | undefined

  // Telling ----------------------------------------------------------------------------------------------------------
  const untold = new Map<string, Change>()
  db.onCommitted((change) => {
    if (!isClosed) hear(change)
    if (untold.size === 0) timer = setTimeout(() => void tell(), GATHER_MS)
    const name = change.jobId ?? change.scopeId
    const known = untold.get(name)
    if (!known || known.entryNo < change.entryNo) untold.set(name, change)
  })

  async function tell(): Promise<void> {
    const messages = [...untold.values()].map(({ tenantId, scopeId, entryNo, jobId }) =>
      [tenantId, scopeId, entryNo, ...(jobId === undefined ? [] : [jobId])].join(' '),
    )
    untold.clear()
    // There is nothing to keep of it: whoever does not hear it looks.
    await notify(messages).catch(() => {})
  }

  async function notify(messages: string[]): Promise<void> {
    if (messages.length === 0) return
    // With where the database has come to: whoever reads of a replica waits for that.
    const said = `select set_config('synchronous_commit', 'off', true), pg_notify('${CHANNEL}', pg_current_wal_lsn() || ' ' || said)
                    from unnest($1::text[]) as said`
    await db.pool.query({ name: 'tell_changes', text: said, values: [messages] })
  }

  // Hearing ----------------------------------------------------------------------------------------------------------
  function read(message: string): void {
    const [position = '', tenantId = '', scopeId = '', entryNo = '', jobId] = message.split(' ')
    if (tenantId === 'probe') {
      if (scopeId === probe?.nonce) probe.heard()
      return
    }
    db.heardOf(tenantId, position)
    hear({ tenantId, scopeId, entryNo: Number(entryNo), jobId })
  }

  async function connect(): Promise<void> {
    const fresh = new pg.Client({
      ...db.connection,
      application_name: 'allot listens',
      keepAlive: true,
      connectionTimeoutMillis: 5_000,
    })
    let isOver = false
    const onEnd = () => {
      if (isOver) return
      isOver = true
      if (client === fresh) client = undefined
      isListening = false
      fresh.end().catch(() => {})
      if (isClosed) return
      failures += 1
      const wait = Math.min(BACK_OFF_MS.first * 2 ** failures, BACK_OFF_MS.most)
      setTimeout(() => void connect(), wait * (0.5 + Math.random() / 2)).unref()
    }
    fresh.on('error', onEnd)
    fresh.on('end', onEnd)
    fresh.on('notification', ({ payload = '' }) => read(payload))
    try {
      await fresh.connect()
      await fresh.query(`listen ${CHANNEL}`)
    } catch {
      return onEnd()
    }
    if (isOver) return
    if (isClosed) return void fresh.end().catch(() => {})
    client = fresh
    await tryToHear()
    // What came while nobody listened is in the tables.
    lookNow()
  }

  /** Says something, and waits to hear it: behind a pooler that lends its sessions out, LISTEN works and nothing comes. */
  async function tryToHear(): Promise<void> {
    lastProbe = performance.now()
    const nonce = newId()
    const heard = new Promise<boolean>((resolve) => {
      probe = { nonce, heard: () => resolve(true) }
      setTimeout(() => resolve(false), PROBE_MS).unref()
    })
    await notify([`probe ${nonce}`]).catch(() => {})
    const works = await heard
    if (works) failures = 0
    if (!works && isListening !== works) log.warn('changes are not heard: looking for them every second instead')
    isListening = works && client !== undefined
  }

  function lookNow(): void {
    lastLook = performance.now()
    if (!isClosed) [...listeners.values()].forEach((look) => look())
  }

  function tick(): void {
    const now = performance.now()
    if (now - lastLook >= (isListening ? LOOK_MS.listening : LOOK_MS.polling) - 50) lookNow()
    if (client && now - lastProbe >= PROBE_EVERY_MS) void tryToHear()
  }

  return {
    start: (heard, mayHaveMissed = () => {}) => {
      listeners.set(heard, mayHaveMissed)
      if (hasStarted) return
      hasStarted = true
      ticker = setInterval(tick, LOOK_MS.polling).unref()
      void connect()
    },
    isListening: () => isListening,
    close: async () => {
      isClosed = true
      clearInterval(ticker)
      clearTimeout(timer)
      await tell()
      await client?.end().catch(() => {})
    },
  }
}
