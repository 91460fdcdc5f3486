import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { asOwner } from '../testing/as-owner.ts'
import { givenGala } from '../testing/gala.ts'
import type { Gala } from '../testing/gala.ts'
import { givenApp, givenTenant } from '../testing/given-app.ts'

const app = await givenApp()
const tenant = await givenTenant(app)
const names = ['ann', 'bob', 'cem', 'dan', 'eve', 'fay', 'gus']

/** A gala drawn by lot, in which all are gone and seven people wait. */
async function givenLottery(): Promise<Gala> {
  const gala = await givenGala(tenant, { options: { Mug: { total: 3 } }, waitlist: { order: 'lottery' } })
  for (const name of ['kay', 'lou', 'max']) {
    await gala.register(name)
    await gala.approve(name)
  }
  for (const name of names) await gala.wait(name)
  return gala
}

type Lottery = { commitment: string; seed: string | null; drawn_at: string | null }
const lotteryOf = async (gala: Gala) => (await tenant.member.get(gala.path)).body.lottery as unknown as Lottery

/** The recipe of docs/using/waitlist.md, written a second time. */
function drawByHand(seedHex: string, gala: Gala, people: readonly string[]): string[] {
  const seed = Buffer.from(seedHex, 'hex')
  const lot = (name: string) =>
    createHash('sha256')
      .update(Buffer.concat([seed, Buffer.from(gala.registrationOf(name), 'ascii')]))
      .digest('hex')
  return people.toSorted((a, b) => (lot(a) < lot(b) ? -1 : 1))
}

async function orderOf(gala: Gala): Promise<string[]> {
  const { body } = await tenant.auditor.get(`${gala.path}/waitlist?state=waiting&limit=100`)
  return (body as unknown as { person: { name: string } }[]).map(({ person }) => person.name.split(' ')[0] ?? '')
}

test('what is committed to beforehand is what is drawn with, and anybody can draw again', async () => {
  const gala = await givenLottery()
  const { commitment, seed, drawn_at } = await lotteryOf(gala)
  expect({ seed, drawn_at }).toEqual({ seed: null, drawn_at: null })
  expect((await gala.place('ann'))[0]).toMatchObject({ position: null, ahead_count: null })

  const drawn = await tenant.organizer.post(`${gala.path}/waitlist/draw`)
  expect(drawn).toMatchObject({ status: 200, body: { commitment } })
  const opened = String(drawn.body.seed)
  expect(await lotteryOf(gala)).toMatchObject({ seed: opened })
  const promised = createHash('sha256').update(Buffer.from(opened, 'hex')).update(gala.eventId).digest('hex')
  expect(promised).toBe(commitment)
  const order = drawByHand(opened, gala, names)
  expect(await orderOf(gala)).toEqual(order)
  expect((await gala.place(order[2] ?? ''))[0]).toMatchObject({ position: 3 })

  expect(await tenant.organizer.post(`${gala.path}/waitlist/draw`)).toMatchObject({ body: { seed: opened } })
  await gala.wait('late')
  expect(await orderOf(gala)).toEqual([...order, 'late'])
  await gala.cancel('kay')
  expect(await gala.statusOf(order[0] ?? '')).toBe('PENDING')
  expect(await gala.verify()).toMatchObject({ is_intact: true })
})

test('before it is drawn nobody comes up, and what is free is for nobody new', async () => {
  const gala = await givenLottery()
  await gala.cancel('kay')
  for (const name of names) expect(await gala.statusOf(name)).toBe('WAITLISTED')
  expect((await tenant.member.get(gala.path)).body.options).toMatchObject([{ available_to_register: 0 }])
  expect(await gala.register('new')).toMatchObject({
    status: 409,
    body: { code: 'INVENTORY_EXHAUSTED', detail: 'What is left of Mug is for those who wait, and is drawn by lot.' },
  })
  const move = { to_position: 1, reason: 'a friend' }
  expect(await tenant.organizer.post(`${gala.path}/waitlist/${gala.registrationOf('ann')}/move`, move)).toMatchObject({
    status: 409,
    body: { code: 'WAITLIST_ORDER' },
  })
})

test('once registration has closed it is drawn by itself, with what is free then', async () => {
  const gala = await givenLottery()
  await gala.cancel('kay')
  await gala.cancel('lou')
  await tenant.organizer.put(gala.path, { registration_end_date: '2021-01-01T00:00:00Z' })
  const { seed } = await lotteryOf(gala)
  const [first, second, ...rest] = drawByHand(seed ?? '', gala, names)
  expect([await gala.statusOf(first ?? ''), await gala.statusOf(second ?? '')]).toEqual(['PENDING', 'PENDING'])
  expect(await orderOf(gala)).toEqual(rest)
  const trail = await tenant.auditor.get(`${gala.path}/audit?action=event.lottery_drawn`)
  expect(trail.body).toMatchObject([{ actor_id: null, detail: { seed, drawn: 7 } }])
  expect(await gala.verify()).toMatchObject({ is_intact: true })
})

test('when it is to be drawn is known beforehand, and changes with the window and the order', async () => {
  const gala = await givenLottery()
  const dueAt = async () => {
    const [books] = await asOwner<{ waitlist_due_at: Date | null }>(
      app.database,
      'select waitlist_due_at from event_books where event_id = $1',
      [gala.eventId],
    )
    return books?.waitlist_due_at?.toISOString()
  }
  expect(await dueAt()).toBe('2100-01-01T00:00:00.001Z')
  await tenant.organizer.put(gala.path, { registration_end_date: '2090-01-01T00:00:00Z' })
  expect(await dueAt()).toBe('2090-01-01T00:00:00.001Z')
  await tenant.organizer.put(gala.path, { waitlist_policy: { order: 'first_come' } })
  expect(await dueAt()).toBeUndefined()
})

test('another order puts everybody where they joined; a lottery set again has another seed', async () => {
  const gala = await givenLottery()
  const before = await lotteryOf(gala)
  await tenant.organizer.post(`${gala.path}/waitlist/draw`)
  await tenant.organizer.put(gala.path, { waitlist_policy: { order: 'first_come' } })
  expect(await orderOf(gala)).toEqual(names)
  expect(await lotteryOf(gala)).toBeNull()
  expect(await tenant.organizer.post(`${gala.path}/waitlist/draw`)).toMatchObject({
    status: 409,
    body: { code: 'WAITLIST_ORDER' },
  })
  await tenant.organizer.put(gala.path, { waitlist_policy: { order: 'lottery' } })
  const after = await lotteryOf(gala)
  expect(after).toMatchObject({ seed: null, drawn_at: null })
  expect(after.commitment).not.toBe(before.commitment)
})

test('nothing that is read before the draw shows the seed', async () => {
  const gala = await givenLottery()
  const read = await Promise.all(
    ['', '/waitlist', '/audit?limit=100', '/registrations'].map((path) => tenant.owner.get(`${gala.path}${path}`)),
  )
  const said = JSON.stringify(read.map(({ body }) => body))
  const { body } = await tenant.organizer.post(`${gala.path}/waitlist/draw`)
  expect(said).not.toContain(String(body.seed))
  expect(said).toContain(String(body.commitment))
})
