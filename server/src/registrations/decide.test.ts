import { beforeAll, describe, expect, test } from 'vitest'
import { givenGala } from '../testing/gala.ts'
import type { Gala } from '../testing/gala.ts'
import { givenApp, givenTenant } from '../testing/given-app.ts'
import type { TestApp, TestTenant } from '../testing/given-app.ts'
import type { Json } from '../testing/reply.ts'

const nobody = '019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e'

let server: TestApp
let tenant: TestTenant
beforeAll(async () => {
  server = await givenApp()
  tenant = await givenTenant(server)
})

/** Everything that a decision may change, as far as anybody can see it. */
async function picture(gala: Gala) {
  const [variance, slots, ledger, audit] = await Promise.all(
    ['budget-variance', 'slots', 'ledger', 'audit?limit=100'].map((part) => tenant.auditor.get(`${gala.path}/${part}`)),
  )
  return { variance: variance?.body, slots: slots?.body, ledger: ledger?.body, audit: audit?.body }
}
const countsOf = async (gala: Gala) => {
  const { variance, slots } = await picture(gala)
  return {
    budget: variance?.budget_committed,
    mugs: variance?.option_variance?.[0]?.committed_count,
    spent: variance?.option_variance?.[0]?.amount_committed,
    slots: Object.fromEntries(
      [...(slots ?? [])].map(({ label, committed_count }) => [label, committed_count]),
    ) as Record<string, Json>,
  }
}

describe('approving', () => {
  test('commits money, stock and slot in one step, with one ledger and one audit entry', async () => {
    const gala = await givenGala(tenant, { options: { Mug: { total: 5, cost: 12.5 } } })
    await gala.register('ann', 'Mug', 'noon')
    const reply = await gala.approve('ann')
    expect(reply).toMatchObject({
      status: 200,
      body: {
        status: 'APPROVED',
        approved_by: tenant.approver.userId,
        assigned_pickup_slot: 'noon',
        amount_committed: 12.5,
      },
    })
    expect(Math.abs(Date.now() - Date.parse(String(reply.body.approved_at)))).toBeLessThan(60_000)
    expect(await countsOf(gala)).toEqual({ budget: 12.5, mugs: 1, spent: 12.5, slots: { noon: 1 } })
    const { ledger, audit } = await picture(gala)
    expect([...(ledger ?? [])]).toMatchObject([
      { entry_no: 1, kind: 'COMMIT', amount: 12.5, balance: 12.5, registration_id: reply.body.id },
    ])
    expect(audit?.[0]).toMatchObject({
      action: 'registration.approved',
      from_status: 'PENDING',
      to_status: 'APPROVED',
      actor_id: tenant.approver.userId,
    })
    expect((await (await gala.person('ann')).get(`${gala.path}/registrations/${reply.body.id}`)).body).toMatchObject({
      status: 'APPROVED',
    })
  })

  test.each([
    ['cancel', 'CANCELLED'],
    ['reject', 'REJECTED'],
  ] as const)('and then to %s is the exact reverse', async (verb, status) => {
    const gala = await givenGala(tenant, { options: { Mug: { total: 5, cost: 12.5 } } })
    for (const name of ['ann', 'bob']) await gala.register(name, 'Mug', 'noon')
    await gala.approve('bob')
    const before = await countsOf(gala)
    await gala.approve('ann')
    expect(await gala[verb]('ann')).toMatchObject({
      status: 200,
      body: { status, amount_committed: 12.5, approved_by: tenant.approver.userId },
    })
    expect(await countsOf(gala)).toEqual(before)
    const { ledger, audit } = await picture(gala)
    expect(ledger?.[0]).toMatchObject({ entry_no: 3, kind: 'RELEASE', amount: -12.5, balance: 12.5 })
    expect(audit?.[0]).toMatchObject({ from_status: 'APPROVED', to_status: status })
    expect(await gala.verify()).toMatchObject({ is_intact: true })
  })

  test('of a pending request there is nothing to give back', async () => {
    const gala = await givenGala(tenant)
    for (const name of ['ann', 'bob']) await gala.register(name, 'Mug', 'noon')
    expect(await gala.reject('ann')).toMatchObject({
      status: 200,
      body: { status: 'REJECTED', approved_at: null, assigned_pickup_slot: null },
    })
    expect((await gala.cancel('bob')).status).toBe(200)
    expect([...((await picture(gala)).ledger ?? [])]).toEqual([])
    expect(await gala.verify()).toMatchObject({ is_intact: true })
  })

  test('is refused whole when something is short: nothing has changed', async () => {
    const gala = await givenGala(tenant, {
      budget: 100,
      slotCapacity: 1,
      options: { Mug: { total: 1, cost: 60 }, Pen: { total: 9, cost: 5 } },
    })
    for (const name of ['ann', 'bob']) await gala.register(name, 'Mug', 'noon')
    await gala.register('eve', 'Pen', 'later')
    await gala.approve('ann')
    const before = await picture(gala)
    const reply = await gala.approve('bob', { notes: 'never' })
    expect(reply).toMatchObject({ status: 409, body: { code: 'BUDGET_EXHAUSTED', alternatives: ['Pen (9 slots)'] } })
    expect(reply.body.message).toBe('This needs EUR 60.00 and EUR 40.00 of the budget is left: EUR 20.00 is missing.')
    expect([...(reply.body.conflicts ?? [])].map(({ conflict_type }) => conflict_type)).toEqual([
      'BUDGET_EXHAUSTED',
      'INVENTORY_EXHAUSTED',
      'SLOT_CONFLICT',
    ])
    expect(await picture(gala)).toEqual(before)
    const { body } = await tenant.approver.get(`${gala.path}/registrations/${gala.registrationOf('bob')}`)
    expect(body).toMatchObject({ status: 'PENDING', notes: null })
  })

  test('goes on after registration has closed, in an archived event and for an archived option too', async () => {
    const gala = await givenGala(tenant)
    for (const name of ['ann', 'bob', 'eve']) await gala.register(name)
    await tenant.organizer.put(gala.path, { registration_end_date: '2021-01-01T00:00:00Z' })
    expect((await gala.approve('ann')).status).toBe(200)
    await tenant.organizer.delete(`${gala.path}/options/${gala.options.Mug}`)
    expect((await gala.approve('bob')).status).toBe(200)
    await tenant.organizer.delete(gala.path)
    expect((await gala.approve('eve')).status).toBe(200)
    expect((await gala.cancel('eve')).status).toBe(200)
    expect(await gala.verify()).toMatchObject({ is_intact: true })
  })
})

describe('repeating and going back', () => {
  test('a decision that holds already changes nothing and is answered with 200', async () => {
    const gala = await givenGala(tenant)
    for (const name of ['ann', 'bob', 'eve', 'joe']) await gala.register(name, 'Mug', 'noon')
    const verbs = { ann: 'approve', bob: 'reject', eve: 'cancel' } as const
    const first: Record<string, Json> = {}
    for (const [name, verb] of Object.entries(verbs)) first[name] = (await gala[verb](name)).body
    const before = await picture(gala)
    for (const [name, verb] of Object.entries(verbs)) {
      expect(await gala[verb](name)).toMatchObject({ status: 200, body: first[name] })
    }
    const pending = await tenant.organizer.put(`${gala.path}/registrations/${gala.registrationOf('joe')}`, {
      status: 'PENDING',
    })
    expect(pending).toMatchObject({ status: 200, body: { status: 'PENDING' } })
    const sameSlot = await gala.approve('ann', { assigned_pickup_slot: 'noon', notes: null })
    expect(sameSlot.status).toBe(200)
    expect(await picture(gala)).toEqual(before)
  })

  test.each([
    ['REJECTED', ['PENDING', 'APPROVED', 'CANCELLED']],
    ['CANCELLED', ['PENDING', 'APPROVED', 'REJECTED']],
    ['APPROVED', ['PENDING']],
  ] as const)('from %s there is no way to %j', async (from, others) => {
    const gala = await givenGala(tenant)
    await gala.register('ann')
    const path = `${gala.path}/registrations/${gala.registrationOf('ann')}`
    await tenant.approver.put(path, { status: from })
    const before = await picture(gala)
    for (const status of others) {
      expect(await tenant.approver.put(path, { status })).toMatchObject({
        status: 409,
        body: { code: 'INVALID_TRANSITION' },
      })
    }
    expect(await picture(gala)).toEqual(before)
  })

  test('notes alone are a change of their own, in any state, and leave the rest as it is', async () => {
    const gala = await givenGala(tenant)
    await gala.register('ann')
    const path = `${gala.path}/registrations/${gala.registrationOf('ann')}`
    expect(await tenant.approver.put(path, { notes: 'Size L' })).toMatchObject({
      status: 200,
      body: { status: 'PENDING', notes: 'Size L' },
    })
    expect((await picture(gala)).audit?.[0]).toMatchObject({
      action: 'registration.noted',
      from_status: 'PENDING',
      to_status: 'PENDING',
    })
    await gala.reject('ann')
    expect(await tenant.approver.put(path, { notes: null })).toMatchObject({
      status: 200,
      body: { status: 'REJECTED', notes: null },
    })
    expect(await tenant.approver.put(path, {})).toMatchObject({ status: 422 })
    expect(await gala.verify()).toMatchObject({ is_intact: true })
  })
})

describe('slots', () => {
  test('another slot may be given on approval; the preferred one stays on record', async () => {
    const gala = await givenGala(tenant)
    await gala.register('ann', 'Mug', 'noon')
    const reply = await gala.approve('ann', { assigned_pickup_slot: 'later' })
    expect(reply).toMatchObject({ status: 200, body: { preferred_pickup_slot: 'noon', assigned_pickup_slot: 'later' } })
    expect((await countsOf(gala)).slots).toEqual({ noon: 0, later: 1 })
    expect(await gala.verify()).toMatchObject({ is_intact: true })
  })

  test('without a wish and without a given slot there is none, and one may be given later', async () => {
    const gala = await givenGala(tenant)
    await gala.register('ann')
    expect(await gala.approve('ann')).toMatchObject({ status: 200, body: { assigned_pickup_slot: null } })
    expect(await gala.approve('ann', { assigned_pickup_slot: 'noon' })).toMatchObject({
      status: 200,
      body: { assigned_pickup_slot: 'noon' },
    })
    expect((await countsOf(gala)).slots).toEqual({ noon: 1 })
    expect(await gala.verify()).toMatchObject({ is_intact: true })
  })

  test('re-assigning moves one place from the old slot to the new one, and no money', async () => {
    const gala = await givenGala(tenant, { options: { Mug: { total: 5, cost: 10 } } })
    await gala.register('ann', 'Mug', 'noon')
    await gala.approve('ann')
    const path = `${gala.path}/registrations/${gala.registrationOf('ann')}`
    const moved = await tenant.approver.put(path, { assigned_pickup_slot: 'later' })
    expect(moved).toMatchObject({
      status: 200,
      body: { status: 'APPROVED', assigned_pickup_slot: 'later', preferred_pickup_slot: 'noon' },
    })
    expect(await countsOf(gala)).toEqual({ budget: 10, mugs: 1, spent: 10, slots: { noon: 0, later: 1 } })
    const { ledger, audit } = await picture(gala)
    expect([...(ledger ?? [])]).toHaveLength(1)
    expect(audit?.[0]).toMatchObject({ action: 'registration.moved', from_status: 'APPROVED', to_status: 'APPROVED' })
    await gala.cancel('ann')
    expect((await countsOf(gala)).slots).toEqual({ noon: 0, later: 0 })
    expect(await gala.verify()).toMatchObject({ is_intact: true })
  })

  test('a slot that is full, or that there is not, is refused, and the old one kept', async () => {
    const gala = await givenGala(tenant, { slotCapacity: 1 })
    for (const label of ['noon', 'later', 'free']) await tenant.organizer.post(`${gala.path}/slots`, { label })
    for (const [name, label] of [
      ['ann', 'noon'],
      ['bob', 'later'],
    ] as const) {
      await gala.register(name, 'Mug', label)
      await gala.approve(name)
    }
    await gala.register('eve')
    const before = await picture(gala)
    for (const name of ['ann', 'eve']) {
      const full = await gala.approve(name, { assigned_pickup_slot: 'later' })
      expect(full).toMatchObject({ status: 409, body: { code: 'SLOT_CONFLICT', alternatives: ['free (1 available)'] } })
      const unknown = await gala.approve(name, { assigned_pickup_slot: 'midnight' })
      expect(unknown).toMatchObject({ status: 422, body: { errors: [{ path: 'body.assigned_pickup_slot' }] } })
    }
    expect(await picture(gala)).toEqual(before)
  })

  test('a pending request and one that is over have no slot to change', async () => {
    const gala = await givenGala(tenant)
    await gala.register('ann', 'Mug', 'noon')
    const path = `${gala.path}/registrations/${gala.registrationOf('ann')}`
    const move = () => tenant.approver.put(path, { assigned_pickup_slot: 'later' })
    expect(await move()).toMatchObject({ status: 409, body: { code: 'INVALID_TRANSITION' } })
    await gala.cancel('ann')
    expect(await move()).toMatchObject({ status: 409, body: { code: 'INVALID_TRANSITION' } })
  })
})

describe('who may decide', () => {
  test('nobody on their own registration, whatever their role; everybody may cancel their own', async () => {
    const gala = await givenGala(tenant)
    await tenant.add('owner')
    for (const who of [tenant.owner, tenant.organizer, tenant.approver]) {
      const { body } = await who.post(`${gala.path}/register`, { event_option_id: gala.options.Mug })
      const path = `${gala.path}/registrations/${body.id}`
      for (const change of [{ status: 'APPROVED' }, { status: 'REJECTED' }, { notes: 'mine' }]) {
        expect(await who.put(path, change)).toMatchObject({ status: 403, body: { code: 'OWN_REGISTRATION' } })
      }
      expect(await who.put(path, { status: 'CANCELLED' })).toMatchObject({ status: 200, body: { status: 'CANCELLED' } })
    }
  })

  test("a tenant's only owner decides on their own: there is nobody else to ask", async () => {
    const small = await givenTenant(server, 'Small')
    const gala = await givenGala(small)
    const { body } = await small.owner.post(`${gala.path}/register`, { event_option_id: gala.options.Mug })
    const path = `${gala.path}/registrations/${body.id}`
    expect(await small.owner.put(path, { status: 'APPROVED' })).toMatchObject({
      status: 200,
      body: { approved_by: small.owner.userId },
    })
    const second = await small.add('owner')
    expect(await small.owner.put(path, { status: 'REJECTED' })).toMatchObject({ status: 403 })
    await small.owner.put(`/users/${second.userId}`, { is_active: false })
    expect(await small.owner.put(path, { status: 'REJECTED' })).toMatchObject({ status: 200 })
  })

  test('members cancel their own, approved ones too, and decide nothing else', async () => {
    const gala = await givenGala(tenant)
    for (const name of ['ann', 'bob']) await gala.register(name)
    await gala.approve('ann')
    const ann = await gala.person('ann')
    const [mine, bobs] = ['ann', 'bob'].map((name) => `${gala.path}/registrations/${gala.registrationOf(name)}`)
    for (const change of [
      { status: 'REJECTED' },
      { status: 'APPROVED' },
      { notes: 'x' },
      { assigned_pickup_slot: 'noon' },
    ]) {
      expect((await ann.put(String(mine), change)).status, JSON.stringify(change)).toBe(403)
    }
    expect(await ann.put(String(bobs), { status: 'CANCELLED' })).toMatchObject({
      status: 403,
      body: { code: 'FORBIDDEN' },
    })
    expect(await ann.put(String(mine), { status: 'CANCELLED' })).toMatchObject({ status: 200 })
    expect(await gala.variance()).toMatchObject({ budget_committed: 0, approved_registrations_count: 0 })
  })

  test('auditors and desk staff decide nothing; what is not there cannot be decided on', async () => {
    const [gala, other] = [await givenGala(tenant), await givenGala(tenant)]
    await gala.register('ann')
    const id = gala.registrationOf('ann')
    for (const who of [tenant.auditor, tenant.desk]) {
      expect((await who.put(`${gala.path}/registrations/${id}`, { status: 'APPROVED' })).status).toBe(403)
    }
    const wrong = [`${other.path}/registrations/${id}`, `${gala.path}/registrations/${nobody}`]
    for (const path of wrong) {
      expect(await tenant.approver.put(path, { status: 'APPROVED' })).toMatchObject({
        status: 404,
        body: { code: 'REGISTRATION_NOT_FOUND' },
      })
      expect(await tenant.approver.get(path)).toMatchObject({ status: 404, body: { code: 'REGISTRATION_NOT_FOUND' } })
    }
  })
})
