import { expect, inject, test } from 'vitest'
import { asOwner } from '../testing/as-owner.ts'
import { createTestDatabase } from '../testing/databases.ts'
import { enrolDevice, must } from '../testing/desks.ts'
import { givenGala } from '../testing/gala.ts'
import { givenTenant, openApp } from '../testing/given-app.ts'
import { alter, asItIs, openMutant, lastLine as ofTheBooks, withoutTheLock } from '../testing/mutant-servers.ts'
import type { Mutation } from '../testing/mutant-servers.ts'
import type { Json } from '../testing/reply.ts'

// Two desks at two servers ask for the same people at the same moment. It is held twice: by the lock of the event's
// books, and by the primary key; with both taken out, the race has to notice.

const DESKS = 4
const ROUNDS = 4
const names = Array.from({ length: 24 }, (_, index) => `p${index + 1}`)
// The trail has keys of its own, on which those who come second would fail for another reason.
const lastLine = [...ofTheBooks, 'alter table leased_registrations drop constraint leased_registrations_pkey']

test('desks that ask at once on two servers never hold the same registration', async () => {
  for (const { twice, held } of await race(asItIs, []))
    expect({ twice, held }).toEqual({ twice: 0, held: names.length })
})

test('the lock alone holds it', async () => {
  for (const { twice } of await race(asItIs, lastLine)) expect(twice).toBe(0)
})

test('the primary key alone lets nothing be held twice', async () => {
  for (const { twice } of await race(withoutTheLock, [])) expect(twice).toBe(0)
})

test('without both, some are held twice', async () => {
  const found = await race(withoutTheLock, lastLine)
  expect(found.some(({ twice }) => twice > 0)).toBe(true)
})

/** So many at once, as often as it takes until something is wrong, within reason. */
async function race(mutation: Mutation, without: readonly string[]): Promise<{ twice: number; held: number }[]> {
  const database = await createTestDatabase(inject('postgres'))
  await alter(database, without)
  const honest = await openApp(database)
  const servers = [await openMutant(database, mutation), await openMutant(database, mutation)]
  try {
    const tenant = await givenTenant(honest)
    const gala = await givenGala(tenant)
    for (const name of names) await gala.register(name)
    for (const name of names) await must(200, gala.approve(name))
    const devices = []
    for (let desk = 1; desk <= DESKS; desk += 1) {
      const { body } = await must(201, tenant.organizer.post(`${gala.path}/desks`, { name: `Desk ${desk}` }))
      devices.push(await enrolDevice(honest, tenant.organizer, `${gala.path}/desks/${String(body.id)}`))
    }
    const findings = []
    for (let round = 1; round <= ROUNDS; round += 1) {
      const replies = await Promise.all(
        devices.map((device, index) => {
          const server = servers[index % servers.length]
          return server ? device.at(server).post('/desk/leases', {}) : device.get('/desk')
        }),
      )
      const people = replies.flatMap(({ status, body }) => (status === 200 ? [...(body.people as Json)] : []))
      const ids = people.map(({ registration_id: id }) => String(id))
      const twice = ids.length - new Set(ids).size
      findings.push({ twice, held: new Set(ids).size })
      if (twice > 0) break
      await asOwner(database, 'delete from leased_registrations')
      await asOwner(database, 'update desk_leases set ended_at = now() where ended_at is null')
    }
    return findings
  } finally {
    for (const server of [honest, ...servers]) await server.close()
    await database.drop()
  }
}
