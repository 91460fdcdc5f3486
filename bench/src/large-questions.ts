import { searched } from './fill-large.ts'
import type { Crowd, ManyEvents } from './fill-large.ts'
import { requestText } from './http-client.ts'

/** One question to both, and how its answer looks. */
export type Question = {
  name: string
  small: string
  large: string
  /** What the time of the large one may be, over that of the small one. */
  bound: number
  isRight: (body: string) => boolean
}

const PAGE = 20
const BOUND = 3

type Both<Side> = { small: Side; large: Side }

/** Whatever is read of an event whose time could grow with its registrations; files and proofs, which are all of it, apart. */
export function questionsAboutCrowds(crowds: Both<Crowd>): Question[] {
  const about = (name: string, pathOf: (crowd: Crowd) => string, isRight: (body: string) => boolean, bound = BOUND) => {
    const ask = (crowd: Crowd) => requestOf(crowd.ownerKey, pathOf(crowd))
    return { name, small: ask(crowds.small), large: ask(crowds.large), isRight, bound }
  }
  const ofEvent = (name: string, path: string | ((crowd: Crowd) => string), isRight: (body: string) => boolean) =>
    about(name, (crowd) => `/events/${crowd.eventId}/${typeof path === 'string' ? path : path(crowd)}`, isRight)
  const list = (name: string, query: string | ((crowd: Crowd) => string), rows = PAGE) =>
    ofEvent(
      `list, ${name}`,
      (crowd) => `registrations?limit=${PAGE}&${typeof query === 'string' ? query : query(crowd)}`,
      hasRows(rows),
    )
  const behind = ({ middleId }: Crowd) => `cursor=${cursorOf(middleId)}`
  const facets = (name: string, query: string) =>
    ofEvent(`facets, ${name}`, `registrations/facets?${query}`, (body) => body.includes('"statuses"'))
  const ledger = (name: string, query: string | ((crowd: Crowd) => string), rows = PAGE) =>
    ofEvent(
      `ledger, ${name}`,
      (crowd) => `ledger?limit=${PAGE}&${typeof query === 'string' ? query : query(crowd)}`,
      hasRows(rows),
    )
  const audit = (name: string, query: string | ((crowd: Crowd) => string), rows = PAGE) =>
    ofEvent(
      `audit, ${name}`,
      (crowd) => `audit?limit=${PAGE}&${typeof query === 'string' ? query : query(crowd)}`,
      hasRows(rows),
    )
  const daysAgo = (days: number) => new Date(Date.now() - days * 24 * 3_600_000).toISOString()
  const text = (words: string) => `q=${encodeURIComponent(words)}`
  const option = ({ optionIds }: Crowd) => `event_option_id=${optionIds[0]}`

  return [
    { ...ofEvent('variance', 'budget-variance', (body) => body.includes('"option_variance"')), bound: 1.3 },
    list('first page', ''),
    list('oldest first', 'order=oldest'),
    list('deep cursor', behind),
    list('one state', 'status_filter=APPROVED'),
    list('one state, deep cursor', (crowd) => `status_filter=REJECTED&${behind(crowd)}`),
    list('one option', option),
    list('one option, deep cursor', (crowd) => `${option(crowd)}&${behind(crowd)}`),
    list('one department', 'department=Department%203'),
    list('a department nobody is in', 'department=Nowhere', 0),
    list('one slot', 'slot=Desk%204'),
    list('waiting a day', 'waiting_days_min=1'),
    list('waiting 40 days', 'waiting_days_min=40'),
    list('waiting 40 days, oldest first', 'waiting_days_min=40&order=oldest'),
    list('waiting longer than anybody', 'waiting_days_min=100', 0),
    list('a name that one has', text(searched.one), 4),
    list('a name that many have', text(searched.common)),
    list('the beginning of an address', text(searched.address), 4),
    list('a part of all addresses', text('example.org')),
    list('a name that nobody has', text(searched.nothing), 0),
    list('state, department and slot', 'status_filter=PENDING&department=Department%203&slot=Desk%204'),
    list('state, option and name', (crowd) => `status_filter=PENDING&${option(crowd)}&${text(searched.common)}`),
    list('state, waiting and department', 'status_filter=PENDING&waiting_days_min=40&department=Department%203'),
    facets('all', ''),
    facets('pending', 'status_filter=PENDING'),
    facets('pending of a department', 'status_filter=PENDING&department=Department%203'),
    facets('a name that one has', text(searched.one)),
    facets('waiting 40 days', 'waiting_days_min=40'),
    ofEvent(
      'one registration',
      ({ middleId }) => `registrations/${middleId}`,
      (body) => body.includes('"person"'),
    ),
    ofEvent(
      'file of a few registrations',
      `registrations.csv?${text(searched.one)}`,
      (body) => body.split('\r\n').length === 6,
    ),
    ofEvent('file of no ledger entries', `ledger.csv?until=${daysAgo(90)}`, (body) => body.split('\r\n').length === 2),
    ledger('first page', ''),
    ledger('deep cursor', ({ ledgerCount }) => `cursor=${cursorOf(String(Math.floor(ledgerCount / 2)))}`),
    ledger('as of a day', `until=${daysAgo(30)}`),
    ledger('one kind', 'kind=COMMIT'),
    ledger('a kind there is none of', 'kind=RELEASE', 0),
    ledger('one registration', ({ middleId }) => `registration_id=${middleId}`, 0),
    audit('first page', ''),
    audit('deep cursor', ({ auditCount }) => `cursor=${cursorOf(String(Math.floor(auditCount / 2)))}`),
    audit('days', `from=${daysAgo(40)}&to=${daysAgo(30)}`),
    audit('one subject', ({ middleId }) => `subject_id=${middleId}`, 1),
    audit('one actor', ({ world }) => `actor_id=${world.organizer.userId}`),
    audit('an actor who did nothing', ({ world }) => `actor_id=${world.approvers[0]?.userId}`, 0),
    audit('one action', 'action=registration.rejected'),
    audit('an action that nobody took', 'action=budget', 0),
    ofEvent('budget history, 30 days', 'budget-history?days=30', (body) => body.includes('"points"')),
    ofEvent('budget history, all', 'budget-history?days=all', (body) => body.includes('"points"')),
    ofEvent('options', 'options', hasRows(4)),
    ofEvent('slots', 'slots', hasRows(10)),
    about(
      'event',
      ({ eventId }) => `/events/${eventId}`,
      (body) => body.includes('"options"'),
    ),
    about('people, first page', () => `/users?limit=${PAGE}`, hasRows(PAGE)),
    about('people, one name', () => `/users?limit=${PAGE}&${text(searched.one)}`, hasRows(1)),
    about('people, nobody', () => `/users?limit=${PAGE}&${text(searched.nothing)}`, hasRows(0)),
    about('API keys', () => `/api-keys?limit=5`, hasRows(5)),
    about('jobs', ({ eventId }) => `/jobs?event_id=${eventId}`, hasRows(0)),
    about('own registrations', () => '/me/registrations', hasRows(0)),
    about('audit of the tenant', () => '/audit?limit=5', hasRows(5)),
  ]
}

/** Whatever is read of the list of events. */
export function questionsAboutEvents(events: Both<ManyEvents>): Question[] {
  const about = (name: string, pathOf: (events: ManyEvents) => string, rows = PAGE): Question => {
    const ask = (side: ManyEvents) => requestOf(side.world.organizer.key, pathOf(side))
    return { name, small: ask(events.small), large: ask(events.large), isRight: hasRows(rows), bound: BOUND }
  }
  const list = `/events?limit=${PAGE}`
  return [
    about('events, first page', () => list),
    about('events, deep cursor', ({ middleId }) => `${list}&cursor=${cursorOf(middleId)}`),
    about('events, a name that one has', () => `${list}&q=analytical`, 1),
    about('events, a name that all have', () => `${list}&q=small`),
    about('events, a name that none has', () => `${list}&q=zebedee`, 0),
    about('events, one slug', () => `${list}&slug=small-3`, 1),
    about('events, archived', () => '/events?limit=5&is_active=false', 5),
    about('jobs of all events', () => '/jobs', 0),
  ]
}

function requestOf(key: string, path: string): string {
  return requestText('GET', path, { authorization: `Bearer ${key}` })
}

function hasRows(count: number): (body: string) => boolean {
  return (body) => {
    const found: unknown = JSON.parse(body)
    return Array.isArray(found) && found.length === count
  }
}

function cursorOf(key: string): string {
  return Buffer.from(key).toString('base64url')
}
