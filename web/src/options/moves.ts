import { useState } from 'react'
import { ApiError, api, newIntent, take } from '../api.ts'
import type { Slot } from './slots-query.ts'

/** Somebody on the way from one slot to another, both by their labels. */
export type Mover = { id: string; person: string; from: string }

export type Moved = { mover: Mover; outcome: 'moved' | 'unknown' } | { mover: Mover; outcome: 'refused'; why: string }

/** A move of several people: whereto, how far it is, and what became of each. */
export type Move = { to: string; movers: readonly Mover[]; results: readonly Moved[]; isRunning: boolean }

type Intent = { 'Idempotency-Key': string }
type Keys = Map<string, Intent>
/** People who go from one slot to one other, in one request. */
type Group = { from: string; to: string; movers: readonly Mover[] }

/** As many as one request takes. */
const AT_ONCE = 500

/**
 * Moves people, those of one slot in one request; each has an answer of their own, so that one who does not fit stops
 * nobody else. Where no answer came, the key is kept: trying again moves them once.
 */
export function useMoves(eventId: string, slots: readonly Slot[], onEnd: (move: Move) => void) {
  const [move, setMove] = useState<Move>()
  const [sent, setSent] = useState<{ groups: readonly Group[]; keys: Keys }>({ groups: [], keys: new Map() })
  const idOf = (label: string) => slots.find((slot) => slot.label === label)?.id ?? ''

  const run = async (groups: readonly Group[], name: string, kept: Keys = new Map()) => {
    if (move?.isRunning === true) return
    const movers = groups.flatMap((group) => group.movers)
    const fresh: Keys = new Map(groups.map((group) => [nameOf(group), kept.get(nameOf(group)) ?? newIntent()]))
    setSent({ groups, keys: fresh })
    const results: Moved[] = []
    const now = (isRunning: boolean): Move => ({ to: name, movers, results: [...results], isRunning })
    setMove(now(true))
    for (const group of groups) {
      const intent = fresh.get(nameOf(group)) ?? newIntent()
      results.push(...(await moveGroup(eventId, { ...group, from: idOf(group.from), to: idOf(group.to) }, intent)))
      setMove(now(true))
    }
    setMove(now(false))
    onEnd(now(false))
  }
  return {
    move,
    start: (movers: readonly Mover[], to: string) =>
      void run(
        groupsOf(movers, ({ from }) => ({ from, to })),
        to,
      ),
    /** Everybody back from a slot to where they came from. */
    undo: (movers: readonly Mover[], name: string, from: string) =>
      void run(
        groupsOf(movers, (mover) => ({ from, to: mover.from })),
        name,
      ),
    retry: () => {
      if (!move) return
      const open = new Set(move.results.flatMap(({ outcome, mover }) => (outcome === 'unknown' ? [mover.id] : [])))
      // The same people in the same request, so that the key is that of the first time.
      const groups = sent.groups.filter(({ movers }) => movers.some(({ id }) => open.has(id)))
      void run(groups, move.to, sent.keys)
    },
    forget: () => setMove(undefined),
  }
}

function groupsOf(movers: readonly Mover[], way: (mover: Mover) => { from: string; to: string }): Group[] {
  const byWay = Map.groupBy(movers, (mover) => JSON.stringify(way(mover)))
  return [...byWay].flatMap(([name, those]) => {
    const ends = JSON.parse(name) as { from: string; to: string }
    const parts = Array.from({ length: Math.ceil(those.length / AT_ONCE) }, (_, part) => part * AT_ONCE)
    return parts.map((from) => ({ ...ends, movers: those.slice(from, from + AT_ONCE) }))
  })
}

function nameOf({ from, to, movers }: Group): string {
  return JSON.stringify([from, to, movers.map(({ id }) => id)])
}

async function moveGroup(eventId: string, { from, to, movers }: Group, headers: Intent): Promise<Moved[]> {
  try {
    const { rows } = await take(
      api.POST('/events/{event_id}/slots/{slot_id}/move', {
        params: { path: { event_id: eventId, slot_id: from } },
        body: { to_slot_id: to, registration_ids: movers.map(({ id }) => id), dry_run: false },
        headers,
      }),
    )
    const answers = new Map(rows.map((row) => [row.registration_id, row]))
    return movers.map((mover): Moved => {
      const row = answers.get(mover.id)
      if (!row) return { mover, outcome: 'unknown' }
      if (row.outcome !== 'REFUSED') return { mover, outcome: 'moved' }
      return { mover, outcome: 'refused', why: row.message ?? '' }
    })
  } catch (error) {
    if (!(error instanceof ApiError) || error.problem.status >= 500) {
      return movers.map((mover) => ({ mover, outcome: 'unknown' }))
    }
    const why = error.problem.message ?? error.problem.detail
    return movers.map((mover) => ({ mover, outcome: 'refused', why }))
  }
}
