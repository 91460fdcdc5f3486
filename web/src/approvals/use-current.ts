import { useEffect, useRef, useState } from 'react'
import type { Row } from './row.ts'

/** Where the keys act: a row that stays the same while others come and go, or else the one in its place. */
export function useCurrent(rows: readonly Row[]) {
  const [state, setState] = useState<{ id: string | undefined; takesFocus: boolean; tick: number }>({
    id: undefined,
    takesFocus: false,
    tick: 0,
  })
  const place = useRef(0)
  const found = rows.findIndex(({ id }) => id === state.id)
  const index = found >= 0 ? found : Math.min(place.current, rows.length - 1)
  useEffect(() => {
    place.current = Math.max(0, index)
  })
  const row = rows[index]
  const move = (by: number) => {
    // The first press only shows where the keys are.
    const start = state.id === undefined && state.tick === 0 ? index - by : index
    const next = rows[Math.min(rows.length - 1, Math.max(0, start + by))]
    if (next) setState(({ tick }) => ({ id: next.id, takesFocus: true, tick: tick + 1 }))
  }
  const focus = (one: Row) => {
    if (one.id !== state.id) setState(({ tick }) => ({ id: one.id, takesFocus: false, tick }))
  }
  return { row, state: { ...state, id: row?.id }, move, focus }
}
