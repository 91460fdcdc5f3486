import type { Decided, Snapshot } from '@allot/core'
import type { BooksRow, EventKey } from '../events/books.sql.ts'
import type { EventWithMoney } from '../events/events.sql.ts'
import type { Actor } from '../platform/actor.ts'
import type { Tx } from '../platform/database.ts'
import type { Secrets } from '../platform/secrets.ts'
import type { Scene } from './ask.ts'
import { addDecisions, inOrderOf, nothingToWrite, save } from './save-decisions.ts'
import type { ProposedSlot } from './save-decisions.sql.ts'
import type { SnapshotRows } from './snapshot.sql.ts'

/** One decision of somebody about many registrations of an event, and what it was taken in. */
export type ManyDecided = {
  key: EventKey
  actor: Actor
  /** Stands in the audit entry of each. */
  batchId: string
  event: EventWithMoney
  books: BooksRow
  now: Date
  rows: SnapshotRows
  proposed: readonly ProposedSlot[]
  snapshot: Snapshot
}

/** Writes what was decided about many at once, and what that leads to; nobody is answered one by one. */
export function saveMany(tx: Tx, secrets: Secrets, many: ManyDecided, decided: Omit<Decided, 'after'>): void {
  const { key, actor, batchId, event, books, now, rows, proposed, snapshot } = many
  const all = [...rows.registrations, ...(rows.waiting?.entries ?? []), ...(rows.waiting?.others ?? [])]
  const scene: Scene = {
    key,
    event,
    books,
    now,
    snapshot,
    rows: new Map(all.map((row) => [row.id, row])),
    people: new Map(),
    slots: new Map(),
    askers: new Map(),
  }
  const asks = decided.decisions.map(() => ({ actor, claim: undefined, batchId }))
  const writes = nothingToWrite()
  const changed = inOrderOf(scene, asks, decided)
  addDecisions(writes, scene, changed, { ...decided, proposed, waiting: rows.waiting }, secrets)
  save(tx, key.tenantId, writes)
}
