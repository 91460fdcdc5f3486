import type { Answer, Ask } from './answer.ts'
import type { ScanAnswer } from './transport.ts'

/** What the server said to a scan, as the screen shows it. */
export function answerOf(said: ScanAnswer, ask: Ask): Answer {
  const { outcome, message, registration, collection, timing, left_on_table, slot_progress } = said
  return {
    outcome,
    ask,
    message,
    isOffline: false,
    timing,
    leftOnTable: left_on_table,
    progress: slot_progress,
    mayOverride: said.may_override,
    ...(registration
      ? {
          person: {
            registrationId: registration.id,
            name: registration.person_name,
            optionName: registration.option_name,
            optionId: registration.event_option_id,
            isTrack: registration.option_type === 'TRACK',
            slot: registration.slot,
            startsAt: registration.slot_starts_at,
            endsAt: registration.slot_ends_at,
            notes: registration.notes ?? undefined,
          },
        }
      : {}),
    ...(collection
      ? {
          collected: {
            id: collection.id,
            at: collection.collected_at,
            by: collection.collected_by_name,
            where: collection.desk_name,
          },
        }
      : {}),
  }
}
