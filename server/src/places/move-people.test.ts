import { beforeAll, describe, expect, test } from 'vitest'
import { givenGala } from '../testing/gala.ts'
import type { Gala, GalaOptions } from '../testing/gala.ts'
import { givenApp, givenTenant } from '../testing/given-app.ts'
import type { TestApp, TestTenant } from '../testing/given-app.ts'

let server: TestApp
let tenant: TestTenant
beforeAll(async () => {
  server = await givenApp()
  tenant = await givenTenant(server)
})

/** A gala with slots, by their labels: how many each takes, and its hour. */
async function givenSlots(slots: Record<string, { takes: number; hour: number }>, given: GalaOptions = {}) {
  const gala = await givenGala(tenant, given)
  const ids: Record<string, string> = {}
  for (const [label, { takes, hour }] of Object.entries(slots)) {
    const starts_at = new Date(Date.UTC(2027, 4, 21, hour)).toISOString()
    const { body } = await tenant.organizer.post(`${gala.path}/slots`, { label, capacity: takes, starts_at })
    ids[label] = String(body.id)
  }
  const move = (from: string, to: string, more: object = {}) =>
    tenant.approver.post(`${gala.path}/slots/${ids[from]}/move`, { to_slot_id: ids[to] ?? to, ...more })
  return { gala, ids, move, counts: () => countsOf(gala) }
}

async function countsOf({ path }: Gala): Promise<Record<string, number>> {
  const { body } = await tenant.member.get(`${path}/slots?limit=100`)
  return Object.fromEntries([...body].map((slot) => [String(slot.label), Number(slot.committed_count)]))
}

const preferredBy = async ({ path, registrationOf }: Gala, name: string) =>
  (await tenant.approver.get(`${path}/registrations/${registrationOf(name)}`)).body.preferred_pickup_slot

describe('moving people', () => {
  test('who is approved gets another slot, who asks asks for another; the last to ask move first', async () => {
    const { gala, move, counts } = await givenSlots({ nine: { takes: 5, hour: 9 }, ten: { takes: 5, hour: 10 } })
    for (const name of ['ann', 'bob', 'eve']) await gala.register(name, 'Mug', 'nine')
    await gala.approve('ann')
    await gala.approve('bob')
    const tried = await move('nine', 'ten', { count: 2, dry_run: true })
    expect(tried).toMatchObject({
      status: 200,
      body: {
        dry_run: true,
        moved: 2,
        refused: 0,
        rows: [
          { registration_id: gala.registrationOf('eve'), outcome: 'MOVED' },
          { registration_id: gala.registrationOf('bob'), outcome: 'MOVED' },
        ],
      },
    })
    expect(await counts()).toEqual({ nine: 2, ten: 0 })
    const moved = await move('nine', 'ten', { count: 2 })
    expect(moved.body.rows).toEqual(tried.body.rows)
    expect(await counts()).toEqual({ nine: 1, ten: 1 })
    expect(await preferredBy(gala, 'eve')).toBe('ten')
    expect((await gala.verify()).is_intact).toBe(true)
  })

  test('each has an answer of their own: who does not fit, is elsewhere, or is nobody, stays', async () => {
    const { gala, move, counts } = await givenSlots({
      nine: { takes: 5, hour: 9 },
      ten: { takes: 1, hour: 10 },
      noon: { takes: 5, hour: 12 },
    })
    for (const name of ['ann', 'bob']) await gala.register(name, 'Mug', 'nine')
    await gala.register('eve', 'Mug', 'noon')
    for (const name of ['ann', 'bob', 'eve']) await gala.approve(name)
    const nobody = '019b2f70-1c2d-7a5b-8e6f-3a4b5c6d7e04'
    const registration_ids = [...['ann', 'bob', 'eve'].map(gala.registrationOf), nobody]
    const { body } = await move('nine', 'ten', { registration_ids })
    expect(body).toMatchObject({
      total: 4,
      moved: 1,
      refused: 3,
      rows: [
        { outcome: 'MOVED', code: null },
        { outcome: 'REFUSED', code: 'SLOT_CONFLICT', message: 'ten is full: it takes 1 person.' },
        { outcome: 'REFUSED', code: 'NOT_IN_SLOT' },
        { outcome: 'REFUSED', code: 'REGISTRATION_NOT_FOUND' },
      ],
    })
    expect(await counts()).toEqual({ nine: 1, ten: 1, noon: 1 })
  })

  test('it stands in the audit trail, for each, by whom', async () => {
    const { gala, move } = await givenSlots({ nine: { takes: 5, hour: 9 }, ten: { takes: 5, hour: 10 } })
    await gala.register('ann', 'Mug', 'nine')
    await gala.approve('ann')
    await move('nine', 'ten')
    const { body } = await tenant.auditor.get(`${gala.path}/audit?action=registration.moved`)
    expect(body).toMatchObject([
      { action: 'registration.moved', subject_id: gala.registrationOf('ann'), actor_id: tenant.approver.userId },
    ])
  })

  test('the same key moves once', async () => {
    const { gala, ids, counts } = await givenSlots({ nine: { takes: 5, hour: 9 }, ten: { takes: 5, hour: 10 } })
    for (const name of ['ann', 'bob']) {
      await gala.register(name, 'Mug', 'nine')
      await gala.approve(name)
    }
    const once = () =>
      tenant.approver.post(
        `${gala.path}/slots/${ids.nine}/move`,
        { to_slot_id: ids.ten, count: 1 },
        { 'idempotency-key': `once-${gala.eventId}` },
      )
    expect((await once()).body).toEqual((await once()).body)
    expect(await counts()).toEqual({ nine: 1, ten: 1 })
  })

  test('to the same slot, to none, and with both people and a number it is refused', async () => {
    const { gala, ids, move } = await givenSlots({ nine: { takes: 5, hour: 9 }, ten: { takes: 5, hour: 10 } })
    expect(await move('nine', 'nine')).toMatchObject({ status: 422, body: { errors: [{ path: 'body.to_slot_id' }] } })
    expect(await move('nine', gala.eventId)).toMatchObject({ status: 404, body: { code: 'SLOT_NOT_FOUND' } })
    const both = { count: 1, registration_ids: [gala.eventId] }
    expect(await move('nine', 'ten', both)).toMatchObject({ status: 422, body: { errors: [{ path: 'body.count' }] } })
    await tenant.organizer.delete(`${gala.path}/slots/${ids.ten}`)
    expect(await move('nine', 'ten')).toMatchObject({ status: 404, body: { code: 'SLOT_NOT_FOUND' } })
  })

  test('nobody moves their own approved registration along with others', async () => {
    const { gala, ids, move, counts } = await givenSlots({ nine: { takes: 5, hour: 9 }, ten: { takes: 5, hour: 10 } })
    const ask = { event_option_id: gala.options.Mug, preferred_pickup_slot: 'nine' }
    const { body } = await tenant.approver.post(`${gala.path}/register`, ask)
    await tenant.organizer.put(`${gala.path}/registrations/${String(body.id)}`, { status: 'APPROVED' })
    expect(ids.nine).toBeDefined()
    expect((await move('nine', 'ten')).body.rows).toMatchObject([{ outcome: 'REFUSED', code: 'OWN_REGISTRATION' }])
    expect(await counts()).toEqual({ nine: 1, ten: 0 })
  })
})

describe('balancing', () => {
  test('the last to ask go to the nearest slot with room; done, nothing is left to do', async () => {
    const { gala, ids } = await givenSlots({
      nine: { takes: 1, hour: 9 },
      ten: { takes: 2, hour: 10 },
      noon: { takes: 9, hour: 12 },
    })
    for (const name of ['ann', 'bob', 'eve', 'joe']) await gala.register(name, 'Mug', 'ten')
    await gala.approve('ann')
    const balance = () => tenant.auditor.get(`${gala.path}/slots/balance`)
    const { body } = await balance()
    expect(body).toMatchObject({ over: 2, unplaced: 0 })
    expect(body.moves).toEqual([
      {
        from_slot_id: ids.ten,
        from_label: 'ten',
        to_slot_id: ids.nine,
        to_label: 'nine',
        count: 1,
        registration_ids: [gala.registrationOf('joe')],
      },
      {
        from_slot_id: ids.ten,
        from_label: 'ten',
        to_slot_id: ids.noon,
        to_label: 'noon',
        count: 1,
        registration_ids: [gala.registrationOf('eve')],
      },
    ])
    for (const move of body.moves ?? []) {
      const { to_slot_id, registration_ids } = move
      const path = `${gala.path}/slots/${String(move.from_slot_id)}/move`
      expect((await tenant.approver.post(path, { to_slot_id, registration_ids })).body).toMatchObject({ refused: 0 })
    }
    expect((await balance()).body).toEqual({ over: 0, unplaced: 0, moves: [] })
    for (const name of ['bob', 'eve', 'joe']) expect((await gala.approve(name)).status).toBe(200)
  })

  test('where no slot has room, how many are left is said', async () => {
    const { gala } = await givenSlots({ nine: { takes: 1, hour: 9 } })
    for (const name of ['ann', 'bob']) await gala.register(name, 'Mug', 'nine')
    expect((await tenant.organizer.get(`${gala.path}/slots/balance`)).body).toEqual({ over: 1, unplaced: 1, moves: [] })
  })
})
