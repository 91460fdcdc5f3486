import { operations } from '@allot/contract'
import type { FastifyRequest } from 'fastify'
import { addressOf, checkSameSite } from '../platform/http.ts'
import type { App } from '../platform/http.ts'
import { answerOnce } from '../platform/idempotency.ts'
import { Problem } from '../platform/problem.ts'
import { anybody, may, operatorOnly } from '../platform/roles.ts'
import {
  changePassword,
  createSignInLink,
  inviteUser,
  signInByLink,
  signInByPassword,
  signOut,
  signOutEverywhere,
} from './sign-in.ts'
import type { SignIn } from './sign-in.ts'

/** Coming in and going out, and the links that let somebody in for the first time. */
export function signInRoutes(app: App, signIn: SignIn): void {
  app.post('/auth/sign-in', { config: anybody, schema: operations.signIn }, async (request, reply) => {
    // Nobody is known here yet, so the door has not looked where this comes from: another site must not sign a
    // browser in as somebody of its choice.
    checkSameSite(request, app.publicUrl)
    const { me, cookies } = await signInByPassword(app.db, signIn, request.body, addressOf(request))
    return reply.header('set-cookie', cookies).send(me)
  })

  app.post('/auth/link', { config: anybody, schema: operations.signInByLink }, async (request, reply) => {
    checkSameSite(request, app.publicUrl)
    const { me, cookies } = await signInByLink(app.db, signIn, request.body, addressOf(request))
    return reply.header('set-cookie', cookies).send(me)
  })

  app.post(
    '/auth/password',
    { config: may('self.read'), schema: operations.changePassword },
    async (request, reply) => {
      await changePassword(signIn, cookieOf(request), request.body)
      return reply.code(204).send(null)
    },
  )

  app.post('/auth/sign-out', { config: may('self.read'), schema: operations.signOut }, async (request, reply) => {
    return reply
      .header('set-cookie', await signOut(signIn, cookieOf(request)))
      .code(204)
      .send(null)
  })

  app.post(
    '/auth/sign-out-everywhere',
    { config: may('self.read'), schema: operations.signOutEverywhere },
    async (request, reply) =>
      reply
        .header('set-cookie', await signOutEverywhere(signIn, cookieOf(request)))
        .code(204)
        .send(null),
  )

  app.post(
    '/users/:user_id/invite',
    { config: may('tenant.manage'), schema: operations.inviteUser },
    async (request, reply) => {
      const { actor, params } = request
      return answerOnce(app, request, reply, { tenantId: actor.tenantId, status: 204 }, (tx) =>
        inviteUser(tx, actor.tenantId, actor, params.user_id),
      )
    },
  )

  app.post(
    '/users/:user_id/sign-in-links',
    { config: may('tenant.manage'), schema: operations.createSignInLink },
    async (request, reply) => {
      const { actor, params } = request
      return answerOnce(app, request, reply, { tenantId: actor.tenantId, status: 201 }, (tx) =>
        createSignInLink(tx, signIn, actor.tenantId, actor, params.user_id),
      )
    },
  )

  app.post(
    '/tenants/:tenant_id/users/:user_id/sign-in-links',
    { config: operatorOnly, schema: operations.createTenantSignInLink },
    async (request, reply) => {
      const { tenant_id: tenantId, user_id: userId } = request.params
      return answerOnce(app, request, reply, { tenantId, status: 201 }, (tx) =>
        createSignInLink(tx, signIn, tenantId, null, userId),
      )
    },
  )
}

/** The cookie a session came with. An API key has no session that it could end or whose password it could change. */
function cookieOf({ actor, headers }: FastifyRequest): string {
  if (actor.via !== 'session' || headers.cookie === undefined) {
    throw new Problem(
      'FORBIDDEN',
      'Only somebody who has signed in may do this; an API key has neither password nor session.',
    )
  }
  return headers.cookie
}
