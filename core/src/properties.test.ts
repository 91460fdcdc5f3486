/**
 * What the rules promise, whatever happens: in a small world, where one cent, one mug or one place too many shows at
 * once.
 */
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { decideAll } from './allocation.ts'
import type { AllocationRequest, DecideRequest, RegisterRequest } from './allocation.ts'
import type { Decision } from './decision.ts'
import { findLedgerErrors } from './ledger.ts'
import type { BookChanges } from './running-books.ts'
import { always, anyStory, freeMoney, freePlaces, freeStock, member, noon, organizer } from './testing.ts'
import { edited, reasonsAgainst, recount, say, settle, tally } from './testing.ts'
import type { Story, World } from './testing.ts'

vi.setConfig({ testTimeout: 60_000 })

type Batch = { before: World; requests: AllocationRequest[]; decisions: Decision[]; changes: BookChanges; after: World }

/** Decides the requests of a story in batches, with an organiser changing things in between. */
function play({ world, requests, split, edits, now }: Story): Batch[] {
  const batches: Batch[] = []
  let [after, rest] = [world, requests]
  for (let number = 0; rest.length > 0; number++) {
    const before = edits.slice(number, number + 1).reduce(edited, after)
    const batch = rest.slice(0, split[number % split.length])
    rest = rest.slice(batch.length)
    const { decisions, changes } = decideAll(recount(before), batch, now)
    after = settle(before, decisions)
    batches.push({ before, requests: batch, decisions, changes, after })
  }
  return batches
}

/** Each request with the world as it was just before, the answer, and the world just after. */
function steps(batches: readonly Batch[]) {
  return batches.flatMap(({ before, requests, decisions }) => {
    let world = before
    return requests.flatMap((request, index) => {
      const decision = decisions[index]
      if (!decision) throw new Error('a request went unanswered')
      const step = { before: world, request, decision, after: settle(world, [decision]) }
      world = step.after
      return step
    })
  })
}

// The promises --------------------------------------------------------------------------------------------------------

test('never is more committed than there is: of money, of an option, of a slot (B1, S1, P1)', () => {
  always(anyStory, (story) => {
    for (const { after } of steps(play(story))) {
      const { committedMinor, options, slots } = tally(after)
      expect(committedMinor).toBeLessThanOrEqual(after.budgetMinor)
      for (const { id, total } of after.options) expect(options.get(id)?.committed ?? 0).toBeLessThanOrEqual(total)
      for (const { id, capacity } of after.slots) expect(slots.get(id)?.committed ?? 0).toBeLessThanOrEqual(capacity)
    }
  })
})

test('every answer is the one that going through the registrations by hand gives, with every reason that is true', () => {
  always(anyStory, (story) => {
    for (const { before, request, decision } of steps(play(story))) {
      expect(say(decision)).toBe(expectedAnswer(before, request, story.now))
    }
  })
})

test('nobody ever has two live registrations for one option, nor more than the event allows (R1)', () => {
  always(anyStory, (story) => {
    for (const { after } of steps(play(story))) {
      const live = after.registrations.filter(({ status }) => status === 'PENDING' || status === 'APPROVED')
      const typeOf = (optionId: string) => after.options.find(({ id }) => id === optionId)?.type
      const limit = after.event.registrationLimit
      const places = live.map(({ personId, optionId }) =>
        limit === 'one' ? personId : `${personId}: ${limit === 'one_per_type' ? typeOf(optionId) : optionId}`,
      )
      expect(new Set(places).size).toBe(places.length)
    }
  })
})

test('what a batch says it changes is the difference between counting before and counting after', () => {
  always(anyStory, (story) => {
    for (const { before, changes, after } of play(story)) {
      expect(add(tally(before), changes)).toEqual(add(tally(after)))
    }
  })
})

test('the postings add up to what is committed, one for each step to or from approved', () => {
  always(anyStory, (story) => {
    const batches = play(story)
    const entries = steps(batches).flatMap(({ decision }) =>
      'posting' in decision && decision.posting ? { ...decision.posting, registrationId: decision.after.id } : [],
    )
    const numbered = entries.map((entry, index) => ({
      ...entry,
      eventId: 'gala',
      entryNo: index + 1,
      actorId: 'olga',
      at: noon,
    }))
    const turns = steps(batches).filter(({ decision: { outcome, ...rest } }) => {
      const wasApproved = 'before' in rest && rest.before?.status === 'APPROVED'
      return outcome === 'approved' || (wasApproved && (outcome === 'cancelled' || outcome === 'rejected'))
    })
    const last = batches.at(-1)
    expect(findLedgerErrors(numbered)).toEqual([])
    expect(entries).toHaveLength(turns.length)
    expect(entries.at(-1)?.balanceMinor ?? 0).toBe(last ? tally(last.after).committedMinor : 0)
  })
})

test('however requests are put into batches, each is answered the same, and together they change the same', () => {
  always(anyStory, (story) => {
    const parts = play({ ...story, edits: [] })
    const whole = decideAll(recount(story.world), story.requests, story.now)
    expect(parts.flatMap(({ decisions }) => decisions)).toEqual(whole.decisions)
    expect(add(...parts.map(({ changes }) => changes))).toEqual(add(whole.changes))
  })
})

test('what is held is kept: under hold, committed and pending together never exceed what there is', () => {
  always(anyStory, (story) => {
    const { holdPolicy } = story.world.event
    for (const { after } of steps(play({ ...story, edits: [] }))) {
      const { committedMinor, pendingMinor, options, slots } = tally(after)
      const guarded = [
        holdPolicy.budget === 'hold' && { id: 'money', taken: committedMinor + pendingMinor, most: after.budgetMinor },
        ...after.options.map(({ id, holdStock, total }) => {
          const { committed = 0, pending = 0 } = options.get(id) ?? {}
          return (holdStock ?? holdPolicy.stock) === 'hold' && { id, taken: committed + pending, most: total }
        }),
        ...after.slots.map(({ id, capacity }) => {
          const { committed = 0, pending = 0 } = slots.get(id) ?? {}
          return holdPolicy.slot === 'hold' && { id, taken: committed + pending, most: capacity }
        }),
      ]
      expect(guarded.filter((one) => one && one.taken > one.most)).toEqual([])
    }
  })
})

test('where everything is held, everybody who waits can be approved, in whatever order', () => {
  const holdPolicy = { stock: 'hold', slot: 'hold', budget: 'hold' } as const
  always(fc.tuple(anyStory, fc.boolean()), ([story, isReversed]) => {
    const options = story.world.options.map((option) => ({ ...option, holdStock: null }))
    const world = { ...story.world, options, event: { ...story.world.event, holdPolicy } }
    const { after } = play({ ...story, world, edits: [] }).at(-1) ?? { after: world }
    const waiting = after.registrations.filter(({ status }) => status === 'PENDING').map(({ id }) => id)
    const approvals = (isReversed ? waiting.toReversed() : waiting).map(approvalOf)
    expect(decideAll(recount(after), approvals, noon).decisions.map(say)).toEqual(waiting.map(() => 'approved'))
  })
})

test('every alternative offered can be had right then, as often as it says, and none that could be is left out', () => {
  always(anyStory, (story) => {
    const wrong = steps(play(story)).flatMap((step) => [...wrongOptionOffers(step), ...wrongSlotOffers(step)])
    expect(wrong).toEqual([])
  })
})

test('cancelling what was approved restores the books to what they would be without the approval', () => {
  always(fc.tuple(anyStory, fc.constantFrom('CANCELLED', 'REJECTED')), ([story, to]) => {
    const world = play(story).at(-1)?.after ?? story.world
    for (const { id, status } of world.registrations) {
      if (status !== 'PENDING') continue
      const giveUp = { ...approvalOf(id), to } as const
      const { decisions, changes } = decideAll(recount(world), [approvalOf(id), giveUp], noon)
      const without = decideAll(recount(world), [giveUp], noon)
      expect(add(changes)).toEqual(add(without.changes))
      const amounts = decisions.flatMap((one) => ('posting' in one && one.posting?.amountMinor) || [])
      expect(amounts.reduce((total, amount) => total + amount, 0)).toBe(0)
    }
  })
})

test('the same question has the same answer, and asking it leaves the snapshot as it was', () => {
  always(anyStory, ({ world, requests, now }) => {
    const snapshot = recount(world)
    const kept = structuredClone(snapshot)
    const first = decideAll(snapshot, requests, now)
    expect(decideAll(snapshot, requests, now)).toEqual(first)
    expect(snapshot).toEqual(kept)
  })
})

// In other words ------------------------------------------------------------------------------------------------------

const approvalOf = (registrationId: string) =>
  ({ kind: 'decide', registrationId, to: 'APPROVED', actor: organizer('nobody asks') }) as const

type Step = ReturnType<typeof steps>[number]

const conflictsOf = ({ decision }: Step) =>
  decision.outcome === 'refused' && decision.refusal.code === 'CONFLICT' ? decision.refusal.conflicts : []

/** Holds the options offered against what is really free, and takes each of them to see; says what is wrong. */
function wrongOptionOffers(step: Step): unknown[] {
  const { before: world, request } = step
  const asked = world.registrations.find(({ id }) => id === request.registrationId)
  const wanted = world.options.find(({ id }) => id === (asked?.optionId ?? ('optionId' in request && request.optionId)))
  const couldBeHad = world.options.filter((option) => {
    const share = { option, slot: undefined, amountMinor: option.priceMinor }
    return option.isActive && option !== wanted && reasonsAgainst(world, share).length === 0
  })
  return conflictsOf(step).flatMap((conflict) => {
    if (!('alternativeOptions' in conflict)) return []
    const isAnyType = conflict.type === 'BUDGET_EXHAUSTED'
    const free = couldBeHad.filter(({ type }) => isAnyType || type === wanted?.type)
    const offers = conflict.alternativeOptions.map(({ optionId, left }) => `${left} of ${optionId}`)
    const really = free.map((option) => `${freeStock(world, option)} of ${option.id}`)
    const isWrong = offers.join() !== really.join()
    const notHad = conflict.alternativeOptions.filter(({ optionId, left, priceMinor }) => {
      const affordable = priceMinor === 0 ? left : Math.min(left, Math.floor(freeMoney(world) / priceMinor))
      return affordable < 1 || takeWith(world, affordable, optionId, null).some((word) => word !== 'registered')
    })
    return [...(isWrong ? [{ offers, really }] : []), ...notHad]
  })
}

/** The same for slots: whatever else is short, the place is there. */
function wrongSlotOffers(step: Step): unknown[] {
  const { before: world } = step
  return conflictsOf(step).flatMap((conflict) => {
    if (conflict.type !== 'SLOT_CONFLICT') return []
    const free = world.slots.filter((slot) => slot.id !== conflict.slotId && freePlaces(world, slot) > 0)
    const offers = conflict.alternativeSlots.map(({ label, left }) => `${left} at ${label}`)
    const really = free.map((slot) => `${freePlaces(world, slot)} at ${slot.label}`)
    const isWrong = offers.join() !== really.join()
    const notHad = conflict.alternativeSlots.filter(({ label }) =>
      takeWith(world, 1, 'mug', label).some((word) => word.includes('SLOT')),
    )
    return [...(isWrong ? [{ offers, really }] : []), ...notHad]
  })
}

/** So many new people ask for an option and a slot while registration is open: what they hear. */
function takeWith(world: World, people: number, optionId: string, slotLabel: string | null): string[] {
  const event = { ...world.event, isActive: true, isPublished: true, opensAt: null, closesAt: null }
  const requests = Array.from({ length: people }, (_, index) => {
    const personId = `new${index}`
    const wish = { registrationId: `of ${personId}`, personId, optionId, slotLabel, notes: null }
    return { kind: 'register', ...wish, actor: member(personId) } as const
  })
  return decideAll(recount({ ...world, event }), requests, noon).decisions.map(say)
}

/** Adds up counters, leaving out what comes to nothing. */
function add(...all: readonly BookChanges[]) {
  const total: Record<string, number> = {}
  const put = (name: string, value: number) => {
    total[name] = (total[name] ?? 0) + value
  }
  for (const { committedMinor, pendingMinor, statuses, people, options, slots } of all) {
    for (const [name, value] of Object.entries({ committedMinor, pendingMinor, people, ...statuses })) put(name, value)
    for (const [id, counts] of [...options, ...slots]) {
      for (const [name, value] of Object.entries(counts)) put(`${name} of ${id}`, value)
    }
  }
  return Object.fromEntries(Object.entries(total).filter(([, value]) => value !== 0))
}

/** The word that a request must be answered with. */
function expectedAnswer(world: World, request: AllocationRequest, now: Date): string {
  if (request.kind === 'move') throw new Error('moves have stories of their own, in move.test.ts')
  if (request.kind === 'register') return expectedOfAsking(world, request, now)
  if (request.kind === 'decide') return expectedOfDeciding(world, request)
  throw new Error('who waits has stories of their own, in waitlist.properties.test.ts')
}

function expectedOfAsking(world: World, request: RegisterRequest, now: Date): string {
  const { isActive, isPublished, opensAt, closesAt, registrationLimit } = world.event
  const option = world.options.find(({ id }) => id === request.optionId)
  const slot = world.slots.find(({ label, isActive }) => isActive && label === request.slotLabel)
  if (!option) return 'OPTION_NOT_FOUND'
  if (request.slotLabel !== null && !slot) return 'SLOT_UNKNOWN'

  const isOpen = isActive && isPublished && (opensAt ?? now) <= now && now <= (closesAt ?? now)
  const typeOf = (optionId: string) => world.options.find(({ id }) => id === optionId)?.type
  for (const { personId, status, optionId } of isOpen ? world.registrations : []) {
    if (personId !== request.personId || (status !== 'PENDING' && status !== 'APPROVED')) continue
    if (optionId === option.id || registrationLimit === 'one') return 'ALREADY_REGISTERED'
    if (registrationLimit === 'one_per_type' && typeOf(optionId) === option.type) return 'ALREADY_REGISTERED'
  }
  if (isOpen && !option.isActive) return 'OPTION_ARCHIVED'
  const reasons = reasonsAgainst(world, { option, slot, amountMinor: option.priceMinor })
  return [...(isOpen ? [] : ['REGISTRATION_CLOSED']), ...reasons].join(', ') || 'registered'
}

function expectedOfDeciding(world: World, { registrationId, actor, to, slotLabel, notes }: DecideRequest): string {
  const found = world.registrations.find(({ id }) => id === registrationId)
  if (!found) return 'REGISTRATION_NOT_FOUND'
  const isOwn = found.personId === actor.id
  if (!(isOwn && to === 'CANCELLED')) {
    if (!actor.canDecide) return 'NOT_YOURS'
    if (isOwn && !actor.isSoleOwner) return 'OWN_REGISTRATION'
  }
  const named = world.slots.find(({ label, isActive }) => isActive && label === slotLabel)
  if (slotLabel !== undefined && !named) return 'SLOT_UNKNOWN'

  const { status } = found
  const isFinal = status === 'REJECTED' || status === 'CANCELLED'
  if (to === null || to === status) {
    if (named && named.id !== found.assignedSlotId) {
      if (status !== 'APPROVED') return 'INVALID_TRANSITION'
      return freePlaces(world, named) > 0 ? 'moved' : 'SLOT_CONFLICT'
    }
    return notes === undefined || notes === found.notes ? 'unchanged' : 'noted'
  }
  if (isFinal || to === 'PENDING') return 'INVALID_TRANSITION'
  if (to !== 'APPROVED') return to.toLowerCase()
  const option = world.options.find(({ id }) => id === found.optionId)
  const slot = named ?? world.slots.find(({ id }) => id === found.preferredSlotId)
  if (!option) return 'OPTION_NOT_FOUND'
  return reasonsAgainst(world, { option, slot, amountMinor: found.amountMinor }, found).join(', ') || 'approved'
}
