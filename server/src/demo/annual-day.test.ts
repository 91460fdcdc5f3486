import { describe, expect, test } from 'vitest'
import type { DemoAction, DemoOption, DemoPlan } from './annual-day.ts'
import { planAnnualDay } from './annual-day.ts'
import { instantAt } from './calendar.ts'

const hour = 3_600_000
const day = 24 * hour
const storyNow = new Date('2027-04-21T12:32:00Z')

type Status = 'PENDING' | 'APPROVED' | 'REJECTED' | 'CANCELLED'
type Request = { ref: number; email: string; option: DemoOption; slot: string; askedAt: Date; status: Status }
type Books = ReturnType<typeof replay>

/** Plays the actions one by one in a small world of its own, which stops at the first broken rule. */
function replay(plan: DemoPlan) {
  const requests = new Map<number, Request>()
  const optionOf = new Map(plan.options.map((option) => [option.key, option]))
  const taken = new Map<string, number>()
  const roles = new Map(plan.people.map(({ email, role }) => [email, role]))
  const books = { requests, taken, budget: plan.event.budgetMinor, committed: 0, commits: 0, releases: 0, released: 0 }
  const take = (key: string, by: number) => taken.set(key, (taken.get(key) ?? 0) + by)
  const mustHold = (rule: boolean, what: string, action: DemoAction) => {
    if (!rule) throw new Error(`${what}: ${JSON.stringify(action)}`)
  }
  const hasRoomFor = ({ option, slot }: Request) =>
    books.committed + option.costMinor <= books.budget &&
    (taken.get(option.key) ?? 0) < option.totalAvailable &&
    (taken.get(slot) ?? 0) < plan.event.pickup_slot_capacity
  const isLive = ({ status }: Request) => status === 'PENDING' || status === 'APPROVED'

  const register = (action: DemoAction & { kind: 'register' }) => {
    const option = optionOf.get(action.optionKey)
    if (!option) throw new Error(`no such option: ${action.optionKey}`)
    const { at, ref, personEmail: email, slotLabel: slot } = action
    const request: Request = { ref, email, option, slot, askedAt: at, status: 'PENDING' }
    mustHold(['member', 'organizer', 'approver', 'owner'].includes(roles.get(email) ?? ''), 'may not register', action)
    mustHold(
      plan.slots.some(({ label }) => label === slot),
      'no such slot',
      action,
    )
    mustHold(!requests.has(ref), 'the number is taken', action)
    mustHold(at >= plan.event.registration_start_date && at <= plan.event.registration_end_date, 'closed', action)
    mustHold(hasRoomFor(request), 'registering would conflict', action)
    const others = [...requests.values()].filter((other) => other.email === email && isLive(other))
    mustHold(!others.some((other) => other.option.option_type === option.option_type), 'one of a type', action)
    requests.set(ref, request)
  }

  const decide = (action: DemoAction & { kind: 'approve' | 'reject' | 'cancel' }) => {
    const request = requests.get(action.ref)
    if (!request) throw new Error(`decided before it was asked: ${action.ref}`)
    const { option, slot } = request
    const decides = ['organizer', 'approver'].includes(roles.get(action.byEmail) ?? '')
    if (action.kind === 'cancel') {
      mustHold(request.status === 'APPROVED', 'only approved ones are cancelled here', action)
      mustHold(decides || action.byEmail === request.email, 'may not cancel', action)
      books.releases += 1
      books.released += option.costMinor
      books.committed -= option.costMinor
      take(option.key, -1)
      take(slot, -1)
      request.status = 'CANCELLED'
      return
    }
    mustHold(decides && action.byEmail !== request.email, 'may not decide', action)
    mustHold(request.status === 'PENDING', 'only pending ones are decided', action)
    request.status = 'REJECTED'
    if (action.kind === 'reject') return
    mustHold(hasRoomFor(request), 'approving would conflict', action)
    books.commits += 1
    books.committed += option.costMinor
    take(option.key, 1)
    take(slot, 1)
    request.status = 'APPROVED'
  }

  for (const action of plan.actions) {
    if (action.kind === 'register') register(action)
    else if (action.kind === 'raise_budget') books.budget = action.budgetMinor
    else decide(action)
  }
  return books
}

const withStatus = ({ requests }: Books, status: Status) =>
  [...requests.values()].filter((request) => request.status === status)
const sum = (requests: Request[]) => requests.reduce((total, { option }) => total + option.costMinor, 0)
const countBy = (requests: Request[], key: (request: Request) => string) => {
  const counts = new Map<string, number>()
  for (const request of requests) counts.set(key(request), (counts.get(key(request)) ?? 0) + 1)
  return counts
}

/** A slot's committed people, then who asks; a row a place, a column a half hour from 09:00. */
const grid = {
  'Main Hall': '6+1 8+1 11+2 17+2 20+0 20+0 20+4 19+1 15+2 18+2 19+1 15+1 13+1 11+4 9+2 5+1',
  'Library Foyer': '5+0 7+2 11+4 14+6 18+2 20+0 15+5 17+3 13+1 17+3 17+2 13+6 12+3 10+6 7+0 5+0',
  'North Gate': '5+1 8+2 13+2 14+0 20+3 11+4 20+7 16+4 13+4 17+2 17+3 16+4 14+2 11+1 8+2 5+1',
  Courtyard: '4+0 7+3 10+0 12+2 17+3 16+4 17+3 16+4 13+3 15+4 16+4 12+5 10+3 8+3 7+1 4+2',
  'Riverside Desk': '5+0 6+0 9+2 11+4 14+3 18+2 13+4 15+5 12+3 12+4 14+6 11+6 12+4 8+4 7+0 4+3',
}

// The story's own moment; before it and after it; in winter, right after midnight, and around both clock changes.
describe.each([
  ['2027-04-21T12:32:00Z'],
  ['2026-11-24T00:00:00Z'],
  ['2028-02-29T00:00:00Z'],
  ['2026-11-24T16:45:12.345Z'],
  ['2027-04-21T22:05:00Z'],
  ['2027-03-28T01:30:00Z'],
  ['2031-10-26T00:30:00Z'],
])('the annual day as seen on %s', (isoNow) => {
  const now = new Date(isoNow)
  const plan = planAnnualDay(now)
  const books = replay(plan)
  const pending = withStatus(books, 'PENDING').sort((a, b) => +a.askedAt - +b.askedAt)

  test('is the same every time', () => {
    expect(planAnnualDay(now)).toEqual(plan)
  })

  test('happens in order, in its window, and in few batches', () => {
    const instants = plan.actions.map(({ at }) => +at)
    expect(instants).toEqual(instants.toSorted((a, b) => a - b))
    expect(instants.at(-1)).toBeLessThanOrEqual(+now)
    expect(instants.at(-1)).toBeGreaterThan(+now - 60_000)
    expect(new Set(instants).size).toBeLessThanOrEqual(255)
    expect(+plan.event.registration_end_date).toBeGreaterThanOrEqual(+now + 9 * day)
    expect(now.getTime() - +plan.event.registration_start_date).toBeGreaterThan(50.5 * day)
  })

  test('ends with the right counts and money', () => {
    expect(books).toMatchObject({ budget: 100_000_00, committed: 90_960_00, commits: 1046, releases: 56 })
    expect(books.released).toBe(3_512_00)
    expect(books.requests.size).toBe(1283)
    expect(withStatus(books, 'APPROVED')).toHaveLength(990)
    expect(withStatus(books, 'CANCELLED')).toHaveLength(56)
    expect(withStatus(books, 'REJECTED')).toHaveLength(33)
    expect(pending).toHaveLength(204)
    expect(sum(pending)).toBe(21_780_50)
  })

  test('fills each option as far as it should', () => {
    const asked = countBy(pending, ({ option }) => option.key)
    expect(
      plan.options.map(({ key, option_name, totalAvailable, costMinor }) => {
        return [option_name, books.taken.get(key), totalAvailable, asked.get(key), costMinor]
      }),
    ).toEqual([
      ['Leadership Summit', 96, 120, 27, 380_00],
      ['Wetlands Walk', 51, 80, 14, 140_00],
      ['Repair Workshop', 60, 60, 9, 210_00],
      ['Family Programme', 88, 150, 26, 85_00],
      ['Merino Hoodie', 141, 150, 34, 74_00],
      ['Cotton T-Shirt', 236, 400, 41, 18_50],
      ['Steel Bottle', 118, 300, 22, 24_00],
      ['Canvas Daypack', 74, 120, 19, 62_00],
      ['Book Voucher', 126, 200, 12, 40_00],
    ])
  })

  test('fills each slot as far as it should, and asks for more than fits in three', () => {
    const asked = countBy(pending, ({ slot }) => slot)
    const seen = (label: string) => `${books.taken.get(label)}+${asked.get(label) ?? 0}`
    const rows = Map.groupBy(plan.slots, ({ location }) => location)
    expect(
      Object.fromEntries([...rows].map(([place, row]) => [place, row.map((s) => seen(s.label)).join(' ')])),
    ).toEqual(grid)
    const over = plan.slots.filter(({ label }) => (books.taken.get(label) ?? 0) + (asked.get(label) ?? 0) > 20)
    expect(over.map(({ label }) => label)).toEqual(['Main Hall 12:00', 'North Gate 11:00', 'North Gate 12:00'])
  })

  test('has slots of half an hour within the day of the event', () => {
    expect(plan.slots).toHaveLength(80)
    for (const slot of plan.slots) {
      expect([+slot.endsAt - +slot.startsAt, slot.capacity]).toEqual([hour / 2, 20])
      expect(+slot.startsAt).toBeGreaterThanOrEqual(+plan.event.event_date)
      expect(+slot.endsAt).toBeLessThanOrEqual(+plan.event.ends_at)
    }
  })

  test('lets requests wait as long as it should, whether one counts hours or dates', () => {
    const bucket = (days: number) => (days < 1 ? 'today' : days < 3 ? '1 to 2' : days <= 5 ? '3 to 5' : 'over 5')
    const hours = countBy(pending, ({ askedAt }) => bucket((+now - +askedAt) / day))
    expect(Object.fromEntries(hours)).toEqual({ today: 46, '1 to 2': 74, '3 to 5': 51, 'over 5': 33 })
    expect(Math.floor((+now - Number(pending[0]?.askedAt)) / day)).toBe(11)

    const date = (at: Date) => Date.parse(at.toLocaleDateString('sv-SE', { timeZone: 'Europe/Amsterdam' }))
    // Right after midnight no morning has passed yet in which anybody could have asked.
    const sinceMidnight = +now - +instantAt(now.toLocaleDateString('sv-SE', { timeZone: 'Europe/Amsterdam' }), '00:00')
    if (sinceMidnight < hour / 2) return
    const dates = countBy(pending, ({ askedAt }) => bucket((date(now) - date(askedAt)) / day))
    expect(Object.fromEntries(dates)).toEqual({ today: 46, '1 to 2': 74, '3 to 5': 51, 'over 5': 33 })
  })

  test('approving the oldest forty-eight fits thirty-five', () => {
    let left = books.budget - books.committed
    const taken = new Map(books.taken)
    const verdicts = new Map<string, Request[]>([
      ['fits', []],
      ['money', []],
      ['stock', []],
      ['slot', []],
    ])
    for (const request of pending.slice(0, 48)) {
      const { option, slot } = request
      const isFull = (key: string, total: number) => (taken.get(key) ?? 0) >= total
      const slotOrFits = isFull(slot, 20) ? 'slot' : 'fits'
      const why = option.costMinor > left ? 'money' : isFull(option.key, option.totalAvailable) ? 'stock' : slotOrFits
      verdicts.get(why)?.push(request)
      if (why !== 'fits') continue
      left -= option.costMinor
      for (const key of [option.key, slot]) taken.set(key, (taken.get(key) ?? 0) + 1)
    }
    expect([...verdicts.values()].map((requests) => requests.length)).toEqual([35, 6, 6, 1])
    expect(sum(verdicts.get('fits') ?? [])).toBe(8_707_00)
    expect(new Set(verdicts.get('fits')?.map(({ slot }) => slot)).size).toBe(17)
    expect(verdicts.get('slot')?.[0]?.email).toBe('yuki.tanaka@example.org')
  })

  test('has some 950 people, each with a name and an address of their own', () => {
    const { people } = plan
    expect(people.length).toBeGreaterThanOrEqual(850)
    expect(people.length).toBeLessThanOrEqual(1000)
    expect(new Set(people.map(({ email }) => email)).size).toBe(people.length)
    expect(new Set(people.map(({ name }) => name)).size).toBe(people.length)
    for (const { email } of people) expect(email).toMatch(/^[a-z]+([.-][a-z]+)*@example\.org$/)
    expect(people.filter(({ role }) => role !== 'member').map(({ name, role }) => `${role}: ${name}`)).toEqual([
      'owner: Helena Brandt',
      'organizer: Ines Vasquez',
      'approver: Priya Raman',
      'auditor: Marit Oosterhuis',
      'desk: Tess Vermeulen',
    ])
  })

  test('decides in sessions of a sensible size, by two people in turn', () => {
    const sessions = Map.groupBy(
      plan.actions.filter(({ kind }) => kind === 'approve' || kind === 'reject'),
      ({ at }) => +at,
    )
    expect(Math.max(...[...sessions.values()].map((decisions) => decisions.length))).toBeLessThanOrEqual(45)
    const by = Map.groupBy([...sessions.values()].flat(), (action) => ('byEmail' in action ? action.byEmail : ''))
    expect([...by.keys()].toSorted()).toEqual(['ines.vasquez@example.org', 'priya.raman@example.org'])
    expect(Math.min(...[...by.values()].map((decisions) => decisions.length))).toBeGreaterThan(400)
  })

  test('tells the last minutes of the story', () => {
    const tale = plan.actions.flatMap((action) => {
      if (!('ref' in action) || +action.at < +now - 90 * 60_000) return []
      const { email, option } = books.requests.get(action.ref) ?? {}
      const minutes = Math.floor((+now - +action.at) / 60_000)
      return action.kind === 'register'
        ? []
        : [`${minutes} ${action.kind} ${email?.split('@')[0]}, ${option?.option_name}`]
    })
    expect(tale).toEqual([
      '87 cancel mei-ling.chen, Cotton T-Shirt',
      '70 approve bartholomew.featherstonehaugh-cavendish, Wetlands Walk',
      '52 approve fatima.al-sayed, Book Voucher',
      '34 approve elif.yildiz, Canvas Daypack',
      '34 approve rafael.monteiro, Canvas Daypack',
      '21 approve kwame.mensah, Leadership Summit',
      '9 approve zoe.angstrom, Steel Bottle',
      '8 cancel owen.gruffydd, Leadership Summit',
      '5 approve thandiwe.khumalo, Family Programme',
      '3 reject dmitri.volkov, Wetlands Walk',
      '0 approve jonas.lindqvist, Merino Hoodie',
    ])
  })
})

describe('the days of the example', () => {
  test('are those of the story in the story', () => {
    const { event, actions, options } = planAnnualDay(storyNow)
    expect(event).toMatchObject({
      name: 'Annual Day 2027',
      slug: 'annual-day-2027',
      event_date: new Date('2027-05-21T07:00:00Z'),
      ends_at: new Date('2027-05-21T15:00:00Z'),
      registration_start_date: new Date('2027-03-01T08:00:00Z'),
      registration_end_date: new Date('2027-04-30T16:00:00Z'),
    })
    expect(actions.find(({ kind }) => kind === 'raise_budget')?.at).toEqual(new Date('2027-03-18T09:00:00Z'))
    expect(options[2]).toMatchObject({
      startsAt: new Date('2027-05-21T08:00:00Z'),
      endsAt: new Date('2027-05-21T10:30:00Z'),
    })
  })

  test('keep the event where it is while registration closes nine days off, and move it by weeks afterwards', () => {
    const closes = (now: string) => planAnnualDay(new Date(now)).event.registration_end_date.toISOString()
    expect(closes('2026-11-24T00:00:00Z')).toBe('2027-04-30T16:00:00.000Z')
    expect(closes('2027-04-21T16:00:00Z')).toBe('2027-04-30T16:00:00.000Z')
    expect(closes('2027-04-21T16:00:01Z')).toBe('2027-05-07T16:00:00.000Z')
    // Winter time: an hour later in UTC, and still a Friday at 18:00 in Amsterdam.
    expect(closes('2028-02-29T00:00:00Z')).toBe('2028-03-10T17:00:00.000Z')
    expect(planAnnualDay(new Date('2028-02-29')).event).toMatchObject({
      name: 'Annual Day 2028',
      slug: 'annual-day-2028',
    })
  })

  test('read Amsterdam clocks rightly around both changes', () => {
    expect(instantAt('2027-03-28', '01:59').toISOString()).toBe('2027-03-28T00:59:00.000Z')
    expect(instantAt('2027-03-28', '03:00').toISOString()).toBe('2027-03-28T01:00:00.000Z')
    expect(instantAt('2027-10-31', '01:30').toISOString()).toBe('2027-10-30T23:30:00.000Z')
    expect(instantAt('2027-10-31', '03:00').toISOString()).toBe('2027-10-31T02:00:00.000Z')
  })
})
