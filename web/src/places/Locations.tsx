import { IconMapPinPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Schema } from '../api.ts'
import { ErrorNote, Skeleton } from '../ui/Notes.tsx'
import { sayCount } from '../ui/format.ts'
import { useLanguage } from '../words.ts'
import { LocationDialog } from './LocationDialog.tsx'
import { PlanForm } from './PlanForm.tsx'
import { locationsQuery } from './locations-query.ts'
import type { PickupLocation } from './locations-query.ts'
import { usePlaceWords } from './words.ts'

/** Where things are picked up in an event, and, once there is a place, slots from its opening hours. */
export function Locations({ event }: { event: Schema<'Event'> }) {
  const say = usePlaceWords()
  const language = useLanguage()
  const [open, setOpen] = useState<PickupLocation | 'new'>()
  const { data: locations, error, refetch } = useQuery(locationsQuery(event.id))
  if (error && !locations) return <ErrorNote error={error} onRetry={() => void refetch()} />
  if (!locations) return <Skeleton height={80} />
  return (
    <>
      <section className="plloc" aria-labelledby="locations-title">
        <div className="row sb">
          <h2 id="locations-title">{say('locations')}</h2>
          <button type="button" className="btn sm" onClick={() => setOpen('new')}>
            <IconMapPinPlus className="ic" aria-hidden />
            {say('add')}
          </button>
        </div>
        {locations.length === 0 && <p className="s3 mut">{say('none')}</p>}
        {locations.length > 0 && (
          <ul>
            {locations.map((location) => (
              <li key={location.id}>
                <span className="grow">
                  <b>{location.name}</b>
                  <small className="mut">{describe(location, say, language)}</small>
                </span>
                <button
                  type="button"
                  className="btn q sm"
                  aria-label={say('edit', { name: location.name })}
                  onClick={() => setOpen(location)}
                >
                  {say('change')}
                </button>
              </li>
            ))}
          </ul>
        )}
      </section>
      {locations.length > 0 && <PlanForm event={event} locations={locations} />}
      {open !== undefined && (
        <LocationDialog
          eventId={event.id}
          location={open === 'new' ? undefined : open}
          onClose={() => setOpen(undefined)}
        />
      )}
    </>
  )
}

function describe(location: PickupLocation, say: ReturnType<typeof usePlaceWords>, language: string): string {
  const { code, building, floor, capacity, slots_count: slots } = location
  const room = capacity === null ? null : say('atOnce', { count: capacity, shown: sayCount(capacity, language) })
  const held = say('slots', { count: slots, shown: sayCount(slots, language) })
  return [code, building, floor, room, held].filter((part) => part !== null).join(' · ')
}
