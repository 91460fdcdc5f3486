import { useThrottledCallback } from '@mantine/hooks'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { facetsQuery } from '../approvals/queries.ts'
import type { Schema } from '../api.ts'
import { useTell } from '../registrations/tell.tsx'
import { eventKey, useEvent } from '../session/event.ts'
import { useMay } from '../session/session.ts'
import { sayCount } from '../ui/format.ts'
import { useLanguage } from '../words.ts'
import { useMoves } from './moves.ts'
import type { Move, Mover } from './moves.ts'
import { nearest } from './slot-layout.ts'
import { useRefreshSlots, useSlots } from './slots-query.ts'
import type { Slot } from './slots-query.ts'
import { useOptionWords } from './words.ts'

/** Slots change with every approval; so often they are read again at most. */
const REFRESH = 2_000

/** People in hand, and the slot they are from. */
export type Load = { movers: readonly Mover[]; from: Slot }

export type Board = ReturnType<typeof useBoard>

/** The slots, which one is open, who is chosen in it, who is picked up, and what is said of it all. */
export function useBoard(event: Schema<'Event'>) {
  const say = useOptionWords()
  const language = useLanguage()
  const client = useQueryClient()
  const navigate = useNavigate()
  const tell = useTell()
  const mayRead = useMay('registration.read')
  const { slot: openId } = useSearch({ strict: false }) as { slot?: string }
  const query = useSlots(event.id)
  const slots = query.data ?? []
  const refreshSlots = useRefreshSlots(event.id)
  useRefreshed(event.id, refreshSlots)
  const { data: facets } = useQuery({ ...facetsQuery(event.id), enabled: mayRead })
  const asked = new Map(facets?.slots.map(({ slot, count }) => [slot, count]))

  const [chosen, setChosen] = useState<ReadonlyMap<string, Mover>>(new Map())
  const [carried, setCarried] = useState<Load>()
  const [over, setOver] = useState<string>()
  const [said, setSaid] = useState('')
  const count = (number: number) => sayCount(number, language)

  const onEnd = (move: Move) => {
    refreshSlots()
    void client.invalidateQueries({ queryKey: eventKey(event.id) })
    const moved = move.results.filter(({ outcome }) => outcome === 'moved').map(({ mover }) => mover)
    const isWhole = moved.length === move.movers.length
    const words = { count: moved.length, moved: count(moved.length), total: count(move.movers.length), slot: move.to }
    const text = say(isWhole ? 'moved' : 'movedSome', words)
    setSaid(text)
    setChosen(new Map())
    if (moved.length === 0) return
    const [first] = moved
    const goesBack = moved.every(({ from }) => from === move.to)
    tell(text, goesBack || first === undefined ? undefined : () => moves.undo(moved, first.from, move.to))
  }
  const moves = useMoves(event.id, slots, onEnd)

  const open = (id: string | undefined) => {
    setChosen(new Map())
    moves.forget()
    void navigate({
      to: '.',
      search: ((before: Record<string, string>) => ({ ...before, slot: id })) as never,
      replace: true,
      resetScroll: false,
    })
  }
  const sayOver = (slot: Slot) =>
    say('saidOver', {
      slot: slot.label,
      committed: count(slot.committed_count),
      capacity: count(slot.capacity),
      left: count(slot.available),
    })
  const letGo = () => {
    setCarried(undefined)
    setOver(undefined)
  }
  return {
    event,
    slots,
    query,
    askedFor: (slot: Slot) => asked.get(slot.label) ?? 0,
    opened: slots.find(({ id }) => id === openId),
    open,
    chosen,
    toggle: (movers: readonly Mover[], isChosen: boolean) => {
      const next = new Map(chosen)
      for (const mover of movers) {
        if (isChosen) next.set(mover.id, mover)
        else next.delete(mover.id)
      }
      setChosen(next)
    },
    carried,
    over,
    said,
    moves,
    /** `towards` is where the focus goes first: said along with it. */
    pickUp: (load: Load, towards?: Slot) => {
      if (load.movers.length === 0 || moves.move?.isRunning === true) return
      moves.forget()
      setCarried(load)
      setOver(towards?.id)
      const up = say('saidUp', { count: load.movers.length, slot: load.from.label })
      setSaid(towards ? `${up} ${sayOver(towards)}` : up)
    },
    putBack: (load: Load) => {
      setSaid(say('saidBack', { slot: load.from.label }))
      letGo()
    },
    /** Where the people in hand would go: said, and shown. */
    hoverOver: (slot: Slot | undefined) => {
      if (slot?.id === over) return
      setOver(slot?.id)
      if (slot) setSaid(sayOver(slot))
    },
    dropOn: (slot: Slot, load: Load) => {
      letGo()
      if (slot.id === load.from.id) setSaid(say('saidSame', { slot: slot.label }))
      else moves.start(load.movers, slot.label)
    },
    moveTo: (slot: Slot) => moves.start([...chosen.values()], slot.label),
    waysFrom: (slot: Slot, people: number) => nearest(slots, slot, people),
  }
}

/** Whatever changes in an event reads it again; its slots follow, now and then. */
function useRefreshed(eventId: string, refreshSlots: () => void) {
  const { dataUpdatedAt } = useEvent(eventId)
  const seen = useRef(dataUpdatedAt)
  const refresh = useThrottledCallback(refreshSlots, REFRESH)
  useEffect(() => {
    if (seen.current === dataUpdatedAt) return
    seen.current = dataUpdatedAt
    refresh()
  }, [dataUpdatedAt, refresh])
}

/** Puts the focus on a slot of the grid. */
export function focusSlot(id: string): void {
  document.querySelector<HTMLElement>(`[data-slot="${CSS.escape(id)}"]`)?.focus()
}
