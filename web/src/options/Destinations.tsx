import { useState } from 'react'
import { AllotmentBar } from '../ui/AllotmentBar.tsx'
import { sayCount } from '../ui/format.ts'
import { useLanguage } from '../words.ts'
import type { Board } from './board.ts'
import type { Way } from './slot-layout.ts'
import type { Slot } from './slots-query.ts'
import { useOptionWords } from './words.ts'

/** Where the chosen people could go: near slots with room, each as it would be then. Or they are picked up, by key. */
export function Destinations({ board, slot, onPickUp }: { board: Board; slot: Slot; onPickUp: () => void }) {
  const say = useOptionWords()
  const language = useLanguage()
  const people = board.chosen.size
  const ways = board.waysFrom(slot, Math.max(1, people))
  const [picked, setPicked] = useState<string>()
  const target = ways.find((way) => way.slot.id === picked)?.slot ?? ways[0]?.slot
  const isBusy = board.moves.move?.isRunning === true
  if (people === 0) return <p className="s2 dim slhint">{say('chooseFirst')}</p>
  return (
    <>
      <fieldset className="slways">
        <legend className="h2">{say('moveTo', { count: people })}</legend>
        {ways.length === 0 && <p className="s3 dim">{say('nowhere')}</p>}
        <ul className="dest">
          {ways.map((way) => (
            <Destination
              key={way.slot.id}
              way={way}
              people={people}
              isOn={way.slot.id === target?.id}
              onChoose={() => setPicked(way.slot.id)}
            />
          ))}
        </ul>
      </fieldset>
      <div className="simf">
        {target && (
          <button type="button" className="btn pri full slgo" disabled={isBusy} onClick={() => board.moveTo(target)}>
            {say('moveDo', { shown: sayCount(people, language), slot: target.label })}
          </button>
        )}
        <button type="button" className="btn full" disabled={isBusy} onClick={onPickUp}>
          {say('pickUp', { count: people })}
        </button>
        <p className="s2 dim">{say('moveNote')}</p>
      </div>
    </>
  )
}

type DestinationProps = { way: Way; people: number; isOn: boolean; onChoose: () => void }

function Destination({ way, people, isOn, onChoose }: DestinationProps) {
  const say = useOptionWords()
  const language = useLanguage()
  const { slot, samePlace, minutes } = way
  const count = (number: number) => sayCount(number, language)
  const after = Math.min(slot.capacity, slot.committed_count + people)
  const fits = say('fits', { before: count(slot.committed_count), after: count(after), capacity: count(slot.capacity) })
  const where = [samePlace && slot.location !== null ? say('samePlace') : '', sayMinutes(minutes)]
    .filter(Boolean)
    .join(', ')
  function sayMinutes(distance: number | undefined): string {
    if (distance === undefined) return ''
    if (distance === 0) return say('sameTime')
    return say(distance < 0 ? 'earlier' : 'later', { minutes: count(Math.abs(distance)) })
  }
  return (
    <li className={isOn ? 'on' : ''}>
      <label className="row grow">
        <input type="radio" className="sr" name="slot-target" checked={isOn} onChange={onChoose} />
        <i className={isOn ? 'rd on' : 'rd'} aria-hidden />
        <span className="grow">
          <b>{slot.label}</b>
          {where !== '' && <small>{where}</small>}
        </span>
        <span className="bb">
          <AllotmentBar committed={after} pending={0} total={slot.capacity} scale="zone" />
          <small>
            {fits}
            {slot.available < people && (
              <span className="neg"> {say('fitsSome', { shown: count(slot.available) })}</span>
            )}
          </small>
        </span>
      </label>
    </li>
  )
}
