import { queryOptions } from '@tanstack/react-query'
import { api, seekPage, take, takePage, takeReply } from '../api.ts'
import type { ListPage, Schema } from '../api.ts'
import { eventKey } from '../session/event.ts'
import { toMinor } from '@allot/core'

export type LedgerEntry = Schema<'LedgerEntry'>
export type LedgerPage = ListPage<LedgerEntry> & { balance: number | undefined }
export const ranges = ['7', '30', 'all'] as const
export type Range = (typeof ranges)[number]

const PAGE = 50

export const historyQuery = (eventId: string, days: Range) =>
  queryOptions({
    queryKey: eventKey(eventId, 'budget-history', days),
    queryFn: () =>
      take(api.GET('/events/{event_id}/budget-history', { params: { path: { event_id: eventId }, query: { days } } })),
    placeholderData: (before) => before,
  })

/** What of the ledger is shown: one kind of entry, or as it was at a moment. */
export type LedgerFilters = { kind?: LedgerEntry['kind'] | undefined; until?: string | undefined }
export const kinds = ['COMMIT', 'RELEASE'] as const

/** The query of the API for them. */
export function ledgerQueryOf({ kind, until }: LedgerFilters) {
  return { ...(kind === undefined ? {} : { kind }), ...(until === undefined ? {} : { until }) }
}

/** A page of the ledger, newest first; with the balance then, where a moment is given. */
export function fetchLedger(
  eventId: string,
  filters: LedgerFilters,
  cursor: string | undefined,
  signal?: AbortSignal,
): Promise<LedgerPage> {
  return seekPage((behind) => readLedger(eventId, filters, behind, signal), cursor)
}

async function readLedger(
  eventId: string,
  filters: LedgerFilters,
  cursor: string | undefined,
  signal: AbortSignal | undefined,
): Promise<LedgerPage> {
  const query = { limit: PAGE, ...ledgerQueryOf(filters), ...(cursor === undefined ? {} : { cursor }) }
  const { data, response } = await takeReply(
    api.GET('/events/{event_id}/ledger', {
      params: { path: { event_id: eventId }, query },
      ...(signal ? { signal } : {}),
    }),
  )
  const { headers } = response
  const balance = headers.get('x-balance')
  return {
    items: data,
    total: Number(headers.get('x-total-count') ?? data.length),
    isMore: headers.has('x-total-count-relation'),
    next: headers.get('x-next-cursor') ?? undefined,
    balance: balance === null ? undefined : Number(balance),
  }
}

/** How many entries there are of a kind; `isMore` where it was not counted to the end. */
export const kindCountQuery = (eventId: string, filters: LedgerFilters) =>
  queryOptions({
    queryKey: eventKey(eventId, 'ledger-count', filters),
    queryFn: async () => {
      const query = { limit: 1, ...ledgerQueryOf(filters) }
      const reply = api.GET('/events/{event_id}/ledger', { params: { path: { event_id: eventId }, query } })
      const { headers } = (await takeReply(reply)).response
      return { total: Number(headers.get('x-total-count')), isMore: headers.has('x-total-count-relation') }
    },
    placeholderData: (before) => before,
  })

/** Recomputes every counter, sum and chain; asked for, not done by itself. */
export const verificationQuery = (eventId: string) =>
  queryOptions({
    queryKey: ['verification', eventId],
    queryFn: () => take(api.GET('/events/{event_id}/ledger/verify', { params: { path: { event_id: eventId } } })),
    enabled: false,
    staleTime: Infinity,
  })

/** More entries than this are not added up one by one in a browser. */
export const MOST_ADDED = 2_000

export type Sums = {
  commits: number
  committedMinor: number
  releases: number
  releasedMinor: number
  totalMinor: number
}

/** Adds up the ledger by kind, entry by entry; nothing where it is longer than `MOST_ADDED`. */
export const sumsQuery = (eventId: string, currency: string, lastEntry: number) =>
  queryOptions({
    queryKey: ['ledger-sums', eventId, lastEntry],
    staleTime: Infinity,
    queryFn: async ({ signal }): Promise<Sums> => {
      const sums: Sums = { commits: 0, committedMinor: 0, releases: 0, releasedMinor: 0, totalMinor: 0 }
      let cursor: string | undefined
      do {
        const query = { limit: 100, ...(cursor === undefined ? {} : { cursor }) }
        const path = { event_id: eventId }
        const page = await takePage(api.GET('/events/{event_id}/ledger', { params: { path, query }, signal }))
        for (const entry of page.items) if (entry.entry_no <= lastEntry) addTo(sums, entry, currency)
        cursor = page.next
      } while (cursor !== undefined)
      return sums
    },
  })

/** In minor units, so that thousands of cents stay exact. */
export function addTo(sums: Sums, { kind, amount }: Pick<LedgerEntry, 'kind' | 'amount'>, currency: string): void {
  const minor = Math.sign(amount) * (toMinor(Math.abs(amount), currency) ?? 0)
  sums.totalMinor += minor
  if (kind === 'COMMIT' || kind === 'RESTORE') {
    sums.commits += 1
    sums.committedMinor += minor
  } else {
    sums.releases += 1
    sums.releasedMinor += minor
  }
}
