import type { LedgerProofView, LedgerVerificationView } from '@allot/contract'
import type { EventKey } from '../events/books.sql.ts'
import type { EventRow } from '../events/events.sql.ts'
import { readClock } from '../platform/database.ts'
import type { Tx } from '../platform/database.ts'
import type { ExportedFile } from '../platform/exports.ts'
import type { LedgerRow } from './ledger.sql.ts'
import { verifyEvent } from './verify-event.ts'
import { readLedgerForward } from './verify.sql.ts'

/** Entries read at a time. */
const PAGE = 1_000

/** The whole ledger of an event as it was hashed, with what verifying it found: docs/using/proof.md computes it again. */
export async function proveLedger(
  tx: Tx,
  key: EventKey,
  event: Pick<EventRow, 'name' | 'slug' | 'currency'>,
): Promise<ExportedFile> {
  const head = {
    event_id: key.eventId,
    event_name: event.name,
    currency: event.currency,
    verification: await viewVerification(tx, key),
  }
  return {
    name: `${event.slug}-proof.json`,
    mediaType: 'application/json; charset=utf-8',
    pieces: readPieces(tx, key, head),
  }
}

/** Recomputes an event's books, and says what was found. */
export async function viewVerification(tx: Tx, key: EventKey): Promise<LedgerVerificationView> {
  const found = await verifyEvent(tx, key)
  return {
    event_id: key.eventId,
    is_intact: found.deviations.length === 0,
    ledger_entries: found.ledgerEntries,
    audit_entries: found.auditEntries,
    registrations: found.registrations,
    deviations: found.deviations,
    checked_at: (await readClock(tx)).toISOString(),
  }
}

/** One entry a line, so that people can read it too. */
async function* readPieces(tx: Tx, key: EventKey, head: Omit<LedgerProofView, 'entries'>): AsyncGenerator<string> {
  yield `${JSON.stringify(head).slice(0, -1)},"entries":[`
  let last = 0
  for (;;) {
    const rows = await readLedgerForward(tx, key, last, PAGE)
    yield rows.map((row, index) => `${last + index === 0 ? '' : ','}\n${JSON.stringify(viewProven(row))}`).join('')
    if (rows.length < PAGE) break
    last = rows.at(-1)?.entry_no ?? last
  }
  yield '\n]}\n'
}

function viewProven(row: LedgerRow): LedgerProofView['entries'][number] {
  return {
    entry_no: row.entry_no,
    registration_id: row.registration_id,
    kind: row.kind,
    amount_minor: row.amount_minor,
    balance_minor: row.balance_minor,
    actor_id: row.actor_id,
    created_at: row.created_at.toISOString(),
    previous_hash: row.previous_hash.toString('hex'),
    hash: row.hash.toString('hex'),
  }
}
