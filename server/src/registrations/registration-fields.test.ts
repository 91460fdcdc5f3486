import { beforeAll, expect, test } from 'vitest'
import { givenGala } from '../testing/gala.ts'
import type { Gala } from '../testing/gala.ts'
import { givenApp, givenTenant } from '../testing/given-app.ts'
import type { TestTenant } from '../testing/given-app.ts'

let tenant: TestTenant
let gala: Gala
beforeAll(async () => {
  tenant = await givenTenant(await givenApp())
  gala = await givenGala(tenant, { options: { Mug: { total: 10, cost: 25 }, Talk: { total: 10, type: 'TRACK' } } })
  for (const [label, hour] of [
    ['North 10:00', 10],
    ['South 11:00', 11],
  ] as const) {
    await tenant.organizer.post(`${gala.path}/slots`, {
      label,
      location: label.slice(0, 5),
      starts_at: `2027-05-21T${hour}:00:00+02:00`,
      ends_at: `2027-05-21T${hour}:30:00+02:00`,
    })
  }
  const ann = await gala.person('ann')
  await tenant.owner.put(`/users/${ann.userId}`, { department: 'Finance' })
})

const north = {
  label: 'North 10:00',
  location: 'North',
  starts_at: '2027-05-21T08:00:00.000Z',
  ends_at: '2027-05-21T08:30:00.000Z',
}
const south = {
  label: 'South 11:00',
  location: 'South',
  starts_at: '2027-05-21T09:00:00.000Z',
  ends_at: '2027-05-21T09:30:00.000Z',
}

test('every answer says who, what, and where to be', async () => {
  const ann = await gala.person('ann')
  const asked = await gala.register('ann', 'Mug', 'North 10:00')
  const plain = { event_name: 'Gala', option_name: 'Mug', option_type: 'INVENTORY' }
  expect(asked.body).toMatchObject({ ...plain, pickup: north })
  expect(asked.body.person).toEqual({ name: `ann of ${gala.eventId}`, department: 'Finance' })

  const approved = await gala.approve('ann', { assigned_pickup_slot: 'South 11:00' })
  const person = { name: `ann of ${gala.eventId}`, department: 'Finance', email: expect.stringMatching(/@northwind/) }
  expect(approved.body).toMatchObject({ ...plain, person, pickup: south, preferred_pickup_slot: 'North 10:00' })

  const path = `${gala.path}/registrations/${gala.registrationOf('ann')}`
  expect((await tenant.auditor.get(path)).body).toEqual({ ...approved.body, qr_token: null })
  expect((await tenant.auditor.get(`${gala.path}/registrations`)).body[0]).toMatchObject({
    ...plain,
    person,
    pickup: south,
  })
  const [own] = (await ann.get('/me/registrations')).body
  expect(own).toMatchObject({ ...plain, pickup: south })
  expect(own?.person).toEqual({ name: `ann of ${gala.eventId}`, department: 'Finance' })
})

test('it says by name who approved it, and who ended it, to those who see it and to its own person', async () => {
  const cleo = await gala.person('cleo')
  const path = `${gala.path}/registrations/`
  expect((await gala.register('cleo')).body.approved_by_name).toBeNull()
  const approver = tenant.approver.userId
  const name = String((await tenant.approver.get('/me')).body.user?.name)
  expect((await gala.approve('cleo')).body).toMatchObject({ approved_by: approver, approved_by_name: name })
  const own = `${path}${gala.registrationOf('cleo')}`
  expect((await cleo.get(own)).body).toMatchObject({ approved_by_name: name })
  // Whoever changes it later finds the name of who approved it before, too.
  const cancelled = await tenant.organizer.put(own, { status: 'CANCELLED' })
  expect(cancelled.body).toMatchObject({ status: 'CANCELLED', approved_by_name: name })
  await tenant.approver.put(own, { notes: 'said sorry' })
  const organizer = String((await tenant.organizer.get('/me')).body.user?.name)
  for (const person of [tenant.auditor, cleo]) {
    expect((await person.get(own)).body).toMatchObject({ approved_by_name: name, closed_by_name: organizer })
  }
  expect((await tenant.auditor.get(`${gala.path}/registrations?q=cleo`)).body[0]).toMatchObject({
    approved_by_name: name,
  })

  await gala.register('dora')
  const dora = await gala.person('dora')
  const hers = `${path}${gala.registrationOf('dora')}`
  expect((await dora.get(hers)).body).not.toHaveProperty('closed_by_name')
  await dora.put(hers, { status: 'CANCELLED' })
  expect((await dora.get(hers)).body).toMatchObject({
    approved_by_name: null,
    closed_by_name: `dora of ${gala.eventId}`,
  })
})

test('who wants no slot has nowhere to be, and the desk reads no registrations', async () => {
  const asked = await gala.register('bob', 'Talk')
  expect(asked.body).toMatchObject({ option_type: 'TRACK', pickup: null, person: { department: null } })
  expect((await tenant.desk.get(`${gala.path}/registrations`)).status).toBe(403)
  expect((await tenant.desk.get(`${gala.path}/registrations/${gala.registrationOf('bob')}`)).status).toBe(403)
})

test('an answer given again under its key is the first one, whatever the person is called by then', async () => {
  const eve = await gala.person('eve')
  await gala.register('eve')
  const path = `${gala.path}/registrations/${gala.registrationOf('eve')}`
  const key = { 'idempotency-key': 'approve-eve' }
  const first = await tenant.approver.put(path, { status: 'APPROVED' }, key)
  await tenant.owner.put(`/users/${eve.userId}`, { name: 'Eve Renamed' })

  const again = await tenant.approver.put(path, { status: 'APPROVED' }, key)
  expect(again.body).toEqual(first.body)
  expect((await tenant.approver.put(path, { status: 'APPROVED' })).body).toMatchObject({
    person: { name: 'Eve Renamed' },
  })
})
