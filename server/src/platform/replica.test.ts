import { beforeAll, describe, expect, test, vi } from 'vitest'
import { givenGala } from '../testing/gala.ts'
import type { Gala } from '../testing/gala.ts'
import { givenTenant, openApp } from '../testing/given-app.ts'
import type { TestApp, TestTenant } from '../testing/given-app.ts'
import { givenFollowed } from '../testing/replica.ts'
import type { Followed } from '../testing/replica.ts'
import { openDatabase } from './database.ts'
import { createPositions, isPosition, later, openReplica } from './replica.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })

describe('a position', () => {
  test('is later by both of its halves', () => {
    expect(later('0/FF', '0/100')).toBe('0/100')
    expect(later('1/0', '0/FFFFFFFF')).toBe('1/0')
    expect(later(undefined, '0/1')).toBe('0/1')
    expect(later('0/1', undefined)).toBe('0/1')
  })

  test('is what PostgreSQL writes, and nothing else', () => {
    expect(['0/0', '16/B374D848', 'FFFFFFFF/FFFFFFFF'].every(isPosition)).toBe(true)
    expect(['', '0', '0/', '/0', '0/x', '0/1; drop', '123456789/0'].some(isPosition)).toBe(false)
  })

  test('of a tenant never goes back, and is forgotten when somebody else has moved it', () => {
    const positions = createPositions()
    expect(positions.of('a')).toBeUndefined()
    positions.reached('a', '0/20')
    positions.reached('a', '0/10')
    expect(positions.of('a')).toBe('0/20')
    positions.moved('a')
    expect(positions.of('a')).toBeUndefined()
  })
})

describe('with a replica that follows by streaming', () => {
  let followed: Followed
  let server: TestApp & { close(): Promise<void> }
  let tenant: TestTenant
  let gala: Gala
  beforeAll(async () => {
    followed = await givenFollowed()
    server = await openApp(followed.database, { replica: followed.follower })
    tenant = await givenTenant(server)
    gala = await givenGala(tenant)
    return async () => {
      await server.close()
      await followed.close()
    }
  })
  const list = async (headers = {}, who = tenant) =>
    [...(await who.auditor.get(`${gala.path}/registrations`, headers)).body].map(({ person }) => String(person?.name))
  const named = (...names: string[]) => names.map((name) => `${name} of ${gala.eventId}`)

  /** Where a report is answered: the database that is read knows whether it follows another. */
  const readsOfReplica = (atLeast?: string) =>
    server.db.report(tenant.tenantId, atLeast, async (tx) => {
      const [row] = await tx.query<{ follows: boolean }>('select pg_is_in_recovery() as follows')
      return row?.follows
    })

  /** One just found behind is left alone for a moment. */
  const untilReadOfReplica = () => vi.waitFor(async () => expect(await readsOfReplica()).toBe(true))

  test('reports are read of it once it has seen what was written', async () => {
    await gala.register('ann')
    await followed.goOn()
    expect(await readsOfReplica()).toBe(true)
    expect(await list()).toEqual(named('ann'))
  })

  test('what one has just written is there, however far it lags', async () => {
    await followed.pause()
    for (const name of ['bob', 'cem']) {
      expect(await gala.register(name)).toMatchObject({ status: 201 })
      expect((await list())[0]).toBe(named(name)[0])
    }
    expect(await readsOfReplica()).toBe(false)
    await followed.goOn()
    await untilReadOfReplica()
  })

  test('what was written at another server is there for whoever brings the position along', async () => {
    const other = await openApp(followed.database, { replica: followed.follower })
    await followed.goOn()
    // The other server knows how far the tenant is, and then does not hear of what happens here.
    const there = other.as(tenant.auditor.key)
    await there.get(`${gala.path}/registrations`)
    await followed.pause()
    const written = await gala.register('dan')
    const position = String(written.headers['x-allot-position'])
    expect(isPosition(position)).toBe(true)
    const { body } = await there.get(`${gala.path}/registrations`, { 'x-allot-position': position })
    expect([...body].map(({ person }) => String(person?.name))[0]).toBe(named('dan')[0])
    await followed.goOn()
    await other.close()
  })

  test('a position that is none, or has yet to come, is no more than a detour', async () => {
    await followed.goOn()
    for (const position of ['x', "0/1'; select 1", 'FFFFFFFF/FFFFFFFF'])
      expect((await list({ 'x-allot-position': position })).length).toBeGreaterThan(0)
  })

  test('a tenant sees nothing of another there either', async () => {
    const stranger = await givenTenant(server, 'Stranger')
    await givenGala(stranger)
    await followed.goOn()
    await untilReadOfReplica()
    expect(await stranger.auditor.get(`${gala.path}/registrations`)).toMatchObject({ status: 404 })
  })

  test('a decision is never read of it', async () => {
    await gala.register('eva')
    await followed.goOn()
    await followed.pause()
    expect(await gala.approve('eva')).toMatchObject({ status: 200 })
    expect(await gala.approve('eva')).toMatchObject({ status: 200, body: { status: 'APPROVED' } })
    await followed.goOn()
  })

  test('an address that leads to the database itself is read of like any other, but never taken for a replica', async () => {
    const wrong = openDatabase(
      followed.database.app,
      2,
      openReplica(followed.database.app, 2, () => {}),
    )
    const read = () =>
      wrong.report(tenant.tenantId, undefined, (tx) =>
        tx.query('select id from events where tenant_id = $1', [tenant.tenantId]),
      )
    await read()
    expect(await read()).toHaveLength(1)
    await wrong.close()
  })

  test('once it is gone, everything goes on without it', async () => {
    await followed.stopFollower()
    expect((await list()).length).toBeGreaterThan(0)
    expect(await gala.register('fay')).toMatchObject({ status: 201 })
    expect((await list())[0]).toBe(named('fay')[0])
    expect(await gala.verify()).toMatchObject({ is_intact: true })
  })
})
