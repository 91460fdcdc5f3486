import { operations } from '@allot/contract'
import type { App } from '../platform/http.ts'
import { answerOnce } from '../platform/idempotency.ts'
import { isId } from '../platform/ids.ts'
import { rangeOf, sendPage } from '../platform/paging.ts'
import { Problem } from '../platform/problem.ts'
import { may, operatorOnly } from '../platform/roles.ts'
import { listApiKeys } from './api-keys.sql.ts'
import { createApiKey, createUser, revokeApiKey, updateUser, viewApiKey, viewUser } from './change-user.ts'
import { readMe, updateProfile } from './me.ts'
import { findProfile } from './profile.sql.ts'
import { listUsers } from './users.sql.ts'

/** People and keys of a tenant, by its owner. */
export function accountRoutes(app: App): void {
  app.get('/users', { config: may('tenant.manage'), schema: operations.listUsers }, async ({ actor, query }, reply) => {
    const range = rangeOf(query, isId)
    const page = await app.db.read(actor.tenantId, (tx) => listUsers(tx, actor.tenantId, range, query.q))
    return sendPage(reply, range, page, ({ id }) => id, viewUser)
  })

  app.post('/users', { config: may('tenant.manage'), schema: operations.createUser }, async (request, reply) => {
    const { actor, body } = request
    return answerOnce(app, request, reply, { tenantId: actor.tenantId, status: 201 }, (tx) =>
      createUser(tx, actor.tenantId, actor, body),
    )
  })

  app.put(
    '/users/:user_id',
    { config: may('tenant.manage'), schema: operations.updateUser },
    async (request, reply) => {
      const { actor, body, params } = request
      return answerOnce(app, request, reply, { tenantId: actor.tenantId, status: 200 }, (tx) =>
        updateUser(tx, actor.tenantId, actor, params.user_id, body),
      )
    },
  )

  app.get(
    '/api-keys',
    { config: may('tenant.manage'), schema: operations.listApiKeys },
    async ({ actor, query }, reply) => {
      const range = rangeOf(query, isId)
      const page = await app.db.read(actor.tenantId, (tx) => listApiKeys(tx, actor.tenantId, range))
      return sendPage(reply, range, page, ({ id }) => id, viewApiKey)
    },
  )

  app.post('/api-keys', { config: may('tenant.manage'), schema: operations.createApiKey }, async (request, reply) => {
    const { actor, body } = request
    return answerOnce(app, request, reply, { tenantId: actor.tenantId, status: 201 }, (tx) =>
      createApiKey(tx, actor.tenantId, actor, body),
    )
  })

  app.delete(
    '/api-keys/:key_id',
    { config: may('tenant.manage'), schema: operations.revokeApiKey },
    async (request, reply) => {
      const { actor, params } = request
      return answerOnce(app, request, reply, { tenantId: actor.tenantId, status: 204 }, (tx) =>
        revokeApiKey(tx, actor.tenantId, actor, params.key_id),
      )
    },
  )

  app.get('/me', { config: may('self.read'), schema: operations.getMe }, async ({ actor }) => {
    const { tenantId, userId } = actor
    const me = await app.db.read(tenantId, (tx) => readMe(tx, tenantId, userId))
    if (!me) throw new Problem('USER_NOT_FOUND')
    return me
  })

  app.get('/me/profile', { config: may('self.read'), schema: operations.getProfile }, async ({ actor }) => {
    const { tenantId, userId } = actor
    const profile = await app.db.read(tenantId, (tx) => findProfile(tx, tenantId, userId))
    if (!profile) throw new Problem('USER_NOT_FOUND')
    return profile
  })

  app.put('/me/profile', { config: may('self.read'), schema: operations.updateProfile }, async (request, reply) => {
    const { actor, body } = request
    return answerOnce(app, request, reply, { tenantId: actor.tenantId, status: 200 }, (tx) =>
      updateProfile(tx, actor.tenantId, actor.userId, body),
    )
  })
}

/** The same, from outside, by the operator. */
export function operatorAccountRoutes(app: App): void {
  app.post(
    '/tenants/:tenant_id/users',
    { config: operatorOnly, schema: operations.createTenantUser },
    async (request, reply) => {
      const { tenant_id: tenantId } = request.params
      return answerOnce(app, request, reply, { tenantId, status: 201 }, (tx) =>
        createUser(tx, tenantId, null, request.body),
      )
    },
  )

  app.post(
    '/tenants/:tenant_id/api-keys',
    { config: operatorOnly, schema: operations.createTenantApiKey },
    async (request, reply) => {
      const { tenant_id: tenantId } = request.params
      return answerOnce(app, request, reply, { tenantId, status: 201 }, (tx) =>
        createApiKey(tx, tenantId, null, request.body),
      )
    },
  )
}
