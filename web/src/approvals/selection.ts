import { useCallback, useRef, useState } from 'react'
import type { Row } from './row.ts'

export type Chosen = ReadonlyMap<string, Row>

/** Which requests are chosen: one by one, from one to another, or all. They stay chosen when a filter hides them. */
export function useSelection() {
  const [chosen, setChosen] = useState<Chosen>(new Map())
  const anchor = useRef<string | undefined>(undefined)

  const toggle = useCallback((row: Row) => {
    anchor.current = row.id
    setChosen((known) => {
      const next = new Map(known)
      if (!next.delete(row.id)) next.set(row.id, row)
      return next
    })
  }, [])
  /** From the row chosen last to this one: all of them become what that one is. */
  const toggleTo = useCallback((row: Row, rows: readonly Row[]) => {
    const from = rows.findIndex(({ id }) => id === anchor.current)
    const to = rows.findIndex(({ id }) => id === row.id)
    if (to < 0) return
    const range = from < 0 ? [row] : rows.slice(Math.min(from, to), Math.max(from, to) + 1)
    setChosen((known) => {
      const isOn = from < 0 || known.has(anchor.current ?? '')
      const next = new Map(known)
      for (const one of range) {
        if (isOn) next.set(one.id, one)
        else next.delete(one.id)
      }
      return next
    })
  }, [])
  const add = useCallback((rows: readonly Row[]) => {
    setChosen((known) => new Map([...known, ...rows.map((row) => [row.id, row] as const)]))
  }, [])
  const drop = useCallback((ids: Iterable<string>) => {
    const dropped = new Set(ids)
    setChosen((known) => {
      const next = new Map([...known].filter(([id]) => !dropped.has(id)))
      return next.size === known.size ? known : next
    })
  }, [])
  const choose = useCallback((rows: readonly Row[]) => setChosen(new Map(rows.map((row) => [row.id, row]))), [])
  const clear = useCallback(() => setChosen(new Map()), [])
  return { chosen, toggle, toggleTo, add, drop, choose, clear }
}
