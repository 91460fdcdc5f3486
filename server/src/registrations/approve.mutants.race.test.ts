import { expect, inject, test } from 'vitest'
import { createTestDatabase } from '../testing/databases.ts'
import { givenGala } from '../testing/gala.ts'
import { givenTenant, openApp } from '../testing/given-app.ts'
import type { TestApp, TestTenant } from '../testing/given-app.ts'
import { alter, asItIs, lastLine, openMutant, patiently, readingBeforeLocking } from '../testing/mutant-servers.ts'
import { withoutTheLock } from '../testing/mutant-servers.ts'
import type { Mutation } from '../testing/mutant-servers.ts'
import { countStatuses, rivalsOf } from '../testing/rivals.ts'

// A race test that stays green without the lock proves nothing. Here the race of approve.race.test.ts is run on
// servers from which one protection has been taken out, and has to notice.

const PLACES = 3
const ROUNDS = 5
const names = Array.from({ length: 40 }, (_, index) => `p${index + 1}`)

test('the race finds exactly three approved, on servers as they are', async () => {
  for (const { approved, isIntact } of await race(asItIs, lastLine)) {
    expect({ approved, isIntact }).toEqual({ approved: PLACES, isIntact: true })
  }
})

test('without the lock it finds more than there are places', async () => {
  const found = await race(withoutTheLock, lastLine)
  expect(found.some(({ approved }) => approved > PLACES)).toBe(true)
  expect(found.some(({ isIntact }) => !isIntact)).toBe(true)
})

test('where what is joined or read before the lock is believed, it finds more than there are places', async () => {
  const found = await race(readingBeforeLocking, lastLine)
  expect(found.some(({ approved }) => approved > PLACES)).toBe(true)
})

test('without the lock, the last line alone still lets nothing be oversold', async () => {
  for (const { committed, approved, isIntact } of await race(withoutTheLock, [])) {
    expect(committed).toBeLessThanOrEqual(PLACES)
    expect(committed).toBe(approved)
    expect(isIntact).toBe(true)
  }
})

type Finding = { approved: number; committed: number; isIntact: boolean }

/** Forty approvals at once for three places, at two servers: as often as it takes until something is wrong, within reason. */
async function race(mutation: Mutation, without: readonly string[]): Promise<Finding[]> {
  const database = await createTestDatabase(inject('postgres'))
  await alter(database, without)
  const honest = await openApp(database)
  const servers = [await openMutant(database, mutation), await openMutant(database, mutation)]
  try {
    // The scene is set, and looked at, by a server as it should be.
    const tenant = await givenTenant(honest)
    const findings: Finding[] = []
    for (let round = 1; round <= ROUNDS; round += 1) {
      const finding = await raceOnce(tenant, servers)
      findings.push(finding)
      if (finding.approved > PLACES) break
    }
    return findings
  } finally {
    for (const server of [honest, ...servers]) await server.close()
    await database.drop()
  }
}

async function raceOnce(tenant: TestTenant, servers: readonly TestApp[]): Promise<Finding> {
  const gala = await givenGala(tenant, { options: { Mug: { total: PLACES, cost: 25 } } })
  for (let from = 0; from < names.length; from += 8) {
    await Promise.all(names.slice(from, from + 8).map((name) => gala.register(name)))
  }
  const { approve } = rivalsOf(gala, tenant, servers)
  const replies = await Promise.all(names.map((name) => approve(name)))
  const variance = await patiently(() => tenant.auditor.get(`${gala.path}/budget-variance`))
  const verified = await patiently(() => tenant.auditor.get(`${gala.path}/ledger/verify`))
  return {
    approved: countStatuses(replies)[200] ?? 0,
    committed: Number(variance.body.option_variance?.[0]?.committed_count),
    isIntact: String(verified.body.is_intact) === 'true',
  }
}
