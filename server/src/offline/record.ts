import type { LogFinding } from '@allot/contract'
import { noteChanges } from '../events/books.sql.ts'
import { lockExisting } from '../events/change-event.ts'
import { newId } from '../platform/ids.ts'
import { sha256 } from '../platform/secrets.ts'
import { findScanned, findToUndo, saveCollected, saveScanned, saveUndone } from './record.sql.ts'
import type { NewScanned, ScanOutcome, ScannedRow } from './record.sql.ts'
import type { OfflineAct, Recording } from './send-log.ts'

/** Records what tablets handed out without a network, once for each registration, whatever comes. */
export const offlineRecording: Recording = {
  async collect(tx, key, acts) {
    const books = await lockExisting(tx, key)
    const rows = await findScanned(tx, key, acts)
    const registrations = new Map(rows.registrations.map((row) => [row.id, row]))
    const earlier = new Map(rows.scans.map((scan) => [scan.nonce, scan]))
    const taken = new Set<string>()
    const fresh: NewScanned[] = []
    const outcomes = acts.map((act) => {
      const before = earlier.get(act.nonce)
      if (before) return { outcome: before.outcome, finding: before.finding }
      const row = registrations.get(act.registrationId)
      const outcome = outcomeOf(row, taken)
      const collectionId = outcome === 'COLLECTED' && row ? newId() : null
      if (collectionId !== null) taken.add(act.registrationId)
      const finding: LogFinding | null = outcome === 'COLLECTED' ? act.finding : outcome
      const scan: NewScanned = {
        act,
        outcome,
        finding,
        collectionId,
        optionId: row?.event_option_id ?? null,
        requestHash: hashOf(act),
      }
      fresh.push(scan)
      earlier.set(act.nonce, { nonce: act.nonce, outcome, finding })
      return { outcome, finding }
    })
    const collected = fresh.filter(({ collectionId }) => collectionId !== null)
    saveScanned(tx, key, fresh, books.now)
    saveCollected(tx, key, collected, books.now)
    if (collected.length > 0) {
      const notes = collected.map(({ act, collectionId }) => ({
        action: 'registration.collected',
        subjectId: act.registrationId,
        detail: { collection_id: collectionId, ...detailOf(act) },
      }))
      noteChanges(tx, key, books, { userId: null, apiKeyId: null }, notes)
    }
    return outcomes
  },

  async undo(tx, key, act) {
    const books = await lockExisting(tx, key)
    const collectionId = await findToUndo(tx, key, act)
    if (collectionId === undefined) return { outcome: 'NOT_UNDONE', finding: act.finding }
    saveUndone(tx, key, { collectionId, registrationId: act.registrationId }, books.now)
    noteChanges(tx, key, books, { userId: null, apiKeyId: null }, [
      {
        action: 'registration.uncollected',
        subjectId: act.registrationId,
        detail: { collection_id: collectionId, ...detailOf(act) },
      },
    ])
    return { outcome: 'UNDONE', finding: act.finding }
  },
}

function outcomeOf(row: ScannedRow | undefined, taken: ReadonlySet<string>): ScanOutcome {
  if (!row) return 'NOT_FOUND'
  if (row.is_collected || taken.has(row.id)) return 'ALREADY_COLLECTED'
  if (row.status === 'APPROVED') return 'COLLECTED'
  return row.status === 'CANCELLED' ? 'REVOKED' : 'NOT_APPROVED'
}

function detailOf({ deskId, deviceId, saidAt }: OfflineAct) {
  return { desk_id: deskId, device_id: deviceId, is_offline: true, said_at: saidAt.toISOString() }
}

function hashOf({ registrationId, saidAt, leaseId }: OfflineAct): Buffer {
  return sha256(JSON.stringify([registrationId, saidAt.toISOString(), leaseId]))
}
