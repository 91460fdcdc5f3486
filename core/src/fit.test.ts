import { describe, expect, test } from 'vitest'
import { fitOfBatch, planBatch } from './batch.ts'
import { admitInOrder, fitOf } from './fit.ts'
import { aRegistration, aSlot, aSnapshot, always, anOption, anyBatch, approvedByHand } from './testing.ts'
import { holdAll, noon, organizer, recount } from './testing.ts'

const ann = aRegistration({ id: '1-ann', personId: 'ann' })
const bob = aRegistration({ id: '2-bob', personId: 'bob', amountMinor: 7, preferredSlotId: '11:00' })
const eleven = aSlot({ id: '11:00', capacity: 3, committed: 1, pending: 1 })
const twelve = aSlot({ id: '12:00', capacity: 2, pending: 2 })

describe('what approving would take', () => {
  const gala = {
    money: { budgetMinor: 100, committedMinor: 40 },
    options: [anOption({ total: 9, committed: 4 })],
    slots: [eleven, twelve],
    registrations: [ann, bob],
  }
  const all = [{ registrationId: '2-bob' }, { registrationId: '1-ann' }]

  test('is an amount, one of an option and a place, in the order given, beside what is there of them', () => {
    expect(fitOf(aSnapshot(gala), all)).toEqual({
      problem: {
        candidates: [
          { id: '2-bob', amountMinor: 7, option: 0, slot: 0 },
          { id: '1-ann', amountMinor: 5, option: 0, slot: null },
        ],
        moneyMinor: 60,
        optionRoom: [5],
        slotRoom: [2],
        guestRoom: [2],
      },
      optionIds: ['mug'],
      slotIds: ['11:00'],
    })
  })

  test('is a place in the slot given rather than the one preferred', () => {
    const { problem, slotIds } = fitOf(aSnapshot(gala), [{ registrationId: '2-bob', slotLabel: '12:00' }])
    expect(problem).toMatchObject({ candidates: [{ slot: 0 }], slotRoom: [2], guestRoom: [2] })
    expect(slotIds).toEqual(['12:00'])
  })

  test('is, where places are held, a guest’s place there, and gives up the one they wait for', () => {
    const held = aSnapshot({ ...gala, event: { holdPolicy: holdAll } })
    const { problem, slotIds } = fitOf(held, [
      { registrationId: '2-bob', slotLabel: '12:00' },
      { registrationId: '1-ann', slotLabel: '12:00' },
    ])
    expect(slotIds).toEqual(['12:00', '11:00'])
    expect(problem.candidates).toMatchObject([
      { slot: 0, waitsIn: 1 },
      { slot: 0, waitsIn: null },
    ])
    expect(problem).toMatchObject({ slotRoom: [2, 2], guestRoom: [0, 1] })
  })

  test('is asked once of each who waits, and of nobody else', () => {
    const past = { status: 'CANCELLED', personId: 'past' } as const
    const registrations = [
      ann,
      bob,
      aRegistration({ ...past, id: 'past' }),
      aRegistration({ id: 'lost', optionId: 'x' }),
    ]
    const ids = ['1-ann', 'nobody', 'past', 'lost', '1-ann', '2-bob']
    const approvals = [
      ...ids.map((registrationId) => ({ registrationId })),
      { registrationId: '1-ann', slotLabel: '11:00' },
    ]
    const { problem } = fitOf(aSnapshot({ ...gala, registrations }), approvals)
    expect(problem.candidates.map(({ id }) => id)).toEqual(['1-ann', '2-bob'])
    const unknown = fitOf(aSnapshot(gala), [{ registrationId: '1-ann', slotLabel: '25:00' }])
    expect(unknown.problem.candidates).toEqual([])
  })

  test('finds no room in an archived slot, and takes none where the one preferred is not there at all', () => {
    const archived = aSnapshot({ ...gala, slots: [{ ...eleven, isActive: false }] })
    expect(fitOf(archived, all).problem.slotRoom).toEqual([0])
    expect(fitOf(archived, [{ registrationId: '1-ann', slotLabel: '11:00' }]).problem.candidates).toEqual([])
    expect(fitOf(aSnapshot({ ...gala, slots: [] }), all).problem.candidates).toMatchObject([
      { slot: null },
      { slot: null },
    ])
  })

  test('is measured from below nothing where more is committed than there is', () => {
    const cut = aSnapshot({ ...gala, money: { budgetMinor: 30, committedMinor: 40 } })
    expect(fitOf(cut, all).problem.moneyMinor).toBe(-10)
  })
})

describe('letting in one after the other', () => {
  const rooms = { moneyMinor: 10, optionRoom: [2, 9], slotRoom: [1], guestRoom: [1] }
  const one = { id: '', amountMinor: 1, option: 1, slot: null }
  const admit = (problem: Partial<Parameters<typeof admitInOrder>[0]>) => [
    ...admitInOrder({ ...rooms, candidates: [], ...problem }),
  ]

  test('lets in who fits when their turn comes, and goes on after who does not', () => {
    expect(
      admit({ candidates: [{ ...one, amountMinor: 8 }, { ...one, amountMinor: 3 }, { ...one, amountMinor: 2 }, one] }),
    ).toEqual([0, 2])
    expect(admit({ candidates: [0, 0, 0, 1].map((option) => ({ ...one, option })) })).toEqual([0, 1, 3])
    expect(admit({ candidates: [0, 0, null].map((slot) => ({ ...one, slot })) })).toEqual([0, 2])
  })

  test('lets in for nothing even where the money is overspent', () => {
    expect(admit({ moneyMinor: -3, candidates: [one, { ...one, amountMinor: 0 }, one] })).toEqual([1])
  })

  test('keeps held places from guests until whoever waits for one has gone elsewhere', () => {
    const held = { slotRoom: [2, 2], guestRoom: [0, 1] }
    const guest = { ...one, slot: 0, waitsIn: null }
    const leaves = { ...one, slot: 1, waitsIn: 0 }
    expect(admit({ ...held, candidates: [guest, leaves, guest, guest] })).toEqual([1, 2])
    expect(admit({ ...held, candidates: [{ ...one, slot: 0 }, leaves, leaves, guest] })).toEqual([0, 1, 3])
  })
})

test('it lets in exactly those whom the batch approves, and whom going through the list by hand approves', () => {
  always(anyBatch, ({ world, batch }) => {
    const snapshot = recount(world)
    const asked = { ...batch, action: 'approve', mode: 'best_effort' } as const
    const { problem } = fitOfBatch(snapshot, asked)
    const admitted = [...admitInOrder(problem)].map((index) => problem.candidates[index]?.id)
    const rows = planBatch(snapshot, asked, noon).rows.filter(({ decision }) => decision.outcome === 'approved')
    const byHand = approvedByHand(world, asked)
    expect(rows.map(({ registrationId }) => registrationId)).toEqual(byHand)
    expect(admitted).toEqual(byHand)
  })
})

test('nobody who may not decide has anybody to let in', () => {
  const snapshot = aSnapshot({ registrations: [ann, bob] })
  const approvals = [{ registrationId: '1-ann' }, { registrationId: '2-bob' }]
  const asked = { action: 'approve', mode: 'best_effort', order: 'as_given', approvals } as const
  const idsFor = (actor: Parameters<typeof organizer>[0], canDecide: boolean) =>
    fitOfBatch(snapshot, { ...asked, actor: { ...organizer(actor), canDecide } }).problem.candidates.map(({ id }) => id)
  expect(idsFor('ann', true)).toEqual(['2-bob'])
  expect(idsFor('cem', false)).toEqual([])
})
