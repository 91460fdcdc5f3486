import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { openChangeFeed } from '../platform/change-feed.ts'
import type { Database } from '../platform/database.ts'
import { createLog } from '../platform/log.ts'
import { asOwner } from '../testing/as-owner.ts'
import { givenApp, givenTenant } from '../testing/given-app.ts'
import type { TestApp, TestTenant } from '../testing/given-app.ts'
import { openOutbox, tellSome } from './outbox.ts'
import type { Message, Teller } from './teller.ts'

const log = createLog('silent')
let closers: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closers) await close()
  closers = []
})

let server: TestApp
let tenant: TestTenant
beforeAll(async () => {
  server = await givenApp()
  tenant = await givenTenant(server)
})

/** A server's outbox that only notes what it was told. */
function givenOutbox(db: Database, told: Message[], more: Partial<Teller> = {}) {
  const teller: Teller = {
    name: 'notes',
    tell: (_tx, messages) => Promise.resolve(void told.push(...messages)),
    ...more,
  }
  const feed = openChangeFeed(db, log)
  const outbox = openOutbox({ db, feed, tellers: [teller], log, lookEveryMs: 60_000 })
  closers.push(async () => {
    await outbox.close()
    await feed.close()
  })
  return outbox
}

const numbersOf = (told: readonly Message[], scopeId: unknown) =>
  told.filter((message) => message.scopeId === scopeId).map(({ entryNo }) => entryNo)
const upTo = (count: number) => Array.from({ length: count }, (_none, index) => index + 1)

describe('what changes is told', () => {
  test('in order and once, however many servers tell', async () => {
    const told: Message[] = []
    const outboxes = [givenOutbox(server.db, told), givenOutbox(server.db, told)]
    const { body: event } = await tenant.organizer.post('/events', { name: 'Gala', event_budget_amount: 500 })
    for (let time = 1; time <= 20; time += 1) {
      await tenant.organizer.put(`/events/${event.id}`, { venue: `Hall ${time}` })
    }
    for (const outbox of outboxes) await outbox.settle()
    expect(numbersOf(told, event.id)).toEqual(upTo(21))
    expect(told.find(({ subjectId }) => subjectId === String(event.id))).toMatchObject({
      tenantId: tenant.tenantId,
      action: 'event.created',
      subjectId: event.id,
      actorId: tenant.organizer.userId,
    })
    expect(numbersOf(told, tenant.tenantId)[0]).toBe(1)
  })

  test('of a change that was rolled back nothing', async () => {
    const { body: event } = await tenant.organizer.post('/events', { name: 'Other', event_budget_amount: 5 })
    expect((await tenant.organizer.put(`/events/${event.id}`, { registration_limit: 'nonsense' })).status).toBe(422)
    const told: Message[] = []
    await givenOutbox(server.db, told).settle()
    expect(numbersOf(told, event.id).every((no) => no === 1)).toBe(true)
    expect(await tellSome(server.db, [], { tenantId: tenant.tenantId, scopeId: String(event.id) })).toBe(0)
  })

  test('again, where whoever was told could not keep it: nothing is passed over', async () => {
    const { body: event } = await tenant.organizer.post('/events', { name: 'Third', event_budget_amount: 5 })
    const scope = { tenantId: tenant.tenantId, scopeId: String(event.id) }
    await asOwner(server.database, 'delete from outbox_cursors where scope_id = $1', [event.id])
    const told: Message[] = []
    const broken: Teller = { name: 'broken', tell: () => Promise.reject(new Error('no room')) }
    const notes: Teller = { name: 'notes', tell: (_tx, messages) => Promise.resolve(void told.push(...messages)) }
    await expect(tellSome(server.db, [broken], scope)).rejects.toThrow('no room')
    expect(await tellSome(server.db, [notes], scope)).toBe(1)
    expect(numbersOf(told, event.id)).toEqual([1])
  })

  test('what comes while its chain is told of is told right after', async () => {
    const first = (await tenant.organizer.post('/events', { name: 'First', event_budget_amount: 5 })).body
    const second = (await tenant.organizer.post('/events', { name: 'Second', event_budget_amount: 5 })).body
    await givenOutbox(server.db, []).settle()
    const told: Message[] = []
    let letGo = () => {}
    const held = new Promise<void>((resolve) => {
      letGo = resolve
    })
    const tell: Teller['tell'] = async (_tx, messages) => {
      told.push(...messages)
      if (messages[0]?.scopeId === first.id) await held
    }
    for (const close of closers) await close()
    closers = []
    const outbox = givenOutbox(server.db, told, { tell })
    await tenant.organizer.put(`/events/${first.id}`, { venue: 'Hall 1' })
    await expect.poll(() => numbersOf(told, first.id)).toEqual([2])
    await tenant.organizer.put(`/events/${first.id}`, { venue: 'Hall 2' })
    await tenant.organizer.put(`/events/${second.id}`, { venue: 'Hall 3' })
    const settled = outbox.settle()
    await expect.poll(() => numbersOf(told, second.id)).toEqual([2])
    letGo()
    await settled
    expect(numbersOf(told, first.id)).toEqual([2, 3])
  })

  test('while one server tells, another leaves the chain alone, and waits for nothing', async () => {
    const { body: event } = await tenant.organizer.post('/events', { name: 'Fourth', event_budget_amount: 5 })
    const scope = { tenantId: tenant.tenantId, scopeId: String(event.id) }
    await asOwner(server.database, 'update outbox_cursors set told_no = 0 where scope_id = $1', [event.id])
    await asOwner(
      server.database,
      'insert into outbox_cursors (tenant_id, scope_id, told_no) values ($1, $2, 0) on conflict do nothing',
      [tenant.tenantId, event.id],
    )
    let others = -1
    const slow: Teller = {
      name: 'slow',
      tell: async () => {
        others = await tellSome(server.db, [], scope)
      },
    }
    expect(await tellSome(server.db, [slow], scope)).toBe(1)
    expect(others).toBe(0)
  })
})
