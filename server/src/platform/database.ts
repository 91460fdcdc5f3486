import pg from 'pg'
import { asProblem, codeOf, isConnectionLost, isTransient } from './database-errors.ts'
import { isId } from './ids.ts'
import { Problem } from './problem.ts'
import { createPositions, later } from './replica.ts'
import type { Position, Replica } from './replica.ts'

/** A statement with a name is prepared once a connection; give one to whatever is asked often. */
export type Statement = { name?: string; text: string }
export type Parameters = readonly unknown[]

/** One transaction of one tenant. */
export type Tx = {
  /** Sends a statement at once; several sent before the first is awaited share one trip. */
  query<Row extends object>(statement: string | Statement, parameters?: Parameters): Promise<Row[]>
  /** Sends a statement along with the commit: for writes whose answer nobody waits for. Its failure fails the whole. */
  write(statement: string | Statement, parameters?: Parameters): void
  /** Says that a chain of entries has grown, or a job has come further: heard by `onCommitted` once that is so, and never where it came to nothing. */
  announce(change: Change): void
}

/**
 * The chain of an event, or of a tenant (`scopeId` is the tenant's then), with the number of its last entry; or a job
 * that has come further, and no number.
 */
export type Change = { tenantId: string; scopeId: string; entryNo: number; jobId?: string | undefined }

export type Database = {
  /** Writes: tried again when the database says so, and never twice where it was done once. */
  transaction<T>(tenantId: string, work: (tx: Tx) => Promise<T>): Promise<T>
  /**
   * The same for work that names the rows it is about: its statements are planned once a connection, to look those up by
   * an index, however many or few rows their tables have.
   */
  transactionOnRows<T>(tenantId: string, work: (tx: Tx) => Promise<T>): Promise<T>
  /** Reads: one consistent snapshot. */
  read<T>(tenantId: string, work: (tx: Tx) => Promise<T>): Promise<T>
  /**
   * Reads for a list, a report or an export: of a replica where there is one that has seen all of the tenant's that this
   * server knows of, and what is asked for; of the database itself everywhere else.
   *
   * @param atLeast what has to be seen, as `positionOf` said it after a write
   */
  report<T>(tenantId: string, atLeast: Position | undefined, work: (tx: Tx) => Promise<T>): Promise<T>
  /** Up to where a tenant has to be seen; undefined where there is no replica, or nothing is known of it. */
  positionOf(tenantId: string): Position | undefined
  /** Another server has written up to here. */
  heardOf(tenantId: string, position: Position): void
  /** Reads of the operator, who sees the list of tenants and nothing inside them. */
  readAsOperator<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /** Whether the database answers right now. */
  ping(): Promise<void>
  /** Calls for each change that this process has committed, right after that. */
  onCommitted(listener: (change: Change) => void): void
  /** How it is reached: for a session that has to be one's own. */
  connection: Connection
  pool: pg.Pool
  close(): Promise<void>
}

export type Connection = pg.ClientConfig

/** Longest waits, in milliseconds. Each is below the one that a caller of it has. */
const waits = {
  statement: 5_000,
  lock: 2_000,
  idleInTransaction: 10_000,
  client: 8_000,
  connection: 1_000,
  retry: 1_500,
  outcome: 2_000,
}
const MOST_ATTEMPTS = 6

// int8 comes as text: the amounts and counts kept here are all far below 2^53, and a number that is not is a bug.
pg.types.setTypeParser(pg.types.builtins.INT8, (text: string) => {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new Error(`int8 out of the safe range: ${text}`)
  return value
})

/** @param replica reports are read of it where it is there and has seen enough */
export function openDatabase(connection: Connection, poolSize: number, replica?: Replica): Database {
  const pool = new pg.Pool({
    ...connection,
    max: poolSize,
    pipeline: true,
    connectionTimeoutMillis: waits.connection,
    idleTimeoutMillis: 60_000,
    statement_timeout: waits.statement,
    lock_timeout: waits.lock,
    idle_in_transaction_session_timeout: waits.idleInTransaction,
    query_timeout: waits.client,
    keepAlive: true,
  })
  // A connection that breaks is replaced at the next use, and whatever was under way on it fails by itself. Without
  // these listeners it would end the process: the first hears of idle ones, the second of those at work.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))

  const positions = createPositions()
  const listeners: ((change: Change) => void)[] = []
  const tell = (changes: readonly Change[]) => {
    for (const change of changes) for (const listener of listeners) listener(change)
  }

  async function attempt<T>(tenantId: string, work: (tx: Tx) => Promise<T>, open = openWriting): Promise<T> {
    if (!isId(tenantId)) throw new Error('a transaction needs a tenant')
    const client = await pool.connect()
    const sent: Promise<unknown>[] = []
    const announced: Change[] = []
    const send = <R>(promise: Promise<R>): Promise<R> => {
      sent.push(promise)
      promise.catch(() => {})
      return promise
    }
    const { tx, end } = lend((statement, parameters) => send(run(client, statement, parameters)))
    let isBroken = false
    let lost: { cause: unknown; result: T; mark: Mark }
    let done: { result: T; mark: Mark | undefined } | undefined
    try {
      void send(client.query('begin'))
      const opening = send(client.query<Mark>({ ...open, values: [tenantId] }))
      const result = await work({ ...tx, announce: (change) => void announced.push(change) })
      end()
      // Here by now, unless the work has only written: without its mark, nobody could say what became of a commit.
      done = { result, mark: (await opening).rows[0] }
      const commit = send(client.query('commit'))
      const position = replica && send(client.query<Rows[number]>(askPosition))
      await Promise.all(sent)
      // PostgreSQL answers COMMIT of a failed transaction with ROLLBACK, and no error.
      if ((await commit).command !== 'COMMIT') throw new Error('the transaction was rolled back')
      noteRow(tenantId, (await position)?.rows)
      tell(announced)
      return result
    } catch (error) {
      end()
      const cause = await firstFailure(sent, error)
      isBroken = isConnectionLost(cause)
      if (!isBroken && !done) await client.query('rollback').catch(() => (isBroken = true))
      if (!isBroken || !done?.mark) throw cause
      lost = { cause, result: done.result, mark: done.mark }
    } finally {
      client.release(isBroken)
    }
    // Only now that its own connection is given back: nobody may ask for a second one while holding one.
    if (!(await wasCommitted(lost.mark))) throw lost.cause
    positions.moved(tenantId)
    tell(announced)
    return lost.result
  }

  /**
   * What became of a transaction whose answer was lost: PostgreSQL itself knows. After a crash it gives the numbers of
   * transactions that never reached the disk to others, so that «committed» may then speak of somebody else's.
   */
  async function wasCommitted({ xid, life }: Mark): Promise<boolean> {
    const deadline = performance.now() + waits.outcome
    for (;;) {
      const now = await askOutcome(xid)
      const isSameLife = now?.life === life
      if (now?.status === 'committed' && isSameLife) return true
      if (now?.status === 'aborted' || (now?.status === 'in progress' && !isSameLife)) return false
      if (now?.status === 'committed' || performance.now() > deadline) {
        throw new Problem(
          'UNAVAILABLE',
          'The connection to the database was lost before it could be seen whether this was done. Sent again with the same Idempotency-Key, it is done once.',
          {},
          2,
        )
      }
      await pause(50)
    }
  }

  /** Undefined while the database does not answer. */
  async function askOutcome(xid: string): Promise<{ status: string | null; life: string } | undefined> {
    try {
      const { rows } = await pool.query<{ status: string | null; life: string }>(findOutcome, [xid])
      return rows[0]
    } catch (error) {
      // After a crash: a transaction of this number has yet to come.
      if (codeOf(error) === '22023') return { status: 'aborted', life: '' }
      if (asProblem(error) instanceof Problem) return undefined
      throw error
    }
  }

  function noteRow(tenantId: string, rows: Rows | undefined): void {
    const position = rows?.[0]?.position
    if (typeof position === 'string') positions.reached(tenantId, position)
  }

  /**
   * Reads of the replica; of the database itself where the replica is not there, does not answer, or has not seen enough.
   * Where nobody knows how far the tenant is, it is asked for on the way.
   */
  async function report<T>(tenantId: string, atLeast: Position | undefined, work: (tx: Tx) => Promise<T>): Promise<T> {
    const known = positions.of(tenantId)
    if (!replica?.isUsable() || known === undefined) {
      const ask = replica && known === undefined ? (rows: Rows) => noteRow(tenantId, rows) : undefined
      return readOnly('allot.tenant_id', tenantId, work, { of: pool, first: ask && { ...askPosition, answer: ask } })
    }
    const wanted = later(known, atLeast)
    const answer = (rows: Rows) => {
      if (rows[0]?.is_there === true) return
      throw new Behind()
    }
    try {
      const first = { ...askIfThere, values: [wanted], answer }
      return await readOnly('allot.tenant_id', tenantId, work, { of: replica.pool, first })
    } catch (error) {
      if (error instanceof Behind) replica.isBehind()
      else if (error instanceof Problem) throw error
      else replica.failed(error)
      return readOnly('allot.tenant_id', tenantId, work)
    }
  }

  /** @param first is asked before the snapshot is taken; where `answer` throws, nothing is read */
  async function readOnly<T>(
    setting: string,
    value: string,
    work: (tx: Tx) => Promise<T>,
    { of, first }: { of: pg.Pool; first?: First | undefined } = { of: pool },
  ): Promise<T> {
    const client = await of.connect()
    const { tx, end } = lend((statement, parameters) => run(client, statement, parameters))
    const write = () => {
      throw new Error('a read does not write')
    }
    let isBroken = false
    try {
      const asked = first && client.query(first)
      asked?.catch(() => {})
      const opening = client.query('begin transaction isolation level repeatable read read only')
      const setUp = client.query({ ...openReading, values: [setting, value] })
      opening.catch(() => {})
      setUp.catch(() => {})
      const announce = () => {
        throw new Error('a read changes nothing')
      }
      const outcome = await settle(work({ ...tx, write, announce }))
      // All of it was one trip: what was read before this was known to be enough counts only now.
      if (first && asked) first.answer((await asked).rows)
      if ('error' in outcome) throw outcome.error
      await Promise.all([opening, setUp])
      return outcome.result
    } catch (error) {
      isBroken = isConnectionLost(error)
      throw error
    } finally {
      end()
      // Nobody waits for the end of a read: the answer is there.
      if (isBroken) client.release(true)
      else
        client.query('commit').then(
          () => client.release(),
          () => client.release(true),
        )
    }
  }

  return {
    pool,
    connection,
    onCommitted: (listener) => void listeners.push(listener),
    transaction: (tenantId, work) => retry(() => attempt(tenantId, work)),
    transactionOnRows: (tenantId, work) => retry(() => attempt(tenantId, work, openWritingRows)),
    read: (tenantId, work) => {
      if (!isId(tenantId)) throw new Error('a read needs a tenant')
      return retry(() => readOnly('allot.tenant_id', tenantId, work))
    },
    report: (tenantId, atLeast, work) => {
      if (!isId(tenantId)) throw new Error('a read needs a tenant')
      return retry(() => report(tenantId, atLeast, work))
    },
    positionOf: (tenantId) => (replica ? positions.of(tenantId) : undefined),
    heardOf: (tenantId, position) => positions.reached(tenantId, position),
    readAsOperator: (work) => retry(() => readOnly('allot.operator', 'on', work)),
    ping: async () => void (await pool.query('select 1')),
    close: async () => {
      await pool.end()
      await replica?.close()
    },
  }
}

/** The replica has not seen enough yet. */
class Behind extends Error {}

type Rows = readonly Record<string, unknown>[]
type First = { name: string; text: string; values?: unknown[]; answer: (rows: Rows) => void }
const askPosition = { name: 'ask_position', text: 'select pg_current_wal_lsn()::text as position' }
// On a database that follows none it is null, and nobody is led astray by a wrong address.
const askIfThere = { name: 'ask_if_there', text: 'select pg_last_wal_replay_lsn() >= $1::pg_lsn as is_there' }

/** The database's time: the one clock that all servers share. */
export async function readClock(tx: Tx): Promise<Date> {
  const [row] = await tx.query<{ now: Date }>('select clock_timestamp() as now')
  if (!row) throw new Error('the database has no time')
  return row.now
}

/** A transaction's number, and the life of the PostgreSQL that gave it: another one begins with every crash. */
type Mark = { xid: string; life: string }

// Statistics are thrown away in a crash, and kept over an orderly stop; of what every role may ask, nothing else is so.
const life = 'pg_stat_get_bgwriter_stat_reset_time()::text as life'
const openWriting = {
  name: 'open_writing',
  text: `select set_config('allot.tenant_id', $1, true), pg_current_xact_id()::text as xid, ${life}`,
}
// Planning the few statements of a lone approval anew each time is a sixth of all it takes. A plan that is kept must not
// be one that reads all of a table because that was nearly empty when it was made.
const openWritingRows = {
  name: 'open_writing_rows',
  text: `select set_config('allot.tenant_id', $1, true), pg_current_xact_id()::text as xid, ${life},
           set_config('plan_cache_mode', 'force_generic_plan', true), set_config('enable_seqscan', 'off', true),
           set_config('enable_hashjoin', 'off', true), set_config('enable_mergejoin', 'off', true)`,
}
const findOutcome = `select pg_xact_status($1::xid8) as status, ${life}`
const openReading = { name: 'open_reading', text: 'select set_config($1, $2, true)' }

/**
 * A transaction as its work has it in hand. Once that has ended, or failed while something else of it was still under
 * way, it takes no more statements: the connection may be working for another tenant by then.
 */
function lend(send: (statement: string | Statement, parameters?: Parameters) => Promise<pg.QueryResult>) {
  let isOver = false
  const sendInTime: typeof send = (statement, parameters) => {
    if (isOver) throw new Error('this transaction is over')
    return send(statement, parameters)
  }
  const tx: Pick<Tx, 'query' | 'write'> = {
    query: async (statement, parameters) => (await sendInTime(statement, parameters)).rows as never,
    write: (statement, parameters) => void sendInTime(statement, parameters),
  }
  const end = () => {
    isOver = true
  }
  return { tx, end }
}

function run(client: pg.PoolClient, statement: string | Statement, parameters: Parameters = []) {
  const { name, text } = typeof statement === 'string' ? { text: statement } : statement
  return client.query({ ...(name === undefined ? {} : { name }), text, values: [...parameters] })
}

/** The statement that failed first: those behind it in the same trip only say that the transaction is aborted. */
async function firstFailure(sent: Promise<unknown>[], otherwise: unknown): Promise<unknown> {
  if (otherwise instanceof Problem) return otherwise
  for (const outcome of await Promise.allSettled(sent)) if (outcome.status === 'rejected') return outcome.reason
  return otherwise
}

/** Tries again what may be tried again, for a bounded time, and says the rest in words. */
async function retry<T>(work: () => Promise<T>): Promise<T> {
  const deadline = performance.now() + waits.retry
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work()
    } catch (error) {
      const isLast = attempt >= MOST_ATTEMPTS || performance.now() > deadline
      if (!isTransient(error) || isLast) throw asProblem(error)
      await pause(Math.random() * 10 * 2 ** attempt)
    }
  }
}

async function settle<T>(promise: Promise<T>): Promise<{ result: T } | { error: unknown }> {
  try {
    return { result: await promise }
  } catch (error) {
    return { error }
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
