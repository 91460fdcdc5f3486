import { useCallback, useState } from 'react'
import { plainTerms } from './batch.ts'
import type { Move, Order, Terms } from './batch.ts'
import type { Decision } from './decisions.ts'

/** Something changed between trying a batch and sending it: how many fitted then, of how many. */
export type Moved = { before: number; count: number }

/** Under which terms the choice is tried out, and whether the table shows it by what would become of it. */
export function useWhatIf() {
  const [terms, setTerms] = useState<Terms>(plainTerms)
  const [isGrouped, setGrouped] = useState(false)
  const [moved, setMoved] = useState<Moved | undefined>(undefined)

  const setOrder = (order: Order) => setTerms((now) => ({ ...now, order }))
  const assumeBudget = (budget: number | undefined) => setTerms((now) => ({ ...now, budget }))
  /** Whoever is moved twice goes where they were moved last. */
  const addMove = ({ slot, ids }: Move) =>
    setTerms((now) => {
      const others = now.moves.map((move) => ({ ...move, ids: move.ids.filter((id) => !ids.includes(id)) }))
      const same = others.find((move) => move.slot === slot)
      const kept = others.filter((move) => move !== same && move.ids.length > 0)
      return { ...now, moves: [...kept, { slot, ids: [...(same?.ids ?? []), ...ids] }] }
    })
  const dropMove = (slot: string) =>
    setTerms((now) => ({ ...now, moves: now.moves.filter((move) => move.slot !== slot) }))

  const reset = useCallback(() => {
    setTerms(({ order }) => ({ ...plainTerms, order }))
    setGrouped(false)
    setMoved(undefined)
  }, [])
  /** A batch that was taken back, or not written, comes back as it was tried. */
  const restore = useCallback(({ rows, batch }: Decision, isChanged: boolean) => {
    if (!batch?.tried) return
    setTerms(batch.tried.terms)
    if (isChanged) setMoved({ before: batch.tried.fitting, count: rows.length })
  }, [])
  return {
    terms,
    setOrder,
    assumeBudget,
    addMove,
    dropMove,
    isGrouped,
    setGrouped,
    moved,
    forgetMoved: () => setMoved(undefined),
    reset,
    restore,
  }
}

export type WhatIf = ReturnType<typeof useWhatIf>
