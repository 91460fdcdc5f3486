import { useState } from 'react'
import { ApiError, newIntent } from '../api.ts'
import { putRegistration } from '../registrations/decide.ts'

/** Somebody on the way from one slot to another. */
export type Mover = { id: string; person: string; from: string }

export type Moved = { mover: Mover; outcome: 'moved' | 'unknown' } | { mover: Mover; outcome: 'refused'; why: string }

/** A move of several people: whereto, how far it is, and what became of each. */
export type Move = { to: string; movers: readonly Mover[]; results: readonly Moved[]; isRunning: boolean }

type Keys = Map<string, { 'Idempotency-Key': string }>

/**
 * Moves people one by one, each by a request of their own, so that one who does not fit stops nobody else. Where no
 * answer came, the key is kept: trying again moves them once.
 */
export function useMoves(eventId: string, onEnd: (move: Move) => void) {
  const [move, setMove] = useState<Move>()
  const [keys, setKeys] = useState<Keys>(new Map())

  const run = async (movers: readonly Mover[], to: (mover: Mover) => string, name: string, kept: Keys = new Map()) => {
    if (move?.isRunning === true) return
    const fresh: Keys = new Map(movers.map(({ id }) => [id, kept.get(id) ?? newIntent()]))
    setKeys(fresh)
    const results: Moved[] = []
    const now = (isRunning: boolean): Move => ({ to: name, movers, results: [...results], isRunning })
    setMove(now(true))
    for (const mover of movers) {
      results.push(await moveOne(eventId, mover, to(mover), fresh.get(mover.id)))
      setMove(now(true))
    }
    setMove(now(false))
    onEnd(now(false))
  }
  return {
    move,
    start: (movers: readonly Mover[], to: string) => void run(movers, () => to, to),
    /** Everybody back to where they came from. */
    undo: (movers: readonly Mover[], name: string) => void run(movers, ({ from }) => from, name),
    retry: () => {
      const open = move?.results.filter(({ outcome }) => outcome === 'unknown').map(({ mover }) => mover) ?? []
      if (move) void run(open, () => move.to, move.to, keys)
    },
    forget: () => setMove(undefined),
  }
}

async function moveOne(
  eventId: string,
  mover: Mover,
  to: string,
  key: { 'Idempotency-Key': string } | undefined,
): Promise<Moved> {
  try {
    await putRegistration(eventId, mover.id, { assigned_pickup_slot: to }, key)
    return { mover, outcome: 'moved' }
  } catch (error) {
    if (!(error instanceof ApiError) || error.problem.status >= 500) return { mover, outcome: 'unknown' }
    return { mover, outcome: 'refused', why: error.problem.message ?? error.problem.detail }
  }
}
