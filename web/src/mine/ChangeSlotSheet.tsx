import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Fragment, useEffect, useRef, useState } from 'react'
import { ApiError, api, take } from '../api.ts'
import type { Schema } from '../api.ts'
import { useAction } from '../session/action.ts'
import { AllotmentBar } from '../ui/AllotmentBar.tsx'
import { ErrorNote, Note, Skeleton } from '../ui/Notes.tsx'
import { sayCount, sayDay, sayTime } from '../ui/format.ts'
import { useLanguage } from '../words.ts'
import { Sheet } from './Sheet.tsx'
import { mineQuery } from './my-registrations.ts'
import type { Registration } from './my-registrations.ts'
import { useNow } from './online.ts'
import { areOnSeveralDays, groupByPlace, nearestFree, sayStart, slotsQuery } from './slots.ts'
import type { Slot } from './slots.ts'
import { useMineWords } from './words.ts'

type Props = { registration: Registration; event: Schema<'Event'>; onClose: () => void }

/** Another time, another place: one keeps what one has until the new one is confirmed. */
export function ChangeSlotSheet({ registration, event, onClose }: Props) {
  const say = useMineWords()
  const language = useLanguage()
  const client = useQueryClient()
  const now = useNow()
  const { data: slots, error, refetch } = useQuery(slotsQuery(event.id))
  const [wanted, setWanted] = useState<string>()
  const [chosenPlace, setPlace] = useState<string>()
  const placeRow = useRef<HTMLDivElement>(null)
  const path = { event_id: event.id, registration_id: registration.id }
  const move = useAction(
    (body: Schema<'RegistrationChange'>, headers) =>
      take(api.PUT('/events/{event_id}/registrations/{registration_id}', { params: { path }, headers, body })),
    {
      onDone: () => {
        void client.invalidateQueries({ queryKey: ['event', event.id] })
        void client.invalidateQueries({ queryKey: mineQuery.queryKey })
        onClose()
      },
      onError: () => void refetch(),
    },
  )

  const mine = slots?.find(({ label }) => label === registration.pickup?.label)
  const target = slots?.find(({ label }) => label === wanted)
  const places = groupByPlace(slots ?? [], now)
  const place =
    places.find(({ name }) => name === chosenPlace) ??
    places.find(({ name }) => name === (mine?.location ?? '')) ??
    places[0]
  const placeName = place?.name
  useEffect(() => {
    placeRow.current?.querySelector('.on')?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [placeName])
  const severalDays = areOnSeveralDays(slots ?? [], event.timezone)
  const start = (slot: Slot) => sayStart(slot, event.timezone, language, severalDays)
  const choose = (slot: Slot) => {
    move.reset()
    setPlace(slot.location ?? '')
    setWanted(slot.label)
  }
  const isFilled = target !== undefined && target.available === 0 && target.id !== mine?.id
  const current = mine ? start(mine) : registration.pickup?.label
  const canMove = target !== undefined && target.id !== mine?.id && target.available > 0
  return (
    <Sheet title={say('slotTitle')} onClose={onClose}>
      <p className="mut s3">
        {current === undefined
          ? say('slotNone')
          : say(registration.status === 'APPROVED' ? 'slotKeep' : 'slotPending', { time: current })}
      </p>
      {!slots && error && <ErrorNote error={error} onRetry={() => void refetch()} />}
      {!slots && !error && <Skeleton height={220} />}
      {places.length > 1 && (
        <div className="seg" ref={placeRow} role="radiogroup" aria-label={say('places')}>
          {places.map(({ name }) => (
            <label key={name} className={name === place?.name ? 'place on' : 'place'}>
              <input
                type="radio"
                name="place"
                className="sr"
                checked={name === place?.name}
                onChange={() => setPlace(name)}
              />
              {name === '' ? say('noPlace') : name}
            </label>
          ))}
        </div>
      )}
      {slots && places.every(({ left }) => left === 0) && <p className="mp">{say('noSlots')}</p>}
      {place && (
        <SlotList slots={place.slots} mine={mine} wanted={target ?? mine} zone={event.timezone} onChoose={choose} />
      )}
      {isFilled && (
        <Note kind="bad">
          <b>{say('slotFilled', { time: start(target) })}</b>{' '}
          {current !== undefined && registration.status === 'APPROVED' && say('slotStill', { time: current })}
          <Instead
            slots={nearestFree(
              (slots ?? []).filter(({ id }) => id !== mine?.id),
              target,
            )}
            zone={event.timezone}
            onChoose={choose}
          />
        </Note>
      )}
      {move.error && <Refusal error={move.error} />}
      <button
        type="button"
        className="btn pri lg full"
        disabled={!canMove || move.isPending}
        onClick={() => target && move.run({ preferred_pickup_slot: target.label })}
      >
        {move.isPending ? say('moving') : canMove ? say('moveTo', { time: start(target) }) : say('chooseSlot')}
      </button>
    </Sheet>
  )
}

/** A full slot is said beside it already; the rest in words of one's own where they are known. */
function Refusal({ error }: { error: Error }) {
  const say = useMineWords()
  const code: string = error instanceof ApiError ? error.problem.code : ''
  if (code === 'SLOT_CONFLICT') return null
  if (code === 'SLOT_FIXED') return <Note kind="bad">{say('slotFixed')}</Note>
  if (code === 'REGISTRATION_CLOSED') return <Note kind="bad">{say('slotClosed')}</Note>
  return <ErrorNote error={error} />
}

type ListProps = {
  slots: Slot[]
  mine: Slot | undefined
  wanted: Slot | undefined
  zone: string
  onChoose: (slot: Slot) => void
}

function SlotList({ slots, mine, wanted, zone, onChoose }: ListProps) {
  const say = useMineWords()
  const language = useLanguage()
  const list = useRef<HTMLUListElement>(null)
  const severalDays = areOnSeveralDays(slots, zone)
  const dayOf = (slot: Slot | undefined) => (slot?.starts_at ? sayDay(slot.starts_at, zone, language) : '')
  const first = slots[0]?.id
  // One's own time stands in sight, with the one before it.
  useEffect(() => {
    const row = list.current?.querySelector<HTMLElement>('[data-chosen]')
    if (row && list.current) list.current.scrollTop = row.offsetTop - 56
  }, [first])
  return (
    <ul className="sls" ref={list} role="radiogroup" aria-label={say('times')}>
      {slots.map((slot, index) => {
        const isMine = slot.id === mine?.id
        const isOff = slot.available === 0 && !isMine
        const isChosen = slot.id === wanted?.id
        const time = sayHours(slot, zone, language, (from, to) => say('timeRange', { from, to }))
        const left = isMine
          ? say('yours')
          : isOff
            ? say('full')
            : say('left', { count: slot.available, left: sayCount(slot.available, language) })
        const isNewDay = severalDays && dayOf(slot) !== dayOf(slots[index - 1])
        return (
          <Fragment key={slot.id}>
            {isNewDay && (
              <li className="day" role="presentation">
                {dayOf(slot)}
              </li>
            )}
            <li
              className={isOff ? 'off' : isChosen ? 'on' : ''}
              role="presentation"
              {...(isChosen ? { 'data-chosen': true } : {})}
            >
              <label>
                <input
                  type="radio"
                  name="slot"
                  className="sr"
                  checked={isChosen && !isOff}
                  disabled={isOff}
                  onChange={() => onChoose(slot)}
                />
                <i className={isChosen && !isOff ? 'rd on' : 'rd'} aria-hidden />
                <b>{time}</b>
                <AllotmentBar committed={slot.committed_count} pending={slot.held_count} total={slot.capacity} holds />
                <span className="lf">{left}</span>
              </label>
            </li>
          </Fragment>
        )
      })}
    </ul>
  )
}

function Instead({ slots, zone, onChoose }: { slots: Slot[]; zone: string; onChoose: (slot: Slot) => void }) {
  const say = useMineWords()
  const language = useLanguage()
  if (slots.length === 0) return null
  return (
    <>
      {' '}
      {say('slotInstead')}
      <span className="alts">
        {slots.map((slot) => (
          <button key={slot.id} type="button" className="chip" onClick={() => onChoose(slot)}>
            {[slot.location, sayStart(slot, zone, language)].filter((part) => part !== null).join(' ')}
            <span className="n">
              {say('left', { count: slot.available, left: sayCount(slot.available, language) })}
            </span>
          </button>
        ))}
      </span>
    </>
  )
}

function sayHours(slot: Slot, zone: string, language: string, sayRange: (from: string, to: string) => string): string {
  if (slot.starts_at === null) return slot.label
  const from = sayTime(slot.starts_at, zone, language)
  return slot.ends_at === null ? from : sayRange(from, sayTime(slot.ends_at, zone, language))
}
