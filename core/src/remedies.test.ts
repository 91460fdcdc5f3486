import { describe, expect, test } from 'vitest'
import { fitOfBatch, planBatch } from './batch.ts'
import type { Batch } from './batch.ts'
import { largestFit } from './largest-fit.ts'
import { findRemedies } from './remedies.ts'
import type { Remedy } from './remedies.ts'
import { roomInOption } from './snapshot.ts'
import type { Snapshot } from './snapshot.ts'
import { aRegistration, aSlot, aSnapshot, always, anOption, anyBatch, clock, freeMoney, freeStock } from './testing.ts'
import { holdAll, noon, organizer, recount, settle } from './testing.ts'
import type { World } from './testing.ts'

type Asked = Pick<Batch, 'mode'> & Partial<Batch>

const batchOf = ({ registrations }: Pick<Snapshot, 'registrations'>, asked: Asked): Batch => ({
  action: 'approve',
  order: 'oldest_first',
  actor: organizer('olga'),
  approvals: [...registrations.keys()].map((registrationId) => ({ registrationId })),
  ...asked,
})

/** Who comes in, and how the batch leaves the event; of all or nothing, whoever would come in one by one. */
function outcomeOf(snapshot: Snapshot, batch: Batch) {
  const fit = fitOfBatch(snapshot, batch)
  const { admitted } = largestFit(fit.problem)
  const chosen = new Set(fit.problem.candidates.flatMap(({ id }, index) => (admitted.has(index) ? [id] : [])))
  const mode = batch.mode === 'all_or_nothing' ? 'best_effort' : batch.mode
  const plan = planBatch(snapshot, { ...batch, mode }, noon, mode === 'largest_fit' ? chosen : undefined)
  const approved = plan.rows.filter(({ decision }) => decision.outcome === 'approved')
  return { fit, plan, admitted: new Set(approved.map(({ registrationId }) => registrationId)) }
}

function remediesFor(snapshot: Snapshot, asked: Asked): Remedy[] {
  const batch = batchOf(snapshot, asked)
  const { fit, plan, admitted } = outcomeOf(snapshot, batch)
  return findRemedies(fit, plan.after, admitted, batch.mode)
}

/** Registrations in the order of asking: what each costs and wants. */
const waiting = (...all: Partial<Parameters<typeof aRegistration>[0]>[]) =>
  all.map((said, index) => aRegistration({ id: `${index}`, personId: `${index}`, ...said }))

describe('more money', () => {
  const snapshot = aSnapshot({
    money: { budgetMinor: 10 },
    options: [anOption({ total: 9 })],
    registrations: waiting({ amountMinor: 8 }, { amountMinor: 6 }, { amountMinor: 4 }, { amountMinor: 7 }),
  })

  test('is what lets in one more, and what lets in all that money can, each to the cent', () => {
    expect(remediesFor(snapshot, { mode: 'best_effort' })).toEqual([
      { kind: 'add_budget', amountMinor: 2, more: 1 },
      { kind: 'add_budget', amountMinor: 15, more: 3 },
    ])
  })

  test('for the largest set is what the next cheapest needs, and what all need', () => {
    expect(remediesFor(snapshot, { mode: 'largest_fit' })).toEqual([
      { kind: 'add_budget', amountMinor: 7, more: 1 },
      { kind: 'add_budget', amountMinor: 15, more: 2 },
    ])
  })

  test('is said once where one more is all', () => {
    const two = aSnapshot({ money: { budgetMinor: 8 }, registrations: waiting({ amountMinor: 8 }, { amountMinor: 3 }) })
    expect(remediesFor(two, { mode: 'best_effort' })).toEqual([{ kind: 'add_budget', amountMinor: 3, more: 1 }])
  })

  test('makes good first what is committed beyond the budget', () => {
    const cut = { money: { budgetMinor: 10, committedMinor: 25 }, registrations: waiting({ amountMinor: 3 }) }
    for (const mode of ['best_effort', 'largest_fit'] as const) {
      expect(remediesFor(aSnapshot(cut), { mode })).toEqual([{ kind: 'add_budget', amountMinor: 18, more: 1 }])
    }
  })

  test('is no more than is needed where one who costs much would keep out one who costs little', () => {
    const dear = aSnapshot({
      money: { budgetMinor: 0 },
      options: [anOption({ total: 1 })],
      registrations: waiting({ amountMinor: 9 }, { amountMinor: 2 }),
    })
    expect(remediesFor(dear, { mode: 'best_effort' })).toContainEqual({ kind: 'add_budget', amountMinor: 2, more: 1 })
  })
})

describe('more of an option', () => {
  test('is as many as would come in, and no more', () => {
    const snapshot = aSnapshot({
      money: { budgetMinor: 20 },
      options: [anOption({ total: 1 })],
      registrations: waiting({}, {}, {}, {}, {}, {}),
    })
    for (const mode of ['best_effort', 'all_or_nothing', 'largest_fit'] as const) {
      expect(remediesFor(snapshot, { mode })).toEqual([{ kind: 'add_stock', optionId: 'mug', count: 3, more: 3 }])
    }
  })

  test('may let in fewer than are added: the first places are for those who cost more', () => {
    const snapshot = aSnapshot({
      money: { budgetMinor: 5 },
      options: [anOption({ id: 'mug', total: 1 }), anOption({ id: 'shirt', total: 9 })],
      registrations: waiting(
        { amountMinor: 1 },
        { amountMinor: 2 },
        { amountMinor: 2 },
        { optionId: 'shirt', amountMinor: 4 },
      ),
    })
    // A second mug takes the money that the shirt would have had; only the third lets one more in.
    expect(remediesFor(snapshot, { mode: 'best_effort' })).toEqual([
      { kind: 'add_stock', optionId: 'mug', count: 2, more: 1 },
    ])
  })

  test('is offered of what most people wait for, three at most', () => {
    const options = ['a', 'b', 'c', 'd'].map((id) => anOption({ id, total: 0 }))
    const wanted = ['a', 'b', 'b', 'c', 'c', 'c', 'd', 'd', 'd', 'd'].map((optionId) => ({ optionId, amountMinor: 0 }))
    const found = remediesFor(aSnapshot({ options, registrations: waiting(...wanted) }), { mode: 'best_effort' })
    expect(found).toEqual([
      { kind: 'add_stock', optionId: 'd', count: 4, more: 4 },
      { kind: 'add_stock', optionId: 'c', count: 3, more: 3 },
      { kind: 'add_stock', optionId: 'b', count: 2, more: 2 },
    ])
  })

  test('is not offered where money is what is short', () => {
    const snapshot = aSnapshot({
      money: { budgetMinor: 5 },
      options: [anOption({ total: 1 })],
      registrations: waiting({}, {}),
    })
    expect(remediesFor(snapshot, { mode: 'best_effort' })).toEqual([])
  })
})

describe('more room in a slot', () => {
  const at = (label: string) => ({ preferredSlotId: label })
  const slotted = (said: object = {}) =>
    aSnapshot({
      options: [anOption({ total: 9 })],
      slots: [aSlot({ id: '11:00', capacity: 1, pending: 3, startsAt: clock('11:00'), ...said })],
      registrations: waiting(at('11:00'), at('11:00'), at('11:00')),
    })

  test('is as much as people come in', () => {
    expect(remediesFor(slotted(), { mode: 'best_effort' })).toEqual([
      { kind: 'widen_slot', slotId: '11:00', count: 2, more: 2 },
    ])
  })

  test('does nothing for an archived one', () => {
    expect(remediesFor(slotted({ isActive: false, committed: 1 }), { mode: 'best_effort' })).toEqual([])
  })

  test('or another slot: the nearest with room, for as many as there is room and stock for', () => {
    const slots = [
      aSlot({ id: '11:00', capacity: 1, startsAt: clock('11:00') }),
      aSlot({ id: '12:00', capacity: 1, startsAt: clock('12:00') }),
      aSlot({ id: '13:00', capacity: 9, startsAt: clock('13:00') }),
    ]
    const registrations = waiting(at('11:00'), at('11:00'), at('11:00'), at('11:00'), at('11:00'))
    const moves = (total: number) =>
      remediesFor(aSnapshot({ options: [anOption({ total })], slots, registrations }), { mode: 'best_effort' }).filter(
        ({ kind }) => kind === 'move_to_slot',
      )
    const toTwelve = { kind: 'move_to_slot', slotId: '12:00', registrationIds: ['1'], more: 1 }
    expect(moves(9)).toEqual([
      { kind: 'move_to_slot', slotId: '13:00', registrationIds: ['2', '3', '4'], more: 3 },
      toTwelve,
    ])
    expect(moves(3)).toEqual([toTwelve, { kind: 'move_to_slot', slotId: '13:00', registrationIds: ['2'], more: 1 }])
    expect(moves(1)).toEqual([])
  })

  test('or another slot, for no more people than the money lasts', () => {
    const slots = [aSlot({ id: '11:00', capacity: 0 }), aSlot({ id: '12:00', capacity: 9 })]
    const registrations = waiting(at('11:00'), at('11:00'), at('11:00'))
    const snapshot = aSnapshot({ money: { budgetMinor: 14 }, slots, registrations })
    expect(remediesFor(snapshot, { mode: 'best_effort' })).toContainEqual({
      kind: 'move_to_slot',
      slotId: '12:00',
      registrationIds: ['0', '1'],
      more: 2,
    })
  })

  test('for whoever waits in an archived slot is another one', () => {
    const slots = [aSlot({ id: '11:00', isActive: false }), aSlot({ id: '12:00' })]
    const snapshot = aSnapshot({ slots, registrations: waiting(at('11:00')) })
    for (const mode of ['best_effort', 'largest_fit'] as const) {
      expect(remediesFor(snapshot, { mode })).toEqual([
        { kind: 'move_to_slot', slotId: '12:00', registrationIds: ['0'], more: 1 },
      ])
    }
  })

  test('where places are held is not taken from those who wait for it', () => {
    const slots = [
      aSlot({ id: '11:00', capacity: 0, pending: 1, startsAt: clock('11:00') }),
      aSlot({ id: '12:00', capacity: 1, pending: 1, startsAt: clock('12:00') }),
      aSlot({ id: '13:00', capacity: 1, startsAt: clock('13:00') }),
    ]
    const said = { slots, registrations: waiting(at('11:00')) }
    const movesUnder = (event: object) =>
      remediesFor(aSnapshot({ ...said, event }), { mode: 'best_effort' }).flatMap((one) =>
        one.kind === 'move_to_slot' ? [one.slotId] : [],
      )
    expect(movesUnder({})).toEqual(['12:00'])
    expect(movesUnder({ holdPolicy: holdAll })).toEqual(['13:00'])
  })

  test('where places are held is not one that is given up only after their turn', () => {
    const slots = [
      aSlot({ id: '11:00', capacity: 0, pending: 1, startsAt: clock('11:00') }),
      aSlot({ id: '12:00', capacity: 1, pending: 1, startsAt: clock('12:00') }),
      aSlot({ id: '13:00', capacity: 1, startsAt: clock('13:00') }),
    ]
    const said = { event: { holdPolicy: holdAll }, slots, registrations: waiting(at('11:00'), at('12:00')) }
    const approvals = [{ registrationId: '0' }, { registrationId: '1', slotLabel: '13:00' }]
    const found = remediesFor(aSnapshot(said), { mode: 'best_effort', approvals })
    expect(found).toEqual([{ kind: 'widen_slot', slotId: '11:00', count: 1, more: 1 }])
  })

  test('for a guest who found every place held is one place more', () => {
    const snapshot = aSnapshot({
      event: { holdPolicy: holdAll },
      slots: [aSlot({ id: '11:00', capacity: 1, pending: 1 })],
      registrations: waiting({}),
    })
    const approvals = [{ registrationId: '0', slotLabel: '11:00' }]
    for (const mode of ['best_effort', 'largest_fit'] as const) {
      expect(remediesFor(snapshot, { mode, approvals })).toEqual([
        { kind: 'widen_slot', slotId: '11:00', count: 1, more: 1 },
      ])
    }
  })

  test('names so many to move as one batch can give slots, and counts those only', () => {
    const many = Array.from({ length: 600 }, () => ({ ...at('11:00'), amountMinor: 0 }))
    const snapshot = aSnapshot({
      options: [anOption({ total: 999 })],
      slots: [aSlot({ id: '11:00', capacity: 0 }), aSlot({ id: '12:00', capacity: 999 })],
      registrations: waiting(...many),
    })
    const move = remediesFor(snapshot, { mode: 'best_effort' }).find(({ kind }) => kind === 'move_to_slot')
    expect(move).toMatchObject({ more: 500, registrationIds: { length: 500 } })
  })
})

describe('something else', () => {
  const options = [
    anOption({ id: 'mug', total: 1 }),
    ...['a', 'b', 'c', 'd'].map((id) => anOption({ id, total: 1, priceMinor: 2 })),
    anOption({ id: 'talk', type: 'TRACK' }),
  ]

  test('of the same type, that is left and that the rest of the money covers, is offered to all who miss it', () => {
    const snapshot = aSnapshot({ money: { budgetMinor: 7 }, options, registrations: waiting({}, {}, {}) })
    expect(remediesFor(snapshot, { mode: 'best_effort' })).toEqual([
      { kind: 'offer_options', optionId: 'mug', optionIds: ['a', 'b', 'c'], registrationIds: ['1', '2'] },
    ])
  })

  test('is not there where the money is gone', () => {
    const snapshot = aSnapshot({ money: { budgetMinor: 6 }, options, registrations: waiting({}, {}) })
    expect(remediesFor(snapshot, { mode: 'best_effort' })).toEqual([])
  })
})

test('where all come in, nothing is suggested', () => {
  expect(remediesFor(aSnapshot({ registrations: waiting({}, {}) }), { mode: 'best_effort' })).toEqual([])
  expect(remediesFor(aSnapshot({}), { mode: 'largest_fit' })).toEqual([])
})

// Every promise is kept -----------------------------------------------------------------------------------------------

/** The world and the batch with a remedy applied; `less` of it, to see that it is not more than is needed. */
function apply(world: World, batch: Batch, remedy: Remedy, less = 0): { world: World; batch: Batch } | undefined {
  switch (remedy.kind) {
    case 'add_budget':
      return { world: { ...world, budgetMinor: world.budgetMinor + remedy.amountMinor - less }, batch }
    case 'add_stock': {
      const options = world.options.map((one) =>
        one.id === remedy.optionId ? { ...one, total: one.total + remedy.count - less } : one,
      )
      return { world: { ...world, options }, batch }
    }
    case 'widen_slot': {
      const slots = world.slots.map((one) =>
        one.id === remedy.slotId ? { ...one, capacity: one.capacity + remedy.count - less } : one,
      )
      return { world: { ...world, slots }, batch }
    }
    case 'move_to_slot': {
      const slotLabel = world.slots.find(({ id }) => id === remedy.slotId)?.label
      const approvals = batch.approvals.map((one) =>
        remedy.registrationIds.includes(one.registrationId) ? { ...one, slotLabel } : one,
      )
      return { world, batch: { ...batch, approvals } }
    }
    case 'offer_options':
      return undefined
  }
}

const sizeOf = (world: World, batch: Batch) => outcomeOf(recount(world), batch).admitted.size

/** Whether a place that one gives up could be another's: of largest sets, that is not counted on. */
const isHeld = ({ event }: World, { approvals }: Batch) =>
  event.holdPolicy.slot === 'hold' && approvals.some(({ slotLabel }) => slotLabel !== undefined)

test('each remedy lets in just as many more as it says, and one less of it fewer', () => {
  always(anyBatch, ({ world, batch }) => {
    const asked = { ...batch, action: 'approve' } as const
    const now = sizeOf(world, asked)
    for (const remedy of remediesFor(recount(world), asked)) {
      const changed = apply(world, asked, remedy)
      if (!changed || remedy.kind === 'offer_options') continue
      const size = sizeOf(changed.world, changed.batch)
      if (asked.mode === 'largest_fit' && isHeld(changed.world, changed.batch)) {
        expect(size).toBeGreaterThanOrEqual(now + remedy.more)
        continue
      }
      expect(size).toBe(now + remedy.more)
      const lesser = apply(world, asked, remedy, 1)
      if (lesser && remedy.kind !== 'move_to_slot') expect(sizeOf(lesser.world, asked)).toBeLessThan(size)
    }
  })
})

test('where more money, or turn by turn more of an option or more places, would let more in, that is said', () => {
  always(anyBatch, ({ world, batch }) => {
    if (isHeld(world, batch)) return
    const asked = { ...batch, action: 'approve' } as const
    const now = sizeOf(world, asked)
    const isInTurn = asked.mode !== 'largest_fit'
    // Of several largest sets, not each one uses up what is short: only what is used up in the one chosen is tried.
    const plenty = [
      { kind: 'add_budget', amountMinor: 999, more: 0 } as const,
      ...(isInTurn ? world.options : []).map(
        ({ id }) => ({ kind: 'add_stock', optionId: id, count: 99, more: 0 }) as const,
      ),
      ...(isInTurn ? world.slots : []).map(
        ({ id }) => ({ kind: 'widen_slot', slotId: id, count: 99, more: 0 }) as const,
      ),
    ]
    const nameOf = (one: Remedy) =>
      `${one.kind} ${'slotId' in one ? one.slotId : 'optionId' in one ? one.optionId : ''}`
    const helpful = plenty.filter((remedy) => sizeOf(apply(world, asked, remedy)?.world ?? world, asked) > now)
    const found = remediesFor(recount(world), asked).map(nameOf)
    expect(helpful.map(nameOf).filter((name) => !found.includes(name))).toEqual([])
  })
})

test('whoever is named in a remedy does not come in without it, and what is offered can be had', () => {
  always(anyBatch, ({ world, batch }) => {
    const asked = { ...batch, action: 'approve' } as const
    const { plan, admitted } = outcomeOf(recount(world), asked)
    const after = settle(
      world,
      plan.rows.map(({ decision }) => decision),
    )
    for (const remedy of remediesFor(recount(world), asked)) {
      if (!('registrationIds' in remedy)) continue
      expect(remedy.registrationIds.filter((id) => admitted.has(id))).toEqual([])
      if (remedy.kind !== 'offer_options') continue
      for (const id of remedy.optionIds) {
        const option = plan.after.options.get(id)
        if (!option) throw new Error('an option was offered that is not there')
        expect(freeStock(after, option)).toBeGreaterThan(0)
        expect(roomInOption(option, world.event.holdPolicy)).toBe(freeStock(after, option))
        expect(option.priceMinor).toBeLessThanOrEqual(freeMoney(after))
        expect(id).not.toBe(remedy.optionId)
      }
    }
  })
})
