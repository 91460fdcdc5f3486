import { operations } from '@allot/contract'
import { listAudit } from '../audit/audit.sql.ts'
import { auditTable } from '../audit/audit-table.ts'
import { auditFilterOf, viewAudit } from '../audit/audit-view.ts'
import { csvFile } from '../platform/csv.ts'
import type { Exports } from '../platform/exports.ts'
import type { App } from '../platform/http.ts'
import { answerOnce } from '../platform/idempotency.ts'
import { isId, newId, NIL_ID } from '../platform/ids.ts'
import { isEntryNo, rangeOf, sendPage } from '../platform/paging.ts'
import { may, operatorOnly } from '../platform/roles.ts'
import { createTenant, updateTenant, viewTenant } from './change-tenant.ts'
import { enterTenant, findTenant, findTenantHead, listTenants } from './tenants.sql.ts'
import { Problem } from '../platform/problem.ts'
import { report } from '../platform/reports.ts'

/** What the operator does with tenants. Its own answers are kept under the nil UUID, for it belongs to no tenant. */
export function operatorRoutes(app: App): void {
  app.post('/tenants', { config: operatorOnly, schema: operations.createTenant }, async (request, reply) => {
    const id = newId()
    return answerOnce(app, request, reply, { tenantId: NIL_ID, status: 201 }, async (tx) => {
      await enterTenant(tx, id)
      const tenant = await createTenant(tx, id, request.body)
      await enterTenant(tx, NIL_ID)
      return tenant
    })
  })

  app.get('/tenants', { config: operatorOnly, schema: operations.listTenants }, async ({ query }, reply) => {
    const range = rangeOf(query, isId)
    return sendPage(reply, range, await listTenants(app.db, range), ({ id }) => id, viewTenant)
  })

  app.put('/tenants/:tenant_id', { config: operatorOnly, schema: operations.suspendTenant }, async (request, reply) => {
    const { tenant_id: tenantId } = request.params
    return answerOnce(app, request, reply, { tenantId, status: 200 }, (tx) =>
      updateTenant(tx, tenantId, null, request.body),
    )
  })
}

/** What a tenant's owner does with its settings. */
export function tenantRoutes(app: App, exports: Exports): void {
  app.get('/tenant', { config: may('self.read'), schema: operations.getTenant }, async ({ actor }) => {
    const tenant = await app.db.read(actor.tenantId, (tx) => findTenant(tx, actor.tenantId))
    if (!tenant) throw new Problem('TENANT_NOT_FOUND')
    return viewTenant(tenant)
  })

  app.put('/tenant', { config: may('tenant.manage'), schema: operations.updateTenant }, async (request, reply) => {
    const { actor } = request
    return answerOnce(app, request, reply, { tenantId: actor.tenantId, status: 200 }, (tx) =>
      updateTenant(tx, actor.tenantId, actor, request.body),
    )
  })

  app.get('/audit', { config: may('ledger.read'), schema: operations.listTenantAudit }, async (request, reply) => {
    const { actor, query } = request

    const range = rangeOf(query, isEntryNo)
    const { tenantId } = actor
    const page = await report(app, request, async (tx) => {
      const head = await findTenantHead(tx, tenantId)
      return listAudit(tx, { tenantId, scopeId: tenantId }, head.count, auditFilterOf(query), range)
    })
    return sendPage(reply, range, page, ({ entry_no }) => entry_no, viewAudit)
  })
  app.get(
    '/audit.csv',
    { config: { ...may('ledger.read'), isStream: true }, schema: operations.exportTenantAudit },
    async ({ actor, query }, reply) => {
      const { tenantId } = actor
      await exports.send(reply, actor, async (tx) => {
        const { count } = await findTenantHead(tx, tenantId)
        return csvFile(await auditTable(tx, { tenantId, scopeId: tenantId }, 'audit', count, auditFilterOf(query)))
      })
      return reply as never
    },
  )
}
