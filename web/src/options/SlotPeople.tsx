import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { api, takePage } from '../api.ts'
import { paths } from '../paths.ts'
import type { Registration } from '../registrations/registrations-query.ts'
import { eventKey } from '../session/event.ts'
import { ErrorNote, Skeleton } from '../ui/Notes.tsx'
import { sayCount } from '../ui/format.ts'
import { useLanguage } from '../words.ts'
import type { Board } from './board.ts'
import type { Mover } from './moves.ts'
import type { Slot } from './slots-query.ts'
import { useDrag } from './use-drag.ts'
import { useOptionWords } from './words.ts'

const PAGE = 100
/** So many are shown at first, so that where they could go is in sight. */
const FEW = 8

/** Who has the slot: chosen with the box, by its row, or dragged off. */
export function SlotPeople({ board, slot, mayMove }: { board: Board; slot: Slot; mayMove: boolean }) {
  const say = useOptionWords()
  const language = useLanguage()
  const list = useInfiniteQuery({
    queryKey: eventKey(board.event.id, 'slot-people', slot.label),
    queryFn: ({ pageParam, signal }) =>
      takePage(
        api.GET('/events/{event_id}/registrations', {
          params: {
            path: { event_id: board.event.id },
            query: {
              status_filter: 'APPROVED',
              slot: [slot.label],
              limit: PAGE,
              ...(pageParam === '' ? {} : { cursor: pageParam }),
            },
          },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  })
  const people = list.data?.pages.flatMap(({ items }) => items) ?? []
  const movers = people.map((one): Mover => ({ id: one.id, person: one.person.name, from: slot.label }))
  const [isWhole, setWhole] = useState(false)
  const hidden = isWhole ? 0 : people.length - FEW
  const areAll = movers.length > 0 && movers.every(({ id }) => board.chosen.has(id))
  return (
    <>
      <div className="h2 slpeople">
        <h2>{say('committedHere')}</h2>
        <span className="s2 dim">{sayCount(slot.committed_count, language)}</span>
        {mayMove && movers.length > 0 && (
          <button type="button" className="linkish" onClick={() => board.toggle(movers, !areAll)}>
            {say(areAll ? 'chooseNone' : 'chooseAll')}
          </button>
        )}
      </div>
      {list.error && <ErrorNote error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Skeleton height={120} />}
      {list.data && people.length === 0 && <p className="s3 dim">{say('nobodyHere')}</p>}
      <ul className="ppl">
        {people.slice(0, hidden > 1 ? FEW : undefined).map((person, index) => (
          <Person key={person.id} board={board} slot={slot} person={person} mover={movers[index]} mayMove={mayMove} />
        ))}
      </ul>
      {hidden > 1 && (
        <button type="button" className="btn q sm slmore" onClick={() => setWhole(true)}>
          {say('more', { shown: sayCount(slot.committed_count - FEW, language) })}
        </button>
      )}
      {hidden <= 1 && list.hasNextPage && (
        <button
          type="button"
          className="btn sm"
          disabled={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          {say('morePeople')}
        </button>
      )}
    </>
  )
}

type PersonProps = { board: Board; slot: Slot; person: Registration; mover: Mover | undefined; mayMove: boolean }

function Person({ board, slot, person, mover, mayMove }: PersonProps) {
  const say = useOptionWords()
  const drag = useDrag(board, slot, mover)
  const isChosen = board.chosen.has(person.id)
  const option = (
    <Link className="dim s2 tr slopt" to={paths.registration(board.event.id, person.id)} title={person.option_name}>
      {person.option_name}
    </Link>
  )
  if (!mayMove || !mover) {
    return (
      <li>
        <span className="grow tr" title={person.person.name}>
          {person.person.name}
        </span>
        {option}
      </li>
    )
  }
  return (
    <li className={isChosen ? 'on' : ''} {...drag}>
      <label className="grow row">
        <input
          type="checkbox"
          className="sr"
          checked={isChosen}
          aria-label={say('choose', { person: person.person.name })}
          onChange={() => board.toggle([mover], !isChosen)}
        />
        <i className={isChosen ? 'cb on' : 'cb'} aria-hidden />
        <span className="grow tr" title={person.person.name}>
          {person.person.name}
        </span>
      </label>
      {option}
    </li>
  )
}
