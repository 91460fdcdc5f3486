import { notifications } from '@mantine/notifications'
import { useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { sayCount } from '../ui/format.ts'
import { useLanguage } from '../words.ts'
import type { RowEvents } from './ApprovalRow.tsx'
import { isRunning, isUnderWay } from './decisions.ts'
import type { Verdict } from './decisions.ts'
import type { Filters } from './filters.ts'
import { MOST_ROWS, usePending } from './pending.ts'
import type { Row } from './row.ts'
import { facetsQuery } from './queries.ts'
import { useSelection } from './selection.ts'
import { useDecisions } from './use-decisions.ts'
import { useLoadAll } from './use-load-all.ts'
import { useMove } from './use-move.tsx'
import { useApprovalWords } from './words.ts'

/** All that the workbench knows and does: the list, what is chosen and opened, where the keys are, what is decided. */
export function useWorkbench(eventId: string, filters: Filters, mayDecide: boolean) {
  const say = useApprovalWords()
  const language = useLanguage()
  const { decisions, state } = useDecisions(eventId)
  const selection = useSelection()
  const { chosen, toggle: toggleOne, toggleTo, add, drop, clear } = selection
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set())
  const [isRefusedWanted, setRefusedOnly] = useState(false)
  const visible = useRef<{ first: string | undefined; last: string | undefined }>({ first: undefined, last: undefined })
  const pending = usePending(
    eventId,
    filters,
    () => visible.current,
    (id) => decisions.get().decided.has(id),
  )
  const all = useLoadAll(pending.query)
  const moveSlot = useMove(eventId, decisions.replace)
  const { data: facets } = useQuery(facetsQuery(eventId, filters))

  const refused = useMemo(
    () =>
      [...state.decided.values()]
        .filter(({ outcome }) => outcome.step === 'refused')
        .map(({ row }) => row)
        .sort(byId),
    [state.decided],
  )
  const isRefusedOnly = isRefusedWanted && refused.length > 0
  const rows = isRefusedOnly ? refused : pending.rows
  const total = isRefusedOnly
    ? refused.length
    : Math.max(facets?.total ?? 0, pending.query.hasNextPage ? 0 : rows.length)
  const current = useCurrent(rows)

  const isOpen = (row: Row | undefined): row is Row => {
    const outcome = row && decisions.get().decided.get(row.id)?.outcome
    return (
      row !== undefined && !isUnderWay(outcome) && outcome?.step !== 'done' && pending.changes.get(row.id) !== 'gone'
    )
  }
  const toggle = (row: Row | undefined, isRange: boolean) => {
    if (!isOpen(row)) return
    if (isRange) toggleTo(row, rows.filter(isOpen))
    else toggleOne(row)
  }
  const explain = (row: Row | undefined) => {
    if (!row) return
    setOpened((known) => {
      const next = new Set(known)
      if (!next.delete(row.id)) next.add(row.id)
      return next
    })
  }
  const chooseAll = async () => {
    if (isRefusedOnly) return add(refused.filter(isOpen))
    const loaded = await all.loadAll()
    if (!loaded) return
    add(loaded.filter(isOpen))
    if (loaded.length >= MOST_ROWS)
      notifications.show({
        closeButtonProps: { 'aria-label': say('close') },
        message: say('chosenBound', { n: sayCount(MOST_ROWS, language) }),
      })
  }
  /** What a key acts on: those chosen, or else the row it stands on. */
  const targets = () => (chosen.size > 0 ? [...chosen.values()] : current.row ? [current.row] : [])

  const wereChosen = useRef<Row[]>([])
  const decide = (verdict: Verdict, given: readonly Row[]) => {
    const open = given.filter(isOpen)
    if (!mayDecide || open.length === 0) return
    wereChosen.current = open.filter(({ id }) => chosen.has(id))
    decisions.decide(verdict, open)
    drop(open.map(({ id }) => id))
    setOpened((known) => new Set([...known].filter((id) => !open.some((row) => row.id === id))))
    if (open.length === 1 && open[0]?.id === current.row?.id) current.move(1)
  }
  const approve = (given: readonly Row[], slot?: string) =>
    decide({ to: 'APPROVED', ...(slot === undefined ? {} : { slot }) }, given)
  const reject = (given: readonly Row[], notes: string) =>
    decide({ to: 'REJECTED', ...(notes === '' ? {} : { notes }) }, given)

  // What was taken back is chosen again, as it was before.
  const lastHeld = useRef(state.held)
  useEffect(() => {
    const before = lastHeld.current
    lastHeld.current = state.held
    const [first] = before?.rows ?? []
    if (first && !state.held && !state.decided.has(first.id)) add(wereChosen.current)
  }, [state, add])

  // Who was answered by somebody else can no longer be chosen.
  useEffect(() => {
    const gone = [...pending.changes].filter(([, change]) => change === 'gone').map(([id]) => id)
    if (gone.length > 0) drop(gone)
  }, [pending.changes, drop])

  // One approval alone that is refused says at once why, and what there is instead.
  const settledRun = isRunning(state.run) ? undefined : state.run
  const isSingle = settledRun?.total === 1
  useEffect(() => {
    const last = refused.find(({ id }) => id === lastDecided.current)
    if (isSingle && last) setOpened((known) => new Set([...known, last.id]))
  }, [isSingle, refused])
  const lastDecided = useRef<string | undefined>(undefined)
  useEffect(() => {
    if (state.held?.rows.length === 1) lastDecided.current = state.held.rows[0]?.id
  }, [state.held])

  const tidy = () => {
    const done = [...state.decided.values()].filter(({ outcome }) => outcome.step === 'done').map(({ row }) => row.id)
    pending.drop(done)
    decisions.forget(done)
    decisions.endRun()
  }
  const close = () => {
    if (opened.size > 0) setOpened(new Set())
    else clear()
  }

  const latest = useRef({ toggle, explain, focus: current.focus, fetchMore: pending.fetchMore })
  useEffect(() => {
    latest.current = { toggle, explain, focus: current.focus, fetchMore: pending.fetchMore }
  })
  // Rows are drawn anew only where they changed, so what they call must stay the same.
  const events = useMemo<RowEvents>(
    () => ({
      onFocus: (row) => latest.current.focus(row),
      onToggle: (row, isRange) => latest.current.toggle(row, isRange),
      onExplain: (row) => latest.current.explain(row),
    }),
    [],
  )
  const onVisible = useCallback((first: string | undefined, last: string | undefined) => {
    visible.current = { first, last }
  }, [])
  const onEnd = useCallback(() => latest.current.fetchMore(), [])

  const shown = useMemo(() => new Set(pending.rows.map(({ id }) => id)), [pending.rows])
  const unseen = useMemo(() => [...chosen.keys()].filter((id) => !shown.has(id)).length, [chosen, shown])
  const hidden = pending.canFetchMore || pending.query.isFetching ? 0 : unseen
  // Ten thousand rows are looked through only when one of them changed, not at every press of a key.
  const areOpenChosen = useMemo(() => {
    const open = rows.filter(isOpen)
    return open.length > 0 && open.every(({ id }) => chosen.has(id))
  }, [rows, chosen, state.decided, pending.changes])
  const isAllChosen = !pending.canFetchMore && areOpenChosen
  return {
    rows,
    total,
    pending,
    selection,
    all,
    decisions,
    state,
    current,
    opened,
    refused,
    isRefusedOnly,
    setRefusedOnly,
    moveSlot,
    move: current.move,
    toggle,
    explain,
    chooseAll,
    targets,
    approve,
    reject,
    tidy,
    close,
    events,
    onVisible,
    onEnd,
    hidden,
    isAllChosen,
  }
}

const byId = (a: Row, b: Row) => (a.id < b.id ? -1 : 1)

/** Where the keys act: a row that stays the same while others come and go, or else the one in its place. */
function useCurrent(rows: readonly Row[]) {
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
