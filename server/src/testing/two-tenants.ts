import { newId } from '../platform/ids.ts'
import { deriveSecrets } from '../platform/secrets.ts'
import type { App } from '../platform/http.ts'
import { enrolDevice, signLog } from './desks.ts'
import { givenTenant, operatorToken, testSecret } from './given-app.ts'
import type { TestApp, TestClient, TestTenant } from './given-app.ts'
import { givenExport } from './files.ts'
import { untilOver } from './jobs.ts'
import { givenMessages } from './messages.ts'
import type { Reply } from './reply.ts'

/** One operation of the API, as the OpenAPI document has it. */
export type Operation = {
  name: string
  method: 'get' | 'post' | 'put' | 'delete'
  path: string
  permission: string
  /** Whether its answer goes on for as long as somebody reads it. */
  isStream: boolean
  /** Names of the parameters in its query. */
  query: string[]
}

const idNames = [
  'tenant_id',
  'event_id',
  'option_id',
  'slot_id',
  'location_id',
  'registration_id',
  'user_id',
  'key_id',
  'job_id',
  'notice_id',
  'endpoint_id',
  'delivery_id',
  'export_id',
  'desk_id',
  'token',
  'desk_id',
  'collection_id',
  'device_id',
] as const
type IdName = (typeof idNames)[number]

/** What a request can name: ids by the parameter they stand in, who acts, and texts that lists are searched for. */
export type Names = Record<
  IdName | 'actor_id' | 'dear_option_id' | 'to_slot_id' | 'slot_label' | 'slug' | 'department' | 'word',
  string
>

/** A tenant with one of everything, and the same again in another event of it. */
export type Side = TestTenant & { names: Names; elsewhere: Names }

/** Every operation of the document. */
export function operationsOf(app: App): Operation[] {
  const { paths } = app.swagger() as unknown as { paths: Record<string, Record<string, Described>> }
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => ({
      name: described.operationId,
      method: method as Operation['method'],
      path,
      permission: described['x-allot-permission'],
      isStream: described.responses[200]?.content?.['text/event-stream'] !== undefined,
      query: (described.parameters ?? []).filter((parameter) => parameter.in === 'query').map(({ name }) => name),
    })),
  )
}
type Described = {
  operationId: string
  'x-allot-permission': string
  parameters?: { in: string; name: string }[]
  responses: Record<number, { content?: Record<string, unknown> } | undefined>
}

/** The parameters in the path of an operation, from left to right. */
function idsInPath({ path }: Operation): IdName[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as IdName)
}

/** Names of things that nobody has: as random as ours, and of this very moment. */
export function nobodys(): Names {
  const ids = Object.fromEntries(idNames.map((name) => [name, newId()])) as Record<IdName, string>
  return {
    ...ids,
    actor_id: newId(),
    dear_option_id: newId(),
    to_slot_id: newId(),
    slot_label: `Gate ${newId()}`,
    slug: `gala-${newId()}`,
    department: `Department ${newId()}`,
    word: newId(),
  }
}

/** What a request can name beside one's own: by twos that must be answered alike, the second of them nobody's. */
export function strangers(operation: Operation, ours: Side, theirs: Side): [string, Names, Names][] {
  const ids = idsInPath(operation)
  const [first] = ids
  // What is furthest in: what it is in is named in its own operations.
  const second = ids.length > 1 ? ids.at(-1) : undefined
  const nobody = nobodys()
  // Whoever has the link of an offer may open it.
  if (first === undefined || first === 'token') return []
  // To the operator every tenant is one like any other.
  if (first === 'tenant_id' && second === undefined) return []
  const last = second ?? first
  const within = { ...ours.names, [last]: nobody[last] }
  const pairs: [string, Names, Names][] = []
  if (first !== 'tenant_id') pairs.push(['another tenant', theirs.names, nobody])
  if (second !== undefined)
    pairs.push(['another tenant, in ours', { ...ours.names, [last]: theirs.names[last] }, within])
  if (first === 'event_id' && second !== undefined) {
    pairs.push(['another event', { ...ours.names, [last]: ours.elsewhere[last] }, within])
  }
  return pairs
}

let count = 0
/** A text that is used once. */
const anew = (prefix: string) => `${prefix}${(count += 1)}`

const someWords = ({ event_id }: Names) => ({
  kind: 'registration_received',
  language: 'en',
  event_id,
  subject: anew('Subject '),
  body: 'Hello {{person.name}}',
})

/** Where nobody listens; nothing is sent there, for nobody works. */
const nowhere = 'https://127.0.0.1:9/hooks'

/** A PNG of one pixel. */
export const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** What has to stand in a query. */
const queries: Record<string, string> = {
  previewOverlaps: '?starts_at=2027-05-21T09:00:00Z&ends_at=2027-05-21T10:00:00Z',
  putOptionPicture: '?alt=A%20mug',
}
const scanOf = ({ registration_id, desk_id }: Pick<Names, 'registration_id' | 'desk_id'>) => ({
  registration_id,
  desk_id,
  nonce: anew('scan-of-tests-'),
  at: '2027-05-21T10:00:00Z',
})

/** A body that an operation takes; what it names is among the names. */
const bodies: Record<string, (names: Names) => object> = {
  collect: scanOf,
  undoCollection: () => ({ reason: anew('Reason ') }),
  createTenant: () => ({ name: anew('Tenant ') }),
  suspendTenant: () => ({ is_active: false }),
  createTenantUser: () => ({ email: `${anew('guest')}@example.org`, name: 'Guest', role: 'member' }),
  createTenantApiKey: ({ user_id }) => ({ user_id, name: 'another' }),
  updateTenant: () => ({ timezone: 'Europe/Paris' }),
  updateProfile: () => ({ theme: 'dark' }),
  createUser: () => ({ email: `${anew('person')}@example.org`, name: 'Person', role: 'member' }),
  updateUser: () => ({ department: anew('Department ') }),
  createApiKey: ({ user_id }) => ({ user_id, name: 'another' }),
  createEvent: () => ({ name: anew('Event '), event_budget_amount: 100 }),
  closeBooks: () => ({ uncollected: 'return', early: true, dry_run: true }),
  reopenBooks: () => ({ reason: anew('Reason ') }),
  updateEvent: () => ({ venue: anew('Hall ') }),
  createOption: () => ({ option_name: anew('Option '), option_type: 'INVENTORY', total_available: 5 }),
  updateOption: () => ({ description: anew('Description ') }),
  putOptionPicture: () => onePixel,
  createSlot: () => ({ label: anew('Slot ') }),
  createSlots: () => ({ slots: [{ label: anew('Slot ') }, { label: anew('Slot ') }] }),
  updateSlot: () => ({ location: anew('Gate ') }),
  createLocation: () => ({ name: anew('Hall ') }),
  updateLocation: () => ({ floor: anew('Floor ') }),
  planSlots: ({ location_id }) => ({
    location_id,
    days: ['2027-05-21'],
    opening: [{ from: '09:00', to: '10:00' }],
    slot_minutes: 30,
    people_per_slot: 5,
  }),
  movePeople: ({ to_slot_id }) => ({ to_slot_id, dry_run: true }),
  register: ({ option_id }) => ({ event_option_id: option_id }),
  decideRegistration: () => ({ status: 'CANCELLED' }),
  checkConflicts: ({ option_id }) => ({ event_option_id: option_id }),
  decideRegistrations: ({ registration_id }) => ({
    action: 'approve',
    registration_ids: [registration_id],
    dry_run: true,
  }),
  markInbox: () => ({ is_read: true }),
  updateNotificationSettings: () => ({ kinds: [] }),
  updateTenantNotificationSettings: () => ({ language: 'en' }),
  updateEventNotificationSettings: () => ({ promised_days: 4 }),
  saveNoticeTemplate: someWords,
  resetNoticeTemplate: ({ event_id }) => ({ kind: 'digest', language: 'de', event_id }),
  previewNoticeTemplate: someWords,
  testNoticeTemplate: someWords,
  retryOutbox: () => ({ status: 'FAILED' }),
  createWebhookEndpoint: () => ({ url: nowhere, events: ['event.updated'] }),
  updateWebhookEndpoint: () => ({ description: anew('Receiver ') }),
  rotateWebhookSecret: () => ({}),
  joinWaitlist: ({ option_id }) => ({ event_option_id: option_id }),
  moveOnWaitlist: () => ({ to_position: 1, reason: anew('Reason ') }),
  startExport: () => ({ kind: 'registrations', format: 'csv' }),
  createDesk: () => ({ name: anew('Desk ') }),
  updateDesk: () => ({ location: anew('Gate ') }),
  createDeskDevice: () => ({ name: anew('Tablet ') }),
  enrolDesk: () => ({ code: `${'A'.repeat(22)}_${'A'.repeat(32)}`, public_key: 'A'.repeat(43) }),
  leaseDesk: () => ({}),
  signIn: () => ({}),
  signInByLink: () => ({}),
  requestSignInLink: () => ({ email: 'nobody@example.org' }),
  changePassword: () => ({ current_password: 'not the password', new_password: 'another good one' }),
}

/** What can be named in a body instead of in the path. */
export const namedInBody: Record<string, Record<string, keyof Names>> = {
  createSlot: { location_id: 'location_id' },
  updateSlot: { location_id: 'location_id' },
  planSlots: { location_id: 'location_id' },
  movePeople: { to_slot_id: 'to_slot_id' },
  register: { event_option_id: 'option_id', user_id: 'user_id', preferred_pickup_slot: 'slot_label' },
  checkConflicts: { event_option_id: 'option_id', preferred_pickup_slot: 'slot_label' },
  collect: { registration_id: 'registration_id', desk_id: 'desk_id' },
  joinWaitlist: { event_option_id: 'option_id', user_id: 'user_id', preferred_pickup_slot: 'slot_label' },
  decideRegistration: { assigned_pickup_slot: 'slot_label', preferred_pickup_slot: 'slot_label' },
  saveNoticeTemplate: { event_id: 'event_id' },
  resetNoticeTemplate: { event_id: 'event_id' },
  previewNoticeTemplate: { event_id: 'event_id' },
  testNoticeTemplate: { event_id: 'event_id' },
  createApiKey: { user_id: 'user_id' },
  createTenantApiKey: { user_id: 'user_id' },
}

const ofRegistrations = {
  event_option_id: 'option_id',
  slot: 'slot_label',
  department: 'department',
  q: 'word',
} as const
const ofCollections = { event_option_id: 'option_id', desk_id: 'desk_id' } as const
const ofTrails = { subject_id: 'registration_id', actor_id: 'actor_id' } as const
const ofTenantTrails = { subject_id: 'user_id', actor_id: 'actor_id' } as const
/** And what in a query. */
export const namedInQuery: Record<string, Record<string, keyof Names>> = {
  listEvents: { q: 'word', slug: 'slug' },
  listUsers: { q: 'word' },
  listRegistrations: ofRegistrations,
  getRegistrationFacets: ofRegistrations,
  exportRegistrations: ofRegistrations,
  listOutcomes: { event_option_id: 'option_id', slot_id: 'slot_id' },
  exportRegistrationsXlsx: ofRegistrations,
  exportWaitlist: { event_option_id: 'dear_option_id' },
  exportWaitlistXlsx: { event_option_id: 'dear_option_id' },
  exportCollections: ofCollections,
  exportCollectionsXlsx: ofCollections,
  listExports: { event_id: 'event_id' },
  listWaitlist: { event_option_id: 'dear_option_id' },
  listCollections: { desk_id: 'desk_id', event_option_id: 'option_id', q: 'word' },
  listLedger: { registration_id: 'registration_id' },
  listJobs: { event_id: 'event_id' },
  listOutbox: { event_id: 'event_id' },
  exportLedger: { registration_id: 'registration_id' },
  exportLedgerXlsx: { registration_id: 'registration_id' },
  listAudit: ofTrails,
  exportAudit: ofTrails,
  listTenantAudit: ofTenantTrails,
  exportTenantAudit: ofTenantTrails,
}

/** Calls an operation with a good body, in which `more` may replace something. */
export function call(
  client: TestClient,
  operation: Operation,
  names: Names,
  more: object = {},
  headers = {},
): Promise<Reply> {
  const query = queries[operation.name] ?? ''
  const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: IdName) => names[name]) + query
  const body = bodies[operation.name]?.(names)
  if (Buffer.isBuffer(body)) return client.put(path, body, headers)
  switch (operation.method) {
    case 'get':
      return operation.isStream ? client.stream(path, headers) : client.get(path, headers)
    case 'delete':
      return client.delete(path, headers)
    case 'post':
      return client.post(path, body && { ...body, ...more }, headers)
    case 'put':
      return client.put(path, body && { ...body, ...more }, headers)
  }
}

/** An answer without what differs between any two: the id of the request, and the time. */
export function withoutRequest({ status, text, headers }: Reply): string {
  const { 'x-request-id': id, date: _date, ...rest } = headers
  return JSON.stringify([status, text.replaceAll(String(id), 'REQUEST'), rest])
}

/** A tenant with a person of every role, two events, and in each an option, a slot, and a registration of the member. */
export async function givenSide(server: TestApp, name: string): Promise<Side> {
  const tenant = await givenTenant(server, name)
  const guest = await tenant.add('member', `${name} guest`)
  const key = await made(tenant.owner.post('/api-keys', { user_id: guest.userId, name: `${name} key` }))
  const department = `${name} department`
  const placed = await tenant.owner.put(`/users/${tenant.member.userId}`, { department })
  if (placed.status !== 200) throw new Error(`not placed: ${placed.text}`)
  const endpoint_id = await givenEndpoint(tenant, name)
  const own = {
    tenant_id: tenant.tenantId,
    endpoint_id,
    delivery_id: await givenDelivery(server, tenant, endpoint_id),
    user_id: guest.userId,
    key_id: key,
    actor_id: tenant.owner.userId,
    department,
    word: name.toLowerCase(),
  }
  const names = { ...own, ...(await givenEvent(server, tenant, `${name} gala`, guest.userId)) }
  return {
    ...tenant,
    names,
    elsewhere: { ...own, ...(await givenEvent(server, tenant, `${name} fair`, guest.userId)) },
  }
}

async function givenEndpoint(tenant: TestTenant, description: string): Promise<string> {
  return made(tenant.owner.post('/webhook-endpoints', { url: nowhere, description, events: ['event.updated'] }))
}

/** A test that was sent once, in vain. */
async function givenDelivery(server: TestApp, { owner, tenantId }: TestTenant, endpointId: string): Promise<string> {
  const { status, body, text } = await owner.post(`/webhook-endpoints/${endpointId}/test`)
  if (status !== 202) throw new Error(`not sent: ${text}`)
  await server.db.transaction(tenantId, (tx) =>
    tx.query(
      `insert into webhook_attempts (tenant_id, delivery_id, attempt_no, at, milliseconds, error)
       values ($1, $2, 1, now(), 3, 'The connection was refused.')`,
      [tenantId, body.id],
    ),
  )
  return String(body.id)
}

type EventNames = Pick<
  Names,
  | 'event_id'
  | 'option_id'
  | 'slot_id'
  | 'slot_label'
  | 'location_id'
  | 'to_slot_id'
  | 'slug'
  | 'registration_id'
  | 'job_id'
  | 'notice_id'
  | 'token'
  | 'dear_option_id'
  | 'export_id'
  | 'desk_id'
  | 'collection_id'
  | 'device_id'
>

async function givenEvent(server: TestApp, tenant: TestTenant, name: string, guestId: string): Promise<EventNames> {
  const slug = name.toLowerCase().replaceAll(' ', '-')
  const waitlist_policy = { promotion: 'offer' }
  const event = { name, slug, event_budget_amount: 100_000, waitlist_policy }
  const event_id = await made(tenant.organizer.post('/events', event))
  const path = `/events/${event_id}`
  const slot_label = `${name} gate`
  const slot_id = await made(tenant.owner.post(`${path}/slots`, { label: slot_label }))
  const to_slot_id = await made(tenant.owner.post(`${path}/slots`, { label: `${name} other gate` }))
  const location_id = await made(tenant.owner.post(`${path}/locations`, { name: `${name} hall` }))
  const option_id = await givenOption(tenant, event_id, `${name} mug`)
  const pictured = await tenant.organizer.put(`${path}/options/${option_id}/picture?alt=A%20mug`, onePixel)
  if (pictured.status !== 200) throw new Error(`no picture: ${pictured.text}`)
  const ask = { event_option_id: option_id, preferred_pickup_slot: slot_label, notes: `${name} notes` }
  const once = { 'idempotency-key': `${name.replaceAll(' ', '-')}-once` }
  const registration_id = await made(tenant.member.post(`${path}/register`, ask, once))
  const approved = await tenant.approver.put(`${path}/registrations/${registration_id}`, { status: 'APPROVED' })
  if (approved.status !== 200) throw new Error(`not approved: ${approved.text}`)
  const trial = { action: 'cancel', registration_ids: [registration_id], dry_run: true }
  const started = await tenant.approver.post(`${path}/registrations/batch`, trial, { prefer: 'respond-async' })
  if (started.status !== 202) throw new Error(`no job: ${started.text}`)
  const job_id = String(started.body.id)
  await untilOver(tenant.auditor, job_id)
  const { option_id: dear_option_id } = await givenWaiting(tenant, event_id)
  const { token } = await givenOffer(tenant, event_id)
  const desk = await givenDesk(server, tenant, event_id, name, option_id)
  const collection_id = await givenCollection(tenant, event_id, guestId, option_id, desk.desk_id)
  const notice_id = await givenMessages(server.db, tenant, { event_id, registration_id, name })
  const export_id = await givenExport(tenant.owner, event_id)
  const places = { slot_id, to_slot_id, slot_label, location_id }
  const names = { event_id, option_id, ...places, slug, registration_id, job_id, notice_id, token, dear_option_id }
  return { ...names, ...desk, collection_id, export_id }
}

/** A desk with a tablet that holds one thing without a network, and has handed out another. */
async function givenDesk(
  server: TestApp,
  tenant: TestTenant,
  eventId: string,
  name: string,
  optionId: string,
): Promise<Pick<Names, 'desk_id' | 'device_id'>> {
  const path = `/events/${eventId}`
  const registered: string[] = []
  const options: string[] = []
  for (const thing of ['badge', 'bag']) {
    const event_option_id = await givenOption(tenant, eventId, `${name} ${thing}`, 0)
    const id = await made(tenant.member.post(`${path}/register`, { event_option_id }))
    const approved = await tenant.approver.put(`${path}/registrations/${id}`, { status: 'APPROVED' })
    if (approved.status !== 200) throw new Error(`not approved: ${approved.text}`)
    options.push(event_option_id)
    registered.push(id)
  }
  const desk = { name: `${name} desk`, location: `${name} hall`, event_option_ids: [...options, optionId] }
  const desk_id = await made(tenant.organizer.post(`${path}/desks`, desk))
  const device = await enrolDevice(server, tenant.organizer, `${path}/desks/${desk_id}`, `${name} tablet`)
  const lease = await device.post('/desk/leases', { registration_ids: registered })
  const log = signLog(device, String(lease.body.id), [{ registrationId: registered[0] ?? '' }])
  const told = await device.post('/desk/log', { lease_id: lease.body.id, entries: log })
  if (told.status !== 200) throw new Error(`not told: ${told.text}`)
  return { desk_id, device_id: device.id }
}

/** The guest gets a new code, and collects. */
async function givenCollection(
  tenant: TestTenant,
  eventId: string,
  guestId: string,
  optionId: string,
  deskId: string,
): Promise<string> {
  const path = `/events/${eventId}`
  const id = await made(tenant.owner.post(`${path}/register`, { event_option_id: optionId, user_id: guestId }))
  await tenant.approver.put(`${path}/registrations/${id}`, { status: 'APPROVED' })
  const replaced = await tenant.organizer.post(`${path}/registrations/${id}/qr`)
  if (replaced.status !== 200) throw new Error(`no new code: ${replaced.text}`)
  const collected = await tenant.owner.post(`${path}/collections`, scanOf({ registration_id: id, desk_id: deskId }))
  if (!collected.body.collection) throw new Error(`not collected: ${collected.text}`)
  return String(collected.body.collection.id)
}

async function givenOption(tenant: TestTenant, eventId: string, name: string, cost = 12.5): Promise<string> {
  const option = { option_name: name, option_type: 'INVENTORY', total_available: 100, cost_per_unit: cost }
  return made(tenant.organizer.post(`/events/${eventId}/options`, option))
}

/** More than the budget of any event here: who wants it has to wait. */
const TOO_DEAR = 200_000

/** The member waits for something that there is no money for. */
async function givenWaiting(
  tenant: TestTenant,
  eventId: string,
): Promise<Pick<Names, 'option_id' | 'registration_id'>> {
  const option_id = await givenOption(tenant, eventId, anew('Dear '), TOO_DEAR)
  const registration_id = await made(tenant.member.post(`/events/${eventId}/waitlist`, { event_option_id: option_id }))
  return { option_id, registration_id }
}

/** It costs nothing any more, and is offered to them. */
async function givenOffer(
  tenant: TestTenant,
  eventId: string,
): Promise<Pick<Names, 'option_id' | 'registration_id' | 'token'>> {
  const waiting = await givenWaiting(tenant, eventId)
  const { status, text } = await tenant.organizer.put(`/events/${eventId}/options/${waiting.option_id}`, {
    cost_per_unit: 0,
  })
  if (status !== 200) throw new Error(`not offered: ${text}`)
  return { ...waiting, token: deriveSecrets(testSecret).offerToken(tenant.tenantId, waiting.registration_id) }
}

/** The names for one call of an operation: where it uses something up or takes it once, a new one. */
export async function freshNames(server: TestApp, side: Side, operation: string): Promise<Names> {
  const { names } = side
  const { event_id } = names
  switch (operation) {
    case 'suspendTenant':
      return { ...names, tenant_id: await made(server.as(operatorToken).post('/tenants', { name: anew('Spare ') })) }
    case 'archiveEvent':
      return {
        ...names,
        event_id: await made(side.organizer.post('/events', { name: anew('Spare '), event_budget_amount: 1 })),
      }
    case 'archiveSlot':
      return {
        ...names,
        slot_id: await made(side.organizer.post(`/events/${event_id}/slots`, { label: anew('Spare ') })),
      }
    case 'archiveLocation':
      return {
        ...names,
        location_id: await made(side.organizer.post(`/events/${event_id}/locations`, { name: anew('Spare ') })),
      }
    case 'archiveDesk':
      return {
        ...names,
        desk_id: await made(side.organizer.post(`/events/${event_id}/desks`, { name: anew('Spare ') })),
      }
    case 'revokeDeskDevice': {
      const waiting = await side.organizer.post(`/events/${event_id}/desks/${names.desk_id}/devices`, {})
      return { ...names, device_id: String(waiting.body.device?.id) }
    }
    case 'archiveWebhookEndpoint':
      return { ...names, endpoint_id: await givenEndpoint(side, anew('Spare ')) }
    case 'deleteOptionPicture': {
      const option_id = await givenOption(side, event_id, anew('Pictured '))
      await side.organizer.put(`/events/${event_id}/options/${option_id}/picture?alt=A%20mug`, onePixel)
      return { ...names, option_id }
    }
    case 'collect':
      return { ...names, registration_id: await givenToCollect(side, event_id) }
    case 'cancelExport':
      return { ...names, export_id: await givenExport(side.owner, event_id) }
    case 'joinWaitlist':
      return { ...names, option_id: await givenOption(side, event_id, anew('Dear '), TOO_DEAR) }
    case 'moveOnWaitlist':
      return { ...names, ...(await givenWaiting(side, event_id)) }
    case 'drawWaitlist': {
      const lottery = { name: anew('Lottery '), event_budget_amount: 1, waitlist_policy: { order: 'lottery' } }
      return { ...names, event_id: await made(side.organizer.post('/events', lottery)) }
    }
    case 'acceptOffer':
    case 'declineOffer':
    case 'getOffer':
    case 'acceptOfferByLink':
    case 'declineOfferByLink':
      return { ...names, ...(await givenOffer(side, event_id)) }
    case 'archiveOption':
    case 'register':
      return { ...names, option_id: await givenOption(side, event_id, anew('Spare ')) }
    case 'decideRegistration': {
      const option_id = await givenOption(side, event_id, anew('Spare '))
      const asked = side.member.post(`/events/${event_id}/register`, { event_option_id: option_id })
      return { ...names, option_id, registration_id: await made(asked) }
    }
    case 'retryJob':
    case 'cancelJob': {
      // One that is stopped already may be stopped again, one that failed goes on; any other could be over before.
      const job_id = newId()
      await server.db.transaction(side.tenantId, (tx) =>
        tx.query(
          `insert into jobs (tenant_id, id, event_id, status, request, registration_ids, total, created_by, finished_at)
           values ($1, $2, $3, $5, '{"action":"cancel","order":"oldest_first","mode":"best_effort","dry_run":true}',
                   '{}', 0, $4, now())`,
          [side.tenantId, job_id, event_id, side.owner.userId, operation === 'retryJob' ? 'FAILED' : 'CANCELLED'],
        ),
      )
      return { ...names, job_id }
    }
    default:
      return names
  }
}

async function made(reply: Promise<Reply>): Promise<string> {
  const { status, body, text } = await reply
  if (status !== 201) throw new Error(`not made: ${text}`)
  return String(body.id)
}

/** Something of the member's that was approved, and not collected. */
async function givenToCollect(tenant: TestTenant, eventId: string): Promise<string> {
  const event_option_id = await givenOption(tenant, eventId, anew('Bag '), 0)
  const id = await made(tenant.member.post(`/events/${eventId}/register`, { event_option_id }))
  const { status, text } = await tenant.approver.put(`/events/${eventId}/registrations/${id}`, { status: 'APPROVED' })
  if (status !== 200) throw new Error(`not approved: ${text}`)
  return id
}
