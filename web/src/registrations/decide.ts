import { api, take } from '../api.ts'
import type { Schema } from '../api.ts'
import { useAction } from '../session/action.ts'
import { useRefresh } from './registrations-query.ts'
import type { Registration } from './registrations-query.ts'

export type Change = Schema<'RegistrationChange'>

type Intent = { 'Idempotency-Key': string }

/** One change of one registration, by the API that everybody uses. */
export function putRegistration(
  eventId: string,
  registrationId: string,
  body: Change,
  headers?: Intent,
): Promise<Registration> {
  return take(
    api.PUT('/events/{event_id}/registrations/{registration_id}', {
      params: { path: { event_id: eventId, registration_id: registrationId } },
      body,
      ...(headers === undefined ? {} : { headers }),
    }),
  )
}

/** Decides on a registration, and reads again what that changed. */
export function useDecide(registration: Registration, onDone: (after: Registration, change: Change) => void) {
  const { event_id: eventId, id } = registration
  const refresh = useRefresh(eventId)
  return useAction((change: Change, headers) => putRegistration(eventId, id, change, headers), {
    onDone: (after, change) => {
      refresh()
      onDone(after, change)
    },
    // What was refused was refused because things have changed: show how they are now.
    onError: refresh,
  })
}

export type Decide = ReturnType<typeof useDecide>

/**
 * Another option instead: looks first whether it can be had, so that nothing is given up for nothing; then rejects the
 * one and asks for the other on the person's behalf.
 */
export async function askInstead(
  registration: Registration,
  optionId: string,
  notes: string,
  headers: Intent,
): Promise<
  { outcome: 'short'; why: string } | { outcome: 'asked'; registrationId: string } | { outcome: 'half'; error: unknown }
> {
  const { event_id: eventId, id, user_id: userId, preferred_pickup_slot: slot } = registration
  const path = { event_id: eventId }
  const wish = { event_option_id: optionId, ...(slot === null ? {} : { preferred_pickup_slot: slot }) }
  const check = await take(api.POST('/events/{event_id}/check-conflicts', { params: { path }, body: wish }))
  if (check.has_conflict) return { outcome: 'short', why: check.conflict_message ?? '' }
  await putRegistration(eventId, id, { status: 'REJECTED', notes }, headers)
  try {
    const made = await take(
      api.POST('/events/{event_id}/register', { params: { path }, body: { ...wish, user_id: userId }, headers }),
    )
    return { outcome: 'asked', registrationId: made.id }
  } catch (error) {
    return { outcome: 'half', error }
  }
}
