import type { ScanAnswer } from '@allot/contract'
import { decideScan } from '@allot/core'
import type { ScanDecision, ScanFinding } from '@allot/core'
import { linkAudit } from '../audit/audit.sql.ts'
import type { AuditNote } from '../audit/audit.sql.ts'
import { lockBooks, sayBooksClosed } from '../events/books.sql.ts'
import type { EventKey } from '../events/books.sql.ts'
import type { Database, Tx } from '../platform/database.ts'
import { idsAt } from '../platform/ids.ts'
import { Problem } from '../platform/problem.ts'
import { sha256 } from '../platform/secrets.ts'
import { createEventQueues } from '../registrations/event-queues.ts'
import type { EventQueues, QueueLimits } from '../registrations/event-queues.ts'
import { saveScans } from './save-scans.sql.ts'
import type { NewCollection, NewScan } from './save-scans.sql.ts'
import { viewScan } from './scan-answer.ts'
import type { Told } from './scan-answer.ts'
import {
  countSlotProgress,
  findLeftOnTables,
  findReplaced,
  findScanDesks,
  findScanEvent,
  findScannedByCode,
  findScannedById,
  findScans,
  findToldCollections,
} from './scans.sql.ts'
import type { ScanDeskRow, ScanDetail, ScanEventRow, ScannedRow, ScanRow, ToldCollection } from './scans.sql.ts'

/** A scan at a desk: of a code, or of somebody found by name. */
export type Scan = {
  qrToken?: string | undefined
  registrationId?: string | undefined
  deskId: string
  /** The tablet, where one asks; else the person. */
  deviceId?: string | undefined
  userId?: string | undefined
  userName?: string | undefined
  apiKeyId?: string | null | undefined
  /** Whether they may see an event that is a draft; left out, they may. */
  seesDrafts?: boolean | undefined
  nonce: string
  /** By the clock of the desk. */
  saidAt: Date
  isOverriding?: boolean | undefined
  /** Whether it was handed out already, without a network. */
  isOffline?: boolean | undefined
  leaseId?: string | undefined
  /** What is odd about it, whatever becomes of it. */
  finding?: ScanFinding | null | undefined
}

/** What came of a scan; `isReplay` where its nonce was answered before. */
export type Scanned = { answer: ScanAnswer; finding: ScanFinding | null; isReplay: boolean }
type Given = Scanned | { problem: Problem }
export type Collecting = EventQueues<Scan, Given>

/** A line of scans for each event, beside that of decisions: whoever waits at a desk waits for nothing else. */
export function createCollecting(db: Database, limits: Omit<QueueLimits, 'events'>): Collecting {
  return createEventQueues<Scan, Given>(
    {
      alone: (key, scans) => db.transactionOnRows(key.tenantId, (tx) => decideScans(tx, key, scans)),
      together: () => Promise.reject(new Error('scans of several events are not decided together')),
    },
    { ...limits, events: 1 },
  )
}

/** Joins the line of an event with a scan. @throws Problem where it cannot be answered */
export async function submitCollection(collecting: Collecting, key: EventKey, scan: Scan): Promise<Scanned> {
  const given = await collecting.submit(key, scan)
  if ('problem' in given) throw given.problem
  return given
}

/**
 * Decides a batch of scans at the desks of one event, in order, in one transaction; each gets its own answer.
 *
 * @returns the answers, in the order of the scans
 */
export async function decideScans(tx: Tx, key: EventKey, scans: readonly Scan[]): Promise<Given[]> {
  const codes = scans.map(({ qrToken }) => (qrToken === undefined ? undefined : hashOf(qrToken)))
  const hashes = codes.flatMap((code) => code ?? [])
  const ids = scans.flatMap(({ registrationId }) => registrationId ?? [])
  const deskIds = [...new Set(scans.map(({ deskId }) => deskId))]
  // The lock is a statement of its own and the first: what is read behind it is what the one before left.
  const [books, event, desks, earlier, byCode, byId, replaced, onTables] = await Promise.all([
    lockBooks(tx, key),
    findScanEvent(tx, key),
    findScanDesks(tx, key, deskIds),
    findScans(tx, key, scans),
    hashes.length === 0 ? [] : findScannedByCode(tx, key.tenantId, hashes),
    ids.length === 0 ? [] : findScannedById(tx, key, ids),
    hashes.length === 0 ? [] : findReplaced(tx, key.tenantId, hashes),
    findLeftOnTables(tx, key, deskIds),
  ])
  if (!books || !event) return scans.map(() => ({ problem: new Problem('EVENT_NOT_FOUND') }))
  // What was not collected is settled by then: handing it out needs the books open again.
  if (books.closed_at) {
    const problem = new Problem('EVENT_CLOSED', sayBooksClosed(books.closed_at, event.timezone))
    return scans.map(() => ({ problem }))
  }

  const again = earlier.flatMap(({ registration_id: id }) => id ?? [])
  const repeated = again.length === 0 ? [] : await findScannedById(tx, key, again)
  const registrations = new Map([...repeated, ...byId, ...byCode].map((row) => [row.id, row]))
  const here = [...registrations.values()].filter(({ event_id: id }) => id === key.eventId)
  const collectionIds = [...here, ...earlier].flatMap(({ collection_id: id }) => id ?? [])
  const slotIds = [...new Set(here.flatMap(({ slot_id: id }) => id ?? []))]
  const [told, progress] = await Promise.all([
    collectionIds.length === 0 ? [] : findToldCollections(tx, key, collectionIds),
    slotIds.length === 0 ? new Map<string, number>() : countSlotProgress(tx, key, slotIds),
  ])
  const scene: Scene = {
    key,
    event,
    now: books.now,
    desks: new Map(desks.map((row) => [row.id, row])),
    earlier: new Map(earlier.map((row) => [nameOf(row.desk_id, row.nonce), row])),
    registrations,
    byCode: new Map(byCode.map((row) => [row.qr_hash.toString('hex'), row.id])),
    replaced: new Set(replaced.map(({ qr_hash: hash }) => hash.toString('hex'))),
    collections: new Map(told.map((row) => [row.id, row])),
    progress,
    left: new Map(onTables.map((row) => [nameOf(row.desk_id, row.event_option_id), row.left_on_table])),
    nextId: idsAt(books.now),
  }
  const collections: NewCollection[] = []
  const fresh: NewScan[] = []
  const notes: AuditNote[] = []
  const given = scans.map((scan, index) => {
    const answered = answerScan(scene, scan, codes[index])
    if (answered.scan) fresh.push(answered.scan)
    if (answered.collection) {
      collections.push(answered.collection)
      notes.push(noteOf(scene, scan, answered.collection))
    }
    return answered.given
  })
  const trail = linkAudit(key.eventId, { count: books.audit_count, hash: books.audit_hash }, notes)
  saveScans(tx, key, { collections, scans: fresh, trail })
  // Counted as it stands at the end of the batch: all of it is committed at once.
  return given.map((one) => one())
}

/** What a batch of scans is decided in, as the scans so far leave it. */
type Scene = {
  key: EventKey
  event: ScanEventRow
  now: Date
  desks: ReadonlyMap<string, ScanDeskRow>
  earlier: Map<string, ScanRow>
  registrations: Map<string, ScannedRow>
  /** Ids by the hash of a code, in hexadecimal. */
  byCode: ReadonlyMap<string, string>
  replaced: ReadonlySet<string>
  collections: Map<string, ToldCollection>
  /** How many of a slot have collected. */
  progress: Map<string, number>
  /** What lies on a desk's table, by desk and option. */
  left: Map<string, number>
  nextId: () => string
}

type Answered = { given: () => Given; scan?: NewScan; collection?: NewCollection }

function answerScan(scene: Scene, scan: Scan, code: Buffer | null | undefined): Answered {
  const refused = (problem: Problem): Answered => ({ given: () => ({ problem }) })
  if (scan.seesDrafts === false && !scene.event.published) return refused(new Problem('EVENT_NOT_FOUND'))
  const desk = scene.desks.get(scan.deskId)
  if (!desk) return refused(new Problem('DESK_NOT_FOUND'))
  const requestHash = hashRequest(scan)
  const before = scene.earlier.get(nameOf(scan.deskId, scan.nonce))
  if (before) {
    if (!before.request_hash.equals(requestHash)) {
      return refused(new Problem('NONCE_REUSED', 'This nonce came with another scan before. Make a new one for each.'))
    }
    return { given: give(scene, scan, toldOf(scene, before), true) }
  }
  if (!desk.is_active) return refused(new Problem('DESK_NOT_FOUND', 'This desk is closed: hand out at another one.'))

  const row = findRow(scene, scan, code)
  const isHere = row?.event_id === scene.key.eventId
  const isReplaced = code instanceof Buffer && scene.replaced.has(code.toString('hex'))
  const decision = decideScan({
    found: isReplaced ? 'replaced' : !row ? 'nothing' : isHere ? factsOf(row) : 'elsewhere',
    desk: { optionIds: desk.option_ids.length === 0 ? null : desk.option_ids },
    deviceId: scan.deviceId ?? null,
    slotOverride: scene.event.slot_override,
    isOverriding: scan.isOverriding ?? false,
    isOffline: scan.isOffline ?? false,
    at: scan.isOffline ? scan.saidAt : scene.now,
  })
  const registration = isHere && !isReplaced ? row : undefined
  const collection =
    decision.outcome === 'COLLECTED' && registration ? take(scene, scan, desk, registration, decision) : undefined
  const saved: ScanRow = {
    desk_id: scan.deskId,
    nonce: scan.nonce,
    request_hash: requestHash,
    outcome: decision.outcome,
    registration_id: registration?.id ?? null,
    collection_id: ['COLLECTED', 'ALREADY_COLLECTED'].includes(decision.outcome)
      ? (registration?.collection_id ?? null)
      : null,
    finding: decision.finding ?? scan.finding ?? null,
    detail: detailOf(decision, row),
  }
  scene.earlier.set(nameOf(scan.deskId, scan.nonce), saved)
  return {
    given: give(scene, scan, toldOf(scene, saved), false),
    scan: {
      deskId: scan.deskId,
      nonce: scan.nonce,
      requestHash,
      outcome: saved.outcome,
      registrationId: saved.registration_id,
      collectionId: saved.collection_id,
      deviceId: scan.deviceId ?? null,
      at: scene.now,
      saidAt: scan.saidAt,
      isOffline: scan.isOffline ?? false,
      finding: saved.finding,
      detail: detailOf(decision, row),
    },
    ...(collection ? { collection } : {}),
  }
}

/** Hands it out: from here on the scene knows it as collected. */
function take(
  scene: Scene,
  scan: Scan,
  desk: ScanDeskRow,
  row: ScannedRow,
  { isSlotOverridden }: ScanDecision,
): NewCollection {
  const id = scene.nextId()
  row.collection_id = id
  const byName = scan.userId === undefined ? null : (scan.userName ?? null)
  scene.collections.set(id, { id, collected_at: scene.now, collected_by_name: byName, desk_name: desk.name })
  if (row.slot_id !== null) scene.progress.set(row.slot_id, (scene.progress.get(row.slot_id) ?? 0) + 1)
  const table = nameOf(desk.id, row.event_option_id)
  const left = scene.left.get(table)
  if (left !== undefined) scene.left.set(table, left - 1)
  return {
    id,
    registrationId: row.id,
    optionId: row.event_option_id,
    slotId: row.slot_id,
    deskId: desk.id,
    deviceId: scan.deviceId ?? null,
    leaseId: scan.leaseId ?? null,
    userId: scan.userId ?? null,
    at: scene.now,
    saidAt: scan.saidAt,
    isOffline: scan.isOffline ?? false,
    isSlotOverridden,
  }
}

function findRow(
  { registrations, byCode }: Scene,
  scan: Scan,
  code: Buffer | null | undefined,
): ScannedRow | undefined {
  const id = code instanceof Buffer ? byCode.get(code.toString('hex')) : scan.registrationId
  return id === undefined ? undefined : registrations.get(id)
}

function factsOf(row: ScannedRow) {
  return {
    status: row.status,
    isCollected: row.collection_id !== null,
    optionId: row.event_option_id,
    slot: row.slot_id === null ? null : { startsAt: row.slot_starts_at, endsAt: row.slot_ends_at },
    leasedTo: row.lease_device_id === null ? null : { deviceId: row.lease_device_id },
  }
}

function detailOf({ outcome, timing, mayOverride, because }: ScanDecision, row: ScannedRow | undefined): ScanDetail {
  return {
    timing,
    may_override: mayOverride,
    because,
    status: outcome === 'WRONG_EVENT' ? null : (row?.status ?? null),
    ...(because === 'leased' && row?.lease_desk_name && row.lease_expires_at
      ? { held_by: row.lease_desk_name, held_until: row.lease_expires_at.toISOString() }
      : {}),
    ...(outcome === 'WRONG_EVENT' && row?.is_event_published ? { event_name: row.event_name } : {}),
  }
}

function toldOf({ registrations, collections }: Scene, row: ScanRow): Told {
  return {
    outcome: row.outcome,
    detail: row.detail ?? { timing: null, may_override: false, because: null, status: null },
    finding: row.finding,
    registration: row.registration_id === null ? undefined : registrations.get(row.registration_id),
    collection: row.collection_id === null ? undefined : collections.get(row.collection_id),
  }
}

function give(scene: Scene, { deskId }: Scan, told: Told, isReplay: boolean): () => Given {
  return () => {
    const { registration } = told
    const slot = registration?.slot_id ?? null
    const counts = {
      leftOnTable: registration ? (scene.left.get(nameOf(deskId, registration.event_option_id)) ?? null) : null,
      slotProgress:
        slot === null ? null : { total: registration?.slot_total ?? 0, collected: scene.progress.get(slot) ?? 0 },
    }
    return { answer: viewScan(told, counts, scene.event.timezone), finding: told.finding, isReplay }
  }
}

function noteOf({ now }: Scene, scan: Scan, collection: NewCollection): AuditNote {
  return {
    action: 'registration.collected',
    subjectId: collection.registrationId,
    actorId: collection.userId,
    apiKeyId: scan.apiKeyId ?? null,
    detail: {
      collection_id: collection.id,
      desk_id: collection.deskId,
      event_option_id: collection.optionId,
      ...(collection.deviceId === null ? {} : { device_id: collection.deviceId }),
      ...(collection.isOffline ? { is_offline: true, said_at: collection.saidAt.toISOString() } : {}),
      ...(collection.isSlotOverridden ? { is_slot_overridden: true } : {}),
    },
    at: now,
  }
}

/** The hash a code is looked up by; null where the text can be none. People who type it may put it in groups. */
function hashOf(qrToken: string): Buffer | null {
  const token = qrToken.replaceAll(/[\s-]/g, '').toUpperCase()
  return /^[A-Z2-7]{32}$/.test(token) ? sha256(token) : null
}

function hashRequest(scan: Scan): Buffer {
  const { qrToken, registrationId, saidAt, isOverriding, isOffline } = scan
  const said = [
    qrToken ?? null,
    registrationId ?? null,
    saidAt.toISOString(),
    isOverriding ?? false,
    isOffline ?? false,
  ]
  return sha256(JSON.stringify(said))
}

function nameOf(deskId: string, name: string): string {
  return `${deskId} ${name}`
}
