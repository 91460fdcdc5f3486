import { useNavigate, useSearch } from '@tanstack/react-router'
import { api, seekPage, takePage } from '../api.ts'
import type { ListPage, Schema } from '../api.ts'
import { endOfDay, startOf } from '../budget/days.ts'

export type AuditEntry = Schema<'AuditEntry'>

/** What of the trail is shown: by whom, what about, and between which local days. */
export type AuditFilters = {
  by: string | undefined
  kind: string | undefined
  from: string | undefined
  to: string | undefined
}

export function useAuditFilters() {
  const { by, kind, from, to } = useSearch({ strict: false }) as Partial<AuditFilters>
  const filters: AuditFilters = { by, kind, from, to }
  const navigate = useNavigate()
  const change = (part: Partial<AuditFilters>) =>
    void navigate({ to: '.', search: { ...filters, ...part } as never, replace: true })
  const count = [by, kind, from ?? to].filter((one) => one !== undefined).length
  return { filters, change, count }
}

const PAGE = 50

/** The query of the API for what is shown; days are those of the zone. */
export function auditQueryOf({ by, kind, from, to }: AuditFilters, zone: string) {
  const start = from === undefined ? undefined : startOf(from, zone)
  const end = to === undefined ? undefined : endOfDay(to, zone)
  return {
    ...(by === undefined ? {} : { actor_id: by }),
    ...(kind === undefined ? {} : { action: kind }),
    ...(start === undefined ? {} : { from: start.toISOString() }),
    // The API takes what is before an instant: the first one of the day after.
    ...(end === undefined ? {} : { to: new Date(end.getTime() + 1).toISOString() }),
  }
}

/** A page of an event's trail, or of the organisation's own. */
export function fetchAudit(
  eventId: string | undefined,
  filters: AuditFilters,
  zone: string,
  cursor: string | undefined,
  signal?: AbortSignal,
): Promise<ListPage<AuditEntry>> {
  const stop = signal ? { signal } : {}
  return seekPage((behind) => {
    const query = { limit: PAGE, ...auditQueryOf(filters, zone), ...(behind === undefined ? {} : { cursor: behind }) }
    return eventId === undefined
      ? takePage(api.GET('/audit', { params: { query }, ...stop }))
      : takePage(api.GET('/events/{event_id}/audit', { params: { path: { event_id: eventId }, query }, ...stop }))
  }, cursor)
}
