import { expect, test } from 'vitest'
import { countItems, decideOffline, findByName, hold, leftOnTable, putBack, spend, stillDue } from './lease.ts'
import type { Held, Lease } from './lease.ts'

const at = (time: string) => `2027-05-21T${time}:00.000Z`
const ms = (time: string) => Date.parse(at(time))

function givenLease(change: Partial<Lease> = {}, override: 'ask' | 'never' | 'always' = 'ask'): Held {
  const person = (name: string, slot: [string, string] | null) => ({
    registration_id: name,
    qr_hash: `hash of ${name}`,
    person_name: `${name} Núñez-Lefèvre`,
    option_name: 'Hoodie',
    option_type: 'INVENTORY',
    event_option_id: 'hoodie',
    slot: slot && `${slot[0]} to ${slot[1]}`,
    slot_starts_at: slot && at(slot[0]),
    slot_ends_at: slot && at(slot[1]),
  })
  return hold({
    id: 'lease',
    granted_at: at('11:00'),
    now: at('11:00'),
    expires_at: at('13:00'),
    next_seq: 1,
    last_hash: '0'.repeat(64),
    event: { id: 'gala', name: 'Gala', timezone: 'Europe/Amsterdam', slot_override: override },
    desk: { id: 'desk', name: 'Desk 6', location: 'North Gate' },
    people: [person('Bob', ['12:30', '13:00']), person('Ann', ['12:00', '12:30']), person('Eve', null)],
    items: [{ event_option_id: 'hoodie', option_name: 'Hoodie', left_on_table: 2 }],
    ...change,
  })
}

const decide = (held: Held | undefined, name: string, time = '12:10', isOverridden = false) =>
  decideOffline(held, { qrHash: `hash of ${name}` }, { qrToken: name }, ms(time), isOverridden)

test('who is held, and in their slot, gets it: once', () => {
  const held = givenLease()
  expect(decide(held, 'Ann')).toMatchObject({
    outcome: 'COLLECTED',
    timing: 'on_time',
    leftOnTable: 1,
    isOffline: true,
  })
  const after = spend(held, 'Ann', 'hoodie', at('12:10'))
  expect(decide(after, 'Ann', '12:11')).toMatchObject({
    outcome: 'ALREADY_COLLECTED',
    collected: { at: at('12:10'), where: 'Desk 6' },
  })
})

test('outside the lease nothing is handed out: nobody held, somebody not held, a lease that ran out', () => {
  expect(decide(undefined, 'Ann').outcome).toBe('NO_LEASE')
  expect(decide(givenLease(), 'Mallory').outcome).toBe('NOT_HELD')
  expect(decide(givenLease(), 'Eve', '12:59').outcome).toBe('COLLECTED')
  expect(decide(givenLease(), 'Eve', '13:00').outcome).toBe('LEASE_OVER')
})

test('no more is handed out than was counted on the table; what was not counted has no such end', () => {
  let held = givenLease()
  for (const name of ['Ann', 'Eve']) held = spend(held, name, 'hoodie', at('12:05'))
  expect(decide(held, 'Bob', '12:40')).toMatchObject({ outcome: 'NONE_LEFT', leftOnTable: 0 })
  expect(leftOnTable(held, 'hoodie')).toBe(0)
  expect(countItems(held)).toBe(0)
  const uncounted = givenLease({ items: [{ event_option_id: 'hoodie', option_name: 'Hoodie', left_on_table: null }] })
  expect(decide(uncounted, 'Bob', '12:40')).toMatchObject({ outcome: 'COLLECTED', leftOnTable: null })
  expect(countItems(uncounted)).toBeNull()
})

test('somebody of another slot is let through where the event allows it, and somebody says so', () => {
  expect(decide(givenLease(), 'Bob', '12:29')).toMatchObject({
    outcome: 'WRONG_SLOT',
    timing: 'early',
    mayOverride: true,
  })
  expect(decide(givenLease(), 'Bob', '12:30').outcome).toBe('COLLECTED')
  expect(decide(givenLease(), 'Ann', '12:30')).toMatchObject({ outcome: 'WRONG_SLOT', timing: 'late' })
  expect(decide(givenLease(), 'Ann', '12:30', true)).toMatchObject({ outcome: 'COLLECTED', timing: 'late' })
  const never = givenLease({}, 'never')
  expect(decide(never, 'Ann', '12:30', true)).toMatchObject({ outcome: 'WRONG_SLOT', mayOverride: false })
  expect(decide(givenLease({}, 'always'), 'Ann', '12:30')).toMatchObject({ outcome: 'COLLECTED', timing: 'late' })
})

test('what is undone can be handed out again, and lies on the table again', () => {
  const held = putBack(spend(givenLease(), 'Ann', 'hoodie', at('12:10')), 'Ann', 'hoodie')
  expect(decide(held, 'Ann').outcome).toBe('COLLECTED')
  expect(leftOnTable(held, 'hoodie')).toBe(2)
  expect(putBack(held, 'Ann', 'hoodie')).toBe(held)
})

test('those still due stand in the order of their slots, without those who were here', () => {
  expect(stillDue(givenLease()).map(({ registration_id }) => registration_id)).toEqual(['Eve', 'Ann', 'Bob'])
  const after = spend(givenLease(), 'Ann', 'hoodie', at('12:10'))
  expect(stillDue(after).map(({ registration_id }) => registration_id)).toEqual(['Eve', 'Bob'])
})

test('a name is found by the beginnings of its words, with and without accents', () => {
  const { people } = givenLease().lease
  expect(findByName(people, 'nun ann')).toHaveLength(1)
  expect(findByName(people, 'LEFÈ')).toHaveLength(3)
  expect(findByName(people, 'unez')).toHaveLength(0)
})
