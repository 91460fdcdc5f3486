import { useId, useState } from 'react'
import { areOnSeveralDays, groupByPlace, nearestFree, sayStart } from '../mine/slots.ts'
import type { Place, Slot } from '../mine/slots.ts'
import { AllotmentBar } from '../ui/AllotmentBar.tsx'
import { sayCount, sayDay, sayTime } from '../ui/format.ts'
import { useLanguage } from '../words.ts'
import { Why } from './Why.tsx'
import { useEventPageWords } from './words.ts'

type Props = {
  title: string
  slots: Slot[]
  zone: string
  now: Date
  value: string | undefined
  /** Whether one tried to ask without a time. */
  isMissing: boolean
  /** While one asks, the last place may go to oneself: that is no reason to say that it is gone. */
  isAsking: boolean
  onChoose: (label: string) => void
}

/** Where and when to pick it up: one place at a time, so that a thumb finds its half hour. */
export function SlotPicker({ title, slots, zone, now, value, isMissing, isAsking, onChoose }: Props) {
  const say = useEventPageWords()
  const [chosenPlace, setPlace] = useState<string>()
  const [isChangingPlace, setChangingPlace] = useState(false)
  const places = groupByPlace(slots, now)
  const chosen = slots.find(({ label }) => label === value)
  const place =
    places.find(({ name }) => name === (chosenPlace ?? chosen?.location ?? undefined)) ??
    places.find(({ left }) => left > 0) ??
    places[0]
  if (!place) return null
  const isFilled = chosen !== undefined && chosen.available === 0 && !isAsking
  return (
    <fieldset className="og" id="slots" tabIndex={-1}>
      <legend className="sr">{title}</legend>
      <h2>{title}</h2>
      {(place.name !== '' || places.length > 1) && (
        <p className="s3 mut placeline">
          {place.name === '' ? say('noPlace') : place.name}
          {places.length > 1 && (
            <>
              .{' '}
              <button
                type="button"
                className="lnk"
                aria-expanded={isChangingPlace}
                onClick={() => setChangingPlace(!isChangingPlace)}
              >
                {say('anotherPlace')}
              </button>
            </>
          )}
        </p>
      )}
      {isChangingPlace && (
        <Places
          places={places}
          place={place}
          onChoose={(name) => {
            setPlace(name)
            setChangingPlace(false)
          }}
        />
      )}
      {isMissing && !chosen && <Why>{say('chooseTime')}</Why>}
      <Slots slots={place.slots} zone={zone} value={value} onChoose={onChoose} />
      {isFilled && (
        <Filled
          slot={chosen}
          slots={slots}
          zone={zone}
          onChoose={(slot) => {
            setPlace(undefined)
            onChoose(slot.label)
          }}
        />
      )}
      {places.every(({ left }) => left === 0) && <Why>{say('slotsFull')}</Why>}
    </fieldset>
  )
}

function Places({ places, place, onChoose }: { places: Place[]; place: Place; onChoose: (name: string) => void }) {
  const say = useEventPageWords()
  const language = useLanguage()
  return (
    <div className="places" role="group" aria-label={say('places')}>
      {places.map(({ name, left }) => (
        <button
          key={name}
          type="button"
          className={name === place.name ? 'chip on' : 'chip'}
          aria-pressed={name === place.name}
          onClick={() => onChoose(name)}
        >
          {name === '' ? say('noPlace') : name}
          <span className="n">
            {left === 0 ? say('full') : say('left', { count: left, left: sayCount(left, language) })}
          </span>
        </button>
      ))}
    </div>
  )
}

type SlotsProps = { slots: Slot[]; zone: string; value: string | undefined; onChoose: (label: string) => void }

function Slots({ slots, zone, value, onChoose }: SlotsProps) {
  const language = useLanguage()
  const severalDays = areOnSeveralDays(slots, zone)
  const dayOf = (slot: Slot) => (severalDays && slot.starts_at ? sayDay(slot.starts_at, zone, language) : '')
  const days = [...new Set(slots.map(dayOf))]
  return days.map((day) => (
    <div key={day}>
      {day !== '' && <p className="s3 mut slotday">{day}</p>}
      <div className="slots">
        {slots
          .filter((slot) => dayOf(slot) === day)
          .map((slot) => (
            <SlotTile key={slot.id} slot={slot} zone={zone} isChosen={slot.label === value} onChoose={onChoose} />
          ))}
      </div>
    </div>
  ))
}

type TileProps = { slot: Slot; zone: string; isChosen: boolean; onChoose: (label: string) => void }

function SlotTile({ slot, zone, isChosen, onChoose }: TileProps) {
  const say = useEventPageWords()
  const language = useLanguage()
  const id = useId()
  const isOff = slot.available === 0
  const time = sayStart(slot, zone, language)
  const left = sayCount(slot.available, language)
  const range =
    slot.starts_at !== null && slot.ends_at !== null
      ? say('timeRange', { from: time, to: sayTime(slot.ends_at, zone, language) })
      : undefined
  return (
    <label
      className={['sp', isOff ? 'off' : '', isChosen && !isOff ? 'on' : ''].filter(Boolean).join(' ')}
      title={range}
    >
      <input
        className="sr"
        type="radio"
        name="slot"
        checked={isChosen && !isOff}
        disabled={isOff}
        aria-labelledby={`${id}-time ${id}-left`}
        onChange={() => onChoose(slot.label)}
      />
      <b id={`${id}-time`}>{time}</b>
      <AllotmentBar committed={slot.committed_count} pending={slot.held_count} total={slot.capacity} holds size="xs" />
      <small id={`${id}-left`}>{isOff ? say('full') : say('left', { count: slot.available, left })}</small>
    </label>
  )
}

type FilledProps = { slot: Slot; slots: Slot[]; zone: string; onChoose: (slot: Slot) => void }

/** The chosen time is gone: which one is nearest, and others, each one press away. */
function Filled({ slot, slots, zone, onChoose }: FilledProps) {
  const say = useEventPageWords()
  const language = useLanguage()
  const free = nearestFree(slots, slot)
  const [nearest] = free
  const isSamePlace = nearest !== undefined && nearest.location === slot.location
  return (
    <>
      <Why>
        <b>{say('slotFilled', { time: sayStart(slot, zone, language) })}</b>{' '}
        {isSamePlace &&
          say('slotSamePlace', {
            time: sayStart(nearest, zone, language),
            count: nearest.available,
            left: sayCount(nearest.available, language),
          })}
        {nearest && !isSamePlace && say('slotsElsewhere')}
      </Why>
      <span className="places">
        {free.map((other) => (
          <button key={other.id} type="button" className="chip" onClick={() => onChoose(other)}>
            {[other.location, sayStart(other, zone, language)].filter((part) => part !== null).join(' ')}
            <span className="n">
              {say('left', { count: other.available, left: sayCount(other.available, language) })}
            </span>
          </button>
        ))}
      </span>
    </>
  )
}
