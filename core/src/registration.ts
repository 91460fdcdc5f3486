/**
 * A registration's life: which states there are and which steps lead from one to the next.
 * WAITLISTED waits for room; PENDING and APPROVED are live: they keep the person's place for the option. REJECTED and
 * CANCELLED are final.
 */
export const registrationStatuses = ['WAITLISTED', 'PENDING', 'APPROVED', 'REJECTED', 'CANCELLED'] as const
export type RegistrationStatus = (typeof registrationStatuses)[number]

export const registrationLimits = ['one_per_option', 'one_per_type', 'one'] as const
export type RegistrationLimit = (typeof registrationLimits)[number]

export const optionTypes = ['TRACK', 'INVENTORY'] as const
export type OptionType = (typeof optionTypes)[number]

const next: Record<RegistrationStatus, readonly RegistrationStatus[]> = {
  WAITLISTED: ['PENDING', 'APPROVED', 'REJECTED', 'CANCELLED'],
  PENDING: ['APPROVED', 'REJECTED', 'CANCELLED'],
  APPROVED: ['REJECTED', 'CANCELLED'],
  REJECTED: [],
  CANCELLED: [],
}

export function isLive(status: RegistrationStatus): boolean {
  return status === 'PENDING' || status === 'APPROVED'
}

/** Whether a registration may go from one state to another. Staying where one is is not a step: ask `from === to`. */
export function canBecome(from: RegistrationStatus, to: RegistrationStatus): boolean {
  return next[from].includes(to)
}

/** A registration of one person in one event, as far as the limit is concerned: a live one, or a wish that waits. */
export type LiveRegistration = { registrationId: string; optionId: string; optionType: OptionType }

/**
 * Finds the registration that stands in the way of another one.
 *
 * @param limit how many registrations the event allows one person in all
 * @param live what the person has, and what they wait for
 * @returns the one in the way, or undefined where the person may ask for this option
 */
export function findBlockingRegistration(
  limit: RegistrationLimit,
  live: readonly LiveRegistration[],
  wanted: { optionId: string; optionType: OptionType },
): LiveRegistration | undefined {
  return live.find(
    (held) =>
      held.optionId === wanted.optionId ||
      limit === 'one' ||
      (limit === 'one_per_type' && held.optionType === wanted.optionType),
  )
}
