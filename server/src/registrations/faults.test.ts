import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { givenGala } from '../testing/gala.ts'
import { givenApp, givenTenant } from '../testing/given-app.ts'
import type { TestApp, TestTenant } from '../testing/given-app.ts'
import { countStatuses } from '../testing/rivals.ts'

const QUEUE_LIMIT = 3

describe('when the database makes trouble', () => {
  let here: TestApp
  let tenant: TestTenant
  let owner: pg.Client
  beforeAll(async () => {
    here = await givenApp({ queueLimit: QUEUE_LIMIT })
    tenant = await givenTenant(here)
    owner = new pg.Client(here.database.owner)
    await owner.connect()
    // The database is dropped under it at the end.
    owner.on('error', () => {})
    await owner.query(troubleMaker)
  })
  afterEach(() => owner.query('rollback'))
  afterAll(() => owner.end())

  test('an event whose lock somebody keeps answers 503 within seconds; other events do not notice', async () => {
    const [gala, other] = [await givenGala(tenant), await givenGala(tenant)]
    for (const name of ['ann', 'bob']) await Promise.all([gala.person(name), other.person(name)])
    await owner.query('begin')
    await owner.query('select from event_books where event_id = $1 for update', [gala.eventId])
    const begun = performance.now()
    const waiting = gala.register('ann')
    for (const name of ['ann', 'bob']) expect((await other.register(name)).status).toBe(201)
    expect(performance.now() - begun).toBeLessThan(1_900)

    const refused = await waiting
    expect(performance.now() - begun).toBeLessThan(4_000)
    expect(refused).toMatchObject({ status: 503, body: { code: 'BUSY' }, headers: { 'retry-after': '1' } })
    await owner.query('rollback')
    expect((await gala.register('ann')).status).toBe(201)
    expect(await gala.verify()).toMatchObject({ is_intact: true, registrations: 1 })
  })

  test('with the line of an event full, the next hears 503 at once and is told when to come again', async () => {
    const gala = await givenGala(tenant)
    const names = Array.from({ length: QUEUE_LIMIT + 2 }, (_, index) => `p${index}`)
    for (const name of names) await gala.person(name)
    await owner.query('begin')
    await owner.query('select from event_books where event_id = $1 for update', [gala.eventId])
    const replies = names.map((name) => gala.register(name))
    // One is under way, as many as the limit says wait, and the last finds no room.
    expect(await Promise.race(replies)).toMatchObject({
      status: 503,
      body: { code: 'BUSY' },
      headers: { 'retry-after': '1' },
    })
    await owner.query('rollback')
    expect(countStatuses(await Promise.all(replies))).toEqual({ 201: QUEUE_LIMIT + 1, 503: 1 })
  })

  test('a transaction that PostgreSQL gives up three times is done the fourth time, and once', async () => {
    const gala = await givenGala(tenant)
    await gala.person('ann')
    await owner.query("select setval('trouble', 1)")
    expect((await gala.register('ann')).status).toBe(201)
    expect(await gala.verify()).toMatchObject({ is_intact: true, registrations: 1 })
  })

  test('one request that fails for reasons of its own fails alone, and the others of its batch are registered once', async () => {
    const gala = await givenGala(tenant)
    const names = ['ann', 'bob', 'eve']
    for (const name of [...names, 'poison']) await gala.person(name)
    const poison = await gala.person('poison')
    const body = { event_option_id: gala.options.Mug, notes: 'poison' }
    const replies = [
      gala.register('ann'),
      poison.post(`${gala.path}/register`, body),
      gala.register('bob'),
      gala.register('eve'),
    ]
    expect((await Promise.all(replies)).map(({ status }) => status)).toEqual([201, 500, 201, 201])
    expect((await replies[1])?.body).toMatchObject({ code: 'INTERNAL' })
    expect(await gala.verify()).toMatchObject({ is_intact: true, registrations: 3 })
  })

  test('a full disk is said to be one, and nothing is half done', async () => {
    const gala = await givenGala(tenant)
    const ann = await gala.person('ann')
    const refused = await ann.post(`${gala.path}/register`, { event_option_id: gala.options.Mug, notes: 'disk full' })
    expect(refused).toMatchObject({ status: 503, body: { code: 'STORAGE_FULL' } })
    expect(refused.headers['retry-after']).toBeDefined()
    expect(await gala.verify()).toMatchObject({ is_intact: true, registrations: 0 })
  })
})

/** A trigger that fails while the sequence is between 1 and 4, which no rollback takes back; and for some notes. */
const troubleMaker = `
  create sequence trouble start 100;
  select nextval('trouble');
  grant usage on sequence trouble to public;
  create function make_trouble() returns trigger language plpgsql as $$
  begin
    if nextval('trouble') <= 4 then
      raise exception 'could not serialize access' using errcode = 'serialization_failure';
    elsif new.notes = 'poison' then
      raise exception 'on purpose';
    elsif new.notes = 'disk full' then
      raise exception 'could not extend file' using errcode = 'disk_full';
    end if;
    return new;
  end $$;
  create trigger trouble before insert on registrations for each row execute function make_trouble();`
