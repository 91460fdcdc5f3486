import { beforeAll, describe, expect, test } from 'vitest'
import { givenGala } from '../testing/gala.ts'
import type { Gala, GalaOptions } from '../testing/gala.ts'
import { givenApp, givenTenant } from '../testing/given-app.ts'
import type { TestApp, TestTenant } from '../testing/given-app.ts'
import type { Json } from '../testing/reply.ts'

let server: TestApp
let tenant: TestTenant
beforeAll(async () => {
  server = await givenApp()
  tenant = await givenTenant(server)
})

/** A gala in Berlin with a place, and ways to plan and move there. */
async function givenPlace(place: object = {}, given: GalaOptions = {}) {
  const gala = await givenGala(tenant, given)
  await tenant.organizer.put(gala.path, { timezone: 'Europe/Berlin' })
  const location = await tenant.organizer.post(`${gala.path}/locations`, { name: 'North Gate', ...place })
  if (location.status !== 201) throw new Error(`no place: ${location.text}`)
  const locationId = String(location.body.id)
  const terms = {
    location_id: locationId,
    days: ['2027-05-21'],
    opening: [{ from: '09:00', to: '10:00' }],
    slot_minutes: 30,
    people_per_slot: 5,
  }
  return {
    gala,
    locationId,
    plan: (more: object = {}) => tenant.organizer.post(`${gala.path}/slots/plan`, { ...terms, ...more }),
    slots: () => slotsOf(gala),
  }
}

async function slotsOf({ path }: Gala): Promise<Record<string, Json>> {
  const { body } = await tenant.member.get(`${path}/slots?limit=100`)
  return Object.fromEntries([...body].map((slot) => [String(slot.label), slot]))
}

describe('locations', () => {
  const whole = {
    name: 'North Gate',
    code: 'N1',
    building: 'Hall 3',
    floor: 'Ground floor',
    capacity: 40,
    directions: 'Left along the tracks',
    accessibility: 'Step-free',
  }

  test('every field comes back, may be changed and taken away again; names are taken once', async () => {
    const gala = await givenGala(tenant)
    const made = await tenant.organizer.post(`${gala.path}/locations`, whole)
    expect(made).toMatchObject({ status: 201, body: { ...whole, event_id: gala.eventId, slots_count: 0 } })
    const path = `${gala.path}/locations/${String(made.body.id)}`
    expect((await tenant.member.get(path)).body).toEqual(made.body)
    const twin = await tenant.organizer.post(`${gala.path}/locations`, { name: 'north gate' })
    expect(twin).toMatchObject({ status: 409, body: { code: 'NAME_TAKEN' } })
    expect(await tenant.organizer.put(path, { floor: null, name: 'NORTH GATE' })).toMatchObject({
      status: 200,
      body: { ...whole, floor: null, name: 'NORTH GATE' },
    })
    expect((await tenant.organizer.delete(path)).status).toBe(204)
    expect((await tenant.member.get(path)).status).toBe(404)
    expect(await tenant.member.get(`${gala.path}/locations`)).toMatchObject({ status: 200, body: [] })
  })

  test.each([{ name: '' }, { name: 'x'.repeat(61) }, { capacity: 0 }, { capacity: 1.5 }, { code: ' ' }, { size: 1 }])(
    '%j is refused',
    async (wrong) => {
      const gala = await givenGala(tenant)
      expect((await tenant.organizer.post(`${gala.path}/locations`, { ...whole, ...wrong })).status).toBe(422)
    },
  )

  test('a slot shows the name of its location, whatever it is called later; it needs its times', async () => {
    const { gala, locationId, slots } = await givenPlace()
    const times = { starts_at: '2027-05-21T09:00:00Z', ends_at: '2027-05-21T09:30:00Z' }
    const post = (body: object) => tenant.organizer.post(`${gala.path}/slots`, body)
    expect(await post({ label: 'A', location_id: locationId })).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'body.location_id' }] },
    })
    expect(await post({ label: 'A', location_id: locationId, location: 'elsewhere', ...times })).toMatchObject({
      status: 201,
      body: { location: 'North Gate', location_id: locationId },
    })
    await tenant.organizer.put(`${gala.path}/locations/${locationId}`, { name: 'Gate 1' })
    expect((await slots()).A).toMatchObject({ location: 'Gate 1' })
    const path = `${gala.path}/slots/${String((await slots()).A?.id)}`
    const gone = await tenant.organizer.delete(`${gala.path}/locations/${locationId}`)
    expect(gone).toMatchObject({ status: 409, body: { code: 'LOCATION_IN_USE' } })
    expect(await tenant.organizer.put(path, { location_id: null })).toMatchObject({
      status: 200,
      body: { location: 'Gate 1', location_id: null },
    })
    expect((await tenant.organizer.delete(`${gala.path}/locations/${locationId}`)).status).toBe(204)
  })

  test('a registration says where it is picked up', async () => {
    const { gala, locationId, plan } = await givenPlace()
    await plan()
    await gala.register('ann', 'Mug', 'North Gate 09:00–09:30')
    const { body } = await (await gala.person('ann')).get('/me/registrations')
    expect(body[0]?.pickup).toMatchObject({ location: 'North Gate', location_id: locationId })
  })
})

describe('how many fit at once', () => {
  const times = { starts_at: '2027-05-21T07:00:00Z', ends_at: '2027-05-21T08:00:00Z' }

  test('overlapping slots of a location take no more together; the moment and the sum are said', async () => {
    const { gala, locationId, slots } = await givenPlace({ capacity: 10 }, { slotCapacity: 4 })
    const post = (label: string, more: object = {}) =>
      tenant.organizer.post(`${gala.path}/slots`, { label, location_id: locationId, ...times, ...more })
    expect((await post('A', { capacity: 6 })).status).toBe(201)
    const late = { starts_at: '2027-05-21T07:30:00Z' }
    const full = { status: 409, body: { code: 'LOCATION_FULL' } }
    const refused = await post('B', { capacity: 5, ...late })
    expect(refused).toMatchObject(full)
    expect(refused.body.detail).toContain('Fri 21 May 2027, 09:30 the slots at North Gate would take 11 people')
    expect((await post('B', late)).status).toBe(201)
    // One after the other they are never there at once.
    const after = { starts_at: times.ends_at, ends_at: '2027-05-21T09:00:00Z' }
    expect((await post('C', { capacity: 10, ...after })).status).toBe(201)

    const a = `${gala.path}/slots/${String((await slots()).A?.id)}`
    expect(await tenant.organizer.put(a, { capacity: 7 })).toMatchObject(full)
    expect(await tenant.organizer.put(a, { ends_at: '2027-05-21T08:10:00Z' })).toMatchObject(full)
    expect(await tenant.organizer.put(gala.path, { pickup_slot_capacity: 5 })).toMatchObject(full)
    const place = `${gala.path}/locations/${locationId}`
    expect(await tenant.organizer.put(place, { capacity: 9 })).toMatchObject(full)
    const many = { slots: ['D', 'E'].map((label) => ({ label, location_id: locationId, capacity: 3, ...times })) }
    expect(await tenant.organizer.post(`${gala.path}/slots/batch`, many)).toMatchObject(full)
    expect(await slots()).toMatchObject({ A: { capacity: 6 }, B: { capacity: 4 }, C: { capacity: 10 } })
    expect(Object.keys(await slots())).toHaveLength(3)
    expect((await tenant.organizer.put(place, { capacity: null })).status).toBe(200)
    expect((await tenant.organizer.put(a, { capacity: 70 })).status).toBe(200)
  })

  test('a plan of more people than fit is refused, tried out or not', async () => {
    const { plan, slots } = await givenPlace({ capacity: 4 })
    for (const dry_run of [true, false]) {
      expect(await plan({ dry_run })).toMatchObject({ status: 409, body: { code: 'LOCATION_FULL' } })
    }
    expect(await slots()).toEqual({})
    expect((await plan({ people_per_slot: 4 })).status).toBe(200)
  })
})

describe('slots from opening hours', () => {
  test('what is shown beforehand is what is made then, and the rest is said', async () => {
    const { plan, slots, locationId } = await givenPlace()
    const terms = { opening: [{ from: '09:00', to: '10:10' }] }
    const shown = await plan({ ...terms, dry_run: true })
    expect(shown).toMatchObject({
      status: 200,
      body: {
        created: 2,
        slots: [{ slot_id: null, label: 'North Gate 09:00–09:30', capacity: 5, outcome: 'CREATED' }, {}],
        remainders: [{ date: '2027-05-21', from: '10:00', to: '10:10', minutes: 10 }],
      },
    })
    expect(await slots()).toEqual({})
    const { body: made } = await plan(terms)
    const withoutIds = (rows: unknown) => (rows as Json[]).map(({ slot_id: _id, ...row }) => row)
    expect(withoutIds(made.slots)).toEqual(withoutIds(shown.body.slots))
    expect((await slots())['North Gate 09:30–10:00']).toMatchObject({
      starts_at: '2027-05-21T07:30:00.000Z',
      ends_at: '2027-05-21T08:00:00.000Z',
      location: 'North Gate',
      location_id: locationId,
      is_defined: true,
    })
  })

  test('made again they stay what they are; others of the day go, unless somebody has them', async () => {
    const { gala, plan, slots } = await givenPlace()
    await plan()
    const before = await slots()
    await gala.register('ann', 'Mug', 'North Gate 09:00–09:30')
    expect((await plan()).body).toMatchObject({ created: 0, held: [], removed: [] })
    expect((await plan({ people_per_slot: 8 })).body.slots).toMatchObject([
      { outcome: 'CHANGED', capacity: 8, people: 1 },
      { outcome: 'CHANGED', capacity: 8, people: 0 },
    ])
    const { body } = await plan({ slot_minutes: 20 })
    expect(body).toMatchObject({
      created: 3,
      held: [{ slot_id: before['North Gate 09:00–09:30']?.id, label: 'North Gate 09:00–09:30', people: 1 }],
      removed: [{ label: 'North Gate 09:30–10:00', people: 0 }],
    })
    expect(Object.keys(await slots()).sort()).toEqual([
      'North Gate 09:00–09:20',
      'North Gate 09:00–09:30',
      'North Gate 09:20–09:40',
      'North Gate 09:40–10:00',
    ])
    // Back again: the one that was taken away is the same one, and all of them are counted.
    await plan()
    expect((await slots())['North Gate 09:30–10:00']?.id).toBe(before['North Gate 09:30–10:00']?.id)
    expect(Object.keys(await slots())).toHaveLength(2)
    expect((await gala.verify()).is_intact).toBe(true)
  })

  test('of several days the day is in the label, and one that was alone keeps its own', async () => {
    const { plan, slots } = await givenPlace()
    await plan()
    await plan({ days: ['2027-05-21', '2027-05-22'], opening: [{ from: '09:00', to: '09:30' }], language: 'en' })
    expect(Object.keys(await slots()).sort()).toEqual(['North Gate 09:00–09:30', 'North Gate Sat 22 May 09:00–09:30'])
    const { body } = await plan({ days: ['2027-05-23'], language: 'de', dry_run: true })
    expect(body.slots?.[0]?.label).toMatch(/^North Gate So\.? 23\. Mai 09:00–09:30$/)
  })

  test('the hour that comes twice has both, also once they are made', async () => {
    const { plan, slots } = await givenPlace()
    const { body } = await plan({ days: ['2027-10-31'], opening: [{ from: '02:00', to: '03:00' }] })
    expect(body).toMatchObject({ created: 4, clock_changes: [{ kind: 'repeated', from: '02:00', to: '03:00' }] })
    expect(Object.keys(await slots())).toHaveLength(4)
  })

  test('a name that another slot has is not taken from it', async () => {
    const { gala, plan } = await givenPlace()
    await tenant.organizer.post(`${gala.path}/slots`, { label: 'North Gate 09:00–09:30' })
    expect(await plan()).toMatchObject({ status: 409, body: { code: 'NAME_TAKEN' } })
  })

  test.each([
    [{ opening: [{ from: '10:00', to: '09:00' }] }, 'body.opening.0.to'],
    [{ opening: [{ from: '22:00', to: '00:00' }] }, 'body.opening.0.to'],
    [
      {
        opening: [
          { from: '09:00', to: '11:00' },
          { from: '10:30', to: '12:00' },
        ],
      },
      'body.opening.1.from',
    ],
    [{ opening: [{ from: '9', to: '10:00' }] }, 'body.opening.0.from'],
    [{ opening: [{ from: '09:00', to: '24:01' }] }, 'body.opening.0.to'],
    [{ opening: [{ from: '24:00', to: '24:00' }] }, 'body.opening.0.from'],
    [{ opening: [{ from: '09:00', to: '09:20' }] }, 'body.opening'],
    [{ breaks: [{ from: '12:00', to: '11:00' }] }, 'body.breaks.0.to'],
    [{ days: ['2027-02-30'] }, 'body.days.0'],
    [{ days: ['1920-01-01'] }, 'body.days.0'],
    [{ days: [] }, 'body.days'],
    [{ slot_minutes: 4 }, 'body.slot_minutes'],
    [{ slot_minutes: 121 }, 'body.slot_minutes'],
    [{ people_per_slot: 0 }, 'body.people_per_slot'],
  ])('%j is refused with its place', async (wrong, path) => {
    const { plan } = await givenPlace()
    expect(await plan({ ...wrong, dry_run: true })).toMatchObject({ status: 422, body: { errors: [{ path }] } })
  })

  test('more than 500 at once are too many, and it says how many they would be', async () => {
    const { plan } = await givenPlace()
    const days = ['2027-05-21', '2027-05-22']
    const { status, body } = await plan({ days, opening: [{ from: '00:00', to: '24:00' }], slot_minutes: 5 })
    expect(status).toBe(409)
    expect(body.detail).toContain('576 slots')
  })
})
