import { beforeAll, describe, expect, test } from 'vitest'
import { operationsOf } from '../testing/api-document.ts'
import type { DocumentedOperation, Schema } from '../testing/api-document.ts'
import {
  badAuthorizations,
  badBodies,
  badIds,
  badQueries,
  badTypes,
  badValues,
  noObjects,
  strangeQueries,
  writeJson,
} from '../testing/bad-values.ts'
import { onePixel } from '../testing/two-tenants.ts'
import { fingerprint } from '../testing/as-owner.ts'
import { givenExport } from '../testing/files.ts'
import { enrolDevice } from '../testing/desks.ts'
import { givenGala } from '../testing/gala.ts'
import { givenApp, givenTenant, operatorToken } from '../testing/given-app.ts'
import { untilOver } from '../testing/jobs.ts'
import { givenMessages } from '../testing/messages.ts'
import type { TestApp, TestTenant } from '../testing/given-app.ts'

let server: TestApp
let tenant: TestTenant
let operations: DocumentedOperation[]
/** An id for each name that stands in a path or a body: of the tenant itself, and of another one. */
let own: Record<string, string>
let foreign: Record<string, string>
let before: Record<string, string>
let tabletKey: string

beforeAll(async () => {
  server = await givenApp({ anonymousPerMinute: 100_000 })
  tenant = await givenTenant(server)
  operations = operationsOf(server.app)
  own = await givenIds(tenant)
  tabletKey = (await enrolDevice(server, tenant.organizer, `/events/${own.event_id}/desks/${own.desk_id}`)).key
  foreign = await givenIds(await givenTenant(server, 'Elsewhere'))
  before = await fingerprint(server.database)
})

async function givenIds(of: TestTenant): Promise<Record<string, string>> {
  const gala = await givenGala(of)
  await of.organizer.put(`${gala.path}/options/${gala.options.Mug}/picture?alt=Mug`, onePixel)
  const { body: slot } = await of.organizer.post(`${gala.path}/slots`, { label: 'noon' })
  const { body: location } = await of.organizer.post(`${gala.path}/locations`, { name: 'North Gate' })
  const { body: registration } = await gala.register('ann')
  const trial = { action: 'approve', registration_ids: [registration.id], dry_run: true }
  const { body: job } = await of.approver.post(`${gala.path}/registrations/batch`, trial, { prefer: 'respond-async' })
  await untilOver(of.approver, String(job.id))
  const { body: key } = await of.owner.post('/api-keys', { user_id: of.member.userId, name: 'x' })
  const about = { event_id: gala.eventId, registration_id: String(registration.id), name: 'Gala' }
  const endpoint = { url: 'https://127.0.0.1:9/hooks', events: ['event.updated'] }
  const { body: webhook } = await of.owner.post('/webhook-endpoints', endpoint)
  const { body: delivery } = await of.owner.post(`/webhook-endpoints/${webhook.id}/test`)
  const { body: desk } = await of.organizer.post(`${gala.path}/desks`, { name: 'Desk' })
  const { body: added } = await of.organizer.post(`${gala.path}/desks/${desk.id}/devices`, {})
  const { body: taken } = await gala.register('cem')
  await gala.approve('cem')
  const scan = { registration_id: taken.id, desk_id: desk.id, nonce: 'scan-of-bad-input', at: '2027-05-21T10:00:00Z' }
  const { body: collected } = await of.organizer.post(`${gala.path}/collections`, scan)
  return {
    desk_id: String(desk.id),
    device_id: String(added.device?.id),
    collection_id: String(collected.collection?.id),
    endpoint_id: String(webhook.id),
    delivery_id: String(delivery.id),
    tenant_id: of.tenantId,
    event_id: gala.eventId,
    option_id: String(gala.options.Mug),
    event_option_id: String(gala.options.Mug),
    slot_id: String(slot.id),
    location_id: String(location.id),
    registration_id: String(registration.id),
    user_id: of.member.userId,
    key_id: String(key.id),
    job_id: String(job.id),
    export_id: await givenExport(of.owner, gala.eventId),
    notice_id: await givenMessages(server.db, of, about),
    // Of nobody's offer: whoever has the token of one may open it, so it is asked about in waitlist/offers.test.ts.
    token: `${'A'.repeat(22)}_${'A'.repeat(32)}`,
  }
}

type Answer = { status: number; type: string; text: string }
type Sent = {
  operation: DocumentedOperation
  params?: Record<string, string>
  query?: string
  payload?: string | Buffer | undefined
  type?: string | undefined
  authorization?: string
}

/** What has to stand in a query, where it is not the query that is tried. */
const neededQueries: Record<string, string> = {
  previewOverlaps: 'starts_at=2027-05-21T09:00:00Z&ends_at=2027-05-21T10:00:00Z',
  putOptionPicture: 'alt=A%20mug',
}

const pathOf = ({ path }: DocumentedOperation, params: Record<string, string>) =>
  path.replaceAll(/\{(\w+)\}/g, (_, name: string) => params[name] ?? own[name] ?? '')

async function send({ operation, params = {}, query = '', payload, type, authorization }: Sent): Promise<Answer> {
  const path = pathOf(operation, params)
  const asked = query === '' ? (neededQueries[operation.operationId] ?? '') : query
  const keys: Record<string, string> = { operator: operatorToken, device: tabletKey }
  const token = keys[operation.permission] ?? tenant.owner.key
  const reply = await server.app.inject({
    method: operation.method,
    url: asked === '' ? path : `${path}?${asked}`,
    headers: {
      ...(operation.permission === 'public' && authorization === undefined
        ? {}
        : { authorization: authorization ?? `Bearer ${token}` }),
      ...(type === undefined ? {} : { 'content-type': type }),
    },
    ...(payload === undefined ? {} : { payload }),
  })
  return { status: reply.statusCode, type: String(reply.headers['content-type']), text: reply.body }
}

const insides =
  /\bat [\w.<>]+ \(|node_modules|\.ts:\d|\.js:\d|\bselect\b.*\bfrom\b|\binsert into\b|\bupdate \w+ set\b|violates|constraint|syntax error|postgres|pg_|zod|fastify|FST_/i

/** What is wrong with a refusal; undefined where it is as it should be. */
function faultOf({ status, type, text }: Answer, wanted: number, at?: string): string | undefined {
  if (status !== wanted) return `${status} instead of ${wanted}: ${text.slice(0, 200)}`
  if (!type.startsWith('application/problem+json')) return `comes as ${type}`
  const body = JSON.parse(text) as Record<string, unknown> & { errors?: { path: string; message: string }[] }
  if (body.status !== status || [body.code, body.title, body.detail].some((one) => typeof one !== 'string'))
    return `is no problem document: ${text.slice(0, 200)}`
  if (text.length > 20_000) return `is ${text.length} characters long`
  if (insides.test(text.slice(0, 5_000))) return `shows its insides: ${insides.exec(text)?.[0]}`
  if (at === undefined) return undefined
  const isNamed = (body.errors ?? []).some(
    ({ path, message }) => (path === at || path.startsWith(`${at}.`)) && message !== '',
  )
  return isNamed ? undefined : `does not name ${at}: ${JSON.stringify(body.errors)?.slice(0, 200)}`
}

/** Sends everything, some at a time, and says what is wrong with each answer. */
async function findFaults(asks: (Sent & { what: string; wanted: number; at?: string })[]): Promise<string[]> {
  const faults: string[] = []
  for (let from = 0; from < asks.length; from += 20) {
    const found = await Promise.all(
      asks.slice(from, from + 20).map(async ({ what, wanted, at, ...ask }) => {
        const fault = faultOf(await send(ask), wanted, at)
        return fault === undefined ? [] : [`${ask.operation.operationId}, ${what}: ${fault}`]
      }),
    )
    faults.push(...found.flat())
  }
  return faults
}

/** A body with all that is required and nothing else, each value right as far as its schema says. */
function sampleOf({ properties = {}, required = [] }: Schema): Record<string, unknown> {
  return Object.fromEntries(required.map((name) => [name, sampleValue(name, properties[name] ?? {})]))
}

function sampleValue(name: string, { type, enum: known, format, minimum = 0, minLength = 1, items }: Schema): unknown {
  if (items) return [sampleOf(items)]
  if (known) return known[0]
  if (format === 'uuid') return own[name]
  if (format === 'email') return 'never@example.org'
  if (type === 'number' || type === 'integer') return Math.max(1, minimum)
  return type === 'boolean' ? false : 'x'.repeat(minLength)
}

/** Whether a URL could be meant by a path with parameters. */
const isAt = (path: string, url: string) => new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(url)

/** An id that is right, and nobody's. */
const nowhereId = '019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e'
const withoutId = ({ text }: Answer) => text.replace(/"request_id":"[^"]*"/, '')
const json = 'application/json'
const withBody = () => operations.filter(({ body }) => body !== undefined)
const changing = () => operations.filter(({ method }) => method !== 'GET')
/** A body that is right in itself, so that nothing but the path can be wrong. */
const validBodyOf = (operation: DocumentedOperation) => {
  const known: Record<string, object> = {
    decideRegistration: { status: 'APPROVED' },
    joinWaitlist: { event_option_id: nowhereId },
    moveOnWaitlist: { to_position: 1, reason: 'x' },
    movePeople: { to_slot_id: nowhereId },
    collect: { registration_id: nowhereId, desk_id: nowhereId, nonce: 'scan-of-nothing', at: '2027-05-21T10:00:00Z' },
    planSlots: {
      location_id: nowhereId,
      days: ['2027-05-21'],
      opening: [{ from: '09:00', to: '10:00' }],
      slot_minutes: 30,
      people_per_slot: 5,
    },
    decideRegistrations: { action: 'approve', registration_ids: [nowhereId], dry_run: true },
  }
  const body = known[operation.operationId]
  return body ? { payload: writeJson(body), type: json } : bodyOf(operation)
}
const bodyOf = ({ body }: DocumentedOperation) => (body ? { payload: writeJson(sampleOf(body)), type: json } : {})

describe('whatever is sent to any operation, the answer is a refusal that says what is wrong', () => {
  test('fields of the wrong type, out of range, or with text that is none', async () => {
    const asks = withBody().flatMap((operation) =>
      Object.entries(operation.body?.properties ?? {}).flatMap(([name, schema]) =>
        badValues(schema).map(({ what, value }) => {
          const payload = writeJson({ ...sampleOf(operation.body ?? {}), [name]: value })
          return { operation, payload, type: json, what: `${name} = ${what}`, wanted: 422, at: `body.${name}` }
        }),
      ),
    )
    expect(asks.length).toBeGreaterThan(1_000)
    expect(await findFaults(asks)).toEqual([])
  })

  test('fields that are missing, and fields that there are not', async () => {
    const asks = withBody().flatMap((operation) => {
      const sample = sampleOf(operation.body ?? {})
      const missing = (operation.body?.required ?? []).map((name) => {
        const payload = writeJson(Object.fromEntries(Object.entries(sample).filter(([field]) => field !== name)))
        return { operation, payload, type: json, what: `without ${name}`, wanted: 422, at: `body.${name}` }
      })
      const unknown = [
        'no_such_field',
        'constructor',
        'toString',
        'committed_count',
        'qr_token',
        'approved_by',
        'x'.repeat(50_000),
      ].map((name) => ({
        operation,
        payload: writeJson({ ...sample, [name]: { prototype: { is_active: true } } }),
        type: json,
        what: `with ${name.slice(0, 30)}`,
        wanted: 422,
        at: 'body',
      }))
      return [...missing, ...unknown]
    })
    expect(await findFaults(asks)).toEqual([])
  })

  test('bodies that are no JSON, no object, too deep, too large or of another type', async () => {
    // What takes pictures knows no JSON: pictures.test.ts tries it.
    const ofJson = changing().filter(({ operationId }) => operationId !== 'putOptionPicture')
    const broken = ofJson.flatMap((operation) =>
      badBodies
        .filter(({ status }) => status !== 422 || operation.body !== undefined)
        // A hundred thousand ids are more than that, and right.
        .filter(({ status }) => status !== 413 || operation.operationId !== 'decideRegistrations')
        // Many clients name a type with a DELETE and send nothing: nothing is what was meant then.
        .filter(({ payload }) => operation.method !== 'DELETE' || payload.length > 0)
        .map(({ what, payload, status }) => ({ operation, payload, type: json, what, wanted: status })),
    )
    const strange = withBody().flatMap((operation) => [
      ...noObjects.map((payload) => ({ operation, payload, type: json, what: payload, wanted: 422, at: 'body' })),
      ...badTypes.map((type) => ({ operation, payload: bodyOf(operation).payload, type, what: type, wanted: 415 })),
      { operation, what: 'no body at all', wanted: 422, at: 'body' },
    ])
    expect(await findFaults([...broken, ...strange])).toEqual([])
  })

  test('nothing at all in a DELETE is no body, whatever type it is said to have', async () => {
    // What a tablet holds has no id: there is always something to give back, or nothing.
    const removing = operations.filter(({ method, params }) => method === 'DELETE' && params.length > 0)
    expect(removing.length).toBeGreaterThan(3)
    for (const operation of removing) {
      const params = Object.fromEntries(operation.params.map((name) => [name, nowhereId]))
      const [bare, empty] = [
        await send({ operation, params }),
        await send({ operation, params, payload: '', type: json }),
      ]
      expect(faultOf(empty, 404), operation.operationId).toBeUndefined()
      expect(withoutId(empty), operation.operationId).toBe(withoutId(bare))
    }
  })

  test('paths with ids that are none', async () => {
    const asks = operations.flatMap((operation) =>
      operation.params.flatMap((name) =>
        badIds.map((id) => {
          const isReadable = id.length <= 200 && !/%(?![0-9a-f]{2})|%c3%28|%ff/i.test(id)
          const wanted = isReadable ? { wanted: 422, at: `path.${name}` } : { wanted: 400 }
          return {
            operation,
            params: { [name]: id },
            ...bodyOf(operation),
            what: `${name} = ${id.slice(0, 40)}`,
            ...wanted,
          }
        }),
      ),
    )
    expect(await findFaults(asks)).toEqual([])
  })

  test("ids of what is not there, or of another tenant's: the same 404", async () => {
    const nowhere = Object.fromEntries(Object.keys(own).map((name) => [name, nowhereId]))
    const ofTenant = operations.filter(
      ({ permission, params }) => permission !== 'operator' && !params.includes('token'),
    )
    const asks = [nowhere, foreign].flatMap((ids) =>
      ofTenant.flatMap((operation) =>
        operation.params.map((name) => {
          const valid = validBodyOf(operation)
          return {
            operation,
            params: { [name]: ids[name] ?? '' },
            ...valid,
            what: `${name} = ${ids[name]}`,
            wanted: 404,
          }
        }),
      ),
    )
    expect(await findFaults(asks)).toEqual([])
    for (const operation of ofTenant.filter(({ params }) => params.length > 0)) {
      const valid = validBodyOf(operation)
      const [missing, others] = await Promise.all(
        [nowhere, foreign].map((params) => send({ operation, params, ...valid })),
      )
      expect(others && withoutId(others), operation.operationId).toBe(missing && withoutId(missing))
    }
  })

  test('query strings that are strange', async () => {
    const lists = operations.filter(({ query }) => Object.keys(query).length > 0)
    const untried = lists.flatMap(({ query }) => Object.keys(query).filter((name) => !(name in badQueries)))
    expect(untried).toEqual([])
    const asks = lists.flatMap((operation) => [
      ...Object.keys(operation.query).flatMap((name) =>
        (badQueries[name] ?? []).map((query) => ({
          operation,
          query,
          what: query.slice(0, 60),
          wanted: 422,
          at: query.includes('[') ? 'query' : `query.${name}`,
        })),
      ),
      ...strangeQueries.map((query) => ({ operation, query, what: query, wanted: 422, at: 'query' })),
    ])
    expect(asks.length).toBeGreaterThan(300)
    expect(await findFaults(asks)).toEqual([])
  })

  test('credentials that are none', async () => {
    const asks = operations
      .filter(({ permission }) => permission !== 'public')
      .flatMap((operation) =>
        badAuthorizations.map((authorization) => ({
          operation,
          authorization,
          ...bodyOf(operation),
          what: authorization.slice(0, 40),
          wanted: 401,
        })),
      )
    expect(await findFaults(asks)).toEqual([])
  })

  test('methods that there are not', async () => {
    const known = new Map<string, string[]>()
    for (const { path, method, isStream } of operations) {
      // Where there is something to GET there is a HEAD of it, but of a stream.
      const both = method === 'GET' && !isStream ? ['GET', 'HEAD'] : [method]
      known.set(path, [...(known.get(path) ?? []), ...both])
    }
    for (const [path, methods] of known) {
      const url = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => own[name] ?? '')
      for (const method of ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND', 'HEAD'] as const) {
        if (methods.includes(method)) continue
        // What is no id stands where an id would: `facets` is none that could be decided on.
        const isTaken = [...known].some(([other, its]) => its.includes(method) && other !== path && isAt(other, url))
        const headers = {
          authorization: `Bearer ${tenant.owner.key}`,
          'x-http-method-override': 'DELETE',
          'x-method-override': 'PUT',
        }
        const reply = await server.app.inject({ method: method as 'GET', url, headers })
        expect(reply.statusCode, `${method} ${path}`).toBe(isTaken ? 422 : 404)
        expect(reply.headers['content-type'], `${method} ${path}`).toMatch(/^application\/problem\+json/)
      }
    }
  })

  test('and after all of it not one row is different', async () => {
    expect(await fingerprint(server.database)).toEqual(before)
  })
})

describe('what is strange and yet right', () => {
  test('ids may be written in capitals', async () => {
    // Each verification says when it was made, and each stream when to come back.
    const timeless = ({ text }: Pick<Answer, 'text'>) =>
      text.startsWith('%PDF-') ? 'a document' : text.replace(/"(checked_at|made_at|now)":"[^"]*"|^retry: \d+$/m, '')
    const read = (operation: DocumentedOperation, params: Record<string, string>) =>
      operation.isStream ? tenant.owner.stream(pathOf(operation, params)) : send({ operation, params })
    const reads = operations.filter(
      ({ method, params }) => method === 'GET' && params.length > 0 && !params.includes('token'),
    )
    for (const operation of reads) {
      const capitals = Object.fromEntries(operation.params.map((name) => [name, own[name]?.toUpperCase() ?? '']))
      const [loud, quiet] = [await read(operation, capitals), await read(operation, {})]
      expect(loud.status, operation.operationId).toBe(200)
      expect(timeless(loud)).toBe(timeless(quiet))
    }
  })

  test('a DELETE may name a type and send nothing', async () => {
    const params = await givenIds(tenant)
    for (const name of ['archiveSlot', 'archiveOption', 'archiveEvent', 'revokeApiKey']) {
      const operation = operations.find(({ operationId }) => operationId === name)
      if (!operation) throw new Error(`no ${name}`)
      expect(await send({ operation, params, payload: '', type: json })).toMatchObject({ status: 204, text: '' })
    }
    expect((await tenant.owner.get(`/events/${params.event_id}`)).body.is_active).toBe(false)
  })

  test('a list may be asked about the first and the last instant there is', async () => {
    const lists = operations.filter(({ query }) => ['until', 'from', 'to'].some((name) => name in query))
    expect(lists.length).toBeGreaterThan(2)
    for (const operation of lists) {
      for (const name of Object.keys(operation.query).filter((one) => ['until', 'from', 'to'].includes(one))) {
        for (const instant of ['0001-01-01T00:00:00Z', '9999-12-31T23:59:59.999Z']) {
          const { status, text } = await send({ operation, query: `${name}=${instant}` })
          expect(status, `${operation.operationId} ${name}=${instant}: ${text}`).toBe(200)
        }
      }
    }
  })

  test.each([
    ['a name like SQL', { name: "Robert'); drop table events; --" }],
    ['a name like HTML', { name: '<script>alert(1)</script>' }],
    ['a name of emoji, right to left and combining marks', { name: '🎁👩‍👩‍👧‍👦 \u202Eabc\u202C e\u0301\u0302\u0303 ﷽' }],
    ['a name as long as may be', { name: 'ß'.repeat(200) }],
    [
      'a text with every control character but one',
      { description: String.fromCodePoint(...Array.from({ length: 31 }, (_, index) => index + 1)) },
    ],
    [
      'the first and the last instant there is',
      { event_date: '0001-01-01T00:00:00Z', ends_at: '9999-12-31T23:59:59.999Z' },
    ],
    ['an instant in nanoseconds', { event_date: '2027-01-01T00:00:00.123456789Z' }],
    ['a leap day', { event_date: '2028-02-29T23:59:59+14:00' }],
    ['a budget of minus zero', { event_budget_amount: -0 }],
    ['a capacity written as 1e1', { pickup_slot_capacity: { raw: '1e1' } }],
    ['a name that is a word of JavaScript', { name: '__proto__' }],
  ])('%s: it is kept as it was said, and the lists still work', async (_what, fields) => {
    const payload = writeJson({ name: 'Strange', event_budget_amount: 1, ...fields })
    const create = operations.find(({ operationId }) => operationId === 'createEvent')
    if (!create) throw new Error('no createEvent')
    const made = await send({ operation: create, payload, type: json })
    expect(made.status, made.text).toBe(201)
    const event = JSON.parse(made.text) as Record<string, unknown>
    const said = Object.entries(fields).filter(
      ([name, value]) => typeof value === 'string' && !name.endsWith('_date') && !name.endsWith('_at'),
    )
    expect(event).toMatchObject(Object.fromEntries(said))
    expect((await tenant.owner.get(`/events/${String(event.id)}`)).body).toEqual(event)
    expect((await tenant.owner.get('/events?limit=100')).status).toBe(200)
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })
})
