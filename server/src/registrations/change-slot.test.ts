import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { givenGala } from '../testing/gala.ts'
import type { Gala } from '../testing/gala.ts'
import { givenApp, givenTenant } from '../testing/given-app.ts'
import type { TestTenant } from '../testing/given-app.ts'
import type { Client } from '../testing/reply.ts'

let tenant: TestTenant
let gala: Gala
beforeAll(async () => {
  tenant = await givenTenant(await givenApp())
})
beforeEach(async () => {
  gala = await givenGala(tenant, { slotCapacity: 1, hold: { slot: 'hold' } })
  for (const label of ['10:00', '11:00', '12:00']) await tenant.organizer.post(`${gala.path}/slots`, { label })
  await gala.register('ann', 'Mug', '10:00')
})

const move = async (name: string, slot: string, by?: Client) =>
  (by ?? (await gala.person(name))).put(`${gala.path}/registrations/${gala.registrationOf(name)}`, {
    preferred_pickup_slot: slot,
  })
const slots = async () =>
  Object.fromEntries(
    [...(await tenant.auditor.get(`${gala.path}/slots`)).body].map((slot) => [
      String(slot.label),
      Number(slot.available),
    ]),
  )
const trail = async () => (await tenant.auditor.get(`${gala.path}/audit?limit=1`)).body[0]

describe('while it is pending', () => {
  test('Ann prefers another slot, and lets go of the first', async () => {
    expect(await move('ann', '11:00')).toMatchObject({
      status: 200,
      body: {
        status: 'PENDING',
        preferred_pickup_slot: '11:00',
        assigned_pickup_slot: null,
        pickup: { label: '11:00' },
      },
    })
    expect(await slots()).toEqual({ '10:00': 1, '11:00': 0, '12:00': 1 })
    expect(await trail()).toMatchObject({ action: 'registration.moved', from_status: 'PENDING', to_status: 'PENDING' })
    expect((await gala.approve('ann')).body).toMatchObject({ assigned_pickup_slot: '11:00' })
    expect(await gala.verify()).toMatchObject({ is_intact: true })
  })

  test('a full slot says which have room', async () => {
    await gala.register('bob', 'Mug', '11:00')
    expect(await move('ann', '11:00')).toMatchObject({
      status: 409,
      body: { conflict_type: 'SLOT_CONFLICT', alternatives: ['12:00 (1 available)'] },
    })
    expect(await move('ann', 'noon')).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'body.preferred_pickup_slot' }] },
    })
  })

  test('after registration has closed only who decides changes it', async () => {
    await tenant.organizer.put(gala.path, { registration_end_date: '2021-01-01T00:00:00Z' })
    expect(await move('ann', '11:00')).toMatchObject({ status: 409, body: { conflict_type: 'REGISTRATION_CLOSED' } })
    expect(await move('ann', '11:00', tenant.approver)).toMatchObject({ status: 200 })
  })
})

describe('once it is approved', () => {
  beforeEach(() => gala.approve('ann'))

  test('Ann takes her place along until the day begins in the zone of the event', async () => {
    expect((await move('ann', '11:00')).body).toMatchObject({
      status: 'APPROVED',
      preferred_pickup_slot: '11:00',
      assigned_pickup_slot: '11:00',
    })
    expect(await slots()).toEqual({ '10:00': 1, '11:00': 0, '12:00': 1 })
    expect(await gala.verify()).toMatchObject({ is_intact: true, ledger_entries: 1 })

    await tenant.organizer.put(gala.path, { event_date: new Date(Date.now() + 48 * 3_600_000).toISOString() })
    expect(await move('ann', '12:00')).toMatchObject({ status: 200 })
    await tenant.organizer.put(gala.path, { event_date: new Date().toISOString() })
    expect(await move('ann', '10:00')).toMatchObject({ status: 409, body: { code: 'SLOT_FIXED' } })
    expect(await move('ann', '10:00', tenant.organizer)).toMatchObject({
      status: 200,
      body: { assigned_pickup_slot: '10:00' },
    })
    expect(await gala.verify()).toMatchObject({ is_intact: true })
  })

  test('two people after the last place: one of them has it', async () => {
    await gala.register('bob', 'Mug', '11:00')
    await gala.approve('bob')
    const both = await Promise.all([move('ann', '12:00'), move('bob', '12:00')])
    expect(both.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 409])
    expect(await gala.verify()).toMatchObject({ is_intact: true })
  })

  test('sent again under its key it is done once', async () => {
    const ann = await gala.person('ann')
    const path = `${gala.path}/registrations/${gala.registrationOf('ann')}`
    const first = await ann.put(path, { preferred_pickup_slot: '11:00' }, { 'idempotency-key': 'move' })
    await ann.put(path, { preferred_pickup_slot: '12:00' })
    expect((await ann.put(path, { preferred_pickup_slot: '11:00' }, { 'idempotency-key': 'move' })).body).toEqual(
      first.body,
    )
    expect((await ann.get(path)).body).toMatchObject({ assigned_pickup_slot: '12:00' })
  })

  test('nobody else does it for her, and it stands alone', async () => {
    const bob = await gala.person('bob')
    expect(await move('ann', '11:00', bob)).toMatchObject({
      status: 403,
      body: { detail: expect.stringMatching(/change the slot/) },
    })
    const reply = await (
      await gala.person('ann')
    ).put(`${gala.path}/registrations/${gala.registrationOf('ann')}`, {
      preferred_pickup_slot: '11:00',
      status: 'CANCELLED',
    })
    expect(reply).toMatchObject({ status: 422, body: { errors: [{ path: 'body.preferred_pickup_slot' }] } })
    await gala.cancel('ann')
    expect(await move('ann', '11:00')).toMatchObject({ status: 409, body: { code: 'INVALID_TRANSITION' } })
  })
})
