import { describe, expect, test } from 'vitest'
import { decideAll } from './allocation.ts'
import type { Actor, MoveRequest } from './allocation.ts'
import {
  aRegistration,
  aSlot,
  aSnapshot,
  clock,
  holdAll,
  member,
  noon,
  organizer,
  recount,
  say,
  settle,
  tally,
} from './testing.ts'
import type { World } from './testing.ts'
import { anOption, openEvent } from './testing.ts'

const ten = aSlot({ id: 'ten', label: '10:00', capacity: 1 })
const eleven = aSlot({ id: 'eleven', label: '11:00', capacity: 2 })
const dayBeginsAt = clock('18:00')

/** Ann has 10:00 or wants it, and moves, by herself unless somebody else is named. */
function move(
  said: {
    status?: 'PENDING' | 'APPROVED' | 'REJECTED' | 'CANCELLED'
    others?: string[]
    event?: Partial<World['event']>
    slot?: string
    by?: Actor
    at?: Date
  } = {},
) {
  const { status = 'PENDING', others = [], event = {}, slot = '11:00', by = member('ann'), at = noon } = said
  const assignedSlotId = status === 'APPROVED' ? 'ten' : null
  const taken = others.map((id) =>
    aRegistration({ id, personId: id, status: 'APPROVED', preferredSlotId: 'eleven', assignedSlotId: 'eleven' }),
  )
  const world: World = {
    event: { ...openEvent, dayBeginsAt, ...event },
    budgetMinor: 100,
    options: [anOption({ total: 10 })],
    slots: [ten, eleven],
    registrations: [aRegistration({ status, preferredSlotId: 'ten', assignedSlotId }), ...taken],
  }
  const request: MoveRequest = { kind: 'move', registrationId: 'ann/mug', slotLabel: slot, actor: by }
  const { decisions, changes } = decideAll(recount(world), [request], at)
  const after = settle(world, decisions)
  const ann = after.registrations.find(({ id }) => id === 'ann/mug')
  return { word: say(decisions[0]), decision: decisions[0], changes, ann, books: tally(after) }
}

describe('a pending request', () => {
  test('prefers another slot, and only the queues change', () => {
    const { word, ann, changes, decision } = move()
    expect(word).toBe('moved')
    expect(ann).toMatchObject({ status: 'PENDING', preferredSlotId: 'eleven', assignedSlotId: null })
    expect(changes).toMatchObject({ committedMinor: 0, pendingMinor: 0, people: 0 })
    expect(changes.slots).toEqual(
      new Map([
        ['ten', { committed: 0, pending: -1 }],
        ['eleven', { committed: 0, pending: 1 }],
      ]),
    )
    expect(decision).toMatchObject({ posting: null })
  })

  test('is told when the other slot is full', () => {
    expect(move({ others: ['bob'] }).word).toBe('moved')
    expect(move({ others: ['bob', 'cem'] }).word).toBe('SLOT_CONFLICT')
  })

  test('counts who waits for the slot only where the event holds it for them', () => {
    const waiting = [aRegistration({ id: 'bob', personId: 'bob', preferredSlotId: 'ten' })]
    const registrations = [aRegistration({ preferredSlotId: 'eleven' }), ...waiting]
    const request: MoveRequest = { kind: 'move', registrationId: 'ann/mug', slotLabel: '10:00', actor: member('ann') }
    const slots = [
      { ...ten, pending: 1 },
      { ...eleven, pending: 1 },
    ]
    const decide = (event: object) =>
      say(decideAll(aSnapshot({ event, slots, registrations }), [request], noon).decisions[0])
    expect(decide({})).toBe('moved')
    expect(decide({ holdPolicy: holdAll })).toBe('SLOT_CONFLICT')
  })

  test.each([
    ['before it opens', clock('08:59'), 'REGISTRATION_CLOSED'],
    ['as it opens', clock('09:00'), 'moved'],
    ['as it closes', clock('17:00'), 'moved'],
    ['after it has closed', clock('17:01'), 'REGISTRATION_CLOSED'],
  ])('changes it %s: %s', (_when, at, word) => {
    expect(move({ at }).word).toBe(word)
    expect(move({ at, by: organizer('olga') }).word).toBe('moved')
  })

  test('hears of the closed window and of the full slot, in this order', () => {
    expect(move({ at: clock('17:01'), others: ['bob', 'cem'] }).word).toBe('REGISTRATION_CLOSED, SLOT_CONFLICT')
  })
})

describe('an approved registration', () => {
  test('takes its place along', () => {
    const { word, ann, changes, decision } = move({ status: 'APPROVED' })
    expect(word).toBe('moved')
    expect(ann).toMatchObject({ status: 'APPROVED', preferredSlotId: 'eleven', assignedSlotId: 'eleven' })
    expect(changes.slots).toEqual(
      new Map([
        ['ten', { committed: -1, pending: 0 }],
        ['eleven', { committed: 1, pending: 0 }],
      ]),
    )
    expect(changes).toMatchObject({ committedMinor: 0, pendingMinor: 0, people: 0 })
    expect(decision).toMatchObject({ posting: null })
  })

  test('finds no place in a full slot, whoever asks', () => {
    expect(move({ status: 'APPROVED', others: ['bob', 'cem'] }).word).toBe('SLOT_CONFLICT')
    expect(move({ status: 'APPROVED', others: ['bob', 'cem'], by: organizer('olga') }).word).toBe('SLOT_CONFLICT')
  })

  test.each([
    ['after registration has closed', clock('17:30'), 'moved'],
    ['a moment before the day', new Date(dayBeginsAt.getTime() - 1), 'moved'],
    ['as the day begins', dayBeginsAt, 'SLOT_FIXED'],
  ])('changes it %s: %s', (_when, at, word) => {
    expect(move({ status: 'APPROVED', at }).word).toBe(word)
    expect(move({ status: 'APPROVED', at, by: organizer('olga') }).word).toBe('moved')
  })

  test('of an event without a day can always be changed, and of an archived one by those who decide', () => {
    expect(move({ status: 'APPROVED', at: clock('23:00'), event: { dayBeginsAt: null } }).word).toBe('moved')
    expect(move({ status: 'APPROVED', event: { isActive: false } }).word).toBe('REGISTRATION_CLOSED')
    expect(move({ status: 'APPROVED', event: { isActive: false }, by: organizer('olga') }).word).toBe('moved')
  })
})

describe('who and what', () => {
  test('nobody changes the slot of somebody else, but who decides', () => {
    expect(move({ by: member('bob') }).word).toBe('NOT_YOURS')
    expect(move({ by: organizer('olga') }).word).toBe('moved')
  })

  test('whoever decides changes their own as anybody does', () => {
    expect(move({ by: organizer('ann') }).word).toBe('moved')
    expect(move({ by: organizer('ann'), at: clock('17:01') }).word).toBe('REGISTRATION_CLOSED')
  })

  test.each(['REJECTED', 'CANCELLED'] as const)('what is %s has no slot to change', (status) => {
    expect(move({ status }).word).toBe('INVALID_TRANSITION')
  })

  test('the slot one has already changes nothing, at any time', () => {
    expect(move({ slot: '10:00', at: clock('23:00') }).word).toBe('unchanged')
    expect(move({ slot: '10:00', status: 'APPROVED', at: clock('23:00') }).word).toBe('unchanged')
  })

  test('there is no slot that nobody knows, and no registration', () => {
    expect(move({ slot: 'nowhere' }).word).toBe('SLOT_UNKNOWN')
    const request: MoveRequest = { kind: 'move', registrationId: 'none', slotLabel: '11:00', actor: member('ann') }
    expect(say(decideAll(aSnapshot({ slots: [eleven] }), [request], noon).decisions[0])).toBe('REGISTRATION_NOT_FOUND')
  })

  test('two who swap one after the other need a free place to begin with', () => {
    const at = (id: string, slotId: string) =>
      aRegistration({ id, personId: id, status: 'APPROVED', preferredSlotId: slotId, assignedSlotId: slotId })
    const world: World = {
      event: openEvent,
      budgetMinor: 100,
      options: [anOption({ total: 10 })],
      slots: [ten, { ...eleven, capacity: 1 }],
      registrations: [at('ann', 'ten'), at('bob', 'eleven')],
    }
    const swap = (id: string, slotLabel: string): MoveRequest => ({
      kind: 'move',
      registrationId: id,
      slotLabel,
      actor: member(id),
    })
    const { decisions, changes } = decideAll(recount(world), [swap('ann', '11:00'), swap('bob', '10:00')], noon)
    expect(decisions.map(say)).toEqual(['SLOT_CONFLICT', 'SLOT_CONFLICT'])
    expect(changes.slots.size).toBe(0)
  })
})
