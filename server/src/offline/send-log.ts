import type { LogAnswerView, LogFinding, LogInput, LoggedEntryView } from '@allot/contract'
import { touchDevice } from '../desks/devices.sql.ts'
import { lockLease } from '../desks/leases.sql.ts'
import type { LeaseRow } from '../desks/leases.sql.ts'
import type { DeviceActor } from '../desks/own-desk.ts'
import type { EventKey } from '../events/books.sql.ts'
import { lockExisting } from '../events/change-event.ts'
import type { Tx } from '../platform/database.ts'
import { Problem } from '../platform/problem.ts'
import { checkLog, readPublicKey } from './chain.ts'
import type { CheckedEntry } from './chain.ts'
import { findLogDevice, findLogged, findTold, saveLog } from './log.sql.ts'
import type { DoneEntry, LoggedRow, ToldRegistration } from './log.sql.ts'

/** Something that was handed out, or taken back, while there was no network. */
export type OfflineAct = {
  registrationId: string
  deskId: string
  deviceId: string
  leaseId: string
  nonce: string
  /** By the clock of the tablet. */
  saidAt: Date
  /** What is odd about it, whatever becomes of it. */
  finding: LogFinding | null
}
type Outcome = Pick<LoggedRow, 'outcome' | 'finding'>

/**
 * How what a log tells is recorded, in the transaction that has the books of the event locked: in order, an outcome for
 * each. What was handed out is recorded whether or not it should have been.
 */
export type Recording = {
  collect(tx: Tx, key: EventKey, acts: readonly OfflineAct[]): Promise<Outcome[]>
  undo(tx: Tx, key: EventKey, act: OfflineAct): Promise<Outcome>
}

/** A clock that is off by more is told of, in milliseconds: two halves of a slot of twenty minutes. */
const CLOCK_TOLERANCE_MS = 600_000

/**
 * Takes the log of a tablet: all of it, or up to the first entry that is not right. What is taken is recorded in the same
 * transaction, so that a log that comes twice, or in halves, or that nobody heard the answer to, comes to the same.
 *
 * @throws Problem LEASE_NOT_FOUND where the lease is another tablet's, LOG_GAP where the log begins too late
 */
export async function sendLog(
  tx: Tx,
  actor: DeviceActor,
  input: LogInput,
  recording: Recording,
): Promise<LogAnswerView> {
  const { tenantId, device } = actor
  const key = { tenantId, eventId: device.eventId, leaseId: input.lease_id }
  await lockExisting(tx, key)
  const lease = await lockLease(tx, key)
  const owner = await findLogDevice(tx, tenantId, device.id)
  if (!owner || lease?.device_id !== device.id) throw new Problem('LEASE_NOT_FOUND')
  checkBeginning(input, lease.log_count)

  const seqs = input.entries.map(({ seq }) => seq)
  const logged = new Map((await findLogged(tx, key, seqs)).map((row) => [row.seq, row]))
  const { known, fresh, refusal } = checkLog(
    { deviceId: device.id, leaseId: lease.id, publicKey: readPublicKey(owner.public_key) },
    { count: lease.log_count, hash: lease.log_hash },
    new Map([...logged].map(([seq, { hash }]) => [seq, hash])),
    input.entries,
  )
  const told = await findTold(tx, key, [...new Set(fresh.map(({ entry }) => entry.registration_id))])
  const scene: Scene = {
    lease,
    isRevoked: owner.revoked_at !== null,
    isClockWrong: isOff(input.sent_at, lease.now),
    told: new Map(told.map((row) => [row.id, row])),
  }
  const done = await record(tx, key, scene, fresh, recording)
  const last = fresh.at(-1)
  if (last) saveLog(tx, { ...key, deviceId: device.id }, done, { count: last.entry.seq, hash: last.hash }, lease.now)
  if (!scene.isRevoked) await touchDevice(tx, { tenantId, deviceId: device.id })

  const before = known.flatMap(({ entry }) => logged.get(entry.seq) ?? [])
  const taken = [...before, ...done.map(({ entry, outcome, finding }) => ({ seq: entry.seq, outcome, finding }))]
  return {
    lease_id: lease.id,
    next_seq: (last?.entry.seq ?? lease.log_count) + 1,
    entries: [
      ...taken.map(({ seq, outcome, finding }) => ({ seq, outcome, finding, message: sayOutcome(outcome, finding) })),
      ...input.entries.slice(known.length + fresh.length).map(({ seq }): LoggedEntryView => ({
        seq,
        outcome: 'REFUSED',
        finding: null,
        message: refusal ?? 'Not taken.',
      })),
    ],
  }
}

/** A log that lacks its beginning is told where to begin; one that begins earlier may be a repetition. */
function checkBeginning({ entries }: LogInput, count: number): void {
  const [first] = entries
  if (!first || first.seq <= count + 1) return
  throw new Problem('LOG_GAP', `Entry ${count + 1} is the next of this log: send it from there.`, {
    expected_seq: count + 1,
  })
}

/** What the entries of a log are looked at against. */
type Scene = {
  lease: LeaseRow & { now: Date }
  isRevoked: boolean
  isClockWrong: boolean
  told: ReadonlyMap<string, ToldRegistration>
}

/** Records entries in their order; those that follow each other and are of one kind, together. */
async function record(
  tx: Tx,
  key: EventKey,
  scene: Scene,
  fresh: readonly CheckedEntry[],
  recording: Recording,
): Promise<DoneEntry[]> {
  const done: DoneEntry[] = []
  while (done.length < fresh.length) {
    const rest = fresh.slice(done.length)
    const firstUndo = rest.findIndex(({ entry }) => entry.kind === 'undo')
    const run = firstUndo === 0 ? rest.slice(0, 1) : rest.slice(0, firstUndo === -1 ? undefined : firstUndo)
    const acts = run.map((one) => actOf(scene, one))
    const [undone] = acts
    const outcomes =
      firstUndo === 0 && undone ? [await recording.undo(tx, key, undone)] : await recording.collect(tx, key, acts)
    run.forEach((one, index) => {
      const outcome = outcomes[index]
      if (!outcome) throw new Error('an entry has no outcome')
      done.push({ ...one, ...outcome })
    })
  }
  return done
}

function actOf(scene: Scene, { entry }: CheckedEntry): OfflineAct {
  const { lease } = scene
  return {
    registrationId: entry.registration_id,
    deskId: lease.desk_id,
    deviceId: lease.device_id,
    leaseId: lease.id,
    nonce: entry.nonce,
    saidAt: new Date(entry.at),
    finding: findingOf(scene, entry),
  }
}

/** What is odd about an entry, the gravest first: whether it could be done at all is for the recording to find. */
function findingOf({ lease, isRevoked, isClockWrong, told }: Scene, entry: CheckedEntry['entry']): LogFinding | null {
  const { now } = lease
  const registration = told.get(entry.registration_id)
  if (isRevoked) return 'DEVICE_REVOKED'
  if (lease.ended_at !== null || lease.expires_at <= now) return 'LEASE_OVER'
  if (registration && registration.lease_id !== lease.id) return 'NOT_LEASED'
  if (registration && entry.qr_hash !== undefined && registration.qr_hash.toString('hex') !== entry.qr_hash)
    return 'REVOKED'
  const at = new Date(entry.at).getTime()
  const isImpossible = at > now.getTime() + CLOCK_TOLERANCE_MS || at < lease.granted_at.getTime() - CLOCK_TOLERANCE_MS
  return isClockWrong || isImpossible ? 'CLOCK' : null
}

function isOff(sentAt: string | undefined, now: Date): boolean {
  return sentAt !== undefined && Math.abs(new Date(sentAt).getTime() - now.getTime()) > CLOCK_TOLERANCE_MS
}

const findingWords: Record<LogFinding, string> = {
  ALREADY_COLLECTED: 'It had been collected already: one was handed out too many.',
  LEASE_OVER: 'The time for which this tablet held it was over when this came.',
  NOT_LEASED: 'This tablet did not hold it.',
  NOT_APPROVED: 'It is not approved.',
  REVOKED: 'The code was replaced, or the registration was cancelled.',
  DEVICE_REVOKED: 'The tablet was taken out of use before this came.',
  CLOCK: 'The clock of the tablet is wrong.',
  NOT_FOUND: 'There is no such registration in this event.',
}

function sayOutcome(outcome: LoggedRow['outcome'], finding: LogFinding | null): string {
  const done: Partial<Record<typeof outcome, string>> = {
    COLLECTED: 'Recorded.',
    UNDONE: 'Taken back.',
    NOT_UNDONE: 'There was nothing of this tablet to take back.',
  }
  return [done[outcome] ?? 'Noted, and nothing is recorded.', ...(finding ? [findingWords[finding]] : [])].join(' ')
}
