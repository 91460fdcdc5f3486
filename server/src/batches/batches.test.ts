import { beforeAll, describe, expect, test } from 'vitest'
import { givenGala } from '../testing/gala.ts'
import type { Gala, GalaOptions } from '../testing/gala.ts'
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

/** A gala for which people have asked, in this order. */
async function givenAsked(names: string[], options: GalaOptions = {}, slot?: string): Promise<Gala> {
  const gala = await givenGala(tenant, options)
  for (const name of names) await gala.register(name, undefined, slot)
  return gala
}
const decide = (gala: Gala, body: object, headers?: Record<string, string>) =>
  tenant.approver.post(`${gala.path}/registrations/batch`, body, headers)
const idsOf = (gala: Gala, names: string[]) => names.map((name) => gala.registrationOf(name))
const outcomesOf = (body: Json) => [...(body.rows ?? [])].map(({ outcome }) => String(outcome))
const statusesOf = async (gala: Gala, names: string[]) =>
  Promise.all(
    names.map(async (name) =>
      String((await tenant.auditor.get(`${gala.path}/registrations/${gala.registrationOf(name)}`)).body.status),
    ),
  )

describe('a batch', () => {
  test('approves whoever fits, oldest first, and says of everybody else what is short and what there is instead', async () => {
    const names = ['ann', 'bob', 'cem']
    const gala = await givenGala(tenant, { options: { Mug: { total: 2, cost: 10 }, Shirt: { total: 5, cost: 4 } } })
    for (const name of names) await gala.register(name, 'Mug')
    const { status, body } = await decide(gala, {
      action: 'approve',
      registration_ids: idsOf(gala, names).toReversed(),
    })
    expect(status).toBe(200)
    expect(body).toMatchObject({
      dry_run: false,
      total: 3,
      changed: 2,
      refused: 1,
      amount: 20,
      refusals: [{ code: 'INVENTORY_EXHAUSTED', count: 1 }],
      totals: {
        budget: { total: 10_000, committed_before: 0, committed_after: 20, available_after: 9_980 },
        options: [{ option_name: 'Mug', total_available: 2, committed_before: 0, committed_after: 2, refused: 1 }],
      },
    })
    expect(body.rows).toMatchObject([
      { registration_id: gala.registrationOf('ann'), outcome: 'APPROVED', status: 'APPROVED', amount: 10 },
      { registration_id: gala.registrationOf('bob'), outcome: 'APPROVED' },
      {
        registration_id: gala.registrationOf('cem'),
        outcome: 'REFUSED',
        status: 'PENDING',
        code: 'INVENTORY_EXHAUSTED',
        message: 'Mug has run out: none of 2 is left.',
        conflicts: [{ alternatives: ['Shirt (5 slots)'] }],
      },
    ])
    expect(await statusesOf(gala, names)).toEqual(['APPROVED', 'APPROVED', 'PENDING'])
    expect(await gala.verify()).toMatchObject({ is_intact: true, ledger_entries: 2 })
    const { body: audit } = await tenant.auditor.get(`${gala.path}/audit?action=registration.approved`)
    expect([...audit].map(({ detail }) => detail?.batch_id)).toEqual([body.batch_id, body.batch_id])
  })

  test('in the order given, or with the smallest amounts first', async () => {
    const gala = await givenGala(tenant, {
      budget: 10,
      options: { Dear: { total: 9, cost: 8 }, Cheap: { total: 9, cost: 3 } },
    })
    await gala.register('ann', 'Dear')
    for (const name of ['bob', 'cem', 'dan']) await gala.register(name, 'Cheap')
    const ids = idsOf(gala, ['ann', 'bob', 'cem', 'dan'])
    const tried = async (more: object) => {
      const { body } = await decide(gala, { action: 'approve', registration_ids: ids, dry_run: true, ...more })
      const approved = [...(body.rows ?? [])].filter(({ outcome }) => String(outcome) === 'APPROVED')
      return approved.map((row) => ids.indexOf(String(row.registration_id)))
    }
    expect(await tried({})).toEqual([0])
    expect(await tried({ order: 'most_people' })).toEqual([1, 2, 3])
    expect(await tried({ order: 'as_given', registration_ids: ids.toReversed() })).toEqual([3, 2, 1])
    expect(await tried({ mode: 'largest_fit' })).toEqual([1, 2, 3])
  })

  test('of all or nothing is nothing where one does not fit', async () => {
    const names = ['ann', 'bob', 'cem']
    const gala = await givenAsked(names, { options: { Mug: { total: 2 } } })
    const before = await gala.variance()
    const batch = { action: 'approve', registration_ids: idsOf(gala, names), mode: 'all_or_nothing' }
    const { status, body } = await decide(gala, batch)
    expect({ status, code: body.code }).toEqual({ status: 409, code: 'BATCH_REFUSED' })
    expect([...(body.batch?.rows ?? [])].map(({ code }) => code)).toEqual([
      'HELD_BACK',
      'HELD_BACK',
      'INVENTORY_EXHAUSTED',
    ])
    expect(await gala.variance()).toEqual(before)
    const two = await decide(gala, { ...batch, registration_ids: idsOf(gala, ['ann', 'bob']) })
    expect(two).toMatchObject({ status: 200, body: { changed: 2, refused: 0 } })
  })

  test('rejects with a reason, and cancels what was approved, giving all of it back', async () => {
    const names = ['ann', 'bob']
    const gala = await givenAsked(names, {}, 'noon')
    const ids = idsOf(gala, names)
    await decide(gala, { action: 'approve', registration_ids: [ids[0]] })
    const { body } = await decide(gala, { action: 'reject', registration_ids: ids, reason: 'Not this year.' })
    expect(outcomesOf(body)).toEqual(['REJECTED', 'REJECTED'])
    expect((await tenant.auditor.get(`${gala.path}/registrations/${ids[0]}`)).body.notes).toBe('Not this year.')
    expect(await gala.variance()).toMatchObject({ budget_committed: 0, rejected_registrations_count: 2 })
    expect((await decide(gala, { action: 'cancel', registration_ids: ids })).body.rows).toMatchObject([
      { outcome: 'REFUSED', code: 'INVALID_TRANSITION' },
      { outcome: 'REFUSED', code: 'INVALID_TRANSITION' },
    ])
    expect(await gala.verify()).toMatchObject({ is_intact: true })
  })

  test('decides what a filter finds', async () => {
    const gala = await givenGala(tenant, { options: { Mug: { total: 9 }, Shirt: { total: 9 } } })
    await gala.register('ann', 'Mug')
    await gala.register('bob', 'Shirt')
    await gala.register('cem', 'Mug')
    const filter = { status: 'PENDING', event_option_id: gala.options.Mug }
    const { body } = await decide(gala, { action: 'approve', filter })
    expect([...(body.rows ?? [])].map((row) => row.registration_id)).toEqual(idsOf(gala, ['ann', 'cem']))
    expect(await decide(gala, { action: 'approve', filter: { q: 'nobody is called this' } })).toMatchObject({
      status: 200,
      body: { total: 0, rows: [] },
    })
  })

  test('gives each that is wrong an answer of its own: foreign, gone, one’s own, named twice', async () => {
    const gala = await givenAsked(['ann'])
    const other = await givenAsked(['bob'])
    const elsewhere = await givenGala(await givenTenant(server, 'Elsewhere'))
    await elsewhere.register('eve')
    const own = await tenant.approver.post(`${gala.path}/register`, { event_option_id: gala.options.Mug })
    const ids = [
      gala.registrationOf('ann'),
      other.registrationOf('bob'),
      elsewhere.registrationOf('eve'),
      nobody,
      String(own.body.id),
      gala.registrationOf('ann'),
    ]
    const { status, body } = await decide(gala, { action: 'approve', registration_ids: ids, order: 'as_given' })
    expect(status).toBe(200)
    expect([...(body.rows ?? [])].map(({ outcome, code }) => [outcome, code])).toEqual([
      ['APPROVED', null],
      // Whoever is named twice stands twice in a row.
      ['UNCHANGED', null],
      ['REFUSED', 'REGISTRATION_NOT_FOUND'],
      ['REFUSED', 'REGISTRATION_NOT_FOUND'],
      ['REFUSED', 'REGISTRATION_NOT_FOUND'],
      ['REFUSED', 'OWN_REGISTRATION'],
    ])
    const [, , ofAnotherEvent, ofAnotherTenant, ofNobody] = [...(body.rows ?? [])].map((row) => ({
      ...row,
      registration_id: '',
    }))
    expect(ofAnotherEvent).toEqual(ofNobody)
    expect(ofAnotherTenant).toEqual(ofNobody)
    expect(await gala.verify()).toMatchObject({ is_intact: true, ledger_entries: 1 })
  })

  test('names what another tenant has in a filter, and finds nothing', async () => {
    const gala = await givenAsked(['ann'])
    const elsewhere = await givenGala(await givenTenant(server, 'Afar'))
    const filters = [
      { event_option_id: elsewhere.options.Mug },
      { q: 'afar' },
      { slot: 'afar' },
      { department: 'afar' },
    ]
    for (const filter of filters)
      expect((await decide(gala, { action: 'approve', filter, dry_run: true })).body).toMatchObject({ total: 0 })
  })

  test('is done once for its key', async () => {
    const gala = await givenAsked(['ann', 'bob'])
    const batch = { action: 'approve', registration_ids: idsOf(gala, ['ann', 'bob']) }
    const [first, second] = await Promise.all(
      [1, 2].map(() => decide(gala, batch, { 'idempotency-key': 'batch-once' })),
    )
    expect(first?.body).toEqual(second?.body)
    expect(first?.body).toMatchObject({ changed: 2 })
    const other = { ...batch, action: 'reject' }
    expect(await decide(gala, other, { 'idempotency-key': 'batch-once' })).toMatchObject({ status: 422 })
    expect(await gala.verify()).toMatchObject({ is_intact: true, ledger_entries: 2 })
  })

  test.each([
    ['neither ids nor a filter', {}],
    ['both', { registration_ids: [nobody], filter: {} }],
    ['no ids', { registration_ids: [] }],
    ['too many ids', { registration_ids: Array.from({ length: 100_001 }, () => nobody) }],
    ['an unknown order', { registration_ids: [nobody], order: 'alphabetical' }],
    ['an unknown mode', { registration_ids: [nobody], mode: 'whatever' }],
    ['the largest set of those to reject', { action: 'reject', registration_ids: [nobody], mode: 'largest_fit' }],
    ['the order given by a filter', { filter: {}, order: 'as_given' }],
    ['a basis that is none', { registration_ids: [nobody], expected_basis: 'x' }],
    ['another budget, and not only tried', { registration_ids: [nobody], assumed_budget_amount: 5 }],
    ['a budget finer than its currency', { registration_ids: [nobody], assumed_budget_amount: 0.001, dry_run: true }],
  ])('with %s is refused', async (_what, more) => {
    const gala = await givenGala(tenant)
    const { status, body } = await decide(gala, { action: 'approve', ...more })
    expect({ status, code: body.code }).toEqual({ status: 422, code: 'INVALID' })
    expect(String(body.errors?.[0]?.path)).toMatch(/^body\./)
  })
})

describe('a trial', () => {
  test('says what would come of it, writes nothing, and is exactly what comes of it', async () => {
    const names = ['ann', 'bob', 'cem']
    const gala = await givenAsked(names, { options: { Mug: { total: 2, cost: 10 } } }, 'noon')
    const before = [await gala.variance(), await gala.verify()].map((said) => ({ ...said, checked_at: '' }))
    const batch = { action: 'approve', registration_ids: idsOf(gala, names) }
    const { body: tried } = await decide(gala, { ...batch, dry_run: true })
    expect(tried).toMatchObject({
      dry_run: true,
      changed: 2,
      refused: 1,
      largest_fit: { count: 2, bound: 2, is_exact: true },
    })
    const after = [await gala.variance(), await gala.verify()].map((said) => ({ ...said, checked_at: '' }))
    expect(after).toEqual(before)
    const { status, body: done } = await decide(gala, { ...batch, expected_basis: tried.basis })
    expect(status).toBe(200)
    expect(done.rows).toEqual(tried.rows)
    expect(done.totals).toEqual(tried.totals)
  })

  test('that somebody has overtaken is not applied: the answer is what would come of it now', async () => {
    const names = ['ann', 'bob', 'cem']
    const gala = await givenAsked(names, { options: { Mug: { total: 2 } } })
    const batch = { action: 'approve', registration_ids: idsOf(gala, ['ann', 'bob']) }
    const { body: tried } = await decide(gala, { ...batch, dry_run: true })
    await gala.approve('cem')
    const { status, body } = await decide(gala, { ...batch, expected_basis: tried.basis })
    expect({ status, code: body.code }).toEqual({ status: 409, code: 'BATCH_CHANGED' })
    expect(body.batch).toMatchObject({ changed: 1, refused: 1 })
    expect(await statusesOf(gala, names)).toEqual(['PENDING', 'PENDING', 'APPROVED'])
    const again = await decide(gala, { ...batch, expected_basis: body.batch?.basis })
    expect(again).toMatchObject({ status: 200, body: { changed: 1, refused: 1 } })
  })

  test('does not mind somebody new who asks meanwhile', async () => {
    const gala = await givenAsked(['ann', 'bob'])
    const batch = { action: 'approve', registration_ids: idsOf(gala, ['ann', 'bob']) }
    const { body: tried } = await decide(gala, { ...batch, dry_run: true })
    await gala.register('cem')
    expect(await decide(gala, { ...batch, expected_basis: tried.basis })).toMatchObject({ status: 200 })
  })

  test('names small changes that would let more in, and each of them does', async () => {
    const gala = await givenGala(tenant, {
      budget: 50,
      slotCapacity: 1,
      options: { Mug: { total: 2, cost: 10 }, Cap: { total: 9, cost: 20 }, Shirt: { total: 9, cost: 1 } },
    })
    for (const name of ['ann', 'bob', 'cem']) await gala.register(name, 'Mug')
    for (const name of ['dan', 'eva', 'fay']) await gala.register(name, 'Cap')
    for (const name of ['gus', 'hal']) await gala.register(name, 'Shirt', 'noon')
    await gala.register('ida', 'Shirt', 'one')
    await gala.reject('ida')
    const all = ['ann', 'bob', 'cem', 'dan', 'eva', 'fay', 'gus', 'hal']
    const batch = { action: 'approve', registration_ids: idsOf(gala, all), dry_run: true }
    const { body: tried } = await decide(gala, batch)
    expect(tried).toMatchObject({ changed: 4, refused: 4 })
    expect([...(tried.remedies ?? [])].map(({ message }) => message)).toEqual([
      'Add EUR 11.00 to the budget: 1 more.',
      'Add EUR 31.00 to the budget: 2 more.',
      'Take 1 more in noon: 1 more.',
      'Move 1 person to one: 1 more.',
      'Offer Shirt to 1.',
    ])
    const moved = [{ registration_id: gala.registrationOf('hal'), assigned_pickup_slot: 'one' }]
    expect((await decide(gala, { ...batch, assigned_slots: moved })).body).toMatchObject({ changed: 5 })
    expect((await decide(gala, { ...batch, assumed_budget_amount: 81 })).body).toMatchObject({ changed: 6 })
    expect((await decide(gala, { ...batch, assumed_budget_amount: 80.99 })).body).toMatchObject({ changed: 5 })
  })
})
