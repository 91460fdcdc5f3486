import { beforeAll, describe, expect, test } from 'vitest'
import { deriveSecrets } from '../platform/secrets.ts'
import { givenGala } from '../testing/gala.ts'
import type { Gala } from '../testing/gala.ts'
import { givenApp, givenTenant, testSecret } from '../testing/given-app.ts'
import type { TestTenant } from '../testing/given-app.ts'
import { environmentOf } from '../testing/processes.ts'
import { startServers } from '../testing/server-process.ts'
import type { ServerProcess } from '../testing/server-process.ts'
import { countStatuses, rivalsOf } from '../testing/rivals.ts'

const numbered = (prefix: string, count: number) => Array.from({ length: count }, (_, index) => `${prefix}${index + 1}`)

describe('two servers on one database', () => {
  let tenant: TestTenant
  let servers: ServerProcess[]
  beforeAll(async () => {
    const here = await givenApp()
    tenant = await givenTenant(here)
    servers = await startServers(2, environmentOf(here.database))
  })

  /** Ten people have the ten mugs there are, and thirty wait. */
  async function givenWaiting(said: Parameters<typeof givenGala>[1] = {}): Promise<Gala> {
    const gala = await givenGala(tenant, { options: { Mug: { total: 10, cost: 25 } }, ...said })
    for (const name of numbered('had', 10)) {
      await gala.register(name)
      await gala.approve(name)
    }
    for (const name of numbered('w', 30)) await gala.wait(name)
    return gala
  }
  const statusesOf = (gala: Gala, names: readonly string[]) => Promise.all(names.map((name) => gala.statusOf(name)))

  test('thirty wait: ten cancel at once and there are five more, and exactly fifteen come up, in order', async () => {
    const gala = await givenWaiting()
    const { decide, change } = rivalsOf(gala, tenant, servers)
    const replies = await Promise.all([
      ...numbered('had', 10).map((name) => decide(name, { status: 'CANCELLED' })),
      change(`/options/${gala.options.Mug}`, { total_available: 15 }),
    ])
    expect(countStatuses(replies)).toEqual({ 200: 11 })
    expect(await statusesOf(gala, numbered('w', 30))).toEqual([
      ...Array.from({ length: 15 }, () => 'PENDING'),
      ...Array.from({ length: 15 }, () => 'WAITLISTED'),
    ])
    const trail = await tenant.auditor.get(`${gala.path}/audit?action=registration.promoted&limit=100`)
    const promoted = (trail.body as unknown as { subject_id: string }[]).map(({ subject_id }) => subject_id).reverse()
    expect(promoted).toEqual(numbered('w', 15).map((name) => gala.registrationOf(name)))
    expect(await gala.verify()).toMatchObject({ is_intact: true })
  })

  test('whoever asks in between gets nothing that somebody waits for', async () => {
    const gala = await givenWaiting()
    const { decide, register } = rivalsOf(gala, tenant, servers)
    const fresh = numbered('new', 20)
    for (const name of fresh) await gala.person(name)
    const replies = await Promise.all([
      ...numbered('had', 10).map((name) => decide(name, { status: 'CANCELLED' })),
      ...fresh.map((name) => register(name)),
    ])
    expect(countStatuses(replies)).toEqual({ 200: 10, 409: 20 })
    expect(await statusesOf(gala, numbered('w', 11))).toEqual([
      ...Array.from({ length: 10 }, () => 'PENDING'),
      'WAITLISTED',
    ])
    expect(await gala.verify()).toMatchObject({ is_intact: true })
  })

  test('an offer accepted, declined and accepted by link at once is answered one way, and goes to one person', async () => {
    const gala = await givenWaiting({ waitlist: { promotion: 'offer' } })
    const secrets = deriveSecrets(testSecret)
    await gala.cancel('had1')
    const { key } = await gala.person('w1')
    const path = `${gala.path}/waitlist/${gala.registrationOf('w1')}`
    const link = `/offers/${secrets.offerToken(tenant.tenantId, gala.registrationOf('w1'))}`
    const [one, two] = servers
    if (!one || !two) throw new Error('there are no servers')
    await Promise.all([
      one.as(key).post(`${path}/accept`),
      two.as(key).post(`${path}/decline`),
      one.as(undefined).post(`${link}/accept`),
      two.as(undefined).post(`${link}/decline`),
    ])
    const [first, second] = await statusesOf(gala, ['w1', 'w2'])
    const [place] = await gala.place('w2')
    expect(second).toBe('WAITLISTED')
    expect([first, place?.offer === null]).toEqual(first === 'PENDING' ? ['PENDING', true] : ['CANCELLED', false])
    expect(await gala.verify()).toMatchObject({ is_intact: true })
  })
})
