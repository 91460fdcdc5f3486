/**
 * The promises of the waitlist, held against any story in the small world: people ask, wait, leave, are approved and turned
 * away, offers are answered or run out, and in between an organiser changes budget, stock, slots, prices and policies.
 */
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { decideAll } from './allocation.ts'
import type { AllocationRequest } from './allocation.ts'
import type { Decision } from './decision.ts'
import type { BookChanges } from './running-books.ts'
import type { RegistrationFacts } from './snapshot.ts'
import { always, anyEdit, anyWorld, clock, edited, freeMoney, freePlaces, freeStock, inOrderOf } from './testing.ts'
import { member, oneOf, openList, organizer, reasonsAgainst, recount, settle, tally, turnsOf } from './testing.ts'
import type { Edit, WaitingWorld, World } from './testing.ts'
import { isOffered } from './waitlist.ts'

vi.setConfig({ testTimeout: 60_000 })

// Stories -------------------------------------------------------------------------------------------------------------

const anyDraft = fc.record({
  verb: oneOf(
    [6, 'register'],
    [9, 'wait'],
    [6, 'APPROVED'],
    [5, 'CANCELLED'],
    [2, 'REJECTED'],
    [4, 'accept'],
    [2, 'decline'],
  ),
  person: fc.constantFrom('ann', 'bob', 'cem', 'dan', 'eva', 'fay', 'gus', 'hal', 'ida', 'jon'),
  options: fc.constantFrom(['mug'], ['mug'], ['shirt'], ['talk'], ['mug', 'shirt'], ['talk', 'mug'], ['shirt', 'mug']),
  slot: oneOf([6, null], [6, '11:00'], [2, '12:00']),
  which: fc.noBias(fc.nat({ max: 999 })),
})
type Draft = typeof anyDraft extends fc.Arbitrary<infer T> ? T : never

const anyTurn = fc.record({
  drafts: fc.array(anyDraft, { minLength: 1, maxLength: 5 }),
  edit: anyEdit,
  /** How long before it nothing happens, in quarters of an hour: offers are held for an hour. */
  pause: fc.nat({ max: 5 }),
  /** Who is given which place by hand. */
  moved: fc.record({ which: fc.nat({ max: 99 }), priority: fc.nat({ max: 2 }), rank: fc.nat({ max: 20 }) }),
  draws: oneOf([3, true], [1, false]),
})
type Turn = typeof anyTurn extends fc.Arbitrary<infer T> ? T : never

const anyStory = fc
  .tuple(
    anyWorld,
    fc.constantFrom('automatic', 'offer'),
    fc.boolean(),
    fc.array(anyTurn, { maxLength: 10, size: 'max' }),
  )
  .map(([world, promotion, isUnderWay, turns]) => {
    const waitlist: WaitingWorld = { policy: { ...openList, promotion }, isUnderWay, places: [] }
    const event = { ...world.event, opensAt: null, closesAt: null }
    return { world: { ...world, event, waitlist }, turns }
  })

type Step = { before: World; decision: Decision; after: World; now: Date; isAsked: boolean }
type Played = {
  steps: Step[]
  batches: { before: World; after: World; changes: BookChanges; isCut: boolean; now: Date }[]
}

/** Plays a story: each turn is a change by an organiser, which frees what it frees, and then a batch. */
function play({ world, turns }: { world: World; turns: readonly Turn[] }): Played {
  const played: Played = { steps: [], batches: [] }
  let after = world
  let minutes = 12 * 60
  let made = 0
  for (const { drafts, edit, pause, moved, draws } of turns) {
    minutes += pause * 15
    const now = new Date(clock('00:00').getTime() + minutes * 60_000)
    after = changed(after, edit, moved, draws)
    const asked = drafts.map((draft): AllocationRequest =>
      requestOf(after, draft, `r${String(++made).padStart(3, '0')}`),
    )
    for (const requests of [[], asked]) {
      const before = after
      const decided = decideAll(recount(before), requests, now)
      let last = before
      for (const decision of inOrderOf(decided)) {
        const step = { before: last, decision, after: settle(last, [decision]), now }
        played.steps.push({ ...step, isAsked: decided.decisions.includes(decision) })
        last = step.after
      }
      after = last
      played.batches.push({ before, after, changes: decided.changes, isCut: decided.isCut, now })
    }
  }
  return played
}

function changed(world: World, edit: Edit, { which, ...turn }: Turn['moved'], draws: boolean): World {
  const next = edited(world, edit)
  const { waitlist } = next
  if (!waitlist) throw new Error('a story without a waitlist')
  const waiting = turnsOf(next)
  const entry = waiting[which % (waiting.length + 4)]
  const others = waitlist.places.filter(({ registrationId }) => registrationId !== entry?.registrationId)
  const places = entry ? [...others, { registrationId: entry.registrationId, ...turn }] : others
  return { ...next, waitlist: { ...waitlist, places, isUnderWay: waitlist.isUnderWay || draws } }
}

function requestOf(
  world: World,
  { verb, person, options, slot, which }: Draft,
  registrationId: string,
): AllocationRequest {
  const slotLabel = slot
  const [optionId = 'mug'] = options
  if (verb === 'register') {
    return {
      kind: 'register',
      registrationId,
      personId: person,
      optionId,
      slotLabel,
      notes: null,
      actor: member(person),
    }
  }
  const there = world.registrations.filter(({ status }) => status !== 'REJECTED' && status !== 'CANCELLED')
  const offered = there.filter(isOffered)
  const answers = verb === 'accept' || verb === 'decline'
  const about = answers && offered.length > 0 ? offered[which % offered.length] : there[which % (there.length + 1)]
  if (verb === 'wait' || !about) {
    return { kind: 'wait', registrationId, personId: person, optionIds: options, slotLabel, notes: null }
  }
  if (answers) return { kind: verb, registrationId: about.id, actor: { id: about.personId } }
  return { kind: 'decide', registrationId: about.id, to: verb, actor: organizer('otto') }
}

// By hand -------------------------------------------------------------------------------------------------------------

/** Whether one of somebody's wishes fits, found by going through all registrations. */
function fitsByHand(world: World, { personId, wishes = [], preferredSlotId }: RegistrationFacts): boolean {
  const slot = world.slots.find(({ id }) => id === preferredSlotId)
  if (preferredSlotId !== null && !slot) return false
  return world.options
    .filter(({ id, isActive }) => isActive && wishes.includes(id))
    .filter((option) => !isTaken(world, personId, option.id))
    .some((option) => reasonsAgainst(world, { option, slot, amountMinor: option.priceMinor }).length === 0)
}

/** Whether what a person has keeps them from having an option. */
function isTaken({ event, options, registrations }: World, personId: string, optionId: string): boolean {
  const typeOf = (id: string) => options.find((one) => one.id === id)?.type
  return registrations.some(
    (one) =>
      one.personId === personId &&
      (one.status === 'PENDING' || one.status === 'APPROVED') &&
      (one.optionId === optionId ||
        event.registrationLimit === 'one' ||
        (event.registrationLimit === 'one_per_type' && typeOf(one.optionId) === typeOf(optionId))),
  )
}

const isComingUp = ({ decision: { outcome } }: Step) => outcome === 'promoted' || outcome === 'offered'
const afterOf = ({ decision }: Step) => {
  if (!('after' in decision)) throw new Error('nothing came of it')
  return decision.after
}
const waitingIn = (world: World) => turnsOf(world).map(({ registrationId }) => registrationId)
const factsIn = (world: World, id: string) => world.registrations.find((one) => one.id === id)

// The promises --------------------------------------------------------------------------------------------------------

test('nobody comes up while somebody before them would fit (I10)', () => {
  always(anyStory, (story) => {
    for (const step of play(story).steps.filter(isComingUp)) {
      const ids = waitingIn(step.before)
      const before = ids.slice(0, ids.indexOf(afterOf(step).id)).flatMap((id) => factsIn(step.before, id) ?? [])
      expect(before.filter((one) => fitsByHand(step.before, one))).toEqual([])
    }
  })
})

test('whoever comes up fits: promotions are never more than what is free', () => {
  always(anyStory, (story) => {
    for (const step of play(story).steps.filter(isComingUp)) {
      const { id, optionId, preferredSlotId, amountMinor } = afterOf(step)
      const option = step.before.options.find((one) => one.id === optionId)
      const slot = step.before.slots.find((one) => one.id === preferredSlotId)
      if (!option) throw new Error('an option is gone')
      expect(waitingIn(step.before)).toContain(id)
      expect(factsIn(step.before, id)?.wishes).toContain(optionId)
      expect(amountMinor).toBe(option.priceMinor)
      expect(freeStock(step.before, option)).toBeGreaterThan(0)
      expect(freeMoney(step.before)).toBeGreaterThanOrEqual(amountMinor)
      if (slot) expect(freePlaces(step.before, slot)).toBeGreaterThan(0)
    }
  })
})

test('nothing is left lying: once all is decided, nobody waits who fits', () => {
  always(anyStory, (story) => {
    for (const { after } of play(story).batches) {
      const { event, waitlist } = after
      const mayComeUp = event.isActive && event.isPublished && waitlist?.isUnderWay
      const left = waitingIn(after).flatMap((id) => factsIn(after, id) ?? [])
      expect(mayComeUp ? left.filter((one) => fitsByHand(after, one)) : []).toEqual([])
    }
  })
})

test('before the lottery is drawn nobody comes up, and nobody new gets what somebody waits for', () => {
  always(anyStory, (story) => {
    for (const step of play(story).steps.filter(({ before }) => !before.waitlist?.isUnderWay)) {
      expect(isComingUp(step)).toBe(false)
      if (step.decision.outcome !== 'registered') continue
      const { optionId } = afterOf(step)
      const waiting = waitingIn(step.before).flatMap((id) => factsIn(step.before, id)?.wishes ?? [])
      expect(waiting).not.toContain(optionId)
    }
  })
})

test('never is more committed than there is, and nothing is promised that somebody else is approved with (B1, S1, P1)', () => {
  always(anyStory, (story) => {
    for (const step of play(story).steps) {
      const { committedMinor, options, slots } = tally(step.after)
      expect(committedMinor).toBeLessThanOrEqual(step.after.budgetMinor)
      for (const { id, total } of step.after.options) {
        expect(options.get(id)?.committed ?? 0).toBeLessThanOrEqual(total)
      }
      for (const { id, capacity } of step.after.slots) {
        expect(slots.get(id)?.committed ?? 0).toBeLessThanOrEqual(capacity)
      }
      if (step.decision.outcome !== 'approved' || step.decision.before?.isPromised) continue
      // Whoever was promised nothing leaves enough for all who were.
      const { optionId } = step.decision.after
      const { committed = 0, promised = 0 } = options.get(optionId) ?? {}
      const total = step.after.options.find(({ id }) => id === optionId)?.total ?? 0
      expect(committed + promised).toBeLessThanOrEqual(total)
    }
  })
})

test('what is promised can be had: while nothing is cut, whoever came up can be approved', () => {
  const isGentle = ({ what }: Edit) => what === 'price' || what === 'nothing' || what === 'policy'
  always(anyStory, (story) => {
    const turns = story.turns.map((turn) =>
      isGentle(turn.edit) ? turn : { ...turn, edit: { ...turn.edit, what: 'nothing' as const } },
    )
    const world = { ...story.world, slots: story.world.slots.map((slot) => ({ ...slot, isActive: true })) }
    const after = play({ world, turns }).batches.at(-1)?.after ?? world
    const promised = after.registrations.filter(({ isPromised }) => isPromised).map(({ id }) => id)
    const approvals = promised.map(
      (registrationId) =>
        ({ kind: 'decide', registrationId, to: 'APPROVED', actor: organizer('nobody asks') }) as const,
    )
    const decided = decideAll(recount(after), approvals, clock('12:00'))
    expect(decided.decisions.map(({ outcome }) => outcome)).toEqual(promised.map(() => 'approved'))
  })
})

test('nobody has, or waits for, one option twice (R1)', () => {
  always(anyStory, (story) => {
    for (const { after } of play(story).steps) {
      const places = after.registrations.flatMap(({ personId, status, optionId, wishes = [] }) => {
        if (status === 'REJECTED' || status === 'CANCELLED') return []
        return (status === 'WAITLISTED' ? wishes : [optionId]).map((id) => `${personId}: ${id}`)
      })
      expect(new Set(places).size).toBe(places.length)
    }
  })
})

test('an offer that has run out is over at the next decision, whatever that is, and its room goes on', () => {
  always(anyStory, (story) => {
    for (const { after, now } of play(story).batches) {
      const over = after.registrations.filter(
        (one) => isOffered(one) && one.offerExpiresAt && one.offerExpiresAt <= now,
      )
      expect(over).toEqual([])
    }
  })
})

test('nobody is lost: whoever waited waits, came up, or left by what the trail says', () => {
  const ends = ['promoted', 'offer_accepted', 'approved', 'cancelled', 'rejected', 'offer_declined', 'offer_expired']
  always(anyStory, (story) => {
    for (const { before, decision, after } of play(story).steps) {
      const gone = before.registrations.filter(({ id, status }) => {
        return status === 'WAITLISTED' && factsIn(after, id)?.status !== 'WAITLISTED'
      })
      expect(gone.length).toBeLessThanOrEqual(1)
      if (gone.length > 0) expect(ends).toContain(decision.outcome)
    }
  })
})

test('what a batch says it changes is the difference between counting before and counting after', () => {
  always(anyStory, (story) => {
    for (const { before, after, changes } of play(story).batches) {
      expect(add(tally(before), changes)).toEqual(add(tally(after)))
    }
  })
})

/** Adds up counters, leaving out what comes to nothing. */
function add(...all: readonly BookChanges[]) {
  const total: Record<string, number> = {}
  const put = (name: string, value: number) => {
    total[name] = (total[name] ?? 0) + value
  }
  for (const { committedMinor, pendingMinor, promisedMinor = 0, statuses, people, options, slots } of all) {
    const whole = { committedMinor, pendingMinor, promisedMinor, people, ...statuses }
    for (const [name, value] of Object.entries(whole)) put(name, value)
    for (const [id, counts] of [...options, ...slots]) {
      for (const [name, value] of Object.entries(counts)) put(`${name} of ${id}`, value)
    }
  }
  return Object.fromEntries(Object.entries(total).filter(([, value]) => value !== 0))
}
