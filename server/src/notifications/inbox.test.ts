import { beforeAll, describe, expect, test } from 'vitest'
import { asOwner } from '../testing/as-owner.ts'
import { givenGala } from '../testing/gala.ts'
import type { Gala } from '../testing/gala.ts'
import { givenApp, givenTenant } from '../testing/given-app.ts'
import type { TestApp, TestTenant } from '../testing/given-app.ts'
import type { Json } from '../testing/reply.ts'
import { remind, tellMornings } from './reminders.ts'

let server: TestApp
let tenant: TestTenant
beforeAll(async () => {
  // Without a mail server: what would be mail is kept.
  server = await givenApp({ work: { lookEveryMs: 100 } })
  tenant = await givenTenant(server)
})

const settle = () => server.working?.outbox.settle()
const kindsOf = (rows: Json) => [...rows].map(({ kind }) => String(kind))

describe('the inbox', () => {
  test('shows its person what happened, newest first, in their language, until it is read', async () => {
    const gala = await givenGala(tenant)
    const ann = await gala.person('ann')
    await gala.register('ann')
    await gala.approve('ann')
    await settle()
    const [approved, received] = [...(await ann.get('/me/inbox')).body]
    expect(approved).toMatchObject({
      kind: 'registration_approved',
      title: 'Approved: Mug for Gala',
      event_name: 'Gala',
      registration_id: gala.registrationOf('ann'),
      read_at: null,
    })
    expect((await ann.get('/me/inbox/summary')).body).toEqual({ unread_count: 2, newest_id: approved?.id })
    await ann.put('/me/profile', { language: 'de' })
    expect((await ann.get('/me/inbox')).body[0]).toMatchObject({ title: 'Zugesagt: Mug für Gala' })

    const marked = await ann.put('/me/inbox', { is_read: true, notice_ids: [received?.id] })
    expect(marked).toMatchObject({ status: 200, body: { unread_count: 1 } })
    expect((await ann.get('/me/inbox?is_unread=true')).body).toHaveLength(1)
    expect((await ann.put('/me/inbox', { is_read: true, up_to: received?.id })).body).toMatchObject({ unread_count: 1 })
    expect((await ann.put('/me/inbox', { is_read: true })).body).toMatchObject({ unread_count: 0 })
    expect((await ann.put('/me/inbox', { is_read: false, notice_ids: [received?.id] })).body).toMatchObject({
      unread_count: 1,
    })
  })

  test('is nobody else’s: another’s notice is not marked', async () => {
    const gala = await givenGala(tenant)
    await gala.register('bob')
    await settle()
    const bob = await gala.person('bob')
    const [notice] = [...(await bob.get('/me/inbox')).body]
    await tenant.owner.put('/me/inbox', { is_read: true, notice_ids: [notice?.id] })
    expect((await bob.get('/me/inbox/summary')).body).toMatchObject({ unread_count: 1 })
    expect((await tenant.owner.get('/me/inbox')).body).toEqual([])
  })
})

describe('what people choose', () => {
  test('holds for each kind and channel; what they must get stays', async () => {
    const gala = await givenGala(tenant)
    const eve = await gala.person('eve')
    const { kinds } = (await eve.get('/me/notification-settings')).body
    const named = [...(kinds as unknown as Json[])]
    expect(named.find(({ kind }) => String(kind) === 'registration_approved')).toMatchObject({
      mail: true,
      is_required: true,
    })
    expect(named.some(({ kind }) => /digest|invitation/.test(String(kind)))).toBe(false)
    const off = [{ kind: 'registration_received', mail: false, inbox: false }]
    expect((await eve.put('/me/notification-settings', { kinds: off })).status).toBe(200)
    const refused = await eve.put('/me/notification-settings', { kinds: [{ kind: 'slot_changed', mail: false }] })
    expect(refused).toMatchObject({ status: 422, body: { detail: /cannot be turned off/ } })
    expect((await eve.put('/me/notification-settings', { kinds: [{ kind: 'digest', mail: true }] })).status).toBe(422)
    await gala.register('eve')
    await gala.approve('eve')
    await settle()
    expect(kindsOf((await eve.get('/me/inbox')).body)).toEqual(['registration_approved'])
    const outbox = [...(await tenant.owner.get(`/outbox?event_id=${gala.eventId}&channel=mail`)).body]
    expect(outbox.map(({ kind }) => kind)).toEqual(['registration_approved'])
  })

  test('an organisation chooses its language and where answers go', async () => {
    const other = await givenTenant(server, 'Sued')
    const set = await other.owner.put('/notification-settings', { language: 'de', reply_to: 'hallo@example.org' })
    expect(set.body).toEqual({
      language: 'de',
      reply_to: 'hallo@example.org',
      is_mail_paused: false,
      is_mail_set_up: false,
    })
    expect((await other.owner.put('/notification-settings', { reply_to: 'a@b.de\r\nBcc: x@y.de' })).status).toBe(422)
    const gala = await givenGala(other)
    await gala.register('uwe')
    await settle()
    const uwe = await gala.person('uwe')
    expect((await uwe.get('/me/inbox')).body[0]).toMatchObject({ title: 'Deine Anfrage für Mug ist da' })
  })
})

describe('what has its time', () => {
  const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString()
  const approvedDaysAgo = (gala: Gala) =>
    asOwner(
      server.database,
      "update registrations set approved_at = now() - interval '5 days', created_at = now() - interval '6 days' where event_id = $1",
      [gala.eventId],
    )

  test('reminds who was approved before the event and before the pickup, once for each moment', async () => {
    const gala = await givenGala(tenant)
    const slot = { label: 'noon', starts_at: inHours(20.5), ends_at: inHours(21) }
    await tenant.organizer.post(`${gala.path}/slots`, slot)
    await tenant.organizer.put(gala.path, { event_date: inHours(20) })
    await tenant.organizer.put(`${gala.path}/notification-settings`, { pickup_reminder_hours: 21 })
    for (const name of ['ida', 'jan']) await gala.register(name, 'Mug', 'noon')
    await gala.approve('ida')
    await remind(server.db, tenant.tenantId)
    const ida = await gala.person('ida')
    await settle()
    // She has just been told everything.
    expect(kindsOf((await ida.get('/me/inbox')).body)).not.toContain('event_reminder')
    await asOwner(
      server.database,
      "update registrations set approved_at = now() - interval '5 days' where event_id = $1 and status = 'APPROVED'",
      [gala.eventId],
    )
    for (let time = 0; time < 3; time += 1) await remind(server.db, tenant.tenantId)
    const kinds = kindsOf((await ida.get('/me/inbox')).body)
    expect(kinds.filter((kind) => /reminder/.test(kind)).sort()).toEqual(['event_reminder', 'pickup_reminder'])
    expect(kindsOf((await (await gala.person('jan')).get('/me/inbox')).body)).toEqual(['registration_received'])
    // Put off, it is another moment.
    await tenant.organizer.put(gala.path, { event_date: inHours(22) })
    await remind(server.db, tenant.tenantId)
    const again = kindsOf((await ida.get('/me/inbox')).body).filter((kind) => kind === 'event_reminder')
    expect(again).toHaveLength(2)
  })

  test('never, where an event does not want it', async () => {
    const gala = await givenGala(tenant)
    await tenant.organizer.put(gala.path, { event_date: inHours(1) })
    await tenant.organizer.put(`${gala.path}/notification-settings`, { event_reminder_hours: null })
    await gala.register('kai')
    await gala.approve('kai')
    await approvedDaysAgo(gala)
    await remind(server.db, tenant.tenantId)
    expect(kindsOf((await (await gala.person('kai')).get('/me/inbox')).body)).not.toContain('event_reminder')
  })

  test('tells those who decide, once a day, what waits longer than promised', async () => {
    const other = await givenTenant(server, 'Late')
    const gala = await givenGala(other)
    await gala.register('lea')
    await tellMornings(server.db, other.tenantId, 0)
    expect(kindsOf((await other.approver.get('/me/inbox')).body)).toEqual(['digest'])
    await asOwner(
      server.database,
      "update registrations set created_at = now() - interval '6 days' where event_id = $1",
      [gala.eventId],
    )
    for (let time = 0; time < 3; time += 1) await tellMornings(server.db, other.tenantId, 0)
    const [waiting] = [...(await other.approver.get('/me/inbox')).body]
    expect(waiting).toMatchObject({ kind: 'requests_waiting', title: 'Waiting for longer than promised: 1 at Gala' })
    expect(kindsOf((await other.approver.get('/me/inbox')).body)).toEqual(['requests_waiting', 'digest'])
    expect(kindsOf((await other.member.get('/me/inbox')).body)).toEqual([])
  })

  test('tells those who manage an event when its budget passes the threshold, once for each time', async () => {
    const other = await givenTenant(server, 'Rich')
    const gala = await givenGala(other, { budget: 100 })
    const warnings = async () => {
      await settle()
      const rows = [...(await other.organizer.get('/me/inbox')).body]
      return rows.filter(({ kind }) => String(kind) === 'budget_threshold').map(({ title }) => title)
    }
    await other.organizer.put(`${gala.path}/notification-settings`, { budget_threshold_percent: 50 })
    for (const name of ['mia', 'noa', 'ole']) await gala.register(name)
    await gala.approve('mia')
    expect(await warnings()).toEqual([])
    await gala.approve('noa')
    await gala.approve('ole')
    expect(await warnings()).toHaveLength(1)
    await gala.cancel('ole')
    await gala.cancel('noa')
    expect(await warnings()).toHaveLength(1)
    await other.organizer.put(gala.path, { event_budget_amount: 40 })
    expect(await warnings()).toHaveLength(2)
    expect(kindsOf((await other.approver.get('/me/inbox')).body)).not.toContain('budget_threshold')
  })
})

test('what was kept is counted, and nobody but owners sees it', async () => {
  await expect
    .poll(async () => Number((await tenant.owner.get('/outbox/summary')).body.kept), { timeout: 10_000 })
    .toBeGreaterThan(3)
  expect((await tenant.owner.get('/outbox/summary')).body).toMatchObject({ is_mail_set_up: false, failed: 0 })
  expect((await tenant.organizer.get('/outbox')).status).toBe(403)
})
