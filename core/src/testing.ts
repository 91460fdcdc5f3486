/**
 * A small vocabulary for the tests of the rules: the parts of a snapshot, and an event one can talk to.
 *
 * The event keeps nothing but its terms and a plain list of registrations, and counts everything anew from that list
 * before each decision. So whatever the rules say of their counters can be held against it.
 */
import { decideAll } from './allocation.ts'
import type { Actor, AllocationRequest, DecideRequest, Decision, RegisterRequest } from './allocation.ts'
import type { LiveRegistration } from './registration.ts'
import type { BookChanges } from './running-books.ts'
import type { EventTerms, Money, OptionStock, RegistrationFacts, SlotStock, Snapshot } from './snapshot.ts'

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
}

/** All counters of a world, from nothing but its registrations; options and slots that nobody asked for are left out. */
export function tally({ registrations }: World): BookChanges {
  const approved = registrations.filter(({ status }) => status === 'APPROVED')
  const pending = registrations.filter(({ status }) => status === 'PENDING')
  const live = [...approved, ...pending]
  const count = (status: string) => registrations.filter((one) => one.status === status).length
  const slotIds = live.flatMap((one) => (one.status === 'APPROVED' ? one.assignedSlotId : one.preferredSlotId) ?? [])
  return {
    committedMinor: sum(approved),
    pendingMinor: sum(pending),
    statuses: {
      PENDING: pending.length,
      APPROVED: approved.length,
      REJECTED: count('REJECTED'),
      CANCELLED: count('CANCELLED'),
    },
    people: new Set(live.map(({ personId }) => personId)).size,
    options: new Map(
      live.map(({ optionId: id }) => {
        const taken = approved.filter(({ optionId }) => optionId === id)
        const asked = pending.filter(({ optionId }) => optionId === id)
        return [id, { committed: taken.length, pending: asked.length, amountMinor: sum(taken) }]
      }),
    ),
    slots: new Map(
      slotIds.map((id) => [
        id,
        {
          committed: approved.filter(({ assignedSlotId }) => assignedSlotId === id).length,
          pending: pending.filter(({ preferredSlotId }) => preferredSlotId === id).length,
        },
      ]),
    ),
  }
}

const sum = (all: readonly RegistrationFacts[]) => all.reduce((total, { amountMinor }) => total + amountMinor, 0)

/** The snapshot a caller would lock: the terms, and every counter counted anew. */
export function recount(world: World): Snapshot {
  const { committedMinor, pendingMinor, options, slots } = tally(world)
  const live = new Map<string, LiveRegistration[]>()
  for (const { id, personId, optionId, status } of world.registrations) {
    const option = world.options.find((one) => one.id === optionId)
    if (!option || status === 'REJECTED' || status === 'CANCELLED') continue
    live.set(personId, [...(live.get(personId) ?? []), { registrationId: id, optionId, optionType: option.type }])
  }
  return {
    event: world.event,
    money: { budgetMinor: world.budgetMinor, committedMinor, pendingMinor },
    options: byId(
      world.options.map((option) => {
        const { committed = 0, pending = 0 } = options.get(option.id) ?? {}
        return { ...option, committed, pending }
      }),
    ),
    slots: byId(world.slots.map((slot) => ({ ...slot, ...(slots.get(slot.id) ?? { committed: 0, pending: 0 }) }))),
    registrations: byId(world.registrations),
    live,
  }
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
    const batch = decideAll(recount(world), requests, noon).decisions
    world = settle(world, batch)
    decisions.push(...batch)
    for (const one of batch) if (one.outcome === 'registered') newest.set(one.after.personId, one.after.id)
    return batch.map(say)
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
