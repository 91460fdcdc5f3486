/**
 * What an entry is for. COMMIT and RELEASE are of a decision. When the books are closed, what nobody collected is
 * returned, or written off: then its money stays spent. RESTORE takes one of the two back when the books are opened again.
 */
export const ledgerKinds = ['COMMIT', 'RELEASE', 'RETURN', 'WRITE_OFF', 'RESTORE'] as const
export type LedgerKind = (typeof ledgerKinds)[number]

/** One line of an event's budget history, as it is written and never changed again. Amounts in minor units. */
export type LedgerEntry = {
  kind: LedgerKind
  amountMinor: number
  balanceMinor: number
  eventId: string
  /** 1, 2, 3 … without gaps within the event. */
  entryNo: number
  registrationId: string
  actorId: string
  at: Date
}

/**
 * What the hash of an entry is taken over, after the hash of the entry before it. JSON of an array: unambiguous, and
 * the same in any language. Changing this breaks every chain there is; a new form needs a version in front.
 */
export function ledgerText(entry: LedgerEntry): string {
  const { eventId, entryNo, registrationId, kind, amountMinor, balanceMinor, actorId, at } = entry
  return JSON.stringify([eventId, entryNo, registrationId, kind, amountMinor, balanceMinor, actorId, at.toISOString()])
}

/**
 * Checks that the entries of an event, oldest first, add up: numbers without gaps, each balance the one before plus
 * the amount, never negative, and signs that fit their kind.
 *
 * @param balanceMinor the balance before the first of them
 * @returns a sentence for each thing that does not add up
 */
export function findLedgerErrors(entries: readonly LedgerEntry[], balanceMinor = 0, entryNo = 0): string[] {
  const errors: string[] = []
  let balance = balanceMinor
  let number = entryNo
  for (const entry of entries) {
    number += 1
    balance += entry.amountMinor
    if (entry.entryNo !== number) errors.push(`entry ${entry.entryNo} stands where ${number} should`)
    if (entry.balanceMinor !== balance) {
      errors.push(`entry ${entry.entryNo} has the balance ${entry.balanceMinor}, its amounts add up to ${balance}`)
    }
    if (entry.balanceMinor < 0) errors.push(`entry ${entry.entryNo} leaves a balance of ${entry.balanceMinor}`)
    if (!fitsKind(entry)) {
      errors.push(`entry ${entry.entryNo} is a ${entry.kind} of ${entry.amountMinor}`)
    }
    number = entry.entryNo
    balance = entry.balanceMinor
  }
  return errors
}

function fitsKind({ kind, amountMinor }: LedgerEntry): boolean {
  switch (kind) {
    case 'COMMIT':
    case 'RESTORE':
      return amountMinor >= 0
    case 'RELEASE':
    case 'RETURN':
      return amountMinor <= 0
    case 'WRITE_OFF':
      return amountMinor === 0
  }
}
