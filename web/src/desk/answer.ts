/** What a desk asks with: the code that was scanned or typed, or somebody who was found by name. */
export type Ask = { qrToken: string } | { registrationId: string }

export const refusals = [
  'ALREADY_COLLECTED',
  'NOT_APPROVED',
  'WRONG_EVENT',
  'WRONG_SLOT',
  'WRONG_DESK',
  'REVOKED',
  'NOT_FOUND',
  // Only without a network, where the tablet decides by what it holds.
  'NO_LEASE',
  'LEASE_OVER',
  'NOT_HELD',
  'NONE_LEFT',
  // The server was asked, and would not answer the question.
  'REFUSED',
] as const
export type Outcome = 'COLLECTED' | (typeof refusals)[number]
export type Timing = 'on_time' | 'early' | 'late' | null

export type Person = {
  registrationId: string
  name: string
  optionName: string
  optionId: string
  isTrack: boolean
  slot: string | null
  startsAt: string | null
  endsAt: string | null
  notes?: string | undefined
}

/** The answer to one scan, whoever gave it: the server, or the tablet by its lease. */
export type Answer = {
  outcome: Outcome
  ask: Ask
  /** What the server said about it, in its own words. */
  message?: string | undefined
  person?: Person | undefined
  /** When it was handed out, now or before; its id where the server has it. */
  collected?: { id?: string; at: string; by?: string | null; where?: string | null } | undefined
  timing?: Timing
  leftOnTable?: number | null
  progress?: { total: number; collected: number } | null
  mayOverride?: boolean
  isOffline: boolean
}

export const isYes = ({ outcome }: Pick<Answer, 'outcome'>): boolean => outcome === 'COLLECTED'
