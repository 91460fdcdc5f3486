import type pg from 'pg'
import type { Database, Parameters, Statement, Tx } from '../../server/src/platform/database.ts'

/** A statement as it was sent. One with a name is prepared once a connection. */
export type Sent = { name?: string; text: string; parameters: Parameters }

/** What carrying out a statement took. */
export type Work = {
  /** Most rows that any one step of the plan read of a table or an index, kept or not. */
  rows: number
  /** Pages touched in all. A walk along an index shows here even where hardly a row comes of it. */
  pages: number
}

/** Notes every statement of a database's transactions before it is sent. */
export function watchStatements(db: Database, sent: Sent[]): void {
  const { read, report, transaction, transactionOnRows } = db
  const note = (statement: string | Statement, parameters: Parameters = []) => {
    sent.push({ ...(typeof statement === 'string' ? { text: statement } : statement), parameters })
  }
  const watched = (tx: Tx): Tx => ({
    ...tx,
    query: (statement, parameters) => {
      note(statement, parameters)
      return tx.query(statement, parameters)
    },
    write: (statement, parameters) => {
      note(statement, parameters)
      tx.write(statement, parameters)
    },
  })
  db.read = (tenantId, work) => read(tenantId, (tx) => work(watched(tx)))
  db.report = (tenantId, atLeast, work) => report(tenantId, atLeast, (tx) => work(watched(tx)))
  db.transaction = (tenantId, work) => transaction(tenantId, (tx) => work(watched(tx)))
  db.transactionOnRows = (tenantId, work) => transactionOnRows(tenantId, (tx) => work(watched(tx)))
}

/**
 * Carries a statement out, looks at what it took, and takes it back. One that is prepared may get a plan for these
 * parameters or, once it has been asked often, for any: the worse of the two counts.
 *
 * @param client connects as the server does, so that the policies are part of the plan
 */
export async function explain(client: pg.Client, tenantId: string, statement: Sent): Promise<Work> {
  const once = await explainAs(client, tenantId, statement, 'force_custom_plan')
  if (statement.name === undefined) return once
  const often = await explainAs(client, tenantId, statement, 'force_generic_plan')
  return { rows: Math.max(once.rows, often.rows), pages: Math.max(once.pages, often.pages) }
}

async function explainAs(
  client: pg.Client,
  tenantId: string,
  { text, parameters }: Sent,
  planMode: 'force_custom_plan' | 'force_generic_plan',
): Promise<Work> {
  await client.query('begin')
  try {
    await client.query("select set_config('allot.tenant_id', $1, true), set_config('plan_cache_mode', $2, true)", [
      tenantId,
      planMode,
    ])
    await client.query(`prepare explained as ${text}`)
    const values = parameters.length === 0 ? '' : `(${parameters.map(literalOf).join(', ')})`
    const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: PlanNode }] }>(
      `explain (analyze, buffers, timing off, format json) execute explained${values}`,
    )
    const [answer] = rows
    if (!answer) throw new Error('no plan')
    const { Plan: plan } = answer['QUERY PLAN'][0]
    return { rows: mostRowsRead(plan), pages: plan['Shared Hit Blocks'] + plan['Shared Read Blocks'] }
  } finally {
    await client.query('rollback')
    await client.query('deallocate all')
  }
}

type PlanNode = {
  'Relation Name'?: string
  'Index Name'?: string
  'Actual Rows': number
  'Actual Loops': number
  'Rows Removed by Filter'?: number
  'Rows Removed by Index Recheck'?: number
  'Shared Hit Blocks': number
  'Shared Read Blocks': number
  Plans?: PlanNode[]
}

function mostRowsRead(node: PlanNode): number {
  const below = (node.Plans ?? []).map(mostRowsRead)
  if (node['Relation Name'] === undefined && node['Index Name'] === undefined) return Math.max(0, ...below)
  const removed = (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0)
  return Math.max((node['Actual Rows'] + removed) * node['Actual Loops'], ...below)
}

/** A parameter as EXECUTE takes it, in the text form that the driver sends. */
function literalOf(value: unknown): string {
  const text = textOf(value)
  return text === null ? 'null' : `'${text.replaceAll("'", "''")}'`
}

function textOf(value: unknown): string | null {
  if (value === null || value === undefined) return null
  if (value instanceof Date) return value.toISOString()
  if (Buffer.isBuffer(value)) return `\\x${value.toString('hex')}`
  if (Array.isArray(value)) return `{${value.map((item) => quote(textOf(item))).join(',')}}`
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  throw new Error('a parameter of an unknown kind')
}

function quote(text: string | null): string {
  return text === null ? 'null' : `"${text.replaceAll(/["\\]/g, String.raw`\$&`)}"`
}
