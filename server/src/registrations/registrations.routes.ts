import { operations } from '@allot/contract'
import type { RegistrationFilterQuery } from '@allot/contract'
import { findVisibleEvent } from '../events/find-event.ts'
import { findOption } from '../options/options.sql.ts'
import type { App } from '../platform/http.ts'
import { isId } from '../platform/ids.ts'
import { rangeOf, sendPage } from '../platform/paging.ts'
import { Problem } from '../platform/problem.ts'
import { report } from '../platform/reports.ts'
import { hasPermission, may } from '../platform/roles.ts'
import { askInTurn } from './ask-in-turn.ts'
import type { DecisionQueues } from './ask-in-turn.ts'
import { checkConflicts } from './check-conflicts.ts'
import { countFacets } from './facets.sql.ts'
import { countOverlaps } from './overlaps.sql.ts'
import { searchRegistrations } from './registration-search.sql.ts'
import type { RegistrationFilter } from './registration-search.sql.ts'
import { viewFacets, viewRegistration } from './registration-view.ts'
import { findRegistration, listRegistrationsOf } from './registrations.sql.ts'

export function registrationRoutes(app: App, queues: DecisionQueues): void {
  app.post(
    '/events/:event_id/register',
    { config: may('registration.own'), schema: operations.register },
    async (request, reply) => {
      const { actor, body, params } = request
      const personId = body.user_id ?? actor.userId
      if (personId !== actor.userId && !hasPermission(actor.role, 'registration.decide')) {
        throw new Problem('FORBIDDEN', 'You may only register yourself.')
      }
      return askInTurn(queues, request, reply, params.event_id, {
        kind: 'register',
        personId,
        optionId: body.event_option_id,
        slotLabel: body.preferred_pickup_slot ?? null,
        notes: body.notes ?? null,
      })
    },
  )

  app.get(
    '/events/:event_id/options/:option_id/overlaps',
    { config: may('event.manage'), schema: operations.previewOverlaps },
    async ({ actor, params, query }) => {
      const key = { tenantId: actor.tenantId, eventId: params.event_id }
      return app.db.read(actor.tenantId, async (tx) => {
        await findVisibleEvent(tx, actor, params.event_id)
        const option = await findOption(tx, key, params.option_id)
        if (!option) throw new Problem('OPTION_NOT_FOUND')
        // Only tracks are somewhere at a time.
        if (option.option_type !== 'TRACK') return { people_count: 0, options: [] }
        const times = { startsAt: new Date(query.starts_at), endsAt: new Date(query.ends_at) }
        const { people, options } = await countOverlaps(tx, key, option.id, times)
        return { people_count: people, options }
      })
    },
  )

  app.get(
    '/events/:event_id/registrations',
    { config: may('registration.read'), schema: operations.listRegistrations },
    async (request, reply) => {
      const { actor, params, query } = request

      const range = rangeOf(query, isId)
      const key = { tenantId: actor.tenantId, eventId: params.event_id }
      const page = await report(app, request, async (tx) => {
        await findVisibleEvent(tx, actor, params.event_id)
        return searchRegistrations(tx, key, filterOf(query), query.order, range)
      })
      return sendPage(
        reply,
        range,
        page,
        ({ id }) => id,
        (row) => viewRegistration(row, actor, app.secrets),
      )
    },
  )

  app.get(
    '/events/:event_id/registrations/facets',
    { config: may('registration.read'), schema: operations.getRegistrationFacets },
    (request) => {
      const { actor, params, query } = request

      const key = { tenantId: actor.tenantId, eventId: params.event_id }
      return report(app, request, async (tx) => {
        const { timezone } = await findVisibleEvent(tx, actor, params.event_id)
        return viewFacets(await countFacets(tx, key, filterOf(query), timezone))
      })
    },
  )

  app.get(
    '/events/:event_id/registrations/:registration_id',
    { config: may('registration.read', 'registration.own'), schema: operations.getRegistration },
    async ({ actor, params }) => {
      const key = { tenantId: actor.tenantId, eventId: params.event_id }
      const row = await app.db.read(actor.tenantId, async (tx) => {
        await findVisibleEvent(tx, actor, params.event_id)
        return findRegistration(tx, key, params.registration_id)
      })
      if (!row) throw new Problem('REGISTRATION_NOT_FOUND')
      if (row.user_id !== actor.userId && !hasPermission(actor.role, 'registration.read')) {
        throw new Problem('FORBIDDEN', 'You may only see registrations of your own.')
      }
      return viewRegistration(row, actor, app.secrets)
    },
  )

  app.put(
    '/events/:event_id/registrations/:registration_id',
    { config: may('registration.decide', 'registration.own'), schema: operations.decideRegistration },
    async (request, reply) => {
      const { body, params } = request
      const { registration_id: registrationId } = params
      if (body.preferred_pickup_slot !== undefined) {
        return askInTurn(queues, request, reply, params.event_id, {
          kind: 'move',
          registrationId,
          slotLabel: body.preferred_pickup_slot,
        })
      }
      return askInTurn(queues, request, reply, params.event_id, {
        kind: 'decide',
        registrationId,
        to: body.status ?? null,
        slotLabel: body.assigned_pickup_slot,
        notes: body.notes,
      })
    },
  )

  app.post(
    '/events/:event_id/check-conflicts',
    { config: may('registration.own'), schema: operations.checkConflicts },
    async ({ actor, body, params }) => {
      const key = { tenantId: actor.tenantId, eventId: params.event_id }
      const wish = { optionId: body.event_option_id ?? null, slotLabel: body.preferred_pickup_slot ?? null }
      return app.db.read(actor.tenantId, (tx) => checkConflicts(tx, actor, key, wish))
    },
  )

  app.get(
    '/me/registrations',
    { config: may('registration.own'), schema: operations.listMyRegistrations },
    async (request, reply) => {
      const { actor, query } = request

      const range = rangeOf(query, isId)
      const { tenantId, userId } = actor
      const page = await report(app, request, (tx) => listRegistrationsOf(tx, tenantId, userId, range))
      return sendPage(
        reply,
        range,
        page,
        ({ id }) => id,
        (row) => viewRegistration(row, actor, app.secrets),
      )
    },
  )
}

/** What the query of a list looks for. */
export function filterOf(query: RegistrationFilterQuery): RegistrationFilter {
  return {
    status: query.status_filter,
    contains: query.q,
    optionIds: query.event_option_id,
    departments: query.department,
    slots: query.slot,
    waitingDays: query.waiting_days_min,
  }
}
