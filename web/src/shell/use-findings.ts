import { IconGift, IconKeyboard, IconRoute } from '@tabler/icons-react'
import type { IconSettings } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { api, takePage } from '../api.ts'
import { paths } from '../paths.ts'
import { eventKey, useEvent } from '../session/event.ts'
import { useMay, useMe } from '../session/session.ts'
import type { Status } from '../ui/StatusMark.tsx'
import { sayDay } from '../ui/format.ts'
import { useLanguage } from '../words.ts'
import { useFindWords } from './find-words.ts'
import { isMatch } from './match.ts'
import { placeIcons } from './place-icons.ts'
import { placeOf, placesOfEvent, placesOfMine, placesOfTenant } from './places.ts'
import type { Place } from './places.ts'
import { useShellWords } from './words.ts'

/** So many of each kind are shown; whoever looks for another types a little more. */
const MOST = 8

/** Something found, and where it leads; without a path it shows all keys. */
export type Finding = {
  id: string
  label: string
  note?: string
  status?: Status
  icon: typeof IconSettings
  to?: string
}
export type FindingGroup = { id: string; label: string; items: Finding[] }

/** What there is by a name: pages, options of the open event, events, and people who asked for something in it. */
export function useFindings(query: string, eventId: string | undefined) {
  const say = useFindWords()
  const { data: event } = useEvent(eventId)
  const pages = usePages(query, eventId)
  const options = (event?.options ?? [])
    .filter(({ option_name: name, is_active: isActive }) => isActive && query !== '' && isMatch(name, query))
    .map((option): Finding => ({
      id: `option-${option.id}`,
      label: option.option_name,
      icon: option.option_type === 'TRACK' ? IconRoute : IconGift,
      to: paths.options(option.event_id),
    }))
  const events = useFoundEvents(query)
  const people = useFoundPeople(query, eventId)
  const groups: FindingGroup[] = [
    { id: 'event', label: event?.name ?? '', items: pages.ofEvent },
    { id: 'pages', label: say('pages'), items: pages.others },
    { id: 'options', label: say('options'), items: options },
    { id: 'events', label: say('events'), items: events.items },
    { id: 'people', label: say('people'), items: people.items },
  ]
  return {
    groups: groups
      .map((group) => ({ ...group, items: group.items.slice(0, MOST) }))
      .filter(({ items }) => items.length > 0),
    isCut: options.length > MOST || events.total > MOST || people.total > MOST,
    isLooking: events.isLooking || people.isLooking,
    error: events.error ?? people.error,
    retry: () => {
      events.retry()
      people.retry()
    },
  }
}

function usePages(query: string, eventId: string | undefined) {
  const say = useShellWords()
  const sayFind = useFindWords()
  const { permissions } = useMe()
  const finding = ({ name, path }: Place): Finding => ({
    id: `page-${name}`,
    label: say(name),
    icon: placeIcons[name],
    to: path,
  })
  const others = [
    ...placesOfTenant(permissions),
    ...[placeOf('newEvent', permissions, eventId)].filter((place) => place !== undefined),
    ...placesOfMine(permissions),
  ].map(finding)
  const keys: Finding = { id: 'keys', label: sayFind('allKeys'), icon: IconKeyboard }
  const isFound = ({ label }: Finding) => isMatch(label, query)
  return {
    ofEvent: placesOfEvent(permissions, eventId).map(finding).filter(isFound),
    others: [...others, keys].filter(isFound),
  }
}

function useFoundEvents(query: string) {
  const { permissions } = useMe()
  const language = useLanguage()
  const found = useQuery({
    queryKey: ['events', 'find', query],
    queryFn: ({ signal }) =>
      takePage(
        api.GET('/events', { params: { query: { limit: MOST, ...(query === '' ? {} : { q: query }) } }, signal }),
      ),
    placeholderData: (before) => before,
  })
  const items = (found.data?.items ?? []).map((event): Finding => ({
    id: `event-${event.id}`,
    label: event.name,
    note: [event.event_date && sayDay(event.event_date, event.timezone, language), event.venue]
      .filter(Boolean)
      .join(', '),
    icon: placeIcons.events,
    to: placeOf('overview', permissions, event.id)?.path ?? paths.eventPage(event.slug),
  }))
  return stateOf(found, items)
}

function useFoundPeople(query: string, eventId: string | undefined) {
  const mayRead = useMay('registration.read')
  const isAsked = mayRead && eventId !== undefined && query !== ''
  const found = useQuery({
    queryKey: eventKey(eventId ?? '', 'find', query),
    queryFn: ({ signal }) =>
      takePage(
        api.GET('/events/{event_id}/registrations', {
          params: { path: { event_id: eventId ?? '' }, query: { q: query, limit: MOST } },
          signal,
        }),
      ),
    enabled: isAsked,
    placeholderData: (before) => before,
  })
  const items = (isAsked ? (found.data?.items ?? []) : []).map((registration): Finding => ({
    id: `person-${registration.id}`,
    label: registration.person.name,
    note: registration.option_name,
    status: registration.status,
    icon: placeIcons.profile,
    to: paths.registration(registration.event_id, registration.id),
  }))
  return { ...stateOf(found, items), isLooking: isAsked && found.isFetching }
}

type Asked = {
  data: { total: number } | undefined
  error: unknown
  isFetching: boolean
  isPlaceholderData: boolean
  refetch: () => unknown
}

function stateOf({ data, error, isFetching, refetch }: Asked, items: Finding[]) {
  return {
    items,
    total: items.length === 0 ? 0 : (data?.total ?? 0),
    isLooking: isFetching,
    error,
    retry: () => void (error === null ? undefined : refetch()),
  }
}
