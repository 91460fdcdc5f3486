import { beforeAll, expect, inject, test } from 'vitest'
import { asOwner } from '../testing/as-owner.ts'
import { createTestDatabase } from '../testing/databases.ts'
import { enrolDevice, must, newSigningKey } from '../testing/desks.ts'
import { givenGala } from '../testing/gala.ts'
import type { Gala } from '../testing/gala.ts'
import { givenApp, givenTenant, openApp } from '../testing/given-app.ts'
import type { TestApp, TestTenant } from '../testing/given-app.ts'

let server: TestApp
let aster: TestTenant
let birch: TestTenant
beforeAll(async () => {
  server = await givenApp()
  aster = await givenTenant(server, 'Aster')
  birch = await givenTenant(server, 'Birch')
})

const mugAndCap = { Mug: { total: 50 }, Cap: { total: 50 } }
const anybody = () => server.as(undefined)

async function givenDesk(tenant: TestTenant, gala: Gala, desk: object = {}): Promise<string> {
  const { body } = await must(201, tenant.organizer.post(`${gala.path}/desks`, { name: 'Desk 1', ...desk }))
  return `${gala.path}/desks/${String(body.id)}`
}

test('a desk hands out what it was set up for, and knows what was counted on its table', async () => {
  const gala = await givenGala(aster, { options: mugAndCap })
  const { Mug, Cap } = gala.options
  const path = await givenDesk(aster, gala, {
    location: 'North Gate',
    event_option_ids: [Mug],
    counted: [{ event_option_id: Mug, count: 40 }],
  })
  expect(await aster.desk.get(path)).toMatchObject({
    status: 200,
    body: {
      name: 'Desk 1',
      location: 'North Gate',
      devices_count: 0,
      options: [{ event_option_id: Mug, option_name: 'Mug', counted: 40, left_on_table: 40 }],
    },
  })

  const both = await aster.organizer.put(path, { event_option_ids: [Mug, Cap], location: null })
  expect(both).toMatchObject({ status: 200, body: { location: null } })
  expect(both.body.options).toMatchObject([
    { option_name: 'Cap', counted: null, counted_at: null, left_on_table: null },
    { option_name: 'Mug', counted: 40, left_on_table: 40 },
  ])
  const everything = await aster.organizer.put(path, { event_option_ids: [] })
  expect(everything.body.options).toEqual([])
})

test('what cannot be is said in words', async () => {
  const gala = await givenGala(aster, { options: mugAndCap })
  const { Mug, Cap } = gala.options
  const path = await givenDesk(aster, gala)
  const post = (desk: object) => aster.organizer.post(`${gala.path}/desks`, desk)
  expect(await post({ name: 'desk 1' })).toMatchObject({ status: 409, body: { code: 'NAME_TAKEN' } })
  const counted = [{ event_option_id: Cap, count: 1 }]
  expect(await post({ name: 'Desk 2', event_option_ids: [Mug], counted })).toMatchObject({
    status: 422,
    body: { errors: [{ path: 'body.counted.0.event_option_id' }] },
  })
  const other = await givenGala(aster)
  for (const strange of [other.options.Mug, (await givenGala(birch)).options.Mug]) {
    expect(await post({ name: 'Desk 2', event_option_ids: [strange] })).toMatchObject({
      status: 404,
      body: { code: 'OPTION_NOT_FOUND' },
    })
  }
  await must(204, aster.organizer.delete(path))
  expect(await aster.organizer.get(path)).toMatchObject({ status: 404, body: { code: 'DESK_NOT_FOUND' } })
  expect((await post({ name: 'Desk 1' })).status).toBe(201)
  expect((await aster.organizer.get(`${gala.path}/desks`)).body).toHaveLength(1)
})

test('a tablet is enrolled with a code that is shown once, and gets a key of its own', async () => {
  const gala = await givenGala(aster)
  const path = await givenDesk(aster, gala)
  const made = await aster.organizer.post(`${path}/devices`, { name: 'Tablet 2' })
  expect(made).toMatchObject({ status: 201, body: { device: { status: 'WAITING', name: 'Tablet 2' } } })
  expect(made.body.enrol_url).toBe(`http://localhost:3000/desk#${String(made.body.code)}`)

  const { publicKey } = newSigningKey()
  const enrolled = await anybody().post('/desk/enrolments', { code: made.body.code, public_key: publicKey })
  expect(enrolled).toMatchObject({
    status: 201,
    body: { device: { status: 'ENROLLED', name: 'Tablet 2' }, desk: { name: 'Desk 1' }, event: { id: gala.eventId } },
  })
  const tablet = server.as(String(enrolled.body.key))
  expect(await tablet.get('/desk')).toMatchObject({
    status: 200,
    body: { desk: { name: 'Desk 1', devices_count: 1 }, event: { slot_override: 'ask' }, slot_now: null, lease: null },
  })

  const { body } = await aster.desk.get(`${path}/devices`)
  expect(body).toMatchObject([{ status: 'ENROLLED', revoked_at: null, lease: null, findings_count: 0 }])
  expect(JSON.stringify(body)).not.toContain(String(made.body.code))
  const kept = await asOwner<{ kept: string }>(server.database, 'select v::text as kept from desk_devices v')
  for (const secret of [made.body.code, enrolled.body.key]) {
    expect(kept.some((row) => row.kept.includes(String(secret)))).toBe(false)
  }
})

test('a code is good once, for ten minutes, and in its own tenant', async () => {
  const gala = await givenGala(aster)
  const path = await givenDesk(aster, gala)
  const { publicKey } = newSigningKey()
  const codeOf = async () => String((await must(201, aster.organizer.post(`${path}/devices`, {}))).body.code)
  const enrol = (code: string, more = {}) =>
    anybody().post('/desk/enrolments', { code, public_key: publicKey }, { ...more })
  const unknown = { status: 404, body: { code: 'CODE_NOT_FOUND' } }

  const used = await codeOf()
  const once = { 'idempotency-key': 'enrol-me-once' }
  const first = await enrol(used, once)
  expect(first.status).toBe(201)
  expect(await enrol(used)).toMatchObject(unknown)
  // Whoever did not hear the answer asks again with the same key, and gets it.
  expect(await enrol(used, once)).toMatchObject({ status: 201, body: { key: first.body.key } })

  const many = await codeOf()
  const rivals = await Promise.all(Array.from({ length: 8 }, () => enrol(many)))
  expect(rivals.map(({ status }) => status).sort((one, other) => one - other)).toEqual([
    201,
    ...Array<number>(7).fill(404),
  ])

  const old = await codeOf()
  await asOwner(
    server.database,
    'update desk_devices set code_expires_at = now() where code_hash is not null and event_id = $1',
    [gala.eventId],
  )
  expect(await enrol(old)).toMatchObject({ status: 410, body: { code: 'CODE_EXPIRED' } })
  expect((await aster.organizer.get(`${path}/devices`)).body[0]?.status).toBe('EXPIRED')

  // The tenant that a code names is where it is looked up; its secret opens nothing anywhere else.
  const ours = await codeOf()
  const theirPath = await givenDesk(birch, await givenGala(birch))
  const theirs = String((await must(201, birch.organizer.post(`${theirPath}/devices`, {}))).body.code)
  expect(await enrol(`${theirs.slice(0, 22)}${ours.slice(22)}`)).toMatchObject(unknown)
  expect(await enrol(`${'A'.repeat(22)}${ours.slice(22)}`)).toMatchObject(unknown)
  expect((await enrol(ours)).status).toBe(201)

  const withdrawn = await must(201, aster.organizer.post(`${path}/devices`, {}))
  await must(204, aster.organizer.delete(`${path}/devices/${String(withdrawn.body.device?.id)}`))
  expect(await enrol(String(withdrawn.body.code))).toMatchObject(unknown)
})

test('a tablet that is revoked is refused on every server within a second, and its desk’s closing revokes it too', async () => {
  const other = await openApp(server.database)
  try {
    const gala = await givenGala(aster)
    const path = await givenDesk(aster, gala)
    const tablet = await enrolDevice(server, aster.organizer, path)
    const elsewhere = tablet.at(other)
    expect([await tablet.get('/desk'), await elsewhere.get('/desk')].map(({ status }) => status)).toEqual([200, 200])
    await must(204, aster.organizer.delete(`${path}/devices/${tablet.id}`))
    const refused = { status: 401, body: { code: 'DEVICE_REVOKED' } }
    const patience = { timeout: 1_500, interval: 50 }
    await expect.poll(() => tablet.get('/desk'), patience).toMatchObject(refused)
    await expect.poll(() => elsewhere.get('/desk'), patience).toMatchObject(refused)
    expect(await elsewhere.post('/desk/leases', {})).toMatchObject(refused)
    expect((await aster.organizer.get(`${path}/devices`)).body[0]).toMatchObject({ status: 'REVOKED', lease: null })
    // A week later it is nobody’s any more.
    await asOwner(server.database, "update desk_devices set revoked_at = now() - interval '8 days' where id = $1", [
      tablet.id,
    ])
    await expect
      .poll(() => tablet.get('/desk'), patience)
      .toMatchObject({ status: 401, body: { code: 'UNAUTHENTICATED' } })

    const another = await enrolDevice(server, aster.organizer, path)
    await must(204, aster.organizer.delete(path))
    await expect.poll(() => another.at(other).get('/desk'), patience).toMatchObject(refused)
  } finally {
    await other.close()
  }
})

test('trying codes is slowed down, whatever they are', async () => {
  const database = await createTestDatabase(inject('postgres'))
  const fresh = await openApp(database)
  try {
    const body = { code: `${'A'.repeat(22)}_${'A'.repeat(32)}`, public_key: newSigningKey().publicKey }
    const tries = []
    for (let count = 0; count < 61; count += 1)
      tries.push((await fresh.as(undefined).post('/desk/enrolments', body)).status)
    expect(tries.slice(0, 60).every((status) => status === 404)).toBe(true)
    expect(tries.at(-1)).toBe(429)
  } finally {
    await fresh.close()
    await database.drop()
  }
})

test('a tablet finds people by the beginnings of their names, and only those its desk may serve', async () => {
  const gala = await givenGala(aster, { options: mugAndCap })
  for (const [name, option] of [
    ['ann', 'Mug'],
    ['anna', 'Cap'],
    ['bob', 'Mug'],
    ['andy', 'Mug'],
  ] as const) {
    await gala.register(name, option, option === 'Mug' ? 'noon' : undefined)
    if (name !== 'andy') await must(200, gala.approve(name))
  }
  const tablet = await enrolDevice(
    server,
    aster.organizer,
    await givenDesk(aster, gala, { event_option_ids: [gala.options.Mug] }),
  )
  const names = async (query: string) =>
    ((await must(200, tablet.get(`/desk/people${query}`))).body as unknown as { person_name: string }[]).map(
      ({ person_name: name }) => name.split(' ')[0],
    )
  expect(await names('')).toEqual(['ann', 'bob'])
  expect(await names('?q=an')).toEqual(['ann'])
  expect(await names('?q=AN&slot=noon')).toEqual(['ann'])
  expect(await names('?q=an&slot=night')).toEqual([])
  expect(await names('?q=nn')).toEqual([])
  // Its address begins so, and its name does not.
  expect(await names('?q=aster')).toEqual([])
  const { body } = await tablet.get('/desk/people?q=ann')
  expect(Object.keys(body[0] ?? {}).sort()).toEqual([
    'collected_at',
    'ends_at',
    'option_name',
    'option_type',
    'person_name',
    'registration_id',
    'slot',
    'starts_at',
  ])
})

test('a tablet sees who is expected right now, of the slots at its place', async () => {
  const gala = await givenGala(aster)
  const around = {
    starts_at: new Date(Date.now() - 600_000).toISOString(),
    ends_at: new Date(Date.now() + 600_000).toISOString(),
  }
  for (const slot of [
    { label: 'North', location: 'North Gate', ...around },
    { label: 'South', location: 'South Gate', ...around },
    { label: 'Over', starts_at: '2020-01-01T00:00:00Z', ends_at: '2020-01-01T01:00:00Z' },
  ]) {
    await must(201, aster.organizer.post(`${gala.path}/slots`, slot))
  }
  await gala.register('ann', 'Mug', 'North')
  await gala.register('bob', 'Mug', 'South')
  for (const name of ['ann', 'bob']) await must(200, gala.approve(name))
  const north = await enrolDevice(server, aster.organizer, await givenDesk(aster, gala, { location: 'North Gate' }))
  const path = await givenDesk(aster, gala, { name: 'Desk 2' })
  const anywhere = await enrolDevice(server, aster.organizer, path)
  expect((await north.get('/desk')).body).toMatchObject({
    slot_now: 'North',
    expected: [{ slot: 'North', total: 1, collected: 0 }],
  })
  expect((await anywhere.get('/desk')).body.expected).toMatchObject([{ slot: 'North' }, { slot: 'South' }])
})
