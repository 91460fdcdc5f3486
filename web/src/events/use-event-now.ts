import { useQuery } from '@tanstack/react-query'
import type { Schema } from '../api.ts'
import { loadedQuery } from './load-event.ts'
import type { Studio } from './studio-state.ts'

/** The event as it is right now, for figures that change while one types. */
export function useEventNow(studio: Studio): Schema<'Event'> | undefined {
  const id = studio.base?.event.id
  const { data } = useQuery({ ...loadedQuery(id ?? ''), enabled: id !== undefined })
  return data?.event ?? studio.base?.event
}
