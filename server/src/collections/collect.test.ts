import { beforeAll, describe, expect, test } from 'vitest'
import { asOwner } from '../testing/as-owner.ts'
import { codeOf, givenApproved, givenDesk } from '../testing/collecting.ts'
import { enrolDevice } from '../testing/desks.ts'
import { givenGala } from '../testing/gala.ts'
import { givenApp, givenTenant } from '../testing/given-app.ts'
import type { TestApp, TestTenant } from '../testing/given-app.ts'

let server: TestApp
let tenant: TestTenant

beforeAll(async () => {
  server = await givenApp()
  tenant = await givenTenant(server)
})

const minutes = (count: number) => new Date(Date.now() + count * 60_000).toISOString()

describe('a scan', () => {
  test('hands out once, and says to the second who got it when and where', async () => {
    const gala = await givenGala(tenant)
    const { ann } = await givenApproved(gala, 'ann')
    const desk = await givenDesk(tenant, gala)
    const before = await tenant.auditor.get(`${gala.path}/budget-variance`)

    const first = await desk.scan({ token: ann })
    expect(first).toMatchObject({
      status: 200,
      body: {
        outcome: 'COLLECTED',
        registration: { id: gala.registrationOf('ann'), option_name: 'Mug', status: 'APPROVED' },
        collection: { collected_by_name: tenant.desk.userId ? expect.stringContaining('desk') : '' },
        timing: null,
        left_on_table: null,
        slot_progress: null,
      },
    })
    const again = await desk.scan({ token: ann })
    expect(again.body).toMatchObject({ outcome: 'ALREADY_COLLECTED', collection: first.body.collection })
    expect(again.body.message).toMatch(/has Mug already: at \d\d:\d\d, at Desk \d+ by desk/)
    expect((await desk.scan({ name: 'ann' })).body.outcome).toBe('ALREADY_COLLECTED')

    // Neither money nor stock was touched, and the books are what they say.
    expect((await tenant.auditor.get(`${gala.path}/budget-variance`)).body).toEqual(before.body)
    expect(await gala.verify()).toMatchObject({ is_intact: true })
    const audit = await tenant.auditor.get(`${gala.path}/audit?action=registration.collected`)
    expect(audit.body).toMatchObject([{ subject_id: gala.registrationOf('ann'), actor_id: tenant.desk.userId }])
    const registration = await tenant.auditor.get(`${gala.path}/registrations/${gala.registrationOf('ann')}`)
    expect(registration.body).toMatchObject({ status: 'APPROVED', collected_at: first.body.collection?.collected_at })
  })

  test('whatever else a code is, it is said in words and changes nothing', async () => {
    const gala = await givenGala(tenant, { options: { Mug: { total: 10 }, Cap: { total: 10 } } })
    const other = await givenGala(tenant)
    const strange = await givenTenant(server, 'Birch')
    const theirs = await givenGala(strange)
    const desk = await givenDesk(tenant, gala)
    const { ann, eve } = await givenApproved(gala, 'ann', 'eve')
    const { joe } = await givenApproved(other, 'joe')
    const { kim } = await givenApproved(theirs, 'kim')
    await gala.register('bob')
    await gala.register('liz')
    await gala.reject('liz')
    await gala.cancel('eve')
    const answerTo = async (token: string) => (await desk.scan({ token })).body

    expect(await answerTo('smudged')).toMatchObject({ outcome: 'NOT_FOUND', registration: null })
    expect(await answerTo('A'.repeat(32))).toMatchObject({ outcome: 'NOT_FOUND', registration: null })
    // The code of another tenant is nobody's here.
    expect(await answerTo(String(kim))).toEqual(await answerTo('A'.repeat(32)))
    expect(await answerTo(String(joe))).toMatchObject({
      outcome: 'WRONG_EVENT',
      registration: null,
      message: 'This code is of another event: Gala.',
    })
    expect(await answerTo(await codeOf(gala, 'bob'))).toMatchObject({
      outcome: 'NOT_APPROVED',
      registration: { status: 'PENDING' },
    })
    expect(await answerTo(await codeOf(gala, 'liz'))).toMatchObject({ outcome: 'NOT_APPROVED' })
    expect(await answerTo(String(eve))).toMatchObject({ outcome: 'REVOKED', collection: null })
    expect((await tenant.desk.get(`${gala.path}/collections`)).body).toEqual([])
    // Typed in groups and in small letters it is the same code.
    expect(
      await answerTo(
        String(ann)
          .toLowerCase()
          .replaceAll(/(.{4})/g, '$1 '),
      ),
    ).toMatchObject({ outcome: 'COLLECTED' })
  })

  test('a desk hands out what it is for, and says what is left on its table', async () => {
    const gala = await givenGala(tenant, { options: { Mug: { total: 10 }, Cap: { total: 10 } } })
    const { ann, bob } = await givenApproved(gala, 'ann', 'bob')
    const caps = await givenDesk(tenant, gala, { event_option_ids: [gala.options.Cap] })
    const mugs = await givenDesk(tenant, gala, {
      event_option_ids: [gala.options.Mug],
      counted: [{ event_option_id: gala.options.Mug, count: 5 }],
    })
    expect((await caps.scan({ token: ann })).body).toMatchObject({
      outcome: 'WRONG_DESK',
      message: 'This desk does not hand out Mug.',
    })
    expect((await mugs.scan({ token: ann })).body).toMatchObject({ outcome: 'COLLECTED', left_on_table: 4 })
    expect((await mugs.scan({ token: bob })).body).toMatchObject({ outcome: 'COLLECTED', left_on_table: 3 })
    const inventory = await tenant.desk.get(`${gala.path}/inventory`)
    expect(inventory.body).toContainEqual(
      expect.objectContaining({
        option_name: 'Mug',
        total_available: 10,
        on_hand: 8,
        promised: 0,
        handed_out: 2,
        left: 8,
        desks: [{ desk_id: mugs.deskId, name: expect.any(String), counted: 5, left_on_table: 3 }],
      }),
    )
  })

  test('early and late people are asked about, and let through where the event allows', async () => {
    const gala = await givenGala(tenant)
    const slots = [
      { label: 'Before', starts_at: minutes(-120), ends_at: minutes(-60) },
      { label: 'Now', starts_at: minutes(-30), ends_at: minutes(30) },
      { label: 'Soon', starts_at: minutes(60), ends_at: minutes(120) },
    ]
    await tenant.organizer.post(`${gala.path}/slots/batch`, { slots })
    for (const slot of slots) await tenant.organizer.post(`${gala.path}/slots`, slot)
    const desk = await givenDesk(tenant, gala)
    for (const [name, slot] of [
      ['ann', 'Before'],
      ['bob', 'Now'],
      ['eve', 'Soon'],
    ] as const) {
      await gala.register(name, 'Mug', slot)
      await gala.approve(name)
    }
    expect((await desk.scan({ name: 'bob' })).body).toMatchObject({
      outcome: 'COLLECTED',
      timing: 'on_time',
      slot_progress: { total: 1, collected: 1 },
    })
    expect((await desk.scan({ name: 'ann' })).body).toMatchObject({
      outcome: 'WRONG_SLOT',
      timing: 'late',
      may_override: true,
      slot_progress: { total: 1, collected: 0 },
    })
    expect((await desk.scan({ name: 'eve' })).body).toMatchObject({ outcome: 'WRONG_SLOT', timing: 'early' })
    expect((await desk.scan({ name: 'ann' }, { override_slot: true })).body).toMatchObject({ outcome: 'COLLECTED' })
    await asOwner(server.database, `update events set slot_override = 'never' where id = $1`, [gala.eventId])
    expect((await desk.scan({ name: 'eve' }, { override_slot: true })).body).toMatchObject({
      outcome: 'WRONG_SLOT',
      may_override: false,
    })
    // The clock of a tablet may be wrong by hours: what counts is the server's.
    await asOwner(server.database, `update events set slot_override = 'ask' where id = $1`, [gala.eventId])
    const wrong = await desk.scan({ name: 'eve' }, { at: minutes(90) })
    expect(wrong.body).toMatchObject({ outcome: 'WRONG_SLOT', timing: 'early' })

    const day = await tenant.auditor.get(`${gala.path}/day`)
    expect(day.body).toMatchObject({
      expected_now: [{ slot: 'Now', total: 1, collected: 1 }],
      next_slots: [{ slot: 'Soon', total: 1, collected: 0 }],
      collected_total: 2,
      approved_total: 3,
      no_shows: 0,
      desks: [{ desk_id: desk.deskId, collected: 2, refused: [{ outcome: 'WRONG_SLOT', count: 4 }] }],
      findings: [],
    })
  })
})

describe('a nonce', () => {
  test('sent again it is answered the same; with another scan it is refused', async () => {
    const gala = await givenGala(tenant)
    const { ann, bob } = await givenApproved(gala, 'ann', 'bob')
    const desk = await givenDesk(tenant, gala)
    const same = { nonce: 'the-same-nonce', at: '2027-05-21T10:00:00Z' }
    const first = await desk.scan({ token: ann }, same)
    expect(first.body.outcome).toBe('COLLECTED')
    const again = await desk.scan({ token: ann }, same)
    expect(again.body).toEqual(first.body)
    expect(again.headers['idempotency-replayed']).toBe('true')
    expect(await desk.scan({ token: bob }, same)).toMatchObject({ status: 422, body: { code: 'NONCE_REUSED' } })
    const elsewhere = await givenDesk(tenant, gala)
    expect((await elsewhere.scan({ token: bob }, same)).body.outcome).toBe('COLLECTED')
  })
})

describe('taking it back', () => {
  test('whoever made it within a minute, and who manages the event, with a reason; then it can be handed out again', async () => {
    const gala = await givenGala(tenant)
    const { ann } = await givenApproved(gala, 'ann')
    const desk = await givenDesk(tenant, gala)
    const id = String((await desk.scan({ token: ann })).body.collection?.id)
    const path = `${gala.path}/collections/${id}/undo`
    const another = await tenant.add('desk')
    expect(await another.post(path, { reason: 'Not mine' })).toMatchObject({ status: 403 })
    await asOwner(
      server.database,
      `update collections set collected_at = collected_at - interval '61 seconds' where id = $1`,
      [id],
    )
    expect(await tenant.desk.post(path, { reason: 'Too late' })).toMatchObject({
      status: 409,
      body: { code: 'UNDO_OVER' },
    })
    expect(await tenant.desk.post(path, { reason: '' })).toMatchObject({ status: 422 })
    const undone = await tenant.organizer.post(path, { reason: 'Wrong person' })
    expect(undone).toMatchObject({
      status: 200,
      body: { undone_reason: 'Wrong person', undone_at: expect.any(String) },
    })
    expect((await tenant.organizer.post(path, { reason: 'Again' })).body).toEqual(undone.body)
    expect((await tenant.desk.get(`${gala.path}/collections?undone=true&q=ann`)).body).toHaveLength(1)
    expect((await tenant.desk.get(`${gala.path}/collections?undone=false`)).body).toEqual([])

    const anew = await desk.scan({ token: ann })
    expect(anew.body).toMatchObject({ outcome: 'COLLECTED' })
    const own = await tenant.desk.post(`${gala.path}/collections/${String(anew.body.collection?.id)}/undo`, {
      reason: 'Took the wrong size',
    })
    expect(own.status).toBe(200)
    const audit = await tenant.auditor.get(`${gala.path}/audit?action=registration.uncollected`)
    expect(audit.body).toMatchObject([
      { detail: { reason: 'Took the wrong size' } },
      { detail: { reason: 'Wrong person' } },
    ])
    expect(await gala.verify()).toMatchObject({ is_intact: true })
  })

  test('who has collected gives nothing up, and keeps their slot, until it is undone', async () => {
    const gala = await givenGala(tenant)
    const { ann } = await givenApproved(gala, 'ann')
    const desk = await givenDesk(tenant, gala)
    const collected = await desk.scan({ token: ann })
    const refused = { status: 409, body: { code: 'ALREADY_COLLECTED' } }
    expect(await gala.cancel('ann')).toMatchObject(refused)
    expect(await gala.reject('ann')).toMatchObject(refused)
    const path = `${gala.path}/registrations/${gala.registrationOf('ann')}`
    expect(await tenant.approver.put(path, { assigned_pickup_slot: 'Another' })).toMatchObject(refused)
    expect(await (await gala.person('ann')).put(path, { preferred_pickup_slot: 'Another' })).toMatchObject(refused)
    const id = String(collected.body.collection?.id)
    await tenant.organizer.post(`${gala.path}/collections/${id}/undo`, { reason: 'Came back' })
    expect(await gala.cancel('ann')).toMatchObject({ status: 200 })
    expect(await gala.verify()).toMatchObject({ is_intact: true })
  })
})

describe('a new code', () => {
  test('is valid from then on, and the old one answers that it was replaced', async () => {
    const gala = await givenGala(tenant)
    const { ann: old } = await givenApproved(gala, 'ann')
    const desk = await givenDesk(tenant, gala)
    const path = `${gala.path}/registrations/${gala.registrationOf('ann')}/qr`
    expect(await (await gala.person('bob')).post(path)).toMatchObject({ status: 403 })
    const replaced = await (await gala.person('ann')).post(path)
    expect(replaced.status).toBe(200)
    expect(replaced.body.qr_token).not.toBe(old)
    expect(await codeOf(gala, 'ann')).toBe(replaced.body.qr_token)
    expect((await desk.scan({ token: old })).body).toMatchObject({
      outcome: 'REVOKED',
      registration: null,
      message: 'This code was replaced by a newer one: ask for that.',
    })
    expect((await desk.scan({ token: String(replaced.body.qr_token) })).body.outcome).toBe('COLLECTED')
    expect(await tenant.organizer.post(path)).toMatchObject({ status: 409, body: { code: 'ALREADY_COLLECTED' } })
    expect(await gala.verify()).toMatchObject({ is_intact: true })
  })
})

describe('a tablet', () => {
  test('collects at its own desk of its own event; what it holds, nobody else hands out or takes away', async () => {
    const gala = await givenGala(tenant)
    const elsewhere = await givenGala(tenant)
    const { ann, bob } = await givenApproved(gala, 'ann', 'bob')
    const [desk, another] = [await givenDesk(tenant, gala), await givenDesk(tenant, gala)]
    const tablet = await enrolDevice(server, tenant.organizer, `${gala.path}/desks/${desk.deskId}`)

    expect(await another.scan({ token: ann }, {}, tablet)).toMatchObject({
      status: 404,
      body: { code: 'DESK_NOT_FOUND' },
    })
    const away = await givenDesk(tenant, elsewhere)
    expect(await away.scan({ token: ann }, {}, tablet)).toMatchObject({
      status: 404,
      body: { code: 'EVENT_NOT_FOUND' },
    })
    const collected = await desk.scan({ token: ann }, {}, tablet)
    expect(collected.body).toMatchObject({ outcome: 'COLLECTED', collection: { collected_by_name: null } })
    const audit = await tenant.auditor.get(`${gala.path}/audit?action=registration.collected`)
    expect(audit.body).toMatchObject([{ actor_id: null, detail: { device_id: tablet.id } }])
    const list = await tenant.desk.get(`${gala.path}/collections`)
    expect(list.body).toMatchObject([{ device_id: tablet.id, device_name: 'Tablet', collected_by: null }])

    expect((await tablet.post('/desk/leases', {})).status).toBeLessThan(300)
    expect((await another.scan({ token: bob })).body).toMatchObject({ outcome: 'WRONG_DESK' })
    expect(await gala.cancel('bob')).toMatchObject({ status: 409, body: { code: 'LEASED' } })
    const path = `${gala.path}/registrations/${gala.registrationOf('bob')}/qr`
    expect(await tenant.organizer.post(path)).toMatchObject({ status: 409, body: { code: 'LEASED' } })
    expect((await desk.scan({ token: bob }, {}, tablet)).body).toMatchObject({ outcome: 'COLLECTED' })
    const undo = `${gala.path}/collections/${String(collected.body.collection?.id)}/undo`
    expect(await tablet.post(undo, { reason: 'Wrong size' })).toMatchObject({ status: 200 })
    expect(await gala.verify()).toMatchObject({ is_intact: true })
  })
})

test('once the books are closed nothing is handed out or taken back, until they are open again', async () => {
  const gala = await givenGala(tenant)
  const { ann, bob } = await givenApproved(gala, 'ann', 'bob')
  const desk = await givenDesk(tenant, gala)
  const collected = await desk.scan({ token: ann })
  const undo = `${gala.path}/collections/${String(collected.body.collection?.id)}/undo`
  const closing = `${gala.path}/closing`
  expect(await tenant.organizer.post(closing, { uncollected: 'return', early: true })).toMatchObject({ status: 200 })

  const closed = { status: 409, body: { code: 'EVENT_CLOSED' } }
  expect(await desk.scan({ token: bob })).toMatchObject(closed)
  expect(await tenant.organizer.post(undo, { reason: 'Too late' })).toMatchObject(closed)
  expect(await tenant.organizer.post(`${closing}/reopen`, { reason: 'A box was found.' })).toMatchObject({
    status: 200,
  })
  expect((await desk.scan({ token: bob })).body).toMatchObject({ outcome: 'COLLECTED' })
  expect(await gala.verify()).toMatchObject({ is_intact: true })
})
