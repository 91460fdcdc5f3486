import type { Answer, Ask } from './answer.ts'
import type { OwnDesk, ScanAnswer } from './transport.ts'

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
    mayOverride: outcome === 'WRONG_SLOT' && said.may_override === true,
    ...(registration
      ? {
          person: {
            registrationId: registration.id,
            name: registration.person_name,
            optionName: registration.option_name,
            optionId: undefined,
            isTrack: registration.option_type === 'TRACK',
            slot: registration.slot,
            startsAt: registration.slot_starts_at,
            endsAt: registration.slot_ends_at,
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

/** An option of the desk by its name: the answer to a scan says no more. */
export function findOnTable({ desk }: OwnDesk, optionName: string): string | undefined {
  return desk.options.find(({ option_name }) => option_name === optionName)?.event_option_id
}
