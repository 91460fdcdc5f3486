import { roles } from '@allot/contract'
import type { Role } from '@allot/contract'
import { beforeAll, describe, expect, test } from 'vitest'
import { givenGala } from '../testing/gala.ts'
import { givenApp, testSecret } from '../testing/given-app.ts'
import type { TestApp, TestClient } from '../testing/given-app.ts'
import type { Json, Reply } from '../testing/reply.ts'
import { call, givenSide, operationsOf, onePixel } from '../testing/two-tenants.ts'
import type { Names, Operation, Side } from '../testing/two-tenants.ts'
import { deriveSecrets } from './secrets.ts'

let server: TestApp
let ours: Side
let paths: { event: string; option: string; registration: string }

beforeAll(async () => {
  server = await givenApp()
  ours = await givenSide(server, 'Aster')
  const event = `/events/${ours.names.event_id}`
  paths = { event, option: `${event}/options`, registration: `${event}/registrations/${ours.names.registration_id}` }
})

// The golden lists: a field that is added has to be added here too, for those who may see it.

const eventFields = [
  'closed_at',
  'created_at',
  'created_by',
  'currency',
  'description',
  'ends_at',
  'event_date',
  'event_type',
  'hold_policy',
  'id',
  'is_active',
  'lottery',
  'name',
  'options',
  'pickup_slot_capacity',
  'published',
  'registration_end_date',
  'registration_limit',
  'registration_start_date',
  'slug',
  'timezone',
  'updated_at',
  'venue',
  'waitlist_policy',
]
const budgetFields = ['budget_committed', 'event_budget_amount', 'summary']
const summaryFields = [
  'approved_count',
  'held_amount',
  'pending_amount',
  'pending_count',
  'places_committed',
  'places_total',
  'slots_committed',
  'slots_total',
  'waitlisted_count',
]
const optionFields = [
  'available_slots',
  'available_to_register',
  'committed_count',
  'description',
  'ends_at',
  'event_id',
  'hold_stock',
  'id',
  'is_active',
  'option_name',
  'option_type',
  'picture',
  'starts_at',
  'total_available',
  'waiting_count',
]
const slotFields = [
  'available',
  'capacity',
  'committed_count',
  'ends_at',
  'event_id',
  'held_count',
  'id',
  'is_defined',
  'label',
  'location',
  'location_id',
  'starts_at',
]
const registrationFields = [
  'amount_committed',
  'approved_at',
  'approved_by',
  'approved_by_name',
  'assigned_pickup_slot',
  'collected_at',
  'created_at',
  'event_id',
  'event_name',
  'event_option_id',
  'id',
  'notes',
  'offer_expires_at',
  'option_name',
  'option_type',
  'person',
  'pickup',
  'preferred_pickup_slot',
  'qr_token',
  'status',
  'user_id',
]
const endpointFields = [
  'created_at',
  'description',
  'disabled_reason',
  'event_ids',
  'events',
  'failing_since',
  'id',
  'last_success_at',
  'previous_secret_expires_at',
  'status',
  'updated_at',
  'url',
]
const deliveryFields = [
  'attempts',
  'created_at',
  'endpoint_id',
  'event_id',
  'finished_at',
  'id',
  'last_error',
  'next_attempt_at',
  'status',
  'subject_id',
  'type',
]
const pickupFields = ['ends_at', 'label', 'location', 'location_id', 'starts_at']
const seeBudget: readonly Role[] = ['owner', 'organizer', 'approver', 'auditor']
const collect: readonly Role[] = ['owner', 'organizer', 'desk']

describe('fields by role', () => {
  test.each(roles)('%s', async (role) => {
    const client = ours[role]
    const [event, options, slots] = [
      await client.get(paths.event),
      await client.get(paths.option),
      await client.get(`${paths.event}/slots`),
    ]
    const [listed] = (await client.get('/events')).body
    const expectedEvent = [...eventFields, ...(seeBudget.includes(role) ? budgetFields : [])].sort()
    const expectedOption = [...optionFields, ...(role === 'desk' ? [] : ['cost_per_unit'])].sort()
    expect(fieldsOf(event.body)).toEqual(expectedEvent)
    expect(fieldsOf(listed)).toEqual(expectedEvent)
    expect(fieldsOf(event.body.summary)).toEqual(seeBudget.includes(role) ? summaryFields : [])
    expect(fieldsOf(event.body.options?.[0])).toEqual(expectedOption)
    expect(fieldsOf(options.body[0])).toEqual(expectedOption)
    expect(fieldsOf(slots.body[0])).toEqual(slotFields)

    const registration = await client.get(paths.registration)
    if (role === 'desk') return expect(registration.status).toBe(403)
    expect(fieldsOf(registration.body)).toEqual(registrationFields)
    // An address is for those who see registrations, and not even its own person's for anybody else.
    const personFields = ['department', ...(seeBudget.includes(role) ? ['email'] : []), 'name']
    expect(fieldsOf(registration.body.person)).toEqual(personFields)
    expect(fieldsOf(registration.body.pickup)).toEqual(pickupFields)
    return expect(registration.body.qr_token === null).toBe(!collect.includes(role) && role !== 'member')
  })

  test('of a webhook endpoint and what was sent there its owner reads everything but the secret', async () => {
    const path = `/webhook-endpoints/${ours.names.endpoint_id}`
    expect(fieldsOf((await ours.owner.get(path)).body)).toEqual(endpointFields)
    expect(fieldsOf((await ours.owner.get('/webhook-endpoints')).body[0])).toEqual(endpointFields)
    const { body } = await ours.owner.get(`${path}/deliveries/${ours.names.delivery_id}`)
    expect(fieldsOf((await ours.owner.get(`${path}/deliveries`)).body[0])).toEqual(deliveryFields)
    expect(fieldsOf(body)).toEqual([...deliveryFields, 'attempt_log', 'message'].sort())
    expect(fieldsOf(body.attempt_log?.[0])).toEqual(['at', 'attempt_no', 'error', 'milliseconds', 'status_code'])
  })

  test('the desk reads no mail address but its own, and no amount anywhere', async () => {
    for (const [operation, answer] of await readEverything('desk')) {
      // Of a PDF the text is packed: documents/ looks at what stands in it.
      if (answer.headers['content-type'] === 'application/pdf') continue
      const text = operation === 'getMe' ? answer.text.replace(/"email":"[^"]*"/, '') : answer.text
      expect(text, operation).not.toMatch(/@|"\w*(amount|cost|budget|balance)\w*":-?\d/)
    }
  })

  test('a member reads no figure of the budget, not even in a refusal', async () => {
    for (const [operation, answer] of await readEverything('member')) {
      expect(answer.text, operation).not.toMatch(/"(event_budget_amount|budget_\w*|total_budget|balance)"/)
      expect(answer.text, operation).not.toMatch(/100.?000/)
    }
    const poor = await givenGala(ours, { budget: 61.37, options: { Mug: { total: 5, cost: 80 } } })
    const wish = { event_option_id: poor.options.Mug }
    const refused = await ours.member.post(`${poor.path}/register`, wish)
    const asked = await ours.member.post(`${poor.path}/check-conflicts`, wish)
    expect(refused).toMatchObject({ status: 409, body: { conflict_type: 'BUDGET_EXHAUSTED' } })
    expect(asked).toMatchObject({ status: 200, body: { conflict_type: 'BUDGET_EXHAUSTED' } })
    expect(`${refused.text} ${asked.text}`).not.toMatch(/61.37|18.63/)
    expect((await ours.approver.post(`${poor.path}/check-conflicts`, wish)).text).toMatch(/61\.37/)
  })

  test('a member reads no name but their own and that of who approved theirs, and no address but their own where they are asked who they are', async () => {
    const bob = await ours.add('member', 'Bob Others')
    const asked = await bob.post(`${paths.event}/register`, { event_option_id: ours.names.option_id })
    expect(asked).toMatchObject({ status: 201, body: { person: { name: 'Bob Others' } } })
    const people = [...(await ours.owner.get('/users?limit=100')).body].filter(
      ({ id }) => String(id) !== ours.member.userId,
    )
    expect(people.length).toBeGreaterThan(roles.length)
    for (const [operation, answer] of await readEverything('member')) {
      const said = operation === 'getMe' ? answer.text.replace(/"email":"[^"]*"/, '') : answer.text
      const text = said.replaceAll(/"approved_by_name":"approver \d+"/g, '')
      expect(text, operation).not.toContain('@')
      for (const { name } of people) expect(text, operation).not.toContain(String(name))
    }
    // It is there for those who may see it, so that the looking proves something.
    const seen = (await readEverything('auditor')).map(([, { text }]) => text).join(' ')
    for (const text of ['@', 'Bob Others']) expect(seen).toContain(text)
  })

  test('a QR token is read by its owner and by those who collect; by nobody else, in no list and no decision', async () => {
    const { registration_id: id } = ours.names
    const token = deriveSecrets(testSecret).qrToken(ours.tenantId, id, 1)
    expect((await ours.member.get(paths.registration)).body.qr_token).toBe(token)
    for (const role of ['approver', 'auditor', 'desk'] as const) {
      for (const [operation, { text }] of await readEverything(role)) expect(text, operation).not.toContain(token)
    }
    const decided = await ours.approver.put(paths.registration, { status: 'APPROVED' })
    expect(decided).toMatchObject({ status: 200, body: { qr_token: null } })
    const other = await ours.add('member')
    const instead = await ours.approver.post(`${paths.event}/register`, {
      event_option_id: ours.names.option_id,
      user_id: other.userId,
    })
    expect(instead).toMatchObject({ status: 201, body: { qr_token: null, user_id: other.userId } })
    expect((await other.get('/me/registrations')).body[0]?.qr_token).toMatch(/^[A-Z2-7]{32}$/)
  })
})

describe('one’s own and others’', () => {
  test('a member sees and cancels what is theirs, and neither sees nor touches what is not', async () => {
    const gala = await givenGala(ours)
    await gala.register('ann')
    const [ann, bob] = [await gala.person('ann'), await gala.person('bob')]
    const path = `${gala.path}/registrations/${gala.registrationOf('ann')}`
    expect(await ann.get(path)).toMatchObject({ status: 200, body: { user_id: ann.userId } })
    expect(await bob.get(path)).toMatchObject({ status: 403, body: { code: 'FORBIDDEN' } })
    for (const patch of [
      { status: 'CANCELLED' },
      { status: 'APPROVED' },
      { status: 'REJECTED' },
      { notes: 'mine' },
      { preferred_pickup_slot: 'noon' },
    ]) {
      expect(await bob.put(path, patch)).toMatchObject({ status: 403 })
    }
    expect(await ann.put(path, { status: 'APPROVED' })).toMatchObject({ status: 403 })
    expect(
      await bob.post(`${gala.path}/register`, { event_option_id: gala.options.Mug, user_id: ann.userId }),
    ).toMatchObject({ status: 403 })
    expect((await bob.get('/me/registrations')).body).toEqual([])
    expect(await ann.get(path)).toMatchObject({ body: { status: 'PENDING', notes: null } })
    expect(await ann.put(path, { status: 'CANCELLED' })).toMatchObject({ status: 200, body: { status: 'CANCELLED' } })
  })

  test('those who decide do not decide on their own, but cancel it; a tenant’s only owner does', async () => {
    const gala = await givenGala(ours)
    for (const role of ['organizer', 'approver', 'owner'] as const) {
      const { body } = await ours[role].post(`${gala.path}/register`, { event_option_id: gala.options.Mug })
      const path = `${gala.path}/registrations/${String(body.id)}`
      const isOnlyOwner = role === 'owner'
      const approved = await ours[role].put(path, { status: 'APPROVED' })
      expect(approved).toMatchObject(
        isOnlyOwner ? { status: 200 } : { status: 403, body: { code: 'OWN_REGISTRATION' } },
      )
      expect(await ours[role].put(path, { status: 'CANCELLED' })).toMatchObject({ status: 200 })
    }
  })

  test('a draft is there for those who may change it, and for nobody else, however they ask', async () => {
    const draft = await ours.organizer.post('/events', { name: 'Secret', event_budget_amount: 10, published: false })
    const event_id = String(draft.body.id)
    const option = { option_name: 'Mug', option_type: 'INVENTORY', total_available: 1 }
    const option_id = String((await ours.organizer.post(`/events/${event_id}/options`, option)).body.id)
    const hall = await ours.organizer.post(`/events/${event_id}/locations`, { name: 'Hall' })
    await ours.organizer.put(`/events/${event_id}/options/${option_id}/picture?alt=Mug`, onePixel)
    const desk_id = String((await ours.organizer.post(`/events/${event_id}/desks`, { name: 'Desk' })).body.id)
    const names: Names = { ...ours.names, event_id, option_id, location_id: String(hall.body.id), desk_id }
    const inEvents = operationsOf(server.app).filter(({ path }) => path.startsWith('/events/{event_id}'))
    expect(inEvents.length).toBeGreaterThan(15)
    for (const role of roles) {
      const isManager = role === 'owner' || role === 'organizer'
      for (const operation of inEvents.filter(
        ({ name }) => !isManager || /^(get|list|verify|stream|export)[A-Z]/.test(name),
      )) {
        const { status } = await call(ours[role], operation, names)
        const expected = isManager ? (operation.name === 'getRegistration' ? 404 : 200) : status === 403 ? 403 : 404
        expect(status, `${role} ${operation.name}`).toBe(expected)
      }
      expect((await ours[role].get('/events')).text.includes(event_id)).toBe(isManager)
      expect((await ours[role].get(`/events/${event_id}`)).status).toBe(isManager ? 200 : 404)
    }
  })
})

test('a session may do what its person may; ending it and changing its password is for sessions alone', async () => {
  for (const role of ['owner', 'desk', 'member'] as const) {
    const person = await ours.add(role)
    const link = await ours.owner.post(`/users/${person.userId}/sign-in-links`)
    const entered = await server
      .as(undefined)
      .post('/auth/link', { code: link.body.code, password: 'green lamps hum softly' })
    const cookie = String(entered.headers['set-cookie']).split(';')[0] ?? ''
    const sameSite = { cookie, 'sec-fetch-site': 'same-origin' }
    const browser = server.as(undefined)
    expect(await browser.get('/me', sameSite)).toMatchObject({ status: 200, body: { user: { role } } })
    expect((await browser.get('/users', sameSite)).status).toBe(role === 'owner' ? 200 : 403)
    expect((await browser.get('/tenants', sameSite)).status).toBe(403)
    const crossSite = { cookie, 'sec-fetch-site': 'cross-site' }
    expect(await browser.post('/auth/sign-out', undefined, crossSite)).toMatchObject({
      status: 403,
      body: { code: 'CROSS_SITE' },
    })
    for (const path of ['/auth/sign-out', '/auth/sign-out-everywhere']) {
      expect(await person.post(path)).toMatchObject({ status: 403, body: { code: 'FORBIDDEN' } })
    }
    const change = { current_password: 'green lamps hum softly', new_password: 'blue lamps hum loudly' }
    expect(await person.post('/auth/password', change)).toMatchObject({ status: 403 })
    // Rubbish beside a good cookie is rubbish: a cookie never stands in for a credential that was sent.
    expect(await server.as('rubbish').get('/me', sameSite)).toMatchObject({ status: 401 })
    expect((await browser.post('/auth/password', change, sameSite)).status).toBe(204)
    expect((await browser.post('/auth/sign-out', undefined, sameSite)).status).toBe(204)
  }
})

/** Every reading operation a role is let into, with its answer; of a stream all that could ever be told again. */
async function readEverything(role: Role): Promise<[string, Reply][]> {
  const reading = operationsOf(server.app).filter(
    // A picture is no text, and any sign may be among its bytes.
    ({ name, method, permission }) => method === 'get' && permission !== 'public' && name !== 'getOptionPicture',
  )
  const fromTheBeginning = { 'last-event-id': '0' }
  const ask = async (client: TestClient, operation: Operation): Promise<[string, Reply]> => [
    operation.name,
    await call(client, { ...operation, path: `${operation.path}?limit=100` }, ours.names, {}, fromTheBeginning).then(
      (reply) => (reply.status === 422 ? call(client, operation, ours.names) : reply),
    ),
  ]
  const answers = await Promise.all(reading.map((operation) => ask(ours[role], operation)))
  const read = answers.filter(([, { status }]) => status === 200)
  expect(read.length).toBeGreaterThan(5)
  return read
}

function fieldsOf(body: Json | undefined): string[] {
  return Object.keys(body ?? {}).sort()
}
