import { readFilters, writeFilters } from '../approvals/filters.ts'
import type { Filters as Pending } from '../approvals/filters.ts'
import { noFilters, writeFilters as writeListFilters } from '../registrations/filters.ts'
import type { Filters as Listed } from '../registrations/filters.ts'

/** The rows behind a figure: the pending ones where they are answered. */
export function pendingSearch(filters: Partial<Pending>): Record<string, string | undefined> {
  return writeFilters({ ...readFilters({}), ...filters })
}

/** The rows behind a figure: in the list of all registrations. */
export function listSearch(filters: Partial<Listed>): Record<string, string | undefined> {
  return writeListFilters({ ...noFilters, order: 'newest', ...filters })
}
