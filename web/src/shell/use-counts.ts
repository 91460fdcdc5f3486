import { useQuery } from '@tanstack/react-query'
import { varianceQuery } from '../session/event.ts'
import { useMay } from '../session/session.ts'

/** How many wait for an answer in the open event, for room, and how many there are in all; for those who see them. */
export function useCounts(eventId: string | undefined): { pending?: number; all?: number; waiting?: number } {
  const mayRead = useMay('registration.read')
  const { data } = useQuery({ ...varianceQuery(eventId ?? ''), enabled: mayRead && eventId !== undefined })
  if (!data) return {}
  const pending = data.pending_registrations_count
  const answered =
    data.approved_registrations_count + data.rejected_registrations_count + data.cancelled_registrations_count
  const waiting = data.waitlisted_registrations_count
  return { pending, all: pending + answered + waiting, waiting }
}
