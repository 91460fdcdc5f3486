import { useQuery } from '@tanstack/react-query'
import { api, take } from '../api.ts'
import { eventKey } from '../session/event.ts'
import { Note } from '../ui/Notes.tsx'
import { sayCount } from '../ui/format.ts'
import { useLanguage } from '../words.ts'
import { readMoment } from './draft.ts'
import type { Row } from './draft.ts'
import { usePictureWords } from './picture-words.ts'

type Props = { eventId: string; optionId: string; row: Row; zone: string }

/** Before a track's times are changed: how many people would be in two tracks at once. */
export function OverlapNote({ eventId, optionId, row, zone }: Props) {
  const say = usePictureWords()
  const language = useLanguage()
  const starts_at = readMoment(row.starts_at, zone)
  const ends_at = readMoment(row.ends_at, zone)
  const { data } = useQuery({
    queryKey: eventKey(eventId, 'overlaps', optionId, starts_at, ends_at),
    queryFn: () =>
      take(
        api.GET('/events/{event_id}/options/{option_id}/overlaps', {
          params: {
            path: { event_id: eventId, option_id: optionId },
            query: { starts_at: starts_at ?? '', ends_at: ends_at ?? '' },
          },
        }),
      ),
    enabled: typeof starts_at === 'string' && typeof ends_at === 'string',
  })
  if (!data || data.people_count === 0) return null
  const { people_count: count } = data
  return <Note kind="wrn">{say('overlaps', { count, n: sayCount(count, language), option: row.option_name })}</Note>
}
