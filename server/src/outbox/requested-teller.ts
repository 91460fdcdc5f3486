import { addRequested } from '../ledger/budget-history.sql.ts'
import type { Teller } from './teller.ts'

/** Keeps how much was requested when, by the quarter of an hour: a moment later, so that deciding pays nothing for it. */
export const requestedTeller: Teller = {
  name: 'requested',
  tell: async (tx, messages) => {
    const last = messages.at(-1)
    if (!last || last.scopeId === last.tenantId) return
    await addRequested(tx, { tenantId: last.tenantId, eventId: last.scopeId }, last.entryNo)
  },
}
