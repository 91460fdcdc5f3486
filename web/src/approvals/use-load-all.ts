import { useEffect, useRef, useState } from 'react'
import type { usePending } from './pending.ts'
import type { Row } from './row.ts'
import { MOST_ROWS } from './pending.ts'

type PendingQuery = ReturnType<typeof usePending>['query']

/** Reads all pages there are, within bounds, and says how far it is; for choosing all that a filter finds. */
export function useLoadAll(query: PendingQuery) {
  const [read, setRead] = useState<number | undefined>(undefined)
  const isWanted = useRef(false)
  useEffect(
    () => () => {
      isWanted.current = false
    },
    [],
  )
  /** All rows, or undefined where it was stopped or a page could not be read. */
  const loadAll = async (): Promise<Row[] | undefined> => {
    if (isWanted.current) return undefined
    isWanted.current = true
    let { data, hasNextPage } = query
    const count = () => data?.pages.reduce((sum, page) => sum + page.items.length, 0) ?? 0
    while (isWanted.current && hasNextPage && count() < MOST_ROWS) {
      setRead(count())
      const next = await query.fetchNextPage({ cancelRefetch: false })
      if (next.isError) isWanted.current = false
      data = next.data
      hasNextPage = next.hasNextPage
    }
    const isDone = isWanted.current
    isWanted.current = false
    setRead(undefined)
    return isDone ? data?.pages.flatMap(({ items }) => items).slice(0, MOST_ROWS) : undefined
  }
  const stop = () => {
    isWanted.current = false
  }
  return { loadAll, stop, read }
}
