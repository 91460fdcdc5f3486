/**
 * A small vocabulary for the tests of the rules: the parts of a snapshot, and an event one can talk to.
 *
 * The event keeps nothing but its terms and a plain list of registrations, and counts everything anew from that list
 * before each decision. So whatever the rules say of their counters can be held against it.
 */
import fc from 'fast-check'
import { decideAll } from './allocation.ts'
import { batchActions, batchModes, batchOrders } from './batch.ts'
import type { Batch } from './batch.ts'
import type { Actor, AllocationRequest, DecideRequest, Decided, RegisterRequest } from './allocation.ts'
import type { Decision } from './decision.ts'
import type { Approval, Candidate, FitProblem } from './fit.ts'
import type { LiveRegistration } from './registration.ts'
import type { BookChanges } from './running-books.ts'
import { compareTurns } from './waitlist-policy.ts'
import type { WaitingEntry, Waitlist, WaitlistPolicy } from './waitlist-policy.ts'
import { isOffered } from './waitlist.ts'
import type { EventTerms, Money, OptionStock, RegistrationFacts, SlotStock, Snapshot } from './snapshot.ts'

const { SEED = '20270430', RUNS = '400', SHRINK } = process.env
const settings = { seed: Number(SEED), numRuns: Number(RUNS), endOnFailure: SHRINK === 'no' }

/**
 * A promise that holds for whatever is drawn. The seed is fixed, so that a run says the same twice; another one, to look
 * further: `SEED=$RANDOM npx vitest run core/src`.
 */
export function always<T>(any: fc.Arbitrary<T>, holds: (drawn: T) => void): void {
  fc.assert(fc.property(any, holds), settings)
}

/** A time of the one day on which everything happens: `clock('12:00')`. */
export const clock = (time: string): Date => new Date(`2027-04-30T${time}Z`)
export const noon = clock('12:00')

// Who asks ------------------------------------------------------------------------------------------------------------

export const member = (id: string): Actor => ({ id, canDecide: false, isSoleOwner: false })
export const organizer = (id: string): Actor => ({ id, canDecide: true, isSoleOwner: false })
export const soleOwner = (id: string): Actor => ({ id, canDecide: true, isSoleOwner: true })

// The parts of a snapshot ---------------------------------------------------------------------------------------------

/** Open from 09:00 to 17:00, holding nothing, one registration for each option. */
export const openEvent: EventTerms = {
  isActive: true,
  isPublished: true,
  opensAt: clock('09:00'),
  closesAt: clock('17:00'),
  holdPolicy: { stock: 'check', slot: 'check', budget: 'check' },
  registrationLimit: 'one_per_option',
}
/** One may join, and comes up without being asked. */
export const openList: WaitlistPolicy = { isOpen: true, promotion: 'automatic', offerHours: 1 }
export const holdAll = { stock: 'hold', slot: 'hold', budget: 'hold' } as const

export function anOption(said: Partial<OptionStock> = {}): OptionStock {
  const id = said.id ?? 'mug'
  const rest = { isActive: true, total: 3, committed: 0, pending: 0, priceMinor: 5, holdStock: null }
  return { id, name: id, type: 'INVENTORY', ...rest, ...said }
}

export function aSlot(said: Partial<SlotStock> = {}): SlotStock {
  const label = said.label ?? said.id ?? '11:00'
  return { id: label, label, capacity: 3, committed: 0, pending: 0, startsAt: null, isActive: true, ...said }
}

export function aRegistration(said: Partial<RegistrationFacts> = {}): RegistrationFacts {
  const slots = { preferredSlotId: null, assignedSlotId: null }
  const rest = { status: 'PENDING', amountMinor: 5, ...slots, notes: null } as const
  return { id: 'ann/mug', personId: 'ann', optionId: 'mug', ...rest, ...said }
}

export function aSnapshot(said: {
  event?: Partial<EventTerms>
  money?: Partial<Money>
  options?: OptionStock[]
  slots?: SlotStock[]
  registrations?: RegistrationFacts[]
  live?: Record<string, LiveRegistration[]>
}): Snapshot {
  return {
    event: { ...openEvent, ...said.event },
    money: { budgetMinor: 100, committedMinor: 0, pendingMinor: 0, ...said.money },
    options: byId(said.options ?? [anOption()]),
    slots: byId(said.slots ?? []),
    registrations: byId(said.registrations ?? []),
    live: new Map(Object.entries(said.live ?? {})),
  }
}

const byId = <T extends { id: string }>(all: readonly T[]) => new Map(all.map((one) => [one.id, one]))

// A world: terms and registrations, no counters -----------------------------------------------------------------------

export type World = {
  event: EventTerms
  budgetMinor: number
  /** Their own counters are not looked at. */
  options: readonly OptionStock[]
  slots: readonly SlotStock[]
  registrations: readonly RegistrationFacts[]
  /** Left out where nobody may wait. */
  waitlist?: WaitingWorld | undefined
}

/** Who waits stands among the registrations; here is in which order, and whether anybody comes up yet. */
export type WaitingWorld = Pick<Waitlist, 'policy' | 'isUnderWay'> & { places: readonly WaitingEntry[] }

/** All counters of a world, from nothing but its registrations; options and slots that nobody asked for are left out. */
export function tally({ registrations }: World): BookChanges {
  const approved = registrations.filter(({ status }) => status === 'APPROVED')
  const pending = registrations.filter((one) => one.status === 'PENDING' || isOffered(one))
  const promised = pending.filter(({ isPromised }) => isPromised)
  const waiting = registrations.filter((one) => one.status === 'WAITLISTED' && !isOffered(one))
  const live = [...approved, ...pending]
  const count = (status: string) => registrations.filter((one) => one.status === status).length
  const slotIds = live.flatMap((one) => (one.status === 'APPROVED' ? one.assignedSlotId : one.preferredSlotId) ?? [])
  return {
    committedMinor: sum(approved),
    pendingMinor: sum(pending),
    ...(promised.length > 0 && { promisedMinor: sum(promised) }),
    statuses: {
      WAITLISTED: count('WAITLISTED'),
      PENDING: count('PENDING'),
      APPROVED: approved.length,
      REJECTED: count('REJECTED'),
      CANCELLED: count('CANCELLED'),
    },
    people: new Set(live.filter((one) => !isOffered(one)).map(({ personId }) => personId)).size,
    options: new Map(
      [...live.map(({ optionId: id }) => id), ...waiting.flatMap(({ wishes = [] }) => wishes)].map((id) => {
        const taken = approved.filter(({ optionId }) => optionId === id)
        const asked = pending.filter(({ optionId }) => optionId === id)
        const held = asked.filter(({ isPromised }) => isPromised).length
        const waits = waiting.filter(({ wishes }) => wishes?.includes(id)).length
        const more = { ...(held > 0 && { promised: held }), ...(waits > 0 && { waiting: waits }) }
        return [id, { committed: taken.length, pending: asked.length, amountMinor: sum(taken), ...more }]
      }),
    ),
    slots: new Map(
      slotIds.map((id) => [
        id,
        {
          committed: approved.filter(({ assignedSlotId }) => assignedSlotId === id).length,
          pending: pending.filter(({ preferredSlotId }) => preferredSlotId === id).length,
          ...(promised.some(({ preferredSlotId }) => preferredSlotId === id) && {
            promised: promised.filter(({ preferredSlotId }) => preferredSlotId === id).length,
          }),
        },
      ]),
    ),
  }
}

const sum = (all: readonly RegistrationFacts[]) => all.reduce((total, { amountMinor }) => total + amountMinor, 0)

/** The snapshot a caller would lock: the terms, and every counter counted anew. */
export function recount(world: World): Snapshot {
  const { committedMinor, pendingMinor, promisedMinor, options, slots } = tally(world)
  const live = new Map<string, LiveRegistration[]>()
  const waits = new Map<string, LiveRegistration[]>()
  for (const { id, personId, optionId, status, wishes = [] } of world.registrations) {
    const [to, wanted] = status === 'WAITLISTED' ? [waits, wishes] : [live, [optionId]]
    if (status === 'REJECTED' || status === 'CANCELLED') continue
    for (const option of world.options.filter((one) => wanted.includes(one.id))) {
      const held = { registrationId: id, optionId: option.id, optionType: option.type }
      to.set(personId, [...(to.get(personId) ?? []), held])
    }
  }
  const { waitlist } = world
  return {
    event: world.event,
    money: { budgetMinor: world.budgetMinor, committedMinor, pendingMinor, promisedMinor },
    options: byId(
      world.options.map((option) => {
        const { committed = 0, pending = 0, promised, waiting } = options.get(option.id) ?? {}
        const counted = { ...option, committed, pending, promised, waiting }
        return waitlist && !waitlist.isUnderWay && waiting ? { ...counted, isKept: true } : counted
      }),
    ),
    slots: byId(world.slots.map((slot) => ({ ...slot, ...(slots.get(slot.id) ?? { committed: 0, pending: 0 }) }))),
    registrations: byId(world.registrations),
    live,
    ...(waitlist && { waitlist: { ...waitlist, entries: turnsOf(world), waits } }),
  }
}

/** Who waits and has no offer, in the order of their turns: those without a place of their own as they joined. */
export function turnsOf({ registrations, waitlist }: World): WaitingEntry[] {
  return registrations
    .filter((one) => one.status === 'WAITLISTED' && !isOffered(one))
    .map(({ id }, rank): WaitingEntry => {
      const place = waitlist?.places.find(({ registrationId }) => registrationId === id)
      return place ?? { registrationId: id, priority: 0, rank: 1_000 + rank }
    })
    .sort(compareTurns)
}

/** What a batch did, in its order: what was asked, and what that led to. */
export function inOrderOf({ decisions, followUps }: Pick<Decided, 'decisions' | 'followUps'>): Decision[] {
  return [undefined, ...decisions].flatMap((decision, behind) => [
    ...(decision ? [decision] : []),
    ...followUps.filter((one) => one.behind === behind).map((one) => one.decision),
  ])
}

/** The world as decisions leave it. */
export function settle(world: World, decisions: readonly Decision[]): World {
  const registrations = byId(world.registrations)
  for (const decision of decisions) if ('before' in decision) registrations.set(decision.after.id, decision.after)
  return { ...world, registrations: [...registrations.values()] }
}

/** A decision in a word: what was done, or else the codes of everything that stood in the way. */
export function say(decision: Decision | undefined): string {
  if (!decision) return 'no answer'
  if (decision.outcome !== 'refused') return decision.outcome
  const { refusal } = decision
  return refusal.code === 'CONFLICT' ? refusal.conflicts.map(({ type }) => type).join(', ') : refusal.code
}

// An event one can talk to --------------------------------------------------------------------------------------------

type Terms = Partial<Omit<World, 'registrations' | 'event'>> & { event?: Partial<EventTerms> }
type Wish = { option?: string; slot?: string | null; notes?: string | null; by?: Actor }
type Word = { slot?: string; notes?: string | null; by?: Actor }

/**
 * A gala: three mugs at 5 of a budget of 100, and no slots, unless said otherwise. People are called by their names;
 * a decision means the person's newest registration, and is taken by Olga unless somebody else is named.
 */
export function givenGala(terms: Terms = {}) {
  let world: World = {
    budgetMinor: 100,
    options: [anOption()],
    slots: [],
    ...terms,
    event: { ...openEvent, ...terms.event },
    registrations: [],
  }
  const newest = new Map<string, string>()
  const decisions: Decision[] = []
  let made = 0
  let now = noon

  const toRegister = (
    person: string,
    { option = 'mug', slot = null, notes = null, by }: Wish = {},
  ): RegisterRequest => {
    const registrationId = `${person}-${++made}`
    const actor = by ?? member(person)
    return { kind: 'register', registrationId, personId: person, optionId: option, slotLabel: slot, notes, actor }
  }
  const toDecide = (person: string, to: DecideRequest['to'], { slot, notes, by }: Word = {}): DecideRequest => {
    const registrationId = newest.get(person) ?? 'nobody'
    return { kind: 'decide', registrationId, to, slotLabel: slot, notes, actor: by ?? organizer('olga') }
  }
  /** Decides requests as one batch, and says each answer in a word. */
  function decide(...requests: AllocationRequest[]): string[] {
    const decided = decideAll(recount(world), requests, now)
    const all = inOrderOf(decided)
    world = settle(world, all)
    decisions.push(...all)
    for (const one of all) {
      if (one.outcome === 'registered' || one.outcome === 'waitlisted') newest.set(one.after.personId, one.after.id)
    }
    return decided.decisions.map(say)
  }
  const one = (request: AllocationRequest) => decide(request)[0] ?? 'no answer'

  return {
    toRegister,
    toDecide,
    decide,
    register: (person: string, wish?: Wish) => one(toRegister(person, wish)),
    approve: (person: string, word?: Word) => one(toDecide(person, 'APPROVED', word)),
    reject: (person: string, word?: Word) => one(toDecide(person, 'REJECTED', word)),
    cancel: (person: string, word?: Word) => one(toDecide(person, 'CANCELLED', word)),
    move: (person: string, slot: string, word?: Word) => one(toDecide(person, null, { ...word, slot })),
    note: (person: string, notes: string | null, word?: Word) => one(toDecide(person, null, { ...word, notes })),
    wait: (person: string, { options = ['mug'], slot = null }: { options?: string[]; slot?: string | null } = {}) =>
      one({
        kind: 'wait',
        registrationId: `${person}-${++made}`,
        personId: person,
        optionIds: options,
        slotLabel: slot,
        notes: null,
      }),
    answer: (person: string, kind: 'accept' | 'decline', by = person) =>
      one({ kind, registrationId: newest.get(person) ?? 'nobody', actor: { id: by } }),
    /** Nobody asks for anything: what comes of that alone. */
    wakeAt(at: Date) {
      now = at
      decide()
    },
    statusOf: (person: string) => world.registrations.find(({ id }) => id === newest.get(person))?.status,
    /** What an organiser changes in between. */
    change(patch: Terms) {
      world = { ...world, ...patch, event: { ...world.event, ...patch.event } }
    },
    registrationOf: (person: string) => world.registrations.find(({ id }) => id === newest.get(person)),
    last: () => decisions.at(-1),
    postings: () => decisions.flatMap((decision) => ('posting' in decision && decision.posting) || []),
    books: () => tally(world),
    snapshot: () => recount(world),
    world: () => world,
  }
}

// What is really true, found the slow way -----------------------------------------------------------------------------
// This says the rules a second time, from their description and not from their code: it counts by going through the
// list, one registration after the other, and knows of no counters, no running books and no batches.

/** What somebody new may still spend; or, of what is not approved yet, somebody who stands in the queue already. */
export function freeMoney({ budgetMinor, event, registrations }: World, isNew = true): number {
  const isHeld = isNew && event.holdPolicy.budget === 'hold'
  let free = budgetMinor
  for (const one of registrations) if (one.status === 'APPROVED' || isHolding(one, isHeld)) free -= one.amountMinor
  return Math.max(free, 0)
}

/** Whether one that is not decided holds its share: as all do under the policy, or because it was promised. */
function isHolding(one: RegistrationFacts, isHeld: boolean): boolean {
  return (one.status === 'PENDING' && (isHeld || one.isPromised === true)) || isOffered(one)
}

export function freeStock({ event, registrations }: World, option: OptionStock, isNew = true): number {
  const isHeld = isNew && (option.holdStock ?? event.holdPolicy.stock) === 'hold'
  let free = option.total
  for (const one of registrations) {
    if (one.optionId === option.id && (one.status === 'APPROVED' || isHolding(one, isHeld))) free -= 1
  }
  return Math.max(free, 0)
}

export function freePlaces({ event, registrations }: World, slot: SlotStock, isNew = true): number {
  if (!slot.isActive) return 0
  const isHeld = isNew && event.holdPolicy.slot === 'hold'
  let free = slot.capacity
  for (const one of registrations) {
    if (one.status === 'APPROVED' && one.assignedSlotId === slot.id) free -= 1
    if (one.preferredSlotId === slot.id && isHolding(one, isHeld)) free -= 1
  }
  return Math.max(free, 0)
}

type Share = { option: OptionStock; slot: SlotStock | undefined; amountMinor: number }

/** Everything that really stands in the way of a share, for somebody new or for one who has asked already. */
export function reasonsAgainst(world: World, share: Share, asked?: RegistrationFacts): string[] {
  const { option, slot, amountMinor } = share
  const reasons: string[] = []
  if (freeMoney(world, !asked) < amountMinor) reasons.push('BUDGET_EXHAUSTED')
  if (freeStock(world, option, !asked) < 1) reasons.push('INVENTORY_EXHAUSTED')
  if (slot && freePlaces(world, slot, asked?.preferredSlotId !== slot.id) < 1) reasons.push('SLOT_CONFLICT')
  return reasons
}

/** Whether two may be decided on in this order: the first asked first, or is cheaper, or is named first. */
function inBatchOrder({ registrations }: World, { mode, order, approvals }: Batch): Approval[] {
  const once = approvals.filter(({ registrationId }, place) => {
    return approvals.findIndex((other) => other.registrationId === registrationId) === place
  })
  if (order === 'as_given' && mode !== 'largest_fit') return once
  const oldest = once.sort((a, b) => (a.registrationId > b.registrationId ? 1 : -1))
  if (order !== 'most_people' || mode === 'largest_fit') return oldest
  const amountOf = ({ registrationId }: Approval) => registrations.find(({ id }) => id === registrationId)?.amountMinor
  return oldest.sort((a, b) => (amountOf(a) ?? 0) - (amountOf(b) ?? 0))
}

/** Whom a batch approves, by going through them one after the other, and through the whole list for each of them. */
export function approvedByHand(world: World, batch: Batch): string[] {
  const approved: string[] = []
  let { registrations } = world
  for (const { registrationId, slotLabel } of inBatchOrder(world, batch)) {
    const asked = registrations.find(({ id }) => id === registrationId)
    const option = world.options.find(({ id }) => id === asked?.optionId)
    const slot = world.slots.find((one) =>
      slotLabel === undefined ? one.id === asked?.preferredSlotId : one.label === slotLabel && one.isActive,
    )
    const { actor } = batch
    const mayDecide = actor.canDecide && (actor.isSoleOwner || asked?.personId !== actor.id)
    if (asked?.status !== 'PENDING' || !option || (slotLabel && !slot) || !mayDecide) continue
    const { amountMinor } = asked
    if (reasonsAgainst({ ...world, registrations }, { option, slot, amountMinor }, asked).length > 0) continue
    const after = { ...asked, status: 'APPROVED', assignedSlotId: slot?.id ?? null } as const
    registrations = registrations.map((one) => (one === asked ? after : one))
    approved.push(registrationId)
  }
  return approved
}

/** Whether a set of candidates fits, whatever the order: nobody counts on what somebody else gives up. */
export function fits({ candidates, ...rooms }: FitProblem, set: readonly number[]): boolean {
  const some = set.flatMap((index) => candidates[index] ?? [])
  const cost = some.reduce((total, { amountMinor }) => total + BigInt(amountMinor), 0n)
  const isWithin = (all: readonly number[], isThere: (one: Candidate, place: number) => boolean) =>
    all.every((room, place) => some.filter((one) => isThere(one, place)).length <= Math.max(room, 0))
  return (
    cost <= BigInt(Math.max(rooms.moneyMinor, 0)) &&
    isWithin(rooms.optionRoom, ({ option }, place) => option === place) &&
    isWithin(rooms.slotRoom, ({ slot }, place) => slot === place) &&
    isWithin(rooms.guestRoom, ({ slot, waitsIn }, place) => waitsIn !== undefined && slot === place)
  )
}

/** Every set of candidates, of as many as there are the oldest first: the first before all without them, and so on. */
export function everySet({ candidates }: FitProblem): number[][] {
  const sets = candidates.reduceRight<number[][]>(
    (later, _, index) => later.map((set) => [index, ...set]).concat(later),
    [[]],
  )
  return sets.sort((a, b) => b.length - a.length)
}

// The small world -----------------------------------------------------------------------------------------------------

/** One of some values, each with so many chances. */
export function oneOf<const T>(...chances: (readonly [number, T])[]): fc.Arbitrary<T> {
  return fc.oneof(...chances.map(([weight, value]) => ({ weight, arbitrary: fc.constant(value) })))
}

const holdMode = fc.constantFrom('check', 'hold')
const often = oneOf([24, true], [1, false])
const terms = {
  priceMinor: fc.nat({ max: 5 }),
  total: fc.integer({ min: 1, max: 3 }),
  holdStock: oneOf([2, null], [1, 'check'], [1, 'hold']),
  isActive: often,
}
const anyOption = (id: string, type: 'TRACK' | 'INVENTORY') =>
  fc.record(terms).map((said) => anOption({ id, type, ...said }))
const anySlot = (id: string) =>
  fc
    .record({ capacity: fc.integer({ min: 1, max: 3 }), isActive: often })
    .map((said) => aSlot({ id, startsAt: clock(id), ...said }))

export const anyWorld: fc.Arbitrary<World> = fc.record({
  event: fc
    .record({
      isActive: often,
      isPublished: often,
      holdPolicy: fc.record({ stock: holdMode, slot: holdMode, budget: holdMode }),
      registrationLimit: fc.constantFrom('one_per_option', 'one_per_type', 'one'),
    })
    .map((said) => ({ ...openEvent, ...said })),
  budgetMinor: fc.nat({ max: 20 }),
  options: fc.tuple(anyOption('mug', 'INVENTORY'), anyOption('shirt', 'INVENTORY'), anyOption('talk', 'TRACK')),
  slots: fc.tuple(anySlot('11:00'), anySlot('12:00')).chain((two) => oneOf([1, two.slice(0, 1)], [4, two])),
  registrations: fc.constant([]),
})

/** Up to 30 drafts of requests of a few people; `which` registration a decision is about is found as they are played. */
const anyDrafts = fc.array(
  fc.record({
    verb: oneOf([6, 'register'], [6, 'APPROVED'], [2, 'CANCELLED'], [1, 'REJECTED'], [1, 'PENDING'], [2, null]),
    person: fc.constantFrom('ann', 'bob', 'cem', 'dan', 'eva', 'fay', 'gus', 'olga'),
    option: oneOf([16, 'mug'], [8, 'shirt'], [8, 'talk'], [1, 'moon']),
    slot: oneOf([16, undefined], [16, '11:00'], [6, '12:00'], [1, '25:00']),
    notes: oneOf([2, undefined], [1, null], [1, 'vegan']),
    which: fc.noBias(fc.nat({ max: 999 })),
    actor: oneOf([6, organizer('otto')], [2, organizer('olga')], [2, member('ann')], [1, soleOwner('cem')]),
  }),
  { maxLength: 30, size: 'max' },
)

/** Mostly open; and the edges of the window. */
const anyMoment = oneOf([10, '12:00'], [2, '09:00'], [2, '17:00'], [1, '08:59'], [1, '17:01']).map(clock)

/** What an organiser changes between two batches. */
export const anyEdit = fc.record({
  what: fc.constantFrom('nothing', 'budget', 'price', 'stock', 'capacity', 'archive option', 'archive slot', 'policy'),
  value: fc.nat({ max: 5 }),
  which: fc.nat({ max: 2 }),
  mode: holdMode,
})
export type Edit = { what: string; value: number; which: number; mode: 'check' | 'hold' }

/** The world as an organiser changes it; never below what is committed, as an event's own rules see to. */
export function edited(world: World, { what, value, which, mode }: Edit): World {
  const { committedMinor, options, slots } = tally(world)
  const option = world.options[which]
  const slot = world.slots[which]
  const replace = <T>(all: readonly T[], old: T | undefined, said: Partial<T>) =>
    all.map((one) => (one === old ? { ...one, ...said } : one))
  const withOption = (said: object) => ({ ...world, options: replace(world.options, option, said) })
  const withSlot = (said: object) => ({ ...world, slots: replace(world.slots, slot, said) })
  const taken = options.get(option?.id ?? '')?.committed ?? 0
  const seated = slots.get(slot?.id ?? '')?.committed ?? 0

  if (what === 'budget') return { ...world, budgetMinor: Math.max(value * 4, committedMinor) }
  if (what === 'price') return withOption({ priceMinor: value })
  if (what === 'stock') return withOption({ total: Math.max(value, taken, 1) })
  if (what === 'capacity') return withSlot({ capacity: Math.max(value, seated, 1) })
  if (what === 'archive option') return withOption({ isActive: value > 2 })
  if (what === 'archive slot') return withSlot({ isActive: value > 2 })
  if (what !== 'policy') return world
  return { ...world, event: { ...world.event, holdPolicy: { stock: mode, slot: mode, budget: mode } } }
}

/** A world, what is asked of it and when; how many requests each batch takes, and what is changed before each. */
export type Story = { world: World; requests: AllocationRequest[]; now: Date; split: number[]; edits: Edit[] }

const anySplit = fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 30 })
const anyEdits = fc.array(anyEdit, { maxLength: 10 })

/** A story of up to 30 requests, most of them about what was asked for before. */
export const anyStory: fc.Arbitrary<Story> = fc
  .tuple(anyWorld, anyDrafts, anyMoment, anySplit, anyEdits)
  .map(([world, drafts, now, split, edits]) => {
    let after = world
    const requests = drafts.map(({ verb, person, option, slot, notes, which, actor }, index): AllocationRequest => {
      const there = after.registrations
      const wish = { personId: person, optionId: option, slotLabel: slot ?? null, notes: notes ?? null }
      const registrationId = there[which % (there.length + 1)]?.id ?? 'nobody'
      const request: AllocationRequest =
        verb === 'register' || there.length === 0
          ? { kind: 'register', registrationId: `r${index}`, ...wish, actor }
          : { kind: 'decide', registrationId, to: verb, slotLabel: slot, notes, actor }
      after = settle(after, decideAll(recount(after), [request], now).decisions)
      return request
    })
    return { world, requests, now, split, edits }
  })

// Batches in the small world ------------------------------------------------------------------------------------------

const people = ['ann', 'bob', 'cem', 'dan', 'eva', 'fay', 'gus', 'hal', 'ida', 'jon']
const anyAsked = fc.record({
  option: oneOf([5, 'mug'], [3, 'shirt'], [2, 'talk']),
  slot: oneOf([3, null], [5, '11:00'], [3, '12:00']),
  assigned: oneOf([2, null], [2, '11:00'], [1, '12:00']),
  amountMinor: fc.nat({ max: 5 }),
  status: oneOf([12, 'PENDING'], [3, 'APPROVED'], [1, 'REJECTED'], [1, 'CANCELLED']),
})

/** A world in which many wait and some are in: never more of them than there is, but the budget may be cut below it. */
const anyWaiting: fc.Arbitrary<World> = fc
  .tuple(anyWorld, fc.array(anyAsked, { minLength: 1, maxLength: people.length, size: 'max' }))
  .map(([empty, asked]) => {
    let world = empty
    for (const [index, { option: optionId, slot, assigned, status, amountMinor }] of asked.entries()) {
      const slotId = (id: string | null) => (world.slots.some((one) => one.id === id) ? id : null)
      const personId = people[index] ?? ''
      const places = { preferredSlotId: slotId(slot), assignedSlotId: status === 'PENDING' ? null : slotId(assigned) }
      const one = aRegistration({ id: `${index}-${personId}`, personId, optionId, status, amountMinor, ...places })
      const after = { ...world, registrations: [...world.registrations, one] }
      const { options, slots } = tally(after)
      const isTooMuch =
        after.options.some(({ id, total }) => (options.get(id)?.committed ?? 0) > total) ||
        after.slots.some(({ id, capacity }) => (slots.get(id)?.committed ?? 0) > capacity)
      if (!isTooMuch) world = after
    }
    return world
  })

/** What is asked of whom: most of those there are, some twice, some unknown; here and there another slot is given. */
const anyAsk = fc.record({
  who: fc.array(fc.tuple(fc.nat({ max: people.length }), fc.boolean()), { minLength: 1, maxLength: 14, size: 'max' }),
  given: fc.array(oneOf([5, undefined], [3, '11:00'], [3, '12:00'], [1, '25:00']), { minLength: 14, maxLength: 14 }),
  order: fc.constantFrom(...batchOrders),
  notes: oneOf([2, undefined], [1, 'a batch']),
  actor: oneOf([6, organizer('otto')], [2, organizer('ann')], [1, soleOwner('bob')], [1, member('cem')]),
})

/** A batch, and the world it is about. */
export type BatchStory = { world: World; batch: Batch }
export const anyBatch: fc.Arbitrary<BatchStory> = fc
  .tuple(anyWaiting, anyAsk, fc.constantFrom(...batchActions), fc.constantFrom(...batchModes), fc.boolean())
  .map(([world, { who, given, ...terms }, action, mode, isOfAll]) => {
    const everybody = world.registrations.map((_, index) => index)
    const wanted = isOfAll ? everybody : who.map(([index]) => index)
    const approvals = wanted.map((index, place): Approval => {
      return { registrationId: world.registrations[index]?.id ?? 'nobody', slotLabel: given[place] }
    })
    return { world, batch: { ...terms, action, mode: action === 'approve' ? mode : 'best_effort', approvals } }
  })

/** A few who would come in, and a little room; guests among them where places are held. */
export const anyFit: fc.Arbitrary<FitProblem> = fc
  .record({
    candidates: fc.array(
      fc.record({
        amountMinor: fc.nat({ max: 5 }),
        option: fc.nat({ max: 2 }),
        slot: oneOf([2, null], [4, 0], [3, 1], [2, 2]),
        waitsIn: oneOf([12, undefined], [1, null], [1, 0], [1, 1], [1, 2]),
      }),
      { maxLength: 9, size: 'max' },
    ),
    moneyMinor: fc.integer({ min: -1, max: 20 }),
    optionRoom: fc.tuple(anyRoom(), anyRoom(), anyRoom()),
    slotRoom: fc.tuple(anyRoom(), anyRoom(), anyRoom()),
    held: fc.tuple(fc.nat({ max: 2 }), fc.nat({ max: 2 }), fc.nat({ max: 2 })),
    areHeld: fc.boolean(),
  })
  .map(({ candidates, held, areHeld, slotRoom, ...rooms }) => ({
    ...rooms,
    candidates: candidates.map(({ waitsIn, ...one }, index) => {
      const isGuest = areHeld && one.slot !== null && one.slot !== waitsIn
      return { id: `${index}`, ...one, waitsIn: isGuest ? waitsIn : undefined }
    }),
    slotRoom,
    guestRoom: slotRoom.map((room, slot) => room - (held[slot] ?? 0)),
  }))

function anyRoom() {
  return fc.oneof({ weight: 1, arbitrary: fc.constant(-1) }, { weight: 9, arbitrary: fc.nat({ max: 4 }) })
}
