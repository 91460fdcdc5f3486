import { expect, inject, test, vi } from 'vitest'
import { createTestDatabase } from '../testing/databases.ts'
import { givenGala } from '../testing/gala.ts'
import { givenTenant, openApp } from '../testing/given-app.ts'
import type { TestApp, TestTenant } from '../testing/given-app.ts'
import { alter, asItIs, lastLine, openMutant, patiently, withoutTheLock } from '../testing/mutant-servers.ts'
import type { Mutation } from '../testing/mutant-servers.ts'

vi.setConfig({ testTimeout: 120_000 })

const ROOM = 10
const EACH = 4
const ROUNDS = 8
const times = { starts_at: '2027-05-21T07:00:00Z', ends_at: '2027-05-21T08:00:00Z' }

type Round = (tenant: TestTenant, servers: readonly TestApp[]) => Promise<number>

test('many slots at once at a location, and no more people than fit', async () => {
  expect(await race(asItIs, makeAtOnce, ROUNDS)).toEqual(Array.from({ length: ROUNDS }, () => 2))
})

test('without the lock there are more than fit', async () => {
  const found = await race(withoutTheLock, makeAtOnce, 30, (slots) => slots > 2)
  expect(found.at(-1)).toBeGreaterThan(2)
})

test('two generators at once make the slots of the one that came last, and nothing of both', async () => {
  expect(await race(asItIs, planAtOnce, 4)).toEqual([0, 0, 0, 0])
})

/** Rounds at two servers, until one is as it should never be. */
async function race(
  mutation: Mutation,
  round: Round,
  rounds: number,
  isFound: (count: number) => boolean = () => false,
): Promise<number[]> {
  const database = await createTestDatabase(inject('postgres'))
  if (mutation !== asItIs) await alter(database, lastLine)
  const honest = await openApp(database)
  const servers = [await openMutant(database, mutation), await openMutant(database, mutation)]
  try {
    const tenant = await givenTenant(honest)
    const found: number[] = []
    while (found.length < rounds && !isFound(found.at(-1) ?? 0)) found.push(await round(tenant, servers))
    return found
  } finally {
    for (const server of [honest, ...servers]) await server.close()
    await database.drop()
  }
}

/** @returns how many slots of four people there are at a place for ten */
async function makeAtOnce(tenant: TestTenant, servers: readonly TestApp[]): Promise<number> {
  const gala = await givenGala(tenant)
  const place = await tenant.organizer.post(`${gala.path}/locations`, { name: 'North Gate', capacity: ROOM })
  const body = { location_id: place.body.id, capacity: EACH, ...times }
  const key = tenant.organizer.key
  const rivals = servers.map((server) => server.as(key))
  const labels = Array.from({ length: 4 }, (_, index) => `Slot ${index}`)
  const asks = rivals.flatMap((rival, server) =>
    labels.map((label) => rival.post(`${gala.path}/slots`, { ...body, label: `${label} of ${server}` })),
  )
  await Promise.all(asks)
  return [...(await patiently(() => tenant.organizer.get(`${gala.path}/slots?limit=100`))).body].length
}

/** @returns how many slots differ from what a plan makes by itself */
async function planAtOnce(tenant: TestTenant, servers: readonly TestApp[]): Promise<number> {
  const gala = await givenGala(tenant)
  const place = await tenant.organizer.post(`${gala.path}/locations`, { name: 'North Gate', capacity: ROOM })
  const terms = {
    location_id: place.body.id,
    days: ['2027-05-21'],
    opening: [{ from: '09:00', to: '12:00' }],
    people_per_slot: ROOM,
  }
  const plan = (server: TestApp | undefined, slot_minutes: number) =>
    server?.as(tenant.organizer.key).post(`${gala.path}/slots/plan`, { ...terms, slot_minutes })
  const replies = await Promise.all([plan(servers[0], 30), plan(servers[1], 45)])
  expect(replies.map((reply) => reply?.status)).toEqual([200, 200])
  const { body } = await tenant.organizer.get(`${gala.path}/slots?limit=100`)
  const lengths = [...body].map((slot) => Date.parse(String(slot.ends_at)) - Date.parse(String(slot.starts_at)))
  const [length = 0] = lengths
  return lengths.filter((one) => one !== length).length + Math.abs(lengths.length - (3 * 3_600_000) / length)
}
