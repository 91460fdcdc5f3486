import type { ListPage } from '../api.ts'
import type { Row } from './row.ts'

/** A page of the list: its rows reach to `upTo`, or without end where it is the last. Ids grow with time. */
export type PendingPage = ListPage<Row> & { upTo: string | undefined }
export type Changes = { added: string[]; changed: string[]; gone: string[] }

/**
 * Puts what was read anew into a page that is on screen. A page keeps its range, so that the pages after it stay right;
 * rows no longer pending stay for a moment, and those with an outcome stay for good.
 */
export function mergePage(
  before: PendingPage,
  fresh: ListPage<Row>,
  isKept: (id: string) => boolean,
): { page: PendingPage; changes: Changes } {
  const { upTo } = before
  const within = upTo === undefined ? fresh.items : fresh.items.filter(({ id }) => id <= upTo)
  const known = new Map(before.items.map((row) => [row.id, row]))
  const now = new Map(within.map((row) => [row.id, row]))
  const left = before.items.filter(({ id }) => !now.has(id))
  const changes: Changes = {
    added: within.filter(({ id }) => !known.has(id)).map(({ id }) => id),
    changed: within.filter((row) => isChanged(known.get(row.id), row)).map(({ id }) => id),
    gone: left.filter(({ id }) => !isKept(id)).map(({ id }) => id),
  }
  const items = [...within, ...left].sort((a, b) => (a.id < b.id ? -1 : 1))
  const end =
    upTo === undefined ? { next: fresh.next, upTo: fresh.next === undefined ? undefined : within.at(-1)?.id } : {}
  return { page: { ...before, ...end, items, total: fresh.total }, changes }
}

function isChanged(before: Row | undefined, after: Row): boolean {
  return (
    before !== undefined &&
    (before.preferred_pickup_slot !== after.preferred_pickup_slot ||
      before.notes !== after.notes ||
      before.person.name !== after.person.name ||
      before.person.department !== after.person.department)
  )
}
