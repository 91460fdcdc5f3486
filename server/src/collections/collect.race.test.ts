import { expect, inject, test } from 'vitest'
import { asOwner } from '../testing/as-owner.ts'
import { givenApproved, givenDesk } from '../testing/collecting.ts'
import { createTestDatabase } from '../testing/databases.ts'
import { givenGala } from '../testing/gala.ts'
import { givenTenant, openApp } from '../testing/given-app.ts'
import { alter, asItIs, openMutant, withoutTheLock } from '../testing/mutant-servers.ts'
import type { Mutation } from '../testing/mutant-servers.ts'
import type { Reply } from '../testing/reply.ts'

// Fifty scans of one code at once, at two servers. What keeps it from being handed out twice is taken out below, and the
// race has to notice: one that stays green without the lock proves nothing.

const SCANS = 50
const ROUNDS = 5

test('of fifty scans at once exactly one hands out, on servers as they are', async () => {
  for (const { collected, live, isIntact } of await race(asItIs, [])) {
    expect({ collected, live, isIntact }).toEqual({ collected: 1, live: 1, isIntact: true })
  }
})

test('without the lock and the last line, more than one does', async () => {
  const found = await race(withoutTheLock, lastLine)
  expect(found.some(({ collected }) => collected > 1)).toBe(true)
})

test('without the lock, the last line alone still lets nothing be handed out twice', async () => {
  for (const { collected, live } of await race(withoutTheLock, [])) {
    expect(live).toBe(1)
    expect(collected).toBeLessThanOrEqual(1)
  }
})

test('the same nonce twenty times at once gets one answer, on both servers', async () => {
  const database = await createTestDatabase(inject('postgres'))
  const [first, second] = [await openApp(database), await openApp(database)]
  try {
    const tenant = await givenTenant(first)
    const gala = await givenGala(tenant)
    const { ann } = await givenApproved(gala, 'ann')
    const desk = await givenDesk(tenant, gala)
    const scan = { nonce: 'one-and-the-same', at: '2027-05-21T10:00:00Z' }
    const replies = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        desk.scan({ token: ann }, scan, (index % 2 === 0 ? first : second).as(tenant.desk.key)),
      ),
    )
    expect(new Set(replies.map(({ text }) => text)).size).toBe(1)
    expect(replies[0]).toMatchObject({ status: 200, body: { outcome: 'COLLECTED' } })
    expect(await asOwner(database, 'select count(*)::int as scans from scans')).toEqual([{ scans: 1 }])
    expect(await gala.verify()).toMatchObject({ is_intact: true })
  } finally {
    await first.close()
    await second.close()
    await database.drop()
  }
})

const lastLine = ['drop index collected_once', 'alter table audit_entries drop constraint audit_entries_pkey']

type Finding = { collected: number; live: number; isIntact: boolean }

async function race(mutation: Mutation, without: readonly string[]): Promise<Finding[]> {
  const database = await createTestDatabase(inject('postgres'))
  await alter(database, without)
  const honest = await openApp(database)
  const servers = [await openMutant(database, mutation), await openMutant(database, mutation)]
  try {
    const tenant = await givenTenant(honest)
    const findings: Finding[] = []
    for (let round = 1; round <= ROUNDS; round += 1) {
      const gala = await givenGala(tenant)
      const { ann } = await givenApproved(gala, 'ann')
      const desk = await givenDesk(tenant, gala)
      const replies = await Promise.all(
        Array.from({ length: SCANS }, (_, index) =>
          desk.scan({ token: ann }, {}, servers[index % 2]?.as(tenant.desk.key)),
        ),
      )
      const collected = replies.filter((reply: Reply) => String(reply.body.outcome) === 'COLLECTED').length
      const [row] = await asOwner<{ live: number }>(
        database,
        'select count(*)::int as live from collections where event_id = $1 and undone_at is null',
        [gala.eventId],
      )
      const isIntact = String((await gala.verify()).is_intact) === 'true'
      findings.push({ collected, live: row?.live ?? 0, isIntact })
      if (collected > 1) break
    }
    return findings
  } finally {
    for (const server of [honest, ...servers]) await server.close()
    await database.drop()
  }
}
