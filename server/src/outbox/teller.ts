import type { Tx } from '../platform/database.ts'

/** One entry of an audit trail, as it is told to whoever has to do something about it. */
export type Message = {
  tenantId: string
  /** The event, or the tenant itself for what belongs to no event. */
  scopeId: string
  entryNo: number
  action: string
  subjectId: string
  actorId: string | null
  fromStatus: string | null
  toStatus: string | null
  detail: Record<string, unknown>
  at: Date
}

/** Makes deliveries of what happened: mail, webhooks. */
export type Teller = {
  name: string
  /**
   * Writes the deliveries of one chain's next entries, in the transaction that moves the cursor behind them. It may be told
   * the same twice, when a cursor is set back: its rows are unique for each entry and receiver. It never refuses an entry:
   * what throws here is told again and again, and nothing behind it is told.
   */
  tell(tx: Tx, messages: readonly Message[]): Promise<void>
  /**
   * Asks for a task for each of the tenant's deliveries that is due and has none, a bounded number at a time. Called right
   * after a telling, and every few seconds: a task that got lost is asked for again.
   */
  deliver?(tenantId: string): Promise<void>
}
