import { expect, inject, test } from 'vitest'
import { givenDesk } from '../testing/collecting.ts'
import { createTestDatabase } from '../testing/databases.ts'
import { givenGala } from '../testing/gala.ts'
import { givenTenant, openApp } from '../testing/given-app.ts'
import type { TestApp, TestTenant } from '../testing/given-app.ts'
import { alter, asItIs, lastLine, openMutant, patiently, withoutTheLock } from '../testing/mutant-servers.ts'
import type { Mutation } from '../testing/mutant-servers.ts'
import { countStatuses, rivalsOf } from '../testing/rivals.ts'

// The books are closed at one server while approvals go on at two, and desks collect: whoever was in time is settled or
// has collected, everybody else hears that the books are closed, and all of it adds up.

const ROUNDS = 4
const names = Array.from({ length: 30 }, (_, index) => `p${index + 1}`)
const early = names.slice(0, 10)
const late = names.slice(10)
/** The last line of closing itself: who has collected is not settled, and no entry gives back more than was committed. */
const ownLine = [
  'alter table registrations drop constraint settled_is_uncollected',
  'alter table ledger_entries drop constraint ledger_entries_balance_minor_check',
]

test('closing loses nobody who was in time, and lets nobody in behind it', async () => {
  for (const { closed, answers, settled, collected, isIntact } of await race(asItIs)) {
    expect(closed).toBe(200)
    expect((answers[200] ?? 0) + (answers[409] ?? 0)).toBe(late.length)
    expect(settled + collected).toBe(early.length + (answers[200] ?? 0))
    expect(isIntact).toBe(true)
  }
})

test('without the lock the same race does not add up', async () => {
  const found = await race(withoutTheLock, [...lastLine, ...ownLine])
  expect(found.some(({ isIntact }) => !isIntact)).toBe(true)
})

type Finding = {
  closed: number
  answers: Record<number, number>
  settled: number
  collected: number
  isIntact: boolean
}

async function race(mutation: Mutation, without: readonly string[] = []): Promise<Finding[]> {
  const database = await createTestDatabase(inject('postgres'))
  await alter(database, without)
  const honest = await openApp(database)
  const servers = [await openMutant(database, mutation), await openMutant(database, mutation)]
  try {
    const tenant = await givenTenant(honest)
    const findings: Finding[] = []
    for (let round = 1; round <= ROUNDS && findings.every(({ isIntact }) => isIntact); round += 1) {
      findings.push(await raceOnce(tenant, servers))
    }
    return findings
  } finally {
    for (const server of [honest, ...servers]) await server.close()
    await database.drop()
  }
}

async function raceOnce(tenant: TestTenant, servers: readonly TestApp[]): Promise<Finding> {
  const gala = await givenGala(tenant, { options: { Mug: { total: 100, cost: 5 } } })
  for (let from = 0; from < names.length; from += 10) {
    await Promise.all(names.slice(from, from + 10).map((name) => gala.register(name)))
  }
  for (const name of early) await gala.approve(name)
  const desk = await givenDesk(tenant, gala)
  const { approve } = rivalsOf(gala, tenant, servers)
  const [first] = servers
  if (!first) throw new Error('a race needs a server')
  const closing = first.as(tenant.organizer.key).post(`${gala.path}/closing`, { uncollected: 'return', early: true })
  const approvals = late.map((name) => approve(name))
  const scans = early.map((name, index) => desk.scan({ name }, {}, (servers[index % 2] ?? first).as(tenant.desk.key)))
  const [replies, closed] = await Promise.all([Promise.all(approvals), closing, Promise.all(scans)])
  // Where the figures are wrong, they may be no figures at all, and the answer to closing is 500.
  const { total } = (await patiently(() => tenant.auditor.get(`${gala.path}/closing`))).body
  const verified = await patiently(() => tenant.auditor.get(`${gala.path}/ledger/verify`))
  return {
    closed: closed.status,
    answers: countStatuses(replies),
    settled: Number(total?.returned?.count),
    collected: Number(total?.collected?.count),
    isIntact: String(verified.body.is_intact) === 'true',
  }
}
