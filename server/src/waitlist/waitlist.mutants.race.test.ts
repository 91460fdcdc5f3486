import { expect, inject, test } from 'vitest'
import { createTestDatabase } from '../testing/databases.ts'
import { givenGala } from '../testing/gala.ts'
import { givenTenant, openApp } from '../testing/given-app.ts'
import type { TestApp, TestTenant } from '../testing/given-app.ts'
import { alter, asItIs, lastLine, openMutant, patiently, withoutTheLock } from '../testing/mutant-servers.ts'
import type { Mutation } from '../testing/mutant-servers.ts'
import { rivalsOf } from '../testing/rivals.ts'

// The race of waitlist.race.test.ts, on servers as they are and on servers without the lock.

const HAD = 6
const MORE = 3
const ROUNDS = 5
const numbered = (prefix: string, count: number) => Array.from({ length: count }, (_, index) => `${prefix}${index + 1}`)

test('exactly as many come up as there is room for, in order, on servers as they are', async () => {
  for (const finding of await race(asItIs)) expect(finding).toEqual({ isInOrder: true, isIntact: true })
})

test('without the lock others come up than should', async () => {
  const found = await race(withoutTheLock)
  expect(found.some(({ isInOrder, isIntact }) => !isInOrder || !isIntact)).toBe(true)
})

type Finding = { isInOrder: boolean; isIntact: boolean }

/** People give up at once at two servers while the stock grows and others wait: until something is wrong, within reason. */
async function race(mutation: Mutation): Promise<Finding[]> {
  const database = await createTestDatabase(inject('postgres'))
  await alter(database, [...lastLine, ...countersGoBelow])
  const honest = await openApp(database)
  const servers = [await openMutant(database, mutation), await openMutant(database, mutation)]
  try {
    const tenant = await givenTenant(honest)
    const findings: Finding[] = []
    for (let round = 1; round <= ROUNDS; round += 1) {
      const finding = await raceOnce(tenant, servers)
      findings.push(finding)
      if (!finding.isInOrder || !finding.isIntact) break
    }
    return findings
  } finally {
    for (const server of [honest, ...servers]) await server.close()
    await database.drop()
  }
}

/** What the database would refuse at last, where the rules no longer see to it. */
const countersGoBelow = [
  'alter table event_books drop constraint event_books_waitlisted_count_check',
  'alter table event_options drop constraint event_options_waiting_count_check',
]

async function raceOnce(tenant: TestTenant, servers: readonly TestApp[]): Promise<Finding> {
  const gala = await givenGala(tenant, { options: { Mug: { total: HAD, cost: 25 } } })
  for (const name of numbered('had', HAD)) {
    await gala.register(name)
    await gala.approve(name)
  }
  const waiting = numbered('w', HAD + MORE + 6)
  for (const name of waiting) await gala.wait(name)
  const { decide, change } = rivalsOf(gala, tenant, servers)
  await Promise.all([
    ...numbered('had', HAD).map((name) => decide(name, { status: 'CANCELLED' })),
    change(`/options/${gala.options.Mug}`, { total_available: HAD + MORE }),
  ])
  const verified = await patiently(() => tenant.auditor.get(`${gala.path}/ledger/verify`))
  const statuses = await Promise.all(waiting.map((name) => gala.statusOf(name)))
  const expected = waiting.map((_, index) => (index < HAD + MORE ? 'PENDING' : 'WAITLISTED'))
  return { isInOrder: String(statuses) === String(expected), isIntact: String(verified.body.is_intact) === 'true' }
}
