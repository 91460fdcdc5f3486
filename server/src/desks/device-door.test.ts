import { beforeAll, expect, test } from 'vitest'
import { enrolDevice } from '../testing/desks.ts'
import type { TestDevice } from '../testing/desks.ts'
import { givenApp } from '../testing/given-app.ts'
import type { TestApp } from '../testing/given-app.ts'
import { call, givenSide, operationsOf } from '../testing/two-tenants.ts'
import type { Side } from '../testing/two-tenants.ts'

/** What a tablet may do, said once more: nothing here comes from the code it checks. */
const open = ['getOwnDesk', 'listDeskPeople', 'leaseDesk', 'giveBackLease', 'sendDeskLog', 'collect', 'undoCollection']
/** And what it may still do for a while after it was revoked. */
const openWhenRevoked = ['sendDeskLog']

let server: TestApp
let ours: Side
let tablet: TestDevice
beforeAll(async () => {
  server = await givenApp()
  ours = await givenSide(server, 'Aster')
  const { event_id, desk_id } = ours.names
  tablet = await enrolDevice(server, ours.organizer, `/events/${event_id}/desks/${desk_id}`)
})

const closedOperations = () =>
  operationsOf(server.app).filter(({ name, permission }) => permission !== 'public' && !open.includes(name))

test('a tablet is refused every other operation of the document, at its own event too', async () => {
  expect(closedOperations().length).toBeGreaterThan(80)
  const wrong: string[] = []
  for (const operation of closedOperations()) {
    const { status, body, text } = await call(tablet, operation, ours.names)
    if (status !== 403 || String(body.code) !== 'FORBIDDEN') wrong.push(`${operation.name}: ${text}`)
  }
  expect(wrong).toEqual([])
  expect((await tablet.get('/desk')).status).toBe(200)
})

test('nobody else may do what is a tablet’s', async () => {
  const theirs = operationsOf(server.app).filter(({ permission }) => permission === 'device')
  expect(theirs.map(({ name }) => name).sort()).toEqual(open.slice(0, 5).sort())
  for (const operation of theirs) {
    for (const role of ['owner', 'organizer', 'desk'] as const) {
      expect((await call(ours[role], operation, ours.names)).status, `${role} ${operation.name}`).toBe(403)
    }
  }
})

test('one that was revoked may tell its log, and nothing else', async () => {
  const { event_id, desk_id } = ours.names
  const revoked = await enrolDevice(server, ours.organizer, `/events/${event_id}/desks/${desk_id}`)
  await ours.organizer.delete(`/events/${event_id}/desks/${desk_id}/devices/${revoked.id}`)
  const patience = { timeout: 1_500, interval: 50 }
  await expect.poll(async () => (await revoked.get('/desk')).status, patience).toBe(401)
  const wrong: string[] = []
  for (const operation of operationsOf(server.app).filter(({ permission }) => permission !== 'public')) {
    if (openWhenRevoked.includes(operation.name)) continue
    const { status, text } = await call(revoked, operation, ours.names)
    if (status !== 401 && status !== 403) wrong.push(`${operation.name}: ${text}`)
  }
  expect(wrong).toEqual([])
  expect((await revoked.post('/desk/log', {})).status).toBe(422)
})
