import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useLanguage } from '../words.ts'
import { impactOf } from './impact.ts'
import type { Impact } from './impact.ts'
import { loadedQuery, slotsQuery } from './load-event.ts'
import type { Studio } from './studio-state.ts'

/** What saving would do to those who asked already, by the figures of this moment. */
export function useImpact({ base, draft }: Studio): Impact[] {
  const language = useLanguage()
  const id = base?.event.id
  const now = useQuery({ ...loadedQuery(id ?? ''), enabled: id !== undefined })
  const slots = useQuery({ ...slotsQuery(id ?? ''), enabled: id !== undefined })
  const event = now.data?.event
  return useMemo(
    () =>
      base && event
        ? refusedFirst(impactOf({ event, slots: slots.data ?? [], base: base.draft, mine: draft, language }))
        : [],
    [base, draft, event, slots.data, language],
  )
}

function refusedFirst(impacts: Impact[]): Impact[] {
  return [...impacts].sort((a, b) => Number(b.isRefused) - Number(a.isRefused))
}
