import { useQuery, useQueryClient } from '@tanstack/react-query'
import { slotsQuery } from '../approvals/queries.ts'
import type { Schema } from '../api.ts'

export type Slot = Schema<'Slot'>

/** All slots of an event. There may be two thousand, so they are read again when something of theirs has changed. */
export function useSlots(eventId: string) {
  return useQuery(slotsQuery(eventId))
}

export function useRefreshSlots(eventId: string): () => void {
  const client = useQueryClient()
  return () => void client.invalidateQueries({ queryKey: slotsQuery(eventId).queryKey })
}
