import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addRequested } from '../../server/src/ledger/budget-history.sql.ts'
import { MOST_LOOKED_AT } from '../../server/src/platform/counting.ts'
import { clientOf, givenApp } from '../../server/src/testing/given-app.ts'
import type { TestApp, TestClient } from '../../server/src/testing/given-app.ts'
import type { Client, Reply } from '../../server/src/testing/reply.ts'
import { explain, watchStatements } from './explain.ts'
import type { Sent, Work } from './explain.ts'
import { fillEvent, fillTenant } from './fill.ts'
import type { FilledEvent, World } from './fill.ts'

// Every request about an event of 100,000 registrations is really made, over the whole server; each statement that it
// sends to the database is then carried out again, to see what it reads.

const REGISTRATIONS = 100_000
/** A page, a batch, an event's options and slots: far below. All registrations: far above. */
const MOST_ROWS = 2_000
/** The smallest index on the registrations has several times as many. */
const MOST_PAGES = 150
/** Of an index and of the table, to look up one person. */
const PAGES_OF_A_PERSON = 3

let app: TestApp
let world: World
let event: FilledEvent
let asApp: pg.Client
const sent: Sent[] = []

beforeAll(async () => {
  app = await givenApp()
  const owner = new pg.Client(app.database.owner)
  await owner.connect()
  const services = { db: app.db, secrets: app.app.secrets }
  world = await fillTenant(owner, services, REGISTRATIONS / 4)
  event = await fillEvent(owner, services, world, { registrations: REGISTRATIONS, approved: 3_000, isMixed: true })
  await owner.end()
  asApp = new pg.Client(app.database.app)
  await asApp.connect()
  watchStatements(app.db, sent)
})
afterAll(() => asApp.end())

const path = () => `/events/${event.eventId}`
const pending = (nr: number) => event.pendingIds.at(nr) ?? ''
const middle = () => Buffer.from(pending(event.pendingIds.length / 2)).toString('base64url')

const requests: [name: string, send: (client: TestClient) => Promise<Reply>, people?: number][] = [
  ['the variance', (client) => client.get(`${path()}/budget-variance`)],
  ['the first page', (client) => client.get(`${path()}/registrations?limit=100`)],
  ['a page deep inside', (client) => client.get(`${path()}/registrations?limit=100&cursor=${middle()}`)],
  ['the pending', (client) => client.get(`${path()}/registrations?limit=100&status_filter=PENDING`)],
  [
    'the rejected',
    (client) => client.get(`${path()}/registrations?limit=100&status_filter=REJECTED&cursor=${middle()}`),
    // Few of one person are rejected: each row is somebody else's.
    100,
  ],
  ['the approved, of whom all are old', (client) => client.get(`${path()}/registrations?status_filter=APPROVED`)],
  ['one registration', (client) => client.get(`${path()}/registrations/${pending(0)}`)],
  ["one's own registrations", () => clientOf(app.app, world.people[0]?.key).get('/me/registrations')],
  ['the event', (client) => client.get(path())],
  ['all events', (client) => client.get('/events')],
  ['the options', (client) => client.get(`${path()}/options`)],
  ['the slots', (client) => client.get(`${path()}/slots`)],
  ['the ledger', (client) => client.get(`${path()}/ledger`)],
  ['the audit trail', (client) => client.get(`${path()}/audit`)],
  ['how the event stands, and what has just happened', (client) => client.stream(`${path()}/stream`, sinceEntry())],
  [
    'what would stand in the way',
    (client) => client.post(`${path()}/check-conflicts`, { event_option_id: event.optionIds[0] }),
  ],
  ['registering', (client) => client.post(`${path()}/register`, { event_option_id: event.optionIds[0] }, once())],
  ['approving', (client) => decide(client, pending(0), 'APPROVED')],
  ['rejecting', (client) => decide(client, pending(1), 'REJECTED')],
  ['cancelling what was approved', (client) => decide(client, pending(0), 'CANCELLED')],
]

test.each(requests)(
  '%s: reads what it shows, not every registration',
  { timeout: 20_000 },
  async (_name, send, people = 0) => {
    sent.length = 0
    const reply = await send(clientOf(app.app, world.organizer.key))
    expect([200, 201]).toContain(reply.status)

    expect(sent.length).toBeGreaterThan(0)
    expect(await heavyOf(sent, MOST_PAGES + people * PAGES_OF_A_PERSON)).toEqual([])
  },
)

// What no index finds is looked for among so many, and not among all.
const walked: [name: string, path: (event: FilledEvent) => string][] = [
  ['one option', ({ optionIds }) => `registrations?event_option_id=${optionIds[0]}`],
  ['one slot', () => 'registrations?slot=Desk%204'],
  ['a slot that nobody has', () => 'registrations?slot='],
  ['one name', () => 'registrations?q=organizer'],
  ['a name that all have', () => 'registrations?q=person'],
  ['a name that nobody has', () => 'registrations?q=zebedee'],
  ['a department that nobody is in', () => 'registrations?department=Nowhere'],
  ['no department, which is all', () => 'registrations?department='],
  ['waiting for days', () => 'registrations?waiting_days_min=3'],
  ['state, slot and name', () => 'registrations?status_filter=PENDING&slot=Desk%204&q=person'],
  ['facets', () => 'registrations/facets'],
  ['facets of what is pending', () => 'registrations/facets?status_filter=PENDING&department='],
  ['facets of a name', () => 'registrations/facets?q=person'],
  ['the ledger of a kind', () => 'ledger?kind=RELEASE'],
  ['the trail of an action', () => 'audit?action=budget'],
  ['the history of the budget', () => 'budget-history?days=all'],
]

test.each(walked)('%s: looks at as many as one request does', { timeout: 30_000 }, async (_name, pathOf) => {
  sent.length = 0
  const reply = await clientOf(app.app, world.organizer.key).get(`${path()}/${pathOf(event)}`)
  expect(reply.status).toBe(200)
  // Of each row a person, too: a few pages of an index and of the table.
  expect(await heavyOf(sent, MOST_LOOKED_AT * 8, MOST_LOOKED_AT + MOST_ROWS)).toEqual([])
})

test('the history of the budget, once what was requested is told, does not read the trail', async () => {
  const { tenantId, eventId } = event
  await app.db.transaction(tenantId, async (tx) => {
    const rows = await tx.query<{ audit_count: number }>(
      'select audit_count from event_books where tenant_id = $1 and event_id = $2',
      [tenantId, eventId],
    )
    await addRequested(tx, { tenantId, eventId }, rows[0]?.audit_count ?? 0)
  })
  sent.length = 0
  const reply = await clientOf(app.app, world.organizer.key).get(`${path()}/budget-history?days=all`)
  expect(reply.status).toBe(200)
  expect(await heavyOf(sent, MOST_PAGES)).toEqual([])
})

test('a batch of 200 approvals reads 200 registrations', { timeout: 20_000 }, async () => {
  sent.length = 0
  const client = clientOf(app.app, world.organizer.key)
  const replies = await Promise.all(event.pendingIds.slice(10, 210).map((id) => decide(client, id, 'APPROVED')))
  expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([200]))

  // Each of the 200 has some pages of its own, in the table and in its indexes.
  expect(await heavyOf(sent, MOST_PAGES * 200)).toEqual([])
})

test('a statement that does read them all is seen', async () => {
  const text = 'select count(*) from registrations where event_id = $1 and created_at > $2'
  const [found] = await heavyOf([{ text, parameters: [event.eventId, new Date(0)] }], MOST_PAGES)
  expect(found?.rows).toBeGreaterThanOrEqual(REGISTRATIONS)
  expect(found?.pages).toBeGreaterThan(MOST_PAGES + 100 * PAGES_OF_A_PERSON)
})

/** The statements that read too much, and how much. What only puts in reads nothing but what it was given. */
async function heavyOf(
  statements: readonly Sent[],
  mostPages: number,
  mostRows = MOST_ROWS,
): Promise<(Work & { text: string })[]> {
  const heavy: (Work & { text: string })[] = []
  for (const statement of statements.filter(({ text }) => !/^\s*insert/i.test(text))) {
    const work = await explain(asApp, event.tenantId, statement)
    if (work.rows >= mostRows || work.pages >= mostPages) heavy.push({ ...work, text: statement.text })
  }
  return heavy
}

function decide(client: Client, registrationId: string, status: string): Promise<Reply> {
  return client.put(`${path()}/registrations/${registrationId}`, { status }, once())
}

/** The audit trail has an entry for each of the 3,000 approvals. */
function sinceEntry(): Record<string, string> {
  return { 'last-event-id': '3005' }
}

let keys = 0
function once(): Record<string, string> {
  return { 'idempotency-key': `plans-${(keys += 1)}` }
}
