import { roles } from '@allot/contract'
import type { Role } from '@allot/contract'
import { beforeAll, describe, expect, test } from 'vitest'
import { findLeaksInBody, findLeaksInQuery, lookFor } from '../testing/leaks.ts'
import { givenApp, operatorToken } from '../testing/given-app.ts'
import type { TestApp, TestClient } from '../testing/given-app.ts'
import type { Reply } from '../testing/reply.ts'
import {
  call,
  freshNames,
  givenSide,
  namedInBody,
  namedInQuery,
  nobodys,
  operationsOf,
  strangers,
  withoutRequest,
} from '../testing/two-tenants.ts'
import type { Names, Operation, Side } from '../testing/two-tenants.ts'
import { createHttp } from './http.ts'
import { createLog } from './log.ts'
import { anybody, may } from './roles.ts'
import { newApiKey } from './secrets.ts'

const everyRole = ['owner', 'organizer', 'approver', 'auditor', 'desk', 'member'] as const
const owner = ['owner'] as const
const managers = ['owner', 'organizer'] as const
const readers = ['owner', 'organizer', 'approver', 'auditor'] as const
const collectors = ['owner', 'organizer', 'desk'] as const
const guests = ['owner', 'organizer', 'approver', 'member'] as const

/** The roles table of the specification, said once more and by operation: nothing here comes from the code it checks. */
const mayUse: Record<string, readonly Role[] | 'operator' | 'everybody' | 'device'> = {
  getHealth: 'everybody',
  getReadiness: 'everybody',
  getMetrics: 'everybody',
  signIn: 'everybody',
  signInByLink: 'everybody',
  requestSignInLink: 'everybody',
  getOffer: 'everybody',
  acceptOfferByLink: 'everybody',
  declineOfferByLink: 'everybody',
  enrolDesk: 'everybody',

  // What a tablet at a desk may do, and nobody else; see desks/device-door.test.ts for what it may not.
  getOwnDesk: 'device',
  listDeskPeople: 'device',
  leaseDesk: 'device',
  giveBackLease: 'device',
  sendDeskLog: 'device',

  createTenant: 'operator',
  listTenants: 'operator',
  suspendTenant: 'operator',
  createTenantUser: 'operator',
  createTenantApiKey: 'operator',
  createTenantSignInLink: 'operator',

  getMe: everyRole,
  getTenant: everyRole,
  changePassword: everyRole,
  signOut: everyRole,
  signOutEverywhere: everyRole,

  // Manage users, API keys, tenant settings.
  updateTenant: owner,
  listUsers: owner,
  createUser: owner,
  updateUser: owner,
  createSignInLink: owner,
  inviteUser: owner,
  listApiKeys: owner,
  createApiKey: owner,
  revokeApiKey: owner,
  listWebhookEndpoints: owner,
  createWebhookEndpoint: owner,
  getWebhookEndpoint: owner,
  updateWebhookEndpoint: owner,
  archiveWebhookEndpoint: owner,
  rotateWebhookSecret: owner,
  pauseWebhookEndpoint: owner,
  resumeWebhookEndpoint: owner,
  testWebhookEndpoint: owner,
  listWebhookDeliveries: owner,
  getWebhookDelivery: owner,
  replayWebhookDelivery: owner,

  // The organisation's messages: their language, what became of them.
  getTenantNotificationSettings: owner,
  updateTenantNotificationSettings: owner,
  listOutbox: owner,
  getOutboxSummary: owner,
  getOutboxMessage: owner,
  retryOutboxMessage: owner,
  retryOutbox: owner,

  // What one is told, and wants to be told.
  listInbox: everyRole,
  getInboxSummary: everyRole,
  markInbox: everyRole,
  getNotificationSettings: everyRole,
  updateNotificationSettings: everyRole,

  // The messages of an event; those of the organisation are its owners', see notifications/templates.test.ts.
  getEventNotificationSettings: managers,
  updateEventNotificationSettings: managers,
  getNoticeTemplates: managers,
  getEventNoticeTemplates: managers,
  saveNoticeTemplate: managers,
  resetNoticeTemplate: managers,
  previewNoticeTemplate: managers,
  testNoticeTemplate: managers,

  // Create, change, archive events, options, slots.
  createEvent: managers,
  drawWaitlist: managers,
  createSampleEvent: managers,
  closeBooks: managers,
  reopenBooks: managers,
  getClosing: readers,
  listOutcomes: readers,
  getReport: readers,
  printReport: readers,
  printBadges: managers,
  printPickupList: collectors,
  updateEvent: managers,
  archiveEvent: managers,
  createOption: managers,
  updateOption: managers,
  archiveOption: managers,
  previewOverlaps: managers,
  putOptionPicture: managers,
  deleteOptionPicture: managers,
  getOptionPicture: everyRole,
  createSlot: managers,
  createSlots: managers,
  updateSlot: managers,
  archiveSlot: managers,
  createLocation: managers,
  updateLocation: managers,
  archiveLocation: managers,
  planSlots: managers,
  createDesk: managers,
  updateDesk: managers,
  archiveDesk: managers,
  createDeskDevice: managers,
  revokeDeskDevice: managers,
  listDesks: [...managers, 'desk'],
  getDesk: [...managers, 'desk'],
  listDeskDevices: [...managers, 'desk'],

  // See open events, options and slots: the desk too, and whoever reads their books.
  listEvents: everyRole,
  getEvent: everyRole,
  listOptions: everyRole,
  listSlots: everyRole,
  listLocations: everyRole,
  getLocation: everyRole,
  streamEvent: everyRole,

  // Hand out, and see what was handed out; undoing one's own is told apart in collections/collect.test.ts.
  collect: ['owner', 'organizer', 'desk'],
  undoCollection: ['owner', 'organizer', 'desk'],
  listCollections: [...readers, 'desk'],
  getInventory: [...readers, 'desk'],
  getDay: [...readers, 'desk'],
  replaceQr: guests,

  // See registrations and variance; read ledger and audit trail.
  listRegistrations: readers,
  listWaitlist: readers,
  getRegistrationFacets: readers,
  getProfile: everyRole,
  updateProfile: everyRole,
  getBudgetVariance: readers,
  getSlotBalance: readers,
  getBudgetHistory: readers,
  listLedger: readers,
  verifyLedger: readers,
  listJobs: readers,
  getJob: readers,
  listJobRows: readers,
  exportJobRows: readers,
  listAudit: readers,
  listTenantAudit: readers,
  exportRegistrations: readers,
  exportRegistrationsXlsx: readers,
  exportLedger: readers,
  exportLedgerXlsx: readers,
  exportBudget: readers,
  exportBudgetXlsx: readers,
  exportCollections: readers,
  exportCollectionsXlsx: readers,
  exportWaitlist: readers,
  exportWaitlistXlsx: readers,
  exportWorkbook: readers,
  startExport: readers,
  listExports: readers,
  getExport: readers,
  downloadExport: readers,
  cancelExport: readers,
  getLedgerProof: readers,
  exportAudit: readers,
  exportTenantAudit: readers,

  // Register oneself, see and cancel one's own; decide on others'. What a member may do to whose is told apart below.
  register: guests,
  joinWaitlist: guests,
  getMyWaitlist: guests,
  acceptOffer: guests,
  declineOffer: guests,
  checkConflicts: guests,
  listMyRegistrations: guests,
  decideRegistrations: ['owner', 'organizer', 'approver'],
  moveOnWaitlist: ['owner', 'organizer', 'approver'],
  movePeople: ['owner', 'organizer', 'approver'],
  cancelJob: ['owner', 'organizer', 'approver'],
  retryJob: ['owner', 'organizer', 'approver'],
  decideRegistration: guests,
  getRegistration: everyRole.filter((role) => role !== 'desk'),
}

/** Routes that are for reading the document itself, and stand in it nowhere. */
const hidden = ['GET /', 'GET /docs', 'GET /docs/js/scalar.js', 'GET /openapi.json', 'GET /problems']

/** An API key has no session to end and no password to change; with a session see below. */
const needsSession = ['changePassword', 'signOut', 'signOutEverywhere']

let server: TestApp
let ours: Side
let theirs: Side
let operations: Operation[]

beforeAll(async () => {
  server = await givenApp()
  ours = await givenSide(server, 'Aster')
  theirs = await givenSide(server, 'Birch')
  operations = operationsOf(server.app)
})

describe('the matrix is whole', () => {
  test('it names every operation of the document, and no other', () => {
    expect(operations.map(({ name }) => name).sort()).toEqual(Object.keys(mayUse).sort())
  })

  test('the routes are those of the document, and the hidden ones', () => {
    const documented = operations.map(
      ({ method, path }) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`,
    )
    expect(routesOf(server)).toEqual([...documented, ...hidden].sort())
  })

  test('the document says of each operation who may', () => {
    const kinds = operations.map(({ name, permission }) => [
      name,
      /^(public|operator)$/.exec(permission)?.[0] ?? 'tenant',
    ])
    const expected = Object.entries(mayUse).map(([name, who]) => {
      const kind = who === 'everybody' ? 'public' : who === 'operator' ? 'operator' : 'tenant'
      return [name, kind]
    })
    expect(Object.fromEntries(kinds)).toEqual(Object.fromEntries(expected))
  })
})

describe('a route says who may use it, or the server does not start', () => {
  const givenHttp = () => {
    const none = { take: async () => {}, check: async () => {}, giveBack: async () => {}, reset: async () => {} }
    return createHttp({
      log: createLog('silent'),
      authenticate: async () => undefined,
      anonymousThrottle: none,
      takeKeyLimit: async () => {},
      publicUrl: 'http://localhost:3000',
      trustedProxies: undefined,
    })
  }

  test('one that says nothing is refused where it is written down, whatever else it says', async () => {
    const app = await givenHttp()
    expect(() => app.get('/open', async () => 'everything')).toThrow('GET /open does not say who may use it')
    expect(() => app.post('/open', { config: { isProbe: true } }, async () => 'everything')).toThrow(
      'POST /open does not say',
    )
    await expect(
      app.register(async (plugin) => {
        plugin.delete('/inside', async () => 'everything')
      }),
    ).rejects.toThrow('DELETE /inside does not say who may use it')
    await app.close()
  })

  test('one that says it is asked about at the door, before its body is read', async () => {
    const app = await givenHttp()
    app.post('/closed', { config: may('event.read') }, async () => 'everything')
    app.get('/for-all', { config: anybody }, async () => 'something')
    await app.ready()
    const closed = await app.inject({
      method: 'POST',
      url: '/closed',
      payload: 'no json',
      headers: { 'content-type': 'text/plain' },
    })
    expect(closed.statusCode).toBe(401)
    expect((await app.inject('/for-all')).body).toBe('something')
    await app.close()
  })
})

/** Whether a URL could be meant by a path with parameters. */
const isAt = (path: string, url: string) => new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(url)

type Caller = { name: string; client: TestClient; role?: Role }

/** Everybody who can knock: strangers first. */
function callers(): Caller[] {
  const people = roles.map((role) => ({ name: role, client: ours[role], role }))
  return [
    { name: 'nobody', client: server.as(undefined) },
    { name: 'rubbish', client: server.as('rubbish') },
    { name: 'unknown key', client: server.as(newApiKey(ours.tenantId)) },
    { name: 'operator', client: server.as(operatorToken) },
    ...people,
  ]
}

function statusFor({ name, role }: Caller, operation: Operation): 'in' | 401 | 403 {
  const who = mayUse[operation.name] ?? []
  if (who === 'everybody') return 'in'
  if (['nobody', 'rubbish', 'unknown key'].includes(name)) return 401
  if (who === 'operator') return name === 'operator' ? 'in' : 403
  if (who === 'device') return 403
  return role !== undefined && who.includes(role) && !needsSession.includes(operation.name) ? 'in' : 403
}

describe('every operation, by everybody, on what is theirs and what is not', () => {
  test.each(Object.keys(mayUse))('%s', async (name) => {
    const operation = operations.find((one) => one.name === name)
    if (!operation) throw new Error(`${name} is not in the document`)
    const wrong: string[] = []
    for (const caller of callers()) {
      const expected = statusFor(caller, operation)
      const names = expected === 'in' ? await freshNames(server, ours, name) : ours.names
      const own = await call(caller.client, operation, names)
      const isRight = expected === 'in' ? isLetIn(own, name) : own.status === expected
      if (!isRight) wrong.push(`${caller.name}, own: ${own.status} ${own.text}`)

      for (const [whose, strange, nobodysNames] of strangers(operation, ours, theirs)) {
        const answer = await call(caller.client, operation, strange)
        const control = await call(caller.client, operation, nobodysNames)
        if (answer.status !== (expected === 'in' ? 404 : expected))
          wrong.push(`${caller.name}, ${whose}: ${answer.text}`)
        if (String(answer.body.request_id) !== answer.headers['x-request-id'])
          wrong.push(`${caller.name} hears no request id: ${answer.text}`)
        if (withoutRequest(answer) !== withoutRequest(control))
          wrong.push(`${caller.name} can tell ${whose}: ${answer.text}`)
        if (expected !== 'in' && withoutRequest(answer) !== withoutRequest(own))
          wrong.push(`${caller.name} learns: ${answer.text}`)
      }
    }
    expect(wrong).toEqual([])
  })

  function isLetIn({ status, text }: Reply, name: string): boolean {
    // Only whose it is answers an offer: everybody else who may have one is told so.
    const isTold = text.includes('You may only answer an offer that is made to you.')
    if (['acceptOffer', 'declineOffer'].includes(name)) return status === 200 || (status === 403 && isTold)
    // There are events already, and there is no mail server.
    const withoutMail = ['testNoticeTemplate', 'retryOutbox', 'retryOutboxMessage']
    if (['createSampleEvent', 'reopenBooks', ...withoutMail].includes(name)) return status === 409
    if (['createSampleEvent', ...withoutMail].includes(name)) return status === 409
    // One's own alone, for who does not manage the event.
    const isOwnAlone = text.includes('You may only undo what') || text.includes('You may only replace a code')
    if (['undoCollection', 'replaceQr'].includes(name)) return status === 200 || (status === 403 && isOwnAlone)
    // A code that nobody was given.
    if (name === 'enrolDesk') return status === 404
    return (status >= 200 && status < 300) || (['signIn', 'signInByLink'].includes(name) && status === 422)
  }

  test('HEAD asks for what GET does; no other method, and no header that names one, opens anything', async () => {
    const wrong: string[] = []
    const send = async (method: string, url: string, headers: Record<string, string> = {}) => {
      const { statusCode } = await server.app.inject({ method: method as 'HEAD', url, headers })
      return statusCode
    }
    const key = { authorization: `Bearer ${ours.desk.key}` }
    for (const template of new Set(operations.map(({ path }) => path))) {
      const url = template.replaceAll(/\{(\w+)\}/g, (_, id: keyof Names) => ours.names[id])
      const methods = operations.filter(({ path }) => path === template).map(({ method }) => method.toUpperCase())
      for (const method of ['PATCH', 'TRACE', 'OPTIONS', 'PUT', 'DELETE', 'POST'].filter(
        (one) => !methods.includes(one),
      )) {
        const status = await send(method, url, key)
        // Where an id could stand, another operation is meant, which is not the desk's either.
        const isOther = operations.some((one) => one.method.toUpperCase() === method && isAt(one.path, url))
        if (isOther ? status !== 403 : status !== 404 && status !== 405) wrong.push(`${method} ${url}: ${status}`)
      }
      if (!methods.includes('GET')) continue
      if (operations.some(({ path, isStream }) => path === template && isStream)) {
        // Of a stream there is nothing to know but what it says.
        const heads = [await send('HEAD', url), await send('HEAD', url, key)]
        if (String(heads) !== '404,404') wrong.push(`HEAD ${url}: ${String(heads)}`)
        continue
      }
      const asked = [await send('GET', url), await send('GET', url, key)]
      const heads = [await send('HEAD', url), await send('HEAD', url, key)]
      if (String(asked) !== String(heads)) wrong.push(`HEAD ${url}: ${String(heads)} instead of ${String(asked)}`)
    }
    expect(wrong).toEqual([])
    const override = {
      ...key,
      'x-http-method-override': 'DELETE',
      'x-method-override': 'DELETE',
      'x-http-method': 'DELETE',
    }
    expect(await send('GET', `/events/${ours.names.event_id}?_method=DELETE`, override)).toBe(200)
    expect((await ours.desk.get(`/events/${ours.names.event_id}`)).body.is_active).toBe(true)
  })
})

describe('what stands in a body or a query belongs to the tenant too', () => {
  test.each(Object.keys(namedInBody))(
    '%s: an id or a label of another tenant is answered like one that nobody has',
    async (name) => {
      const operation = operations.find((one) => one.name === name)
      if (!operation) throw new Error(`${name} is not in the document`)
      const client = mayUse[name] === 'operator' ? server.as(operatorToken) : ours.owner
      expect(await findLeaksInBody(server, client, operation, ours, theirs)).toEqual([])
    },
  )

  /** Parameters that say how, how many and when, and name nothing. */
  const sayNothing =
    'skip limit cursor is_active status_filter order waiting_days_min state days until from to action outcome kind status channel is_unread became collected compare size v alt starts_at ends_at columns bom delimiter undone'.split(
      ' ',
    )

  test('every parameter of a query is asked about below, or names nothing', () => {
    // A PDF is packed and dated; what it is made of, the lists beside it are asked for.
    const told = operations.filter(({ name }) => !name.startsWith('print'))
    const unasked = told.flatMap(({ name, query }) =>
      query
        // A tablet names nothing but what is at its own desk: see desks/desks.test.ts.
        .filter(() => mayUse[name] !== 'device')
        .filter((parameter) => !sayNothing.includes(parameter) && !(parameter in (namedInQuery[name] ?? {})))
        .map((parameter) => `${name} ${parameter}`),
    )
    expect(unasked).toEqual([])
  })

  test.each(Object.keys(namedInQuery))(
    '%s: looking for what another tenant has finds what looking for nothing finds',
    async (name) => {
      const operation = operations.find((one) => one.name === name)
      if (!operation) throw new Error(`${name} is not in the document`)
      expect(await findLeaksInQuery(ours.owner, operation, ours, theirs)).toEqual([])
      // What is one's own is found, so that the looking proves something.
      for (const [parameter, kind] of Object.entries(namedInQuery[name] ?? {})) {
        const [own, none] = [ours.names[kind], nobodys()[kind]].map((value) =>
          lookFor(ours.owner, operation, ours, parameter, value),
        )
        const [found, control] = [await own, await none]
        expect(found?.status, parameter).toBe(200)
        expect(found?.text, parameter).not.toBe(control?.text)
      }
    },
  )

  test('a cursor made of another tenant’s id is a place in one’s own list, and nothing else', async () => {
    const lists = operations.filter(
      ({ name, method }) =>
        method === 'get' && name.startsWith('list') && !['operator', 'device'].includes(String(mayUse[name])),
    )
    expect(lists.length).toBeGreaterThan(8)
    for (const operation of lists) {
      const isNumbered = ['listLedger', 'listAudit', 'listTenantAudit', 'listJobRows'].includes(operation.name)
      const theirId = isNumbered ? '7' : theirs.names.event_id
      const beside = isNumbered ? '7' : `${theirId.slice(0, -1)}${theirId.endsWith('0') ? '1' : '0'}`
      const page = (id: string) => {
        const path = `${operation.path}?limit=100&cursor=${Buffer.from(id).toString('base64url')}`
        return call(ours.owner, { ...operation, path }, ours.names)
      }
      const [answer, control] = [await page(theirId), await page(beside)]
      expect(answer.status).toBe(200)
      expect(withoutRequest(answer)).toBe(withoutRequest(control))
      for (const id of Object.values(theirs.names)) expect(answer.text).not.toContain(id)
    }
  })
})

/** Every route that is mounted, read from the router itself. HEAD stands beside each GET. */
function routesOf({ app }: TestApp): string[] {
  const parents: string[] = []
  const lines = app.printRoutes({ commonPrefix: false }).split('\n').filter(Boolean)
  const routes = lines.flatMap((line) => {
    const [, indent = '', segment = '', methods = ''] = /^([\s│]*[├└]── )(\S*)(?: \(([A-Z, ]+)\))?$/.exec(line) ?? []
    const depth = indent.length / 4 - 1
    parents.length = depth
    parents[depth] = segment
    const path = parents.join('')
    return methods
      .split(', ')
      .filter((method) => method !== '' && method !== 'HEAD')
      .map((method) => `${method} ${path}`)
  })
  return routes.sort()
}
