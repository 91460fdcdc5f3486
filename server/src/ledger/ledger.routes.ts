import { operations } from '@allot/contract'
import type { LedgerEntryView, LedgerQuery } from '@allot/contract'
import { fromMinor } from '@allot/core'
import { listAudit } from '../audit/audit.sql.ts'
import { auditTable } from '../audit/audit-table.ts'
import { auditFilterOf, viewAudit } from '../audit/audit-view.ts'
import { readBooks } from '../events/books.sql.ts'
import { findVisibleEvent } from '../events/find-event.ts'
import { csvFile } from '../platform/csv.ts'
import type { Exports } from '../platform/exports.ts'
import type { App } from '../platform/http.ts'
import { isEntryNo, rangeOf, sendPage } from '../platform/paging.ts'
import { report } from '../platform/reports.ts'
import { may } from '../platform/roles.ts'
import { readBudgetHistory } from './budget-history.ts'
import { listLedger } from './ledger.sql.ts'
import type { LedgerFilter, LedgerListRow } from './ledger.sql.ts'
import { proveLedger, viewVerification } from './prove-ledger.ts'

/** What proves an event's books: its ledger, its audit trail, and their verification. */
export function ledgerRoutes(app: App, exports: Exports): void {
  app.get(
    '/events/:event_id/ledger',
    { config: may('ledger.read'), schema: operations.listLedger },
    async (request, reply) => {
      const { actor, params, query } = request

      const range = rangeOf(query, isEntryNo)
      const key = { tenantId: actor.tenantId, eventId: params.event_id }
      const filter = ledgerFilterOf(query)
      const { event, page } = await report(app, request, async (tx) => {
        const [event, heads] = await Promise.all([findVisibleEvent(tx, actor, params.event_id), readBooks(tx, key)])
        return { event, page: await listLedger(tx, key, heads?.ledger_count ?? 0, filter, range) }
      })
      if (filter.before !== undefined) reply.header('x-balance', fromMinor(page.balanceMinor, event.currency))
      return sendPage(
        reply,
        range,
        page,
        ({ entry_no }) => entry_no,
        (row) => viewEntry(row, event.currency),
      )
    },
  )

  app.get(
    '/events/:event_id/budget-history',
    { config: may('ledger.read'), schema: operations.getBudgetHistory },
    (request) => {
      const { actor, params, query } = request

      const key = { tenantId: actor.tenantId, eventId: params.event_id }
      return report(app, request, async (tx) =>
        readBudgetHistory(tx, key, await findVisibleEvent(tx, actor, params.event_id), query.days),
      )
    },
  )

  app.get(
    '/events/:event_id/ledger/verify',
    { config: may('ledger.read'), schema: operations.verifyLedger },
    async ({ actor, params }) => {
      const key = { tenantId: actor.tenantId, eventId: params.event_id }
      return app.db.read(actor.tenantId, async (tx) => {
        await findVisibleEvent(tx, actor, params.event_id)
        return viewVerification(tx, key)
      })
    },
  )

  app.get(
    '/events/:event_id/ledger/proof',
    { config: { ...may('ledger.read'), isStream: true }, schema: operations.getLedgerProof },
    async ({ actor, params }, reply) => {
      const key = { tenantId: actor.tenantId, eventId: params.event_id }
      await exports.send(reply, actor, async (tx) =>
        proveLedger(tx, key, await findVisibleEvent(tx, actor, params.event_id)),
      )
      return reply as never
    },
  )

  app.get(
    '/events/:event_id/audit',
    { config: may('ledger.read'), schema: operations.listAudit },
    async (request, reply) => {
      const { actor, params, query } = request

      const range = rangeOf(query, isEntryNo)
      const key = { tenantId: actor.tenantId, eventId: params.event_id }
      const page = await report(app, request, async (tx) => {
        const [heads] = await Promise.all([readBooks(tx, key), findVisibleEvent(tx, actor, params.event_id)])
        const scope = { tenantId: actor.tenantId, scopeId: params.event_id }
        return listAudit(tx, scope, heads?.audit_count ?? 0, auditFilterOf(query), range)
      })
      return sendPage(reply, range, page, ({ entry_no }) => entry_no, viewAudit)
    },
  )

  app.get(
    '/events/:event_id/audit.csv',
    { config: { ...may('ledger.read'), isStream: true }, schema: operations.exportAudit },
    async ({ actor, params, query }, reply) => {
      const key = { tenantId: actor.tenantId, eventId: params.event_id }
      const scope = { tenantId: actor.tenantId, scopeId: params.event_id }
      await exports.send(reply, actor, async (tx) => {
        const [event, heads] = await Promise.all([findVisibleEvent(tx, actor, params.event_id), readBooks(tx, key)])
        const count = heads?.audit_count ?? 0
        return csvFile(await auditTable(tx, scope, `${event.slug}-audit`, count, auditFilterOf(query)))
      })
      return reply as never
    },
  )
}

/** What the query of a ledger looks for. */
export function ledgerFilterOf({ registration_id, kind, until }: LedgerQuery): LedgerFilter {
  return {
    registrationId: registration_id,
    kind,
    // The moment itself belongs to it, to the millisecond.
    before: until === undefined ? undefined : new Date(Date.parse(until) + 1),
  }
}

function viewEntry(row: LedgerListRow, currency: string): LedgerEntryView {
  return {
    entry_no: row.entry_no,
    registration_id: row.registration_id,
    kind: row.kind,
    amount: fromMinor(row.amount_minor, currency),
    balance: fromMinor(row.balance_minor, currency),
    actor_id: row.actor_id,
    actor_name: row.actor_name,
    person_name: row.person_name,
    option_name: row.option_name,
    created_at: row.created_at.toISOString(),
    previous_hash: row.previous_hash.toString('hex'),
    hash: row.hash.toString('hex'),
  }
}
