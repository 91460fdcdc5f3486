import { expect, test } from 'vitest'
import { asOwner } from '../testing/as-owner.ts'
import { givenGala } from '../testing/gala.ts'
import { givenApp, givenTenant } from '../testing/given-app.ts'

const app = await givenApp()
const tenant = await givenTenant(app)

test('whoever waits comes up when somebody cancels, and holds what they were promised', async () => {
  const gala = await givenGala(tenant, { options: { Mug: { total: 1, cost: 25 } } })
  await gala.register('ann')
  await gala.approve('ann')
  expect(await gala.register('bob')).toMatchObject({
    status: 409,
    body: { code: 'INVENTORY_EXHAUSTED', waitlist: { is_open: true, waiting_count: 0 } },
  })

  expect(await gala.wait('bob')).toMatchObject({ status: 201, body: { status: 'WAITLISTED', offer_expires_at: null } })
  expect(await gala.wait('eve')).toMatchObject({ status: 201 })
  expect((await gala.place('bob'))[0]).toMatchObject({ position: 1, ahead_count: 0 })
  expect((await gala.place('eve'))[0]).toMatchObject({ position: 2, ahead_count: 1 })
  expect(await gala.variance()).toMatchObject({ waitlisted_registrations_count: 2 })
  expect(await gala.verify()).toMatchObject({ is_intact: true })

  expect((await gala.cancel('ann')).status).toBe(200)
  expect(await gala.statusOf('bob')).toBe('PENDING')
  expect(await gala.statusOf('eve')).toBe('WAITLISTED')
  expect((await gala.place('eve'))[0]).toMatchObject({ position: 1, ahead_count: 0 })
  expect(await gala.register('dan')).toMatchObject({ status: 409, body: { code: 'INVENTORY_EXHAUSTED' } })
  expect(await gala.verify()).toMatchObject({ is_intact: true })
  expect((await gala.approve('bob')).status).toBe(200)
  expect(await gala.verify()).toMatchObject({ is_intact: true })
})

/** A gala in which Zoe has the only mug. */
async function givenFull(given: Parameters<typeof givenGala>[1] = {}) {
  const gala = await givenGala(tenant, { options: { Mug: { total: 1, cost: 25 } }, ...given })
  await gala.register('zoe')
  await gala.approve('zoe')
  return gala
}
type Full = Awaited<ReturnType<typeof givenFull>>
const isIntact = async (gala: Full) => (await gala.verify()).is_intact
const change = (gala: Full, path: string, body: object) => tenant.organizer.put(`${gala.path}${path}`, body)

test('more stock goes to those who wait in the same answer', async () => {
  const gala = await givenFull()
  for (const name of ['ann', 'bob', 'eve']) await gala.wait(name)
  expect(await change(gala, `/options/${gala.options.Mug}`, { total_available: 3 })).toMatchObject({
    status: 200,
    body: { total_available: 3, committed_count: 1, available_to_register: 0, waiting_count: 1 },
  })
  expect([await gala.statusOf('ann'), await gala.statusOf('bob'), await gala.statusOf('eve')]).toEqual([
    'PENDING',
    'PENDING',
    'WAITLISTED',
  ])
  expect(await isIntact(gala)).toBe(true)
})

test('more money, a larger slot, a lower price and an option that is back do the same', async () => {
  const budget = await givenFull({ budget: 25, options: { Mug: { total: 9, cost: 25 } } })
  await budget.wait('ann')
  const raised = await change(budget, '', { event_budget_amount: 50 })
  expect(raised.body.options).toMatchObject([{ waiting_count: 0 }])
  expect(await budget.statusOf('ann')).toBe('PENDING')

  const price = await givenFull({ budget: 30, options: { Mug: { total: 9, cost: 25 } } })
  await price.wait('ann')
  await change(price, `/options/${price.options.Mug}`, { cost_per_unit: 5 })
  expect((await tenant.approver.get(`${price.path}/registrations/${price.registrationOf('ann')}`)).body).toMatchObject({
    status: 'PENDING',
    amount_committed: 5,
  })

  const slot = await givenGala(tenant, { slotCapacity: 1 })
  await slot.register('zoe', 'Mug', '11:00')
  await slot.approve('zoe')
  expect(await slot.wait('ann', 'Mug', '11:00')).toMatchObject({
    status: 201,
    body: { preferred_pickup_slot: '11:00' },
  })
  // Somebody else's slot is no business of theirs.
  expect((await slot.register('bob', 'Mug', '12:00')).status).toBe(201)
  await change(slot, '', { pickup_slot_capacity: 2 })
  expect(await slot.statusOf('ann')).toBe('PENDING')

  const back = await givenFull()
  await back.wait('ann')
  await tenant.organizer.delete(`${back.path}/options/${back.options.Mug}`)
  await back.cancel('zoe')
  expect(await back.statusOf('ann')).toBe('WAITLISTED')
  await change(back, `/options/${back.options.Mug}`, { is_active: true })
  expect(await back.statusOf('ann')).toBe('PENDING')
  for (const gala of [budget, price, slot, back]) expect(await isIntact(gala)).toBe(true)
})

test('a defined slot that becomes larger takes whoever waits for it', async () => {
  const gala = await givenGala(tenant)
  const slot = await tenant.organizer.post(`${gala.path}/slots`, { label: 'Gate', capacity: 1 })
  await gala.register('zoe', 'Mug', 'Gate')
  await gala.approve('zoe')
  await gala.wait('ann', 'Mug', 'Gate')
  const wider = await change(gala, `/slots/${String(slot.body.id)}`, { capacity: 2 })
  expect(wider.body).toMatchObject({ capacity: 2, committed_count: 1, held_count: 1, available: 0 })
  expect(await gala.statusOf('ann')).toBe('PENDING')
  expect(await isIntact(gala)).toBe(true)
})

test('who would take any of several comes up with what is free first', async () => {
  const gala = await givenGala(tenant, { options: { Mug: { total: 1 }, Cap: { total: 1 } } })
  for (const [name, option] of [
    ['kay', 'Mug'],
    ['lou', 'Cap'],
  ] as const) {
    await gala.register(name, option)
    await gala.approve(name)
  }
  await gala.wait('ann', ['Mug', 'Cap'])
  expect((await gala.place('ann'))[0]).toMatchObject({ option_names: ['Mug', 'Cap'], position: 1 })
  expect(await gala.wait('ann', ['Cap'])).toMatchObject({ status: 409, body: { code: 'ALREADY_REGISTERED' } })
  await gala.cancel('lou')
  const { body } = await tenant.approver.get(`${gala.path}/registrations/${gala.registrationOf('ann')}`)
  expect(body).toMatchObject({ status: 'PENDING', option_name: 'Cap' })
  expect(await isIntact(gala)).toBe(true)
})

test('where there is room, where the list is closed and where one waits already, the answer says what to do', async () => {
  const gala = await givenGala(tenant, { waitlist: { is_open: false } })
  expect(await gala.wait('ann')).toMatchObject({ status: 409, body: { code: 'WAITLIST_CLOSED' } })
  await change(gala, '', { waitlist_policy: { is_open: true } })
  expect(await gala.wait('ann')).toMatchObject({ status: 409, body: { code: 'WAITLIST_NOT_NEEDED' } })
  await change(gala, '', { registration_end_date: '2021-01-01T00:00:00Z' })
  expect(await gala.wait('ann')).toMatchObject({ status: 409, body: { code: 'REGISTRATION_CLOSED' } })
  expect(await tenant.member.post(`${gala.path}/waitlist`, {})).toMatchObject({ status: 422 })
})

test('whoever waits leaves at any time, and everybody behind moves up', async () => {
  const gala = await givenFull()
  for (const name of ['ann', 'bob']) await gala.wait(name)
  const left = await (
    await gala.person('ann')
  ).put(`${gala.path}/registrations/${gala.registrationOf('ann')}`, {
    status: 'CANCELLED',
  })
  expect(left).toMatchObject({ status: 200, body: { status: 'CANCELLED' } })
  expect(await gala.place('ann')).toEqual([])
  expect((await gala.place('bob'))[0]).toMatchObject({ position: 1, ahead_count: 0 })
  expect((await gala.wait('ann')).status).toBe(201)
  expect(await isIntact(gala)).toBe(true)
})

test('organisers see the list in its order, and move people with a reason', async () => {
  const gala = await givenFull({ waitlist: { order: 'priority' } })
  for (const name of ['ann', 'bob', 'eve', 'fay']) await gala.wait(name)
  const list = async () => {
    const { body } = await tenant.auditor.get(`${gala.path}/waitlist?limit=2`)
    const [, second] = body as unknown as { registration_id: string; position: number }[]
    const cursor = Buffer.from(second?.registration_id ?? '').toString('base64url')
    const rest = (await tenant.auditor.get(`${gala.path}/waitlist?limit=2&cursor=${cursor}`)).body
    return [...(body as unknown as object[]), ...(rest as unknown as object[])].map(
      (entry) => (entry as { person: { name: string } }).person.name.split(' ')[0],
    )
  }
  const move = (name: string, body: object) =>
    tenant.approver.post(`${gala.path}/waitlist/${gala.registrationOf(name)}/move`, { reason: 'because', ...body })
  expect(await list()).toEqual(['ann', 'bob', 'eve', 'fay'])
  expect(await move('fay', { to_position: 1 })).toMatchObject({ status: 200, body: { position: 1 } })
  expect(await list()).toEqual(['fay', 'ann', 'bob', 'eve'])
  expect(await move('fay', { to_position: 3 })).toMatchObject({ body: { position: 3 } })
  expect(await list()).toEqual(['ann', 'bob', 'fay', 'eve'])
  expect(await move('ann', { to_position: 99 })).toMatchObject({ body: { position: 4 } })
  expect(await list()).toEqual(['bob', 'fay', 'eve', 'ann'])
  expect(await move('eve', { priority: 7 })).toMatchObject({ body: { position: 1, priority: 7 } })
  expect(await list()).toEqual(['eve', 'bob', 'fay', 'ann'])
  await gala.wait('gus')
  expect((await gala.place('gus'))[0]).toMatchObject({ position: 5 })

  const trail = await tenant.auditor.get(`${gala.path}/audit?action=registration.waitlist_moved&limit=1`)
  expect(trail.body).toMatchObject([
    { detail: { reason: 'because', position: { from: 3, to: 1 }, priority: { from: 0, to: 7 } } },
  ])
  await gala.cancel('zoe')
  expect(await gala.statusOf('eve')).toBe('PENDING')
  expect(await move('eve', { to_position: 1 })).toMatchObject({ status: 409, body: { code: 'NOT_WAITING' } })
  expect(await move('zoe', { to_position: 1 })).toMatchObject({ status: 409, body: { code: 'NOT_WAITING' } })

  await change(gala, '', { waitlist_policy: { order: 'first_come' } })
  expect((await gala.place('ann'))[0]).toMatchObject({ position: 1 })
  expect(await move('bob', { priority: 7 })).toMatchObject({ status: 409, body: { code: 'WAITLIST_ORDER' } })
  expect(await isIntact(gala)).toBe(true)
})

test('somebody is put between the same two as often as one likes', async () => {
  const gala = await givenFull()
  for (const name of ['ann', 'bob', 'eve']) await gala.wait(name)
  for (let turn = 0; turn < 50; turn += 1) {
    const name = turn % 2 === 0 ? 'eve' : 'bob'
    const path = `${gala.path}/waitlist/${gala.registrationOf(name)}/move`
    expect(await tenant.approver.post(path, { to_position: 2, reason: 'again' })).toMatchObject({
      body: { position: 2 },
    })
  }
  await gala.wait('fay')
  expect((await gala.place('fay'))[0]).toMatchObject({ position: 4 })
})

test('a batch approves from the list, and what a batch frees goes to those who wait', async () => {
  const gala = await givenFull({ options: { Mug: { total: 2, cost: 25 } } })
  await gala.register('kay')
  await gala.approve('kay')
  for (const name of ['ann', 'bob', 'eve']) await gala.wait(name)
  const batch = (body: object) => tenant.approver.post(`${gala.path}/registrations/batch`, body)
  const waiting = { filter: { status: 'WAITLISTED' }, action: 'approve' }
  expect((await batch(waiting)).body).toMatchObject({ total: 3, changed: 0, refused: 3 })
  const ids = ['zoe', 'kay'].map((name) => gala.registrationOf(name))
  expect((await batch({ registration_ids: ids, action: 'reject' })).body).toMatchObject({ changed: 2 })
  expect([await gala.statusOf('ann'), await gala.statusOf('bob'), await gala.statusOf('eve')]).toEqual([
    'PENDING',
    'PENDING',
    'WAITLISTED',
  ])
  const approve = { filter: { status: 'PENDING' }, action: 'approve', dry_run: true }
  expect((await batch(approve)).body).toMatchObject({ changed: 2, refused: 0, largest_fit: { count: 2 } })
  expect((await batch({ ...approve, dry_run: false })).body).toMatchObject({ changed: 2 })
  expect(await isIntact(gala)).toBe(true)
})

test('what was tampered with is found', async () => {
  const gala = await givenFull()
  await gala.wait('ann')
  await asOwner(app.database, 'update waitlist_wishes set is_waiting = false where event_id = $1', [gala.eventId])
  await asOwner(app.database, 'update event_books set promised_minor = 5 where event_id = $1', [gala.eventId])
  const { deviations } = await gala.verify()
  expect(deviations).toEqual([
    'promised_minor is 5, counted from the rows it is 0',
    `option ${gala.options.Mug} waiting_count is 1, counted from the rows it is 0`,
    `registration ${gala.registrationOf('ann')}: it is WAITLISTED, and its place on the waitlist says otherwise`,
  ])
})

test('a conflict, an option and a question beforehand say how many wait', async () => {
  const gala = await givenFull()
  await gala.wait('ann')
  expect((await gala.register('bob')).body.waitlist).toEqual({ is_open: true, waiting_count: 1 })
  const asked = await tenant.member.post(`${gala.path}/check-conflicts`, { event_option_id: gala.options.Mug })
  expect(asked.body).toMatchObject({ has_conflict: true, waitlist: { is_open: true, waiting_count: 1 } })
  expect((await tenant.member.get(gala.path)).body.options).toMatchObject([{ waiting_count: 1 }])
})

test('more than come up at once are followed by the rest', async () => {
  const gala = await givenFull({ budget: 1_000_000 })
  const names = Array.from({ length: 12 }, (_, index) => `p${index}`)
  for (const name of names) await gala.wait(name)
  // As if each transaction had stopped after some: what is due is done by whatever comes next.
  await asOwner(
    app.database,
    "update event_books set waitlist_due_at = now() - interval '1 hour' where event_id = $1",
    [gala.eventId],
  )
  await asOwner(app.database, 'update event_options set total_available = 20 where event_id = $1', [gala.eventId])
  expect(await gala.register('new')).toMatchObject({ status: 201 })
  expect(await gala.variance()).toMatchObject({ waitlisted_registrations_count: 0, pending_registrations_count: 13 })
  const [books] = await asOwner(app.database, 'select waitlist_due_at from event_books where event_id = $1', [
    gala.eventId,
  ])
  expect(books).toEqual({ waitlist_due_at: null })
})
