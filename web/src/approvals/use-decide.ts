import { useEffect, useRef } from 'react'
import { inOrder, rejectionOf, slotsGiven } from './batch.ts'
import type { Decision, DecisionState, Decisions } from './decisions.ts'
import type { Row } from './row.ts'
import type { useSelection } from './selection.ts'
import type { TrialState } from './use-trial.ts'
import type { WhatIf } from './use-what-if.ts'

type Bench = {
  decisions: Decisions
  state: DecisionState
  selection: ReturnType<typeof useSelection>
  trial: TrialState
  whatIf: WhatIf
  mayDecide: boolean
  isOpen: (row: Row) => boolean
  onDecided: (rows: readonly Row[]) => void
}

/** Decides on one, or on what is chosen as one batch; what is taken back or not written is chosen again as it was. */
export function useDecide({ decisions, state, selection, trial, whatIf, mayDecide, isOpen, onDecided }: Bench) {
  const { chosen, choose, drop, add } = selection
  const before = useRef<{ chosen: Row[]; isGrouped: boolean }>({ chosen: [], isGrouped: false })

  const decide = (decision: Decision) => {
    const { rows } = decision
    const ids = new Set(rows.map(({ id }) => id))
    before.current = { chosen: [...chosen.values()].filter(({ id }) => ids.has(id)), isGrouped: whatIf.isGrouped }
    decisions.decide(decision)
    drop(ids)
    onDecided(rows)
  }
  const approveOne = (row: Row, slot?: string) => {
    if (!mayDecide || !isOpen(row)) return
    decide({ verdict: { to: 'APPROVED', ...(slot === undefined ? {} : { slot }) }, rows: [row] })
  }
  /**
   * Exactly what the trial shows, or nothing: whoever has not seen the result cannot have decided on it. One alone need
   * not wait for it: it is approved, or refused with all that stands in its way.
   */
  const { trial: result, isCurrent, groups } = trial
  const { terms } = whatIf
  const isSeen = isCurrent ? result?.summary.changed !== 0 : chosen.size === 1
  const canApprove = mayDecide && chosen.size > 0 && terms.budget === undefined && isSeen
  const approveFitting = (): boolean => {
    const [only, second] = chosen.values()
    if (!canApprove || !only) return false
    if (second === undefined) {
      approveOne(only, slotsGiven([only], terms.moves)[0]?.assigned_pickup_slot)
      return true
    }
    if (!result) return false
    const { input, requests } = result.question
    const { basis, changed: fitting } = result.summary
    const refused = new Set(groups.refused.map(({ id }) => id))
    decide({
      verdict: { to: 'APPROVED' },
      rows: requests,
      batch: { input: { ...input, expected_basis: basis }, tried: { terms, fitting, refused } },
    })
    return true
  }
  const reject = (given: readonly Row[], notes: string) => {
    const rows = inOrder(given.filter(isOpen), 'oldest')
    if (!mayDecide || rows.length === 0) return
    const verdict = { to: 'REJECTED' as const, ...(notes === '' ? {} : { notes }) }
    decide(rows.length === 1 ? { verdict, rows } : { verdict, rows, batch: { input: rejectionOf(rows, notes) } })
  }

  const isEmpty = chosen.size === 0
  const { reset } = whatIf
  useEffect(() => {
    if (isEmpty) reset()
  }, [isEmpty, reset])

  // What was taken back is chosen again, as it was before.
  const { held, changed } = state
  const lastHeld = useRef(held)
  useEffect(() => {
    const was = lastHeld.current
    lastHeld.current = held
    const first = was?.rows.find(({ id }) => !was.batch?.tried?.refused.has(id))
    if (!was || !first || held || state.decided.has(first.id) || changed) return
    add(before.current.chosen)
    whatIf.restore(was, false)
    whatIf.setGrouped(before.current.isGrouped)
  }, [state])

  // What would come out otherwise by now is looked at again before anything is written.
  useEffect(() => {
    if (!changed) return
    decisions.seeChange()
    choose(changed.rows)
    whatIf.restore(changed, true)
    whatIf.setGrouped(true)
  }, [changed])

  return { approveOne, approveFitting, canApprove, reject }
}
