import { useNavigate, useSearch } from '@tanstack/react-router'
import { kinds } from './budget-query.ts'
import type { LedgerFilters } from './budget-query.ts'

type Search = { on?: string; kind?: string }

/** What of the ledger is shown, as the address has it: at the end of which day, and which kind. */
export function useLedgerSearch() {
  const { on, kind: named } = useSearch({ strict: false }) as Search
  const navigate = useNavigate()
  const show = (kind: LedgerFilters['kind']) =>
    void navigate({ to: '.', search: ((before: Search) => ({ ...before, kind })) as never, replace: true })
  return { on, kind: kinds.find((kind) => kind === named), show }
}
