import { createApiClient } from '@allot/contract/client'
import type { Schema } from '@allot/contract/client'
import { Unreachable, newIntent, take } from '../api.ts'
import type { Lease } from './lease.ts'
import type { LogEntry } from './log.ts'

export type OwnDesk = Pick<Schema<'OwnDesk'>, 'desk' | 'event' | 'now' | 'slot_now' | 'expected'>
export type DeskPerson = Schema<'DeskPerson'>
export type ScanAnswer = Schema<'ScanAnswer'>
export type ScanRequest = Schema<'Scan'>

/** What a desk asks of the server: as a tablet with its key, or as somebody who has signed in. */
export type Transport = {
  readOwn(): Promise<OwnDesk>
  collect(scan: ScanRequest): Promise<ScanAnswer>
  undo(collectionId: string): Promise<unknown>
  findPeople(by: { q?: string; slot?: string }): Promise<DeskPerson[]>
  lease(wanted: { minutes: number; slots?: string[]; most: number }): Promise<Lease>
  giveBack(): Promise<unknown>
  sendLog(leaseId: string, entries: LogEntry[]): Promise<Schema<'OfflineLogAnswer'>>
}

/** A network that says nothing for so long is none, in milliseconds: somebody stands at the desk and waits. */
const PATIENCE_MS = 4_000

/** What is asked of the server here ends: by an answer, or because none came in time. */
async function fetchInTime(request: Request): Promise<Response> {
  return fetch(new Request(request, { signal: AbortSignal.timeout(PATIENCE_MS) })).catch(() => {
    throw new Unreachable()
  })
}

/** What the server keeps of why it was undone: a person reads it in the list of collections. */
const UNDO_REASON = 'Undone at the desk'

export function createTabletTransport(key: string, eventId: string): Transport {
  const api = createApiClient({ apiKey: key, fetch: fetchInTime })
  return {
    readOwn: () => take(api.GET('/desk')),
    collect: (body) =>
      take(
        api.POST('/events/{event_id}/collections', {
          params: { path: { event_id: eventId } },
          body,
          headers: newIntent(),
        }),
      ),
    undo: (collectionId) =>
      take(
        api.POST('/events/{event_id}/collections/{collection_id}/undo', {
          params: { path: { event_id: eventId, collection_id: collectionId } },
          body: { reason: UNDO_REASON },
          headers: newIntent(),
        }),
      ),
    findPeople: (query) => take(api.GET('/desk/people', { params: { query: { ...query, limit: 50 } } })),
    lease: (body) => take(api.POST('/desk/leases', { body, headers: newIntent() })),
    giveBack: () => take(api.DELETE('/desk/leases/current', { headers: newIntent() })),
    sendLog: (leaseId, entries) =>
      take(
        api.POST('/desk/log', {
          body: { lease_id: leaseId, entries, sent_at: new Date().toISOString() },
          headers: newIntent(),
        }),
      ),
  }
}

/** Somebody who has signed in works with their session, and with a network alone: only tablets hold people. */
export function createSessionTransport(eventId: string, deskId: string): Transport {
  const api = createApiClient({ fetch: fetchInTime })
  const inEvent = { path: { event_id: eventId } }
  const never = async (): Promise<never> => {
    throw new Error('only a tablet holds people')
  }
  return {
    readOwn: async () => {
      const [desk, event, day] = await Promise.all([
        take(
          api.GET('/events/{event_id}/desks/{desk_id}', { params: { path: { event_id: eventId, desk_id: deskId } } }),
        ),
        take(api.GET('/events/{event_id}', { params: inEvent })),
        take(api.GET('/events/{event_id}/day', { params: inEvent })),
      ])
      const { id, name, timezone } = event
      return {
        desk,
        event: { id, name, timezone, slot_override: 'ask' },
        now: day.now,
        slot_now: null,
        expected: [],
      }
    },
    collect: (body) =>
      take(api.POST('/events/{event_id}/collections', { params: inEvent, body, headers: newIntent() })),
    undo: (collectionId) =>
      take(
        api.POST('/events/{event_id}/collections/{collection_id}/undo', {
          params: { path: { event_id: eventId, collection_id: collectionId } },
          body: { reason: UNDO_REASON },
          headers: newIntent(),
        }),
      ),
    findPeople: never,
    lease: never,
    giveBack: never,
    sendLog: never,
  }
}

/** Uses a one-time code up: this tablet stands at its desk from then on. */
export function sendEnrolment(code: string, publicKey: string, name: string | undefined): Promise<Schema<'Enrolled'>> {
  const api = createApiClient({ fetch: fetchInTime })
  const body = { code, public_key: publicKey, ...(name === undefined ? {} : { name }) }
  return take(api.POST('/desk/enrolments', { body, headers: newIntent() }))
}
