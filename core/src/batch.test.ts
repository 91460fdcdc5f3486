import { describe, expect, test } from 'vitest'
import { decideWithoutOffers } from './allocation.ts'
import { planBatch } from './batch.ts'
import type { Batch, BatchPlan } from './batch.ts'
import { findLedgerErrors } from './ledger.ts'
import {
  aRegistration,
  aSlot,
  aSnapshot,
  always,
  anOption,
  anyBatch,
  clock,
  member,
  noon,
  organizer,
} from './testing.ts'
import { recount, say, settle, soleOwner, tally } from './testing.ts'
import type { World } from './testing.ts'

/** Ann asked first, then Bob, Cem and Dan; what each costs is said by the test. */
const names = ['ann', 'bob', 'cem', 'dan']
const idOf = (name: string) => `${names.indexOf(name)}-${name}`
function givenWaiting(amounts: number[], said: Partial<Parameters<typeof aSnapshot>[0]> = {}) {
  const registrations = amounts.map((amountMinor, index) => {
    const personId = names[index] ?? ''
    return aRegistration({ id: idOf(personId), personId, amountMinor })
  })
  return aSnapshot({ money: { budgetMinor: 10 }, options: [anOption({ total: 9 })], registrations, ...said })
}

const toApprove = (who: string[], said: Partial<Batch> = {}): Batch => ({
  action: 'approve',
  order: 'as_given',
  mode: 'best_effort',
  actor: organizer('olga'),
  approvals: who.map((name) => ({ registrationId: idOf(name) })),
  ...said,
})

/** What came of each, in words, in the order in which they were decided. */
const sayAll = ({ rows }: BatchPlan) =>
  rows.map(({ registrationId, decision }) => `${registrationId.slice(2)} ${say(decision)}`)

describe('who comes first', () => {
  const waiting = givenWaiting([6, 4, 5, 1])
  test.each([
    ['as_given', ['cem approved', 'ann BUDGET_EXHAUSTED', 'dan approved', 'bob approved']],
    ['oldest_first', ['ann approved', 'bob approved', 'cem BUDGET_EXHAUSTED', 'dan BUDGET_EXHAUSTED']],
    ['most_people', ['dan approved', 'bob approved', 'cem approved', 'ann BUDGET_EXHAUSTED']],
  ] as const)('%s', (order, answers) => {
    const plan = planBatch(waiting, toApprove(['cem', 'ann', 'dan', 'bob'], { order }), noon)
    expect(sayAll(plan)).toEqual(answers)
    expect(plan.after.money.committedMinor).toBe(10)
  })

  test('most_people: of the same price, who asked first', () => {
    const plan = planBatch(
      givenWaiting([5, 5, 5, 0]),
      toApprove(['cem', 'bob', 'dan', 'ann'], { order: 'most_people' }),
      noon,
    )
    expect(sayAll(plan)).toEqual(['dan approved', 'ann approved', 'bob approved', 'cem BUDGET_EXHAUSTED'])
  })

  test('the chosen, then the others, each by age, whatever the order says', () => {
    const asked = toApprove(['cem', 'ann', 'dan', 'bob'], { mode: 'largest_fit', order: 'as_given' })
    expect(sayAll(planBatch(waiting, asked, noon, new Set([idOf('dan'), idOf('cem'), idOf('bob')])))).toEqual([
      'bob approved',
      'cem approved',
      'dan approved',
      'ann BUDGET_EXHAUSTED',
    ])
  })
})

describe('where not all fit', () => {
  const waiting = givenWaiting([6, 5, 4])

  test('best effort goes on after one who does not', () => {
    expect(sayAll(planBatch(waiting, toApprove(['ann', 'bob', 'cem']), noon))).toEqual([
      'ann approved',
      'bob BUDGET_EXHAUSTED',
      'cem approved',
    ])
  })

  test('all or nothing leaves everything as it was, and tells who fits that it is for others’ sake', () => {
    const asked = toApprove(['ann', 'ann', 'bob', 'cem'], { mode: 'all_or_nothing' })
    const plan = planBatch(waiting, asked, noon)
    expect(sayAll(plan)).toEqual(['ann HELD_BACK', 'ann HELD_BACK', 'bob BUDGET_EXHAUSTED', 'cem HELD_BACK'])
    expect(plan.after).toBe(waiting)
    expect(plan.changes).toEqual(planBatch(waiting, toApprove([]), noon).changes)
  })

  test('all or nothing, where all fit, is all', () => {
    const plan = planBatch(waiting, toApprove(['ann', 'cem'], { mode: 'all_or_nothing' }), noon)
    expect(sayAll(plan)).toEqual(['ann approved', 'cem approved'])
    expect(plan.changes).toMatchObject({ committedMinor: 10, statuses: { APPROVED: 2, PENDING: -2 } })
  })

  test('all or nothing says of those who are in already that nothing changes', () => {
    const registrations = [aRegistration({ id: idOf('ann'), status: 'APPROVED' })]
    const asked = toApprove(['ann', 'bob'], { mode: 'all_or_nothing' })
    expect(sayAll(planBatch(aSnapshot({ registrations }), asked, noon))).toEqual([
      'ann unchanged',
      'bob REGISTRATION_NOT_FOUND',
    ])
  })
})

describe('whoever is named twice', () => {
  const slots = ['11:00', '12:00'].map((id) => aSlot({ id, capacity: 1 }))
  const twice = (slotLabels: (string | undefined)[]) =>
    slotLabels.map((slotLabel) => ({ registrationId: idOf('ann'), slotLabel }))

  test.each(['best_effort', 'largest_fit', 'all_or_nothing'] as const)('is approved once: %s', (mode) => {
    const plan = planBatch(givenWaiting([5, 5]), toApprove(['ann', 'bob', 'ann'], { mode, notes: 'in' }), noon)
    expect(sayAll(plan)).toEqual(['ann approved', 'ann unchanged', 'bob approved'])
    expect(plan.changes.committedMinor).toBe(10)
  })

  test('has the slot that was named first, and is not moved to another', () => {
    const plan = planBatch(givenWaiting([5], { slots }), toApprove([], { approvals: twice(['11:00', '12:00']) }), noon)
    expect(sayAll(plan)).toEqual(['ann approved', 'ann unchanged'])
    expect(plan.after.registrations.get(idOf('ann'))?.assignedSlotId).toBe('11:00')
    const full = [aSlot({ id: '11:00', capacity: 1, committed: 1 }), aSlot({ id: '12:00' })]
    const refused = planBatch(
      givenWaiting([5], { slots: full }),
      toApprove([], { approvals: twice(['11:00', '12:00']) }),
      noon,
    )
    expect(sayAll(refused)).toEqual(['ann SLOT_CONFLICT', 'ann SLOT_CONFLICT'])
  })

  test('is decided where they are named first', () => {
    const asked = toApprove(['bob', 'ann', 'bob'])
    expect(sayAll(planBatch(givenWaiting([5, 5]), asked, noon))).toEqual([
      'bob approved',
      'bob unchanged',
      'ann approved',
    ])
  })
})

describe('what a batch leaves alone', () => {
  const said = { status: 'APPROVED', assignedSlotId: '11:00', notes: 'no sugar' } as const
  const inAlready = aSnapshot({
    slots: [aSlot({ id: '11:00', committed: 1 }), aSlot({ id: '12:00' })],
    registrations: [aRegistration({ id: idOf('ann'), ...said })],
  })

  test('the slot and the notes of those who are in already', () => {
    const approvals = [{ registrationId: idOf('ann'), slotLabel: '12:00' }]
    const plan = planBatch(inAlready, toApprove([], { approvals, notes: 'a batch' }), noon)
    expect(sayAll(plan)).toEqual(['ann unchanged'])
    expect(plan.after.registrations.get(idOf('ann'))).toMatchObject(said)
  })

  test('slots, where it rejects or cancels: of a slot that is not there it says nothing', () => {
    const approvals = [{ registrationId: idOf('ann'), slotLabel: '25:00' }]
    expect(sayAll(planBatch(inAlready, toApprove([], { action: 'cancel', approvals }), noon))).toEqual([
      'ann cancelled',
    ])
  })

  test('those who are gone, and those who are not there', () => {
    const registrations = [aRegistration({ id: idOf('ann'), status: 'CANCELLED' })]
    expect(sayAll(planBatch(aSnapshot({ registrations }), toApprove(['ann', 'bob']), noon))).toEqual([
      'ann INVALID_TRANSITION',
      'bob REGISTRATION_NOT_FOUND',
    ])
  })
})

describe('whose decision it is', () => {
  const waiting = givenWaiting([5, 5])
  const by = (actor: Batch['actor'], said: Partial<Batch> = {}) =>
    sayAll(planBatch(waiting, toApprove(['ann', 'bob'], { actor, ...said }), noon))

  test('one’s own is left to somebody else, and the others are done', () => {
    expect(by(organizer('ann'))).toEqual(['ann OWN_REGISTRATION', 'bob approved'])
    expect(by(organizer('ann'), { mode: 'all_or_nothing' })).toEqual(['ann OWN_REGISTRATION', 'bob HELD_BACK'])
  })

  test('the only owner decides on their own too', () => {
    expect(by(soleOwner('ann'))).toEqual(['ann approved', 'bob approved'])
  })

  test('members give up their own, and decide on nobody', () => {
    expect(by(member('ann'))).toEqual(['ann NOT_YOURS', 'bob NOT_YOURS'])
    expect(by(member('ann'), { action: 'cancel' })).toEqual(['ann cancelled', 'bob NOT_YOURS'])
  })
})

describe('giving back', () => {
  const inAlready = aSnapshot({
    money: { committedMinor: 15 },
    options: [anOption({ committed: 3 })],
    slots: [aSlot({ id: '11:00', committed: 3 })],
    registrations: ['ann', 'bob', 'cem'].map((personId) =>
      aRegistration({ id: idOf(personId), personId, status: 'APPROVED', assignedSlotId: '11:00' }),
    ),
  })
  test.each([
    ['reject', 'rejected'],
    ['cancel', 'cancelled'],
  ] as const)('to %s those who are in gives back money, stock and places, and says why', (action, done) => {
    const plan = planBatch(inAlready, toApprove(['ann', 'bob'], { action, notes: 'the hall is closed' }), noon)
    expect(sayAll(plan)).toEqual([`ann ${done}`, `bob ${done}`])
    expect(plan.after.money.committedMinor).toBe(5)
    expect(plan.after.options.get('mug')?.committed).toBe(1)
    expect(plan.after.slots.get('11:00')?.committed).toBe(1)
    expect(plan.after.registrations.get(idOf('ann'))?.notes).toBe('the hall is closed')
    expect(inAlready.money.committedMinor).toBe(15)
  })
})

// In the small world --------------------------------------------------------------------------------------------------

const settleAll = (world: World, { rows }: BatchPlan) =>
  settle(
    world,
    rows.map(({ decision }) => decision),
  )

test('a batch decides as deciding one by one would, in its order', () => {
  always(anyBatch, ({ world, batch }) => {
    const mode = batch.mode === 'all_or_nothing' ? 'best_effort' : batch.mode
    const { rows } = planBatch(recount(world), { ...batch, mode }, noon)
    let now = world
    for (const { registrationId, decision } of rows) {
      const before = now.registrations.find(({ id }) => id === registrationId)
      const named = batch.approvals.find((one) => one.registrationId === registrationId)
      const to = ({ approve: 'APPROVED', reject: 'REJECTED', cancel: 'CANCELLED' } as const)[batch.action]
      const isThere = before?.status === to
      const slotLabel = batch.action === 'approve' && !isThere ? named?.slotLabel : undefined
      const notes = isThere ? undefined : batch.notes
      const request = { kind: 'decide', registrationId, to, slotLabel, notes, actor: batch.actor } as const
      expect(decideWithoutOffers(recount(now), [request], noon).decisions).toEqual([decision])
      now = settle(now, [decision])
    }
  })
})

test('everybody who is named has an answer, as often as they are named', () => {
  always(anyBatch, ({ world, batch }) => {
    const ids = planBatch(recount(world), batch, noon).rows.map(({ registrationId }) => registrationId)
    expect(ids.toSorted()).toEqual(batch.approvals.map(({ registrationId }) => registrationId).toSorted())
  })
})

test('what it leaves, and what it says it changes, is what counting anew finds (B1, S1, P1)', () => {
  always(anyBatch, ({ world, batch }) => {
    const plan = planBatch(recount(world), batch, noon)
    const after = settleAll(world, plan)
    const [was, is] = [tally(world), tally(after)]
    expect(plan.changes.committedMinor).toBe(is.committedMinor - was.committedMinor)
    expect(plan.changes.pendingMinor).toBe(is.pendingMinor - was.pendingMinor)
    expect(plan.after.money).toEqual(recount(after).money)
    expect(plan.after.options).toEqual(recount(after).options)
    expect(plan.after.slots).toEqual(recount(after).slots)
    expect(is.committedMinor).toBeLessThanOrEqual(Math.max(world.budgetMinor, was.committedMinor))
    for (const { id, total } of world.options) expect(is.options.get(id)?.committed ?? 0).toBeLessThanOrEqual(total)
    for (const { id, capacity } of world.slots) expect(is.slots.get(id)?.committed ?? 0).toBeLessThanOrEqual(capacity)
  })
})

test('all or nothing is all or nothing', () => {
  always(anyBatch, ({ world, batch }) => {
    const snapshot = recount(world)
    const { rows, after } = planBatch(snapshot, { ...batch, mode: 'all_or_nothing' }, noon)
    const free = planBatch(snapshot, { ...batch, mode: 'best_effort' }, noon)
    const isRefused = free.rows.some(({ decision }) => decision.outcome === 'refused')
    if (!isRefused) expect(rows).toEqual(free.rows)
    else expect([after, rows.filter(({ decision }) => 'before' in decision)]).toEqual([snapshot, []])
  })
})

test('its postings are a ledger that adds up', () => {
  always(anyBatch, ({ world, batch }) => {
    const { rows } = planBatch(recount({ ...world, budgetMinor: 99 }), batch, noon)
    const opening = tally(world).committedMinor
    const postings = rows.flatMap(({ registrationId, decision }) =>
      'posting' in decision && decision.posting ? [{ registrationId, ...decision.posting }] : [],
    )
    const first = { registrationId: 'opening', kind: 'COMMIT', amountMinor: opening, balanceMinor: opening } as const
    const entries = [first, ...postings].map((posting, index) => {
      return { ...posting, eventId: 'gala', entryNo: index + 1, actorId: 'olga', at: clock('12:00') }
    })
    expect(findLedgerErrors(entries)).toEqual([])
  })
})

test('whatever the largest set is said to be, nothing is oversold: choosing decides who is first, and no more', () => {
  always(anyBatch, ({ world, batch }) => {
    const everybody = new Set(batch.approvals.map(({ registrationId }) => registrationId))
    for (const chosen of [everybody, new Set(['nobody'])]) {
      const asked = { ...batch, action: 'approve', mode: 'largest_fit' } as const
      const { committedMinor, options, slots } = tally(settleAll(world, planBatch(recount(world), asked, noon, chosen)))
      expect(committedMinor).toBeLessThanOrEqual(Math.max(world.budgetMinor, tally(world).committedMinor))
      for (const { id, total } of world.options) expect(options.get(id)?.committed ?? 0).toBeLessThanOrEqual(total)
      for (const { id, capacity } of world.slots) expect(slots.get(id)?.committed ?? 0).toBeLessThanOrEqual(capacity)
    }
  })
})
