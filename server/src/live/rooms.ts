import type { LiveChange, LiveReset } from '@allot/contract'
import { fromMinor } from '@allot/core'
import type { FastifyBaseLogger } from 'fastify'
import { viewLiveJob } from '../batches/jobs.ts'
import { findJob } from '../batches/jobs.sql.ts'
import type { EventKey } from '../events/books.sql.ts'
import { canSeeEvent } from '../events/find-event.ts'
import type { Actor } from '../platform/actor.ts'
import type { ChangeFeed } from '../platform/change-feed.ts'
import type { Change, Database } from '../platform/database.ts'
import { Problem } from '../platform/problem.ts'
import { hasPermission } from '../platform/roles.ts'
import { readCounters } from './counters.ts'
import type { Counters } from './counters.ts'
import { readChanges, readHeads } from './live.sql.ts'
import type { ChangeRow } from './live.sql.ts'
import { messageText } from './sse.ts'
import type { Line } from './sse.ts'
import { createTurns } from './turns.ts'

export type LiveLimits = {
  streams: number
  streamsOfOnePerson: number
  /** How often a stream's rights are looked at again, in milliseconds. */
  recheckMs: number
  heartbeatMs: number
}

export const liveLimits: LiveLimits = { streams: 2_000, streamsOfOnePerson: 20, recheckMs: 60_000, heartbeatMs: 15_000 }

/** Whoever missed more than this reads everything anew. */
const MOST_REPLAYED = 2_000
const ENTRIES_AT_A_TIME = 500
const COUNTERS_EVERY_MS = 250
/** Reads at once, of all events: below the pool, which has others to serve. */
const MOST_READS = 3

/** Somebody who watches an event. What comes while they still catch up waits for them. */
type Stream = {
  actor: Actor
  seesAll: boolean
  line: Line | undefined
  /** The last entry they have been told. */
  seen: number
  waiting: { entryNo?: number; text: string }[]
  checkedAt: number
  isStillAllowed: () => Promise<boolean>
}

/** An event that somebody watches. */
type Room = {
  key: EventKey
  streams: Set<Stream>
  /** The last entry that was told, and the last one known of; undefined before anybody has come in. */
  head: number | undefined
  known: number
  isReading: boolean
  countTimer: NodeJS.Timeout | undefined
  isCounting: boolean
  countedAt: number
  slots: Map<string, string>
}

export type Visit = {
  actor: Actor
  key: EventKey
  /** The entry after which they want to be told; undefined from now on. */
  lastSeen: number | undefined
  /** Opens the line once it is known that there is something to send; must call `onGone` when it ends. */
  open: (onGone: () => void) => Line
  isStillAllowed: () => Promise<boolean>
}

export type Rooms = { join(visit: Visit): Promise<void>; count(): number; close(): void }

/**
 * Tells those who watch an event what happens in it. The audit trail is what is told: every server reads it behind the
 * entry it has told last, when it hears that there is more.
 */
export function createRooms(db: Database, feed: ChangeFeed, log: FastifyBaseLogger, limits: LiveLimits): Rooms {
  const rooms = new Map<string, Room>()
  const inTurn = createTurns(MOST_READS)
  let streams = 0
  let isClosed = false
  let isLooking = false
  const timers = [
    setInterval(() => forEachStream(({ line }) => line?.sendText(':\n\n')), limits.heartbeatMs).unref(),
    setInterval(() => void recheck(), Math.min(limits.recheckMs, 5_000)).unref(),
  ]

  const read = <T>(key: EventKey, work: Parameters<typeof db.read<T>>[1]) => inTurn(() => db.read(key.tenantId, work))

  function forEachStream(visit: (stream: Stream, room: Room) => void): void {
    for (const room of rooms.values()) for (const stream of room.streams) visit(stream, room)
  }

  // Coming and going -------------------------------------------------------------------------------------------------
  async function join({ actor, key, lastSeen, open, isStillAllowed }: Visit): Promise<void> {
    checkLimits(actor)
    feed.start(heard, () => void look())
    const room = roomOf(key)
    const seesAll = hasPermission(actor.role, 'registration.read')
    const stream: Stream = {
      actor,
      seesAll,
      line: undefined,
      seen: 0,
      waiting: [],
      checkedAt: performance.now(),
      isStillAllowed,
    }
    streams += 1
    room.streams.add(stream)
    try {
      const wanted = seesAll ? lastSeen : undefined
      const now = await read(key, async (tx) => {
        const counters = await readCounters(tx, key)
        if (!counters || !canSeeEvent(actor, counters.event)) throw new Problem('EVENT_NOT_FOUND')
        const isTooFar = wanted !== undefined && (wanted > counters.head || counters.head - wanted > MOST_REPLAYED)
        const missed = wanted === undefined || isTooFar ? [] : await readChanges(tx, key, wanted, MOST_REPLAYED)
        return { ...counters, missed, isTooFar }
      })
      if (isClosed) throw new Problem('UNAVAILABLE', 'The server is stopping.', {}, 2)
      stream.line = open(() => leave(room, stream))
      welcome(room, stream, now)
    } catch (error) {
      leave(room, stream)
      throw error
    }
  }

  function welcome(room: Room, stream: Stream, now: Counters & { missed: ChangeRow[]; isTooFar: boolean }): void {
    const { line, seesAll } = stream
    const { head, counters, availability, missed, isTooFar } = now
    if (isTooFar) line?.send({ name: 'reset', id: head, data: { entry_no: head } satisfies LiveReset })
    for (const row of missed) line?.sendText(changeText(row))
    // The number of entries is nobody's who may not read them.
    line?.send(seesAll ? { name: 'counters', id: head, data: counters } : { name: 'counters', data: availability })
    stream.seen = head
    if (room.head === undefined) {
      room.head = head
      room.slots = new Map(counters.slots.map((slot) => [slot.slot_id, JSON.stringify(slot)]))
    }
    for (const message of stream.waiting.splice(0)) tell(stream, message)
    if (room.known > room.head) void goOn(room)
  }

  function leave(room: Room, stream: Stream): void {
    if (!room.streams.delete(stream)) return
    streams -= 1
    if (room.streams.size > 0) return
    clearTimeout(room.countTimer)
    rooms.delete(nameOf(room.key))
  }

  function roomOf(key: EventKey): Room {
    const known = rooms.get(nameOf(key))
    if (known) return known
    const room: Room = {
      key,
      streams: new Set(),
      head: undefined,
      known: 0,
      isReading: false,
      countTimer: undefined,
      isCounting: false,
      countedAt: 0,
      slots: new Map(),
    }
    rooms.set(nameOf(key), room)
    return room
  }

  function checkLimits({ tenantId, userId }: Actor): void {
    let own = 0
    forEachStream(({ actor }) => (own += actor.userId === userId && actor.tenantId === tenantId ? 1 : 0))
    if (own >= limits.streamsOfOnePerson) {
      throw new Problem('TOO_MANY_REQUESTS', `You have ${own} streams open already. Close one of them.`, {}, 10)
    }
    if (streams >= limits.streams) {
      throw new Problem('TOO_MANY_REQUESTS', 'Too many streams are open on this server. Try again in 10 s.', {}, 10)
    }
  }

  // Changes ----------------------------------------------------------------------------------------------------------
  function heard({ tenantId, scopeId, entryNo, jobId }: Change): void {
    const room = rooms.get(nameOf({ tenantId, eventId: scopeId }))
    if (!room) return
    if (jobId !== undefined) return void tellJob(room, jobId)
    room.known = Math.max(room.known, entryNo)
    if (room.head !== undefined && room.known > room.head) void goOn(room)
  }

  /** Tells what has come since. */
  async function goOn(room: Room): Promise<void> {
    if (room.isReading) return
    room.isReading = true
    try {
      while (rooms.get(nameOf(room.key)) === room && room.head !== undefined && room.known > room.head) {
        await tellMore(room, room.head)
        countSoon(room)
      }
    } catch (error) {
      log.warn({ err: error, event_id: room.key.eventId }, 'could not read what is new; trying again')
      setTimeout(() => void goOn(room), 1_000).unref()
    } finally {
      room.isReading = false
    }
  }

  async function tellMore(room: Room, head: number): Promise<void> {
    const { key } = room
    const watchers = [...room.streams].filter(({ seesAll }) => seesAll)
    if (watchers.length === 0) {
      room.head = room.known
      return
    }
    const rows = await read(key, (tx) => readChanges(tx, key, head, ENTRIES_AT_A_TIME))
    // What was said to be there, and is not, will be said again.
    room.head = rows.at(-1)?.entry_no ?? head
    if (rows.length === 0) room.known = head
    for (const row of rows) {
      const message = { entryNo: row.entry_no, text: changeText(row) }
      for (const stream of room.streams) if (stream.seesAll) tell(stream, message)
    }
  }

  /** Tells how far a job is. What is missed of that can be asked for, and the next step tells it again. */
  async function tellJob(room: Room, jobId: string): Promise<void> {
    if (![...room.streams].some(({ seesAll }) => seesAll)) return
    try {
      const job = await read(room.key, (tx) => findJob(tx, room.key.tenantId, jobId))
      if (!job) return
      const text = messageText({ name: 'job', data: viewLiveJob(job) })
      for (const stream of room.streams) if (stream.seesAll) tell(stream, { text })
    } catch (error) {
      log.warn({ err: error, job_id: jobId }, 'could not tell how far a job is')
    }
  }

  function tell(stream: Stream, message: { entryNo?: number; text: string }): void {
    if (!stream.line) return void stream.waiting.push(message)
    if (message.entryNo !== undefined) {
      if (message.entryNo <= stream.seen) return
      stream.seen = message.entryNo
    }
    stream.line.sendText(message.text)
  }

  /** Looks whether there is more than was heard. */
  async function look(): Promise<void> {
    if (isLooking) return
    isLooking = true
    try {
      const byTenant = Map.groupBy([...rooms.values()], ({ key }) => key.tenantId)
      for (const [tenantId, watched] of byTenant) {
        const ids = watched.map(({ key }) => key.eventId)
        const heads = await inTurn(() => db.read(tenantId, (tx) => readHeads(tx, tenantId, ids)))
        for (const { event_id, head } of heads) heard({ tenantId, scopeId: event_id, entryNo: head })
      }
    } catch (error) {
      log.warn({ err: error }, 'could not look for what is new; trying again')
    } finally {
      isLooking = false
    }
  }

  // Counters ---------------------------------------------------------------------------------------------------------
  function countSoon(room: Room): void {
    if (room.countTimer) return
    const wait = Math.max(0, room.countedAt + COUNTERS_EVERY_MS - performance.now())
    room.countTimer = setTimeout(() => {
      room.countTimer = undefined
      if (room.isCounting) return countSoon(room)
      void tellCounters(room)
    }, wait)
  }

  async function tellCounters(room: Room): Promise<void> {
    room.isCounting = true
    room.countedAt = performance.now()
    try {
      const now = await read(room.key, (tx) => readCounters(tx, room.key))
      for (const stream of room.streams) if (!now || !canSeeEvent(stream.actor, now.event)) stream.line?.close()
      if (!now) return
      const changed = new Set(
        now.counters.slots
          .filter((slot) => room.slots.get(slot.slot_id) !== JSON.stringify(slot))
          .map(({ slot_id }) => slot_id),
      )
      room.slots = new Map(now.counters.slots.map((slot) => [slot.slot_id, JSON.stringify(slot)]))
      const some = <Of extends { slots: { slot_id: string }[] }>(of: Of) => ({
        ...of,
        slots: of.slots.filter(({ slot_id }) => changed.has(slot_id)),
      })
      const forAll = messageText({ name: 'counters', data: some(now.counters) })
      const forOthers = messageText({ name: 'counters', data: some(now.availability) })
      for (const stream of room.streams) tell(stream, { text: stream.seesAll ? forAll : forOthers })
    } catch (error) {
      log.warn({ err: error, event_id: room.key.eventId }, 'could not count what is left; trying again')
      countSoon(room)
    } finally {
      room.isCounting = false
    }
  }

  /** A stream is as long as the right to it: whoever lost that is let go, and finds the door closed. */
  async function recheck(): Promise<void> {
    const due: Stream[] = []
    const before = performance.now() - limits.recheckMs
    forEachStream((stream) => void (stream.checkedAt < before && due.push(stream)))
    for (const stream of due) {
      stream.checkedAt = performance.now()
      await inTurn(async () => {
        if (!(await stream.isStillAllowed())) stream.line?.close()
      })
    }
  }

  return {
    join,
    count: () => streams,
    close: () => {
      isClosed = true
      for (const timer of timers) clearInterval(timer)
      forEachStream(({ line }) => line?.close())
    },
  }
}

function changeText(row: ChangeRow): string {
  const { registration_id: registrationId, amount_minor: amountMinor } = row
  const data: LiveChange = {
    entry_no: row.entry_no,
    action: row.action,
    subject_id: row.subject_id,
    ...(registrationId === null ? {} : { registration_id: registrationId }),
    from_status: row.from_status,
    to_status: row.to_status,
    actor_name: row.actor_name,
    person_name: row.person_name,
    option_name: row.option_name,
    ...(amountMinor === null ? {} : { amount: fromMinor(amountMinor, row.currency) }),
    at: row.created_at.toISOString(),
  }
  return messageText({ name: 'change', id: row.entry_no, data })
}

function nameOf({ tenantId, eventId }: EventKey): string {
  return `${tenantId}/${eventId}`
}
