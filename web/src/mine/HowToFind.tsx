import { queryOptions, useQuery } from '@tanstack/react-query'
import { api, take } from '../api.ts'
import { eventKey } from '../session/event.ts'
import type { Registration } from './my-registrations.ts'
import { useMineWords } from './words.ts'

const locationQuery = (eventId: string, locationId: string) =>
  queryOptions({
    queryKey: eventKey(eventId, 'location', locationId),
    queryFn: () =>
      take(
        api.GET('/events/{event_id}/locations/{location_id}', {
          params: { path: { event_id: eventId, location_id: locationId } },
        }),
      ),
  })

/** Where the pickup location is and how to get there, as far as somebody has said so. */
export function HowToFind({ registration }: { registration: Registration }) {
  const say = useMineWords()
  const locationId = registration.pickup?.location_id ?? null
  const { data } = useQuery({
    ...locationQuery(registration.event_id, locationId ?? ''),
    enabled: locationId !== null,
  })
  if (locationId === null || !data) return null
  const { name, code, building, floor, directions, accessibility } = data
  const where = [code, building, floor].filter((part) => part !== null).join(', ')
  if (where === '' && directions === null && accessibility === null) return null
  return (
    <section className="find" aria-labelledby="find-title">
      <h2 id="find-title">{say('howToFind', { place: name })}</h2>
      {where !== '' && <p>{where}</p>}
      {directions !== null && <p>{directions}</p>}
      {accessibility !== null && (
        <p>
          <b>{say('accessibility')}</b> {accessibility}
        </p>
      )}
    </section>
  )
}
