import { beforeAll, describe, expect, test } from 'vitest'
import { givenGala } from '../testing/gala.ts'
import type { Gala } from '../testing/gala.ts'
import { givenApp, givenTenant } from '../testing/given-app.ts'
import type { TestApp, TestTenant } from '../testing/given-app.ts'
import type { Json } from '../testing/reply.ts'

let server: TestApp
let tenant: TestTenant
beforeAll(async () => {
  server = await givenApp()
  tenant = await givenTenant(server)
})

const define = (gala: Gala, label: string, more: object = {}) =>
  tenant.organizer.post(`${gala.path}/slots`, { label, ...more })
const slotsOf = async (gala: Gala): Promise<Record<string, Json>> =>
  Object.fromEntries(
    [...(await tenant.member.get(`${gala.path}/slots`)).body].map((slot) => [String(slot.label), slot]),
  )

describe('while an event defines no slots', () => {
  test('any label that somebody proposes is one, for ten people', async () => {
    const gala = await givenGala(tenant)
    expect(await gala.register('ann', 'Mug', '  around noon ')).toMatchObject({
      status: 201,
      body: { preferred_pickup_slot: 'around noon', assigned_pickup_slot: null },
    })
    await gala.register('bob', 'Mug', 'around noon')
    await gala.register('eve', 'Mug', 'later')
    await gala.approve('ann')
    expect(await slotsOf(gala)).toMatchObject({
      'around noon': { capacity: 10, committed_count: 1, held_count: 0, available: 9, is_defined: false },
      later: { capacity: 10, committed_count: 0, available: 10 },
    })
  })

  test('an event may say how many people a slot takes, and change its mind', async () => {
    const gala = await givenGala(tenant, { slotCapacity: 2, hold: { slot: 'hold' } })
    for (const name of ['ann', 'bob']) await gala.register(name, 'Mug', 'noon')
    expect(await gala.register('eve', 'Mug', 'noon')).toMatchObject({
      status: 409,
      body: { conflict_type: 'SLOT_CONFLICT' },
    })
    expect(await slotsOf(gala)).toMatchObject({ noon: { capacity: 2, held_count: 2, available: 0 } })
    await tenant.organizer.put(gala.path, { pickup_slot_capacity: 3 })
    expect((await gala.register('eve', 'Mug', 'noon')).status).toBe(201)
  })

  test('a request that is refused leaves no slot behind', async () => {
    const gala = await givenGala(tenant, { budget: 0, options: { Mug: { total: 1, cost: 1 } } })
    expect((await gala.register('ann', 'Mug', 'noon')).status).toBe(409)
    expect(await slotsOf(gala)).toEqual({})
  })

  test.each(['', '   ', 'x'.repeat(101), 5, ['noon']])('%j is no label', async (label) => {
    const gala = await givenGala(tenant)
    const body = { event_option_id: gala.options.Mug, preferred_pickup_slot: label }
    const reply = await tenant.member.post(`${gala.path}/register`, body)
    expect(reply).toMatchObject({ status: 422, body: { errors: [{ path: 'body.preferred_pickup_slot' }] } })
  })
})

describe('once an event defines slots', () => {
  test('only those exist, and a label that is none is refused with its field named', async () => {
    const gala = await givenGala(tenant)
    await gala.register('ann', 'Mug', 'whenever')
    expect((await define(gala, '10:00-11:00')).status).toBe(201)
    expect(Object.keys(await slotsOf(gala))).toEqual(['10:00-11:00'])
    for (const label of ['whenever', '11:00-12:00']) {
      expect(await gala.register('bob', 'Mug', label)).toMatchObject({
        status: 422,
        body: { errors: [{ path: 'body.preferred_pickup_slot' }] },
      })
    }
    expect((await gala.register('bob', 'Mug', '10:00-11:00')).status).toBe(201)
    expect((await gala.register('eve')).status).toBe(201)
  })

  test('who asked for a label before is approved for a slot that there is', async () => {
    const gala = await givenGala(tenant)
    await gala.register('ann', 'Mug', 'whenever')
    await define(gala, '10:00-11:00')
    const refused = await gala.approve('ann')
    expect(refused).toMatchObject({
      status: 409,
      body: { conflict_type: 'SLOT_CONFLICT', alternatives: ['10:00-11:00 (10 available)'] },
    })
    const approved = await gala.approve('ann', { assigned_pickup_slot: '10:00-11:00' })
    expect(approved).toMatchObject({
      status: 200,
      body: { preferred_pickup_slot: 'whenever', assigned_pickup_slot: '10:00-11:00' },
    })
    expect(await gala.verify()).toMatchObject({ is_intact: true })
  })

  test('a label that people proposed becomes the slot defined, with its people', async () => {
    const gala = await givenGala(tenant)
    for (const name of ['ann', 'bob']) await gala.register(name, 'Mug', 'noon')
    for (const name of ['ann', 'bob']) await gala.approve(name)
    expect(await define(gala, 'noon', { capacity: 1 })).toMatchObject({
      status: 409,
      body: { code: 'SLOT_OVERCOMMITTED' },
    })
    expect(await define(gala, 'noon', { capacity: 2 })).toMatchObject({
      status: 201,
      body: { committed_count: 2, available: 0 },
    })
    expect(await gala.verify()).toMatchObject({ is_intact: true })
  })

  test('alternatives are the slots with room, nearest in time first, with how much', async () => {
    const gala = await givenGala(tenant, { slotCapacity: 1 })
    const hours = ['08', '09', '10', '11', '12']
    for (const hour of hours)
      await define(gala, `${hour}:00`, { starts_at: `2027-05-21T${hour}:00:00Z`, capacity: Number(hour) - 7 })
    for (const name of ['ann', 'bob', 'eve', 'joe']) await gala.register(name, 'Mug', '10:00')
    for (const name of ['ann', 'bob', 'eve']) await gala.approve(name)
    const { body } = await gala.approve('joe')
    expect(body.alternatives).toEqual([
      '09:00 (2 available)',
      '11:00 (4 available)',
      '08:00 (1 available)',
      '12:00 (5 available)',
    ])
    const slots = await slotsOf(gala)
    expect(body.alternative_slots?.[0]).toEqual({ slot_id: slots['09:00']?.id, label: '09:00', available: 2 })
    expect(body.message).toBe('10:00 is full: it takes 3 people.')
  })
})

describe('defining and changing slots', () => {
  test("every field comes back as it was said; a slot without a capacity takes the event's", async () => {
    const gala = await givenGala(tenant, { slotCapacity: 7 })
    const wish = { location: 'Hall', starts_at: '2027-05-21T10:00:00.000Z', ends_at: '2027-05-21T11:00:00.000Z' }
    const reply = await define(gala, 'A', wish)
    expect(reply.status).toBe(201)
    expect(reply.body).toEqual({
      ...wish,
      id: expect.any(String),
      event_id: gala.eventId,
      label: 'A',
      location_id: null,
      capacity: 7,
      committed_count: 0,
      held_count: 0,
      available: 7,
      is_defined: true,
    })
    expect(await define(gala, 'A')).toMatchObject({ status: 409, body: { code: 'NAME_TAKEN' } })
    expect(await define(gala, 'B', { ends_at: wish.ends_at })).toMatchObject({ status: 422 })
    expect(await define(gala, 'B', { ...wish, ends_at: '2027-05-21T09:59:59Z' })).toMatchObject({ status: 422 })
    for (const capacity of [0, -1, 1.5, 1_000_001, '5']) {
      expect(await define(gala, 'B', { capacity })).toMatchObject({
        status: 422,
        body: { errors: [{ path: 'body.capacity' }] },
      })
    }
  })

  test("the event's new capacity is that of every slot without one of its own", async () => {
    const gala = await givenGala(tenant)
    await define(gala, 'own', { capacity: 4 })
    const { body: default_ } = await define(gala, 'default')
    await tenant.organizer.put(gala.path, { pickup_slot_capacity: 20 })
    expect(await slotsOf(gala)).toMatchObject({ own: { capacity: 4 }, default: { capacity: 20 } })
    const path = `${gala.path}/slots/${default_.id}`
    expect((await tenant.organizer.put(path, { capacity: 5 })).body.capacity).toBe(5)
    await tenant.organizer.put(gala.path, { pickup_slot_capacity: 30 })
    expect((await slotsOf(gala)).default?.capacity).toBe(5)
    expect((await tenant.organizer.put(path, { capacity: null })).body.capacity).toBe(30)
  })

  test("no capacity goes below the people who hold the slot: not its own, not the event's", async () => {
    const gala = await givenGala(tenant, { slotCapacity: 3 })
    const { body: noon } = await define(gala, 'noon')
    for (const name of ['ann', 'bob']) await gala.register(name, 'Mug', 'noon')
    for (const name of ['ann', 'bob']) await gala.approve(name)
    const path = `${gala.path}/slots/${noon.id}`
    expect(await tenant.organizer.put(path, { label: 'Never', capacity: 1 })).toMatchObject({
      status: 409,
      body: { code: 'SLOT_OVERCOMMITTED' },
    })
    const event = await tenant.organizer.put(gala.path, { name: 'Never', pickup_slot_capacity: 1 })
    expect(event).toMatchObject({ status: 409, body: { code: 'SLOT_OVERCOMMITTED' } })
    expect((await tenant.organizer.get(gala.path)).body).toMatchObject({ name: 'Gala', pickup_slot_capacity: 3 })
    expect(await slotsOf(gala)).toMatchObject({ noon: { capacity: 3 } })
    expect((await tenant.organizer.put(path, { capacity: 2 })).body).toMatchObject({ available: 0 })
    expect(await gala.verify()).toMatchObject({ is_intact: true })
  })

  test('only what is sent is changed, once, and a label that is taken is refused', async () => {
    const gala = await givenGala(tenant)
    const { body: noon } = await define(gala, 'noon', { location: 'Hall' })
    await define(gala, 'later')
    const path = `${gala.path}/slots/${noon.id}`
    expect((await tenant.organizer.put(path, { label: '12:00' })).body).toEqual({ ...noon, label: '12:00' })
    expect(await tenant.organizer.put(path, { label: 'later' })).toMatchObject({
      status: 409,
      body: { code: 'NAME_TAKEN' },
    })
    await tenant.organizer.put(path, { location: 'Hall' })
    const trail = [...(await tenant.auditor.get(`${gala.path}/audit`)).body].map(({ action }) => action)
    expect(trail.slice(0, 3)).toEqual(['slot.updated', 'slot.created', 'slot.created'])
    for (const field of ['committed_count', 'held_count', 'is_defined', 'available']) {
      expect(await tenant.organizer.put(path, { [field]: 1 })).toMatchObject({
        status: 422,
        body: { errors: [{ path: `body.${field}` }] },
      })
    }
  })

  test('a slot that somebody holds or asks for stays; one that nobody does goes, and any label is one again', async () => {
    const gala = await givenGala(tenant)
    const { body: noon } = await define(gala, 'noon')
    await gala.register('ann', 'Mug', 'noon')
    const path = `${gala.path}/slots/${noon.id}`
    expect(await tenant.organizer.delete(path)).toMatchObject({ status: 409, body: { code: 'SLOT_IN_USE' } })
    await gala.approve('ann')
    expect(await tenant.organizer.delete(path)).toMatchObject({ status: 409, body: { code: 'SLOT_IN_USE' } })
    await gala.cancel('ann')
    expect(await tenant.organizer.delete(path)).toMatchObject({ status: 204 })
    expect(await tenant.organizer.delete(path)).toMatchObject({ status: 404, body: { code: 'SLOT_NOT_FOUND' } })
    expect(await slotsOf(gala)).toEqual({})
    expect((await gala.register('bob', 'Mug', 'whenever')).status).toBe(201)
    expect(await gala.verify()).toMatchObject({ is_intact: true })
  })

  test('a slot that was taken away can be defined again', async () => {
    const gala = await givenGala(tenant)
    const { body: noon } = await define(gala, 'noon', { capacity: 5 })
    await define(gala, 'later')
    await tenant.organizer.delete(`${gala.path}/slots/${noon.id}`)
    expect(await gala.register('ann', 'Mug', 'noon')).toMatchObject({ status: 422 })
    expect(await define(gala, 'noon')).toMatchObject({ status: 201, body: { capacity: 10 } })
    expect((await gala.register('ann', 'Mug', 'noon')).status).toBe(201)
  })
})

describe('many slots at once', () => {
  const defineAll = (gala: Gala, slots: object[]) => tenant.organizer.post(`${gala.path}/slots/batch`, { slots })
  const halfHours = (count: number) =>
    Array.from({ length: count }, (_, index) => ({
      label: `Gate ${String(index).padStart(3, '0')}`,
      location: 'Gate',
      starts_at: new Date(Date.UTC(2027, 4, 21, 0, 30 * index)).toISOString(),
      ends_at: new Date(Date.UTC(2027, 4, 21, 0, 30 * index + 30)).toISOString(),
      ...(index % 2 === 0 ? {} : { capacity: 7 }),
    }))

  test('500 are made as if one by one, in their order, each with its entry in the trail', async () => {
    const gala = await givenGala(tenant)
    const before = await tenant.organizer.get(gala.path)
    const wanted = halfHours(500)
    const made = await defineAll(gala, wanted)
    expect(made.status).toBe(201)
    expect([...made.body].map(({ label, capacity }) => [label, capacity])).toEqual(
      wanted.map(({ label, capacity }) => [label, capacity ?? 10]),
    )
    expect(made.body[1]).toMatchObject({ ...wanted[1], is_defined: true, committed_count: 0, available: 7 })
    const listed = await tenant.member.get(`${gala.path}/slots?limit=100`)
    expect(listed.headers['x-total-count']).toBe('500')
    expect(listed.body[0]).toEqual(made.body[499])
    expect((await tenant.auditor.get(`${gala.path}/audit?action=slot.created`)).headers['x-total-count']).toBe('500')
    expect((await tenant.organizer.get(gala.path)).headers.etag).not.toBe(before.headers.etag)
    expect(await gala.verify()).toMatchObject({ is_intact: true })
    expect((await defineAll(gala, [{ label: 'one more' }])).status).toBe(201)
    // The event keeps to its slots from now on.
    expect((await gala.register('ann', 'Mug', 'whenever')).status).toBe(422)
    expect((await gala.register('ann', 'Mug', 'Gate 001')).status).toBe(201)
  })

  test('with anything wrong none is made, and its place is said', async () => {
    const gala = await givenGala(tenant)
    const [first, second] = halfHours(2)
    const late = { label: 'late', starts_at: '2027-05-21T10:00:00Z', ends_at: '2027-05-21T09:00:00Z' }
    for (const [slots, path] of [
      [[first, { label: '' }], 'body.slots.1.label'],
      [[first, second, late], 'body.slots.2.ends_at'],
      [[first, second, { ...first, capacity: 3 }], 'body.slots.2.label'],
      [[first, { label: 'x', capacity: 0 }], 'body.slots.1.capacity'],
      [[first, { label: 'x', no_such: 1 }], 'body.slots.1.no_such'],
      [[], 'body.slots'],
      [halfHours(501), 'body.slots'],
    ] as const) {
      expect(await defineAll(gala, [...slots] as object[])).toMatchObject({ status: 422, body: { errors: [{ path }] } })
    }
    expect(await slotsOf(gala)).toEqual({})
    expect(await gala.verify()).toMatchObject({ is_intact: true })
  })

  test('labels that are taken are named; those proposed before become slots with their people', async () => {
    const gala = await givenGala(tenant)
    await gala.register('ann', 'Mug', 'noon')
    await gala.approve('ann')
    expect(await defineAll(gala, [{ label: 'noon', capacity: 4 }, { label: 'later' }])).toMatchObject({ status: 201 })
    expect(await slotsOf(gala)).toMatchObject({ noon: { committed_count: 1, available: 3 }, later: { available: 10 } })
    const again = await defineAll(gala, [{ label: 'dusk' }, { label: 'later' }, { label: 'noon' }])
    expect(again).toMatchObject({
      status: 409,
      body: { code: 'NAME_TAKEN', errors: [{ path: 'body.slots.1.label' }, { path: 'body.slots.2.label' }] },
    })
    expect(Object.keys(await slotsOf(gala)).sort()).toEqual(['later', 'noon'])
    expect(await gala.verify()).toMatchObject({ is_intact: true })
  })

  test('fewer places than people hold already: none is made', async () => {
    const gala = await givenGala(tenant)
    for (const name of ['ann', 'ben']) {
      await gala.register(name, 'Mug', 'noon')
      await gala.approve(name)
    }
    const tight = await defineAll(gala, [{ label: 'later' }, { label: 'noon', capacity: 1 }])
    expect(tight).toMatchObject({ status: 409, body: { code: 'SLOT_OVERCOMMITTED' } })
    expect(await slotsOf(gala)).toMatchObject({ noon: { is_defined: false } })
  })

  test('an event has at most 2,000, however they come', async () => {
    const gala = await givenGala(tenant)
    for (const round of [0, 1, 2]) {
      const slots = halfHours(500).map(({ label }) => ({ label: `${round} ${label}` }))
      expect((await defineAll(gala, slots)).status).toBe(201)
    }
    const rest = halfHours(500).map(({ label }) => ({ label }))
    expect((await define(gala, 'the 1501st')).status).toBe(201)
    expect(await defineAll(gala, rest)).toMatchObject({ status: 409, body: { code: 'TOO_MANY' } })
    expect((await defineAll(gala, rest.slice(1))).status).toBe(201)
    expect(await define(gala, 'the 2001st')).toMatchObject({ status: 409, body: { code: 'TOO_MANY' } })
  })
})
