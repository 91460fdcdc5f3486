/**
 * The example a new organisation can look around in: fifty-one days of an event whose requests outrun its money.
 * It is planned backwards, from the figures it should end with, so that every number on a screen is known beforehand.
 */
import type { Ask, OptionKey, Outcome } from './annual-day-story.ts'
import {
  cancelNotes,
  capacity,
  committedByDay,
  fullSlots,
  ines,
  namedAsks,
  oldestThatFit,
  optionKeys,
  optionRows,
  priya,
  rejectNotes,
  seats,
  wantedSlots,
} from './annual-day-story.ts'
import type { Calendar } from './calendar.ts'
import { calendarAround, minute, timezone } from './calendar.ts'
import { departments, drawNames, knownPeople, mailFor } from './names.ts'

export type DemoPerson = {
  email: string
  name: string
  role: 'owner' | 'organizer' | 'approver' | 'auditor' | 'desk' | 'member'
  department: string
}
export type DemoOption = {
  key: string
  option_name: string
  option_type: 'TRACK' | 'INVENTORY'
  description: string
  totalAvailable: number
  costMinor: number
  startsAt?: Date
  endsAt?: Date
}
export type DemoSlot = { label: string; location: string; startsAt: Date; endsAt: Date; capacity: number }
export type DemoEvent = {
  name: string
  slug: string
  description: string
  event_type: 'ANNUAL_DAY'
  event_date: Date
  ends_at: Date
  venue: string
  registration_start_date: Date
  registration_end_date: Date
  registration_limit: 'one_per_type'
  pickup_slot_capacity: number
  hold_policy: { stock: 'check'; slot: 'check'; budget: 'check' }
  budgetMinor: number
}
export type DemoAction =
  | { at: Date; kind: 'register'; ref: number; personEmail: string; optionKey: string; slotLabel: string }
  | { at: Date; kind: 'approve' | 'reject' | 'cancel'; ref: number; byEmail: string; note?: string }
  | { at: Date; kind: 'raise_budget'; budgetMinor: number; byEmail: string }
export type DemoPlan = {
  tenant: { name: string; currency: string; timezone: string }
  people: DemoPerson[]
  event: DemoEvent
  options: DemoOption[]
  slots: DemoSlot[]
  actions: DemoAction[]
}

type Random = () => number

const peopleCount = 950
const staff: DemoPerson[] = [
  person('Helena Brandt', 'owner', 'Board'),
  person(ines, 'organizer', 'Communications'),
  person(priya, 'approver', 'Finance'),
  person('Marit Oosterhuis', 'auditor', 'Finance'),
  person('Tess Vermeulen', 'desk', 'Volunteers'),
]

/**
 * Plans the whole example: who there is, what can be chosen, and everything that happened until `now`.
 * The same `now` always gives the same plan. Replaying the actions in order never meets a conflict.
 *
 * @param now any instant; the event moves on by whole weeks once registration would close within nine days of it
 * @returns amounts in minor units of EUR; `actions` in order of time, all between opening and `now`
 */
export function planAnnualDay(now: Date): DemoPlan {
  const random = seededRandom(20_270_521)
  const calendar = calendarAround(now)
  const named = namedAsks(calendar)
  const asks = [...named, ...pendingCrowd(named, calendar, random), ...decidedCrowd(named)]
  placeInSlots(asks, random)
  giveLastPlacesToday(asks, calendar)
  spreadOverDays(asks, calendar, random)
  const members = castPeople(asks, random)

  return {
    tenant: { name: 'Northwind Foundation', currency: 'EUR', timezone },
    people: [...staff, ...members],
    event: planEvent(calendar),
    options: planOptions(calendar),
    slots: planSlots(calendar),
    actions: planActions(asks, calendar, random),
  }
}

function planEvent({ onEventDay, year, opensAt, closesAt }: Calendar): DemoEvent {
  return {
    name: `Annual Day ${year}`,
    slug: `annual-day-${year}`,
    description: 'Choose one track and one gift. An organiser decides within 5 days; you hear of it here.',
    event_type: 'ANNUAL_DAY',
    event_date: onEventDay('09:00'),
    ends_at: onEventDay('17:00'),
    venue: 'Werkspoor Hall, Utrecht',
    registration_start_date: opensAt,
    registration_end_date: closesAt,
    registration_limit: 'one_per_type',
    pickup_slot_capacity: capacity,
    hold_policy: { stock: 'check', slot: 'check', budget: 'check' },
    budgetMinor: 80_000_00,
  }
}

function planOptions({ onEventDay }: Calendar): DemoOption[] {
  return optionKeys.map((key): DemoOption => {
    const { name, about, hours, costMinor, total } = optionRows[key]
    const common = { key, option_name: name, description: about, totalAvailable: total, costMinor }
    if (!hours) return { ...common, option_type: 'INVENTORY' }
    return { ...common, option_type: 'TRACK', startsAt: onEventDay(hours[0]), endsAt: onEventDay(hours[1]) }
  })
}

function planSlots({ onEventDay }: Calendar): DemoSlot[] {
  return seats.map(({ label, place, time }) => {
    const startsAt = onEventDay(time)
    return { label, location: place, startsAt, endsAt: new Date(+startsAt + 30 * minute), capacity }
  })
}

/**
 * The pending requests nobody is named for. The oldest twenty-six all fit, at seventeen slots with the named ones.
 * Whoever asks for something that is full by now asked at least a day ago: it had room then.
 */
function pendingCrowd(named: Ask[], calendar: Calendar, random: Random): Ask[] {
  const { age } = calendar
  const before = (fromDays: number, toDays: number) => {
    const visits = calendar.visits.filter((at) => at <= age(fromDays, 0) && at >= age(toDays, 0))
    return () => pick(visits, random)
  }
  const free = shuffled(seatsLeft(named, 'pending'), random)
  const oldest: OptionKey[] = [
    ...shuffled([...copies(8, 'hoodie'), ...copies(3, 'family'), 'daypack' as const, ...copies(10, 'summit')], random),
    ...copies(4, 'summit'),
  ]
  const oldestSlots = takeOldestSlots(calendar, free, oldest.length)
  const oldestAges = [...times(22, before(6, 11)), ...times(4, () => age(5, -0.12))]

  const wanted = optionKeys.flatMap((key) =>
    copies(missing(named, key, 'pending') - oldest.filter((option) => option === key).length, key),
  )
  const ages = [
    ...times(36, (index) => age(3, [0.05, 0.2, 0.4, 0.6][index % 4] ?? 0)),
    ...times(74, before(1, 2)),
    ...times(44, (index) => age(0, (0.95 * (index + 1)) / 45)),
  ]
  const full = (slot: string) => fullSlots.includes(slot)
  const options = fullFirst(shuffled(wanted, random), (option) => option === 'repair', 110, random)
  const slots = fullFirst(free, full, 110, random)
  return [...pending(oldest, oldestSlots, oldestAges), ...pending(options, slots, ages)]
}

function pending(options: OptionKey[], slots: string[], ages: Date[]): Ask[] {
  return options.map((option, index) => {
    return { option, slot: need(slots[index]), askedAt: need(ages[index]), outcome: 'pending' }
  })
}

/** Takes from `free` one seat at each of the wanted slots, then more at these and at those of named people. */
function takeOldestSlots(calendar: Calendar, free: string[], count: number): string[] {
  const taken = wantedSlots.map((slot) => takeOne(free, (label) => label === slot))
  const welcome = new Set([...oldestThatFit(calendar).map((ask) => ask.slot), ...wantedSlots])
  while (taken.length < count) taken.push(takeOne(free, (label) => welcome.has(label)))
  return taken
}

function takeOne(free: string[], fits: (label: string) => boolean): string {
  return need(free.splice(free.findIndex(fits), 1)[0])
}

/** Puts what is full among the first `count`, and mixes those. */
function fullFirst<T>(items: T[], isFull: (item: T) => boolean, count: number, random: Random): T[] {
  const ordered = [...items.filter(isFull), ...items.filter((item) => !isFull(item))]
  return [...shuffled(ordered.slice(0, count), random), ...ordered.slice(count)]
}

function decidedCrowd(named: Ask[]): Ask[] {
  const outcomes: Outcome[] = ['approved', 'cancelled', 'rejected']
  return outcomes.flatMap((outcome) =>
    optionKeys.flatMap((option) => times(missing(named, option, outcome), (): Ask => ({ option, outcome }))),
  )
}

/** How many requests of an option and outcome are still to be made up. */
function missing(asks: Ask[], option: OptionKey, outcome: Outcome): number {
  return optionRows[option].ends[outcome] - asks.filter((a) => a.option === option && a.outcome === outcome).length
}

/** Seats of one kind that nobody has been given yet, one entry a seat. */
function seatsLeft(asks: Ask[], outcome: 'approved' | 'pending'): string[] {
  const given = asks.filter((ask) => ask.outcome === outcome).map((ask) => ask.slot)
  return seats.flatMap((seat) => copies(seat[outcome] - given.filter((slot) => slot === seat.label).length, seat.label))
}

/** Approved requests fill the table; what came to nothing once stood where even then there was room for all. */
function placeInSlots(asks: Ask[], random: Random): void {
  const free = shuffled(seatsLeft(asks, 'approved'), random)
  const rooms = seats.map((seat) => ({ ...seat, room: capacity - seat.approved - seat.pending }))
  for (const ask of asks) {
    if (ask.slot) continue
    if (ask.outcome === 'approved') {
      ask.slot = need(free.pop())
      continue
    }
    // Busy half hours are busy because more people want them.
    const open = shuffled(
      rooms.filter(({ room }) => room > 0),
      random,
    )
    const seat = need(open.slice(0, 4).sort(byApproved)[0])
    seat.room -= 1
    ask.slot = seat.label
  }
}

const byApproved = (a: { approved: number }, b: { approved: number }) => b.approved - a.approved

/** What is full and still asked for has been full only since today; until then nobody was turned away. */
function giveLastPlacesToday(asks: Ask[], { age, lastSession }: Calendar): void {
  const undated = asks.filter((ask) => ask.outcome === 'approved' && !ask.name && !ask.decidedAt)
  const last = [
    ...undated.filter((ask) => ask.option === 'repair' && !fullSlots.includes(need(ask.slot))).slice(0, 3),
    ...['Main Hall 12:00', 'North Gate 11:00'].map((slot) => undated.find((ask) => ask.slot === slot)),
  ]
  for (const ask of last) {
    Object.assign(need(ask), {
      askedAt: age(2, 0.3),
      decidedAt: lastSession.at,
      decidedBy: priya,
    } satisfies Partial<Ask>)
  }
}

/** Decides along the curve of commitments; people asked some days before, and some gave their place back later. */
function spreadOverDays(asks: Ask[], { visits, sessions }: Calendar, random: Random): void {
  const oneDay = 24 * 60 * minute
  const isUndated = (ask: Ask) => ask.outcome !== 'pending' && !ask.decidedAt
  const undated = shuffled(asks.filter(isUndated), random)
  for (const [index, ask] of undated.entries()) {
    // Those who cancel need some days left to do so.
    const share = ((index + random()) / undated.length) * (ask.outcome === 'approved' ? 1 : 0.9)
    const dayIndex = committedByDay.findIndex((thousands) => thousands > share * need(committedByDay.at(-1)))
    const thatDay = sessions.filter((session) => session.dayIndex === dayIndex)
    const session = pick(thatDay, random)
    const askedBy = +session.at - (0.4 + 4 * random()) * oneDay
    ask.askedAt = visits.findLast((at) => +at <= askedBy) ?? need(visits[0])
    ask.decidedAt = session.at
    ask.decidedBy = session.by === 'approver' ? priya : ines
    if (ask.outcome === 'rejected') ask.note = pick(rejectNotes, random)
    if (ask.outcome === 'cancelled') {
      ask.cancelledAt ??= pick(visits.filter((at) => +at > +session.at + oneDay).slice(0, 20), random)
    }
  }
}

/** Gives every request to a person who has none of its kind; who asks for a gift often asks for a track with it. */
function castPeople(asks: Ask[], random: Random): DemoPerson[] {
  const known = Object.keys(knownPeople)
  const taken = [...known, ...staff.map(({ name }) => name)]
  const names = [...known, ...drawNames(peopleCount - taken.length, taken, random)]
  const nameless = (isTrack: boolean) => asks.filter((ask) => !ask.name && takesTrack(ask) === isTrack)
  const without = (isTrack: boolean) => {
    const has = new Set(asks.filter((ask) => takesTrack(ask) === isTrack).map(({ name }) => name))
    return shuffled(
      names.filter((name) => !has.has(name)),
      random,
    )
  }

  const giftless = without(false)
  for (const ask of nameless(false)) ask.name = need(giftless.pop())

  // Those still without a gift come first: a track is all they ask for.
  const candidates = without(true)
  const trackless = new Set([...candidates.filter((name) => giftless.includes(name)), ...candidates])
  const visitors = Map.groupBy(
    asks.filter((ask) => !takesTrack(ask)),
    ({ askedAt }) => Number(askedAt),
  )
  for (const ask of nameless(true)) {
    const together = visitors.get(Number(ask.askedAt))?.find(({ name }) => name && trackless.has(name))?.name
    ask.name = together ?? need([...trackless][0])
    trackless.delete(ask.name)
  }
  return names.map((name) => person(name, 'member', knownPeople[name] ?? pick(departments, random)))
}

const takesTrack = (ask: Ask) => optionRows[ask.option].hours !== undefined

function person(name: string, role: DemoPerson['role'], department: string): DemoPerson {
  return { email: mailFor(name), name, role, department }
}

function planActions(asks: Ask[], calendar: Calendar, random: Random): DemoAction[] {
  const inOrder = asks.toSorted((a, b) => Number(a.askedAt) - Number(b.askedAt))
  const actions: DemoAction[] = [
    { at: calendar.raisedAt, kind: 'raise_budget', budgetMinor: 100_000_00, byEmail: mailFor(ines) },
    ...inOrder.map((ask, index): DemoAction => {
      const personEmail = mailFor(need(ask.name))
      const [optionKey, slotLabel] = [ask.option, need(ask.slot)]
      return { at: need(ask.askedAt), kind: 'register', ref: index + 1, personEmail, optionKey, slotLabel }
    }),
    ...inOrder.flatMap((ask, index) => decisionsOn(ask, index + 1, random)),
  ]
  // The sort is stable, so at one instant people ask before anything is decided.
  return actions.sort((a, b) => +a.at - +b.at)
}

function decisionsOn(ask: Ask, ref: number, random: Random): DemoAction[] {
  if (ask.outcome === 'pending') return []
  const [at, byEmail] = [need(ask.decidedAt), mailFor(need(ask.decidedBy))]
  const note = ask.note && { note: ask.note }
  if (ask.outcome === 'rejected') return [{ at, kind: 'reject', ref, byEmail, ...note }]

  const approval: DemoAction = { at, kind: 'approve', ref, byEmail }
  if (ask.outcome === 'approved') return [approval]

  const isOwn = random() < 0.85 || need(ask.name) in knownPeople
  const how = isOwn ? { byEmail: mailFor(need(ask.name)) } : { byEmail: mailFor(ines), note: pick(cancelNotes, random) }
  return [approval, { at: need(ask.cancelledAt), kind: 'cancel', ref, ...how }]
}

const copies = <const T>(count: number, item: T): T[] => Array.from({ length: count }, () => item)
const times = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i))

/** What an earlier step has set. Its absence is a mistake in the plan, not something to recover from. */
function need<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('The example does not add up: a step left something open')
  return value
}

const pick = <T>(items: readonly T[], random: Random): T => need(items[Math.floor(random() * items.length)])

function shuffled<T>(items: readonly T[], random: Random): T[] {
  return items
    .map((item) => ({ item, order: random() }))
    .sort((a, b) => a.order - b.order)
    .map(({ item }) => item)
}

/** Numbers in [0, 1), the same for the same seed: mulberry32, a public-domain generator by Tommy Ettinger. */
function seededRandom(seed: number): Random {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
