import { notifications } from '@mantine/notifications'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { sayCount } from '../ui/format.ts'
import { useLanguage } from '../words.ts'
import type { RowEvents } from './ApprovalRow.tsx'
import { isWholeFilter } from './batch.ts'
import { isUnderWay } from './decisions.ts'
import type { Filters } from './filters.ts'
import { byOutcome, inOneList, linesOf, rowsOf } from './lines.ts'
import type { GroupName } from './lines.ts'
import { MOST_ROWS, usePending } from './pending.ts'
import { facetsQuery } from './queries.ts'
import type { Row } from './row.ts'
import type { Tried } from './ExplainTrial.tsx'
import { countAhead } from './trial.ts'
import { useSelection } from './selection.ts'
import { useCurrent } from './use-current.ts'
import { useDecide } from './use-decide.ts'
import { useDecisions } from './use-decisions.ts'
import { useJobs } from './use-jobs.ts'
import { useLoadAll } from './use-load-all.ts'
import { useMove } from './use-move.tsx'
import { useTrial } from './use-trial.ts'
import { useWhatIf } from './use-what-if.ts'
import { useApprovalWords } from './words.ts'

/**
 * All that the workbench knows and does: the list, what is chosen and opened, where the keys are, what is decided.
 *
 * @param may whether the person may decide at all, and whether now: without a network nothing is sent
 */
export function useWorkbench(
  eventId: string,
  filters: Filters,
  { mayTry, mayDecide }: { mayTry: boolean; mayDecide: boolean },
) {
  const say = useApprovalWords()
  const language = useLanguage()
  const client = useQueryClient()
  const { decisions, state } = useDecisions(eventId)
  const selection = useSelection()
  const { chosen, toggle: toggleOne, toggleTo, add, drop, clear } = selection
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set())
  const [closed, setClosed] = useState<ReadonlySet<GroupName>>(new Set())
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
  const jobs = useJobs(
    eventId,
    decisions,
    state.run,
    () => void client.resetQueries({ queryKey: ['pending', eventId] }),
  )

  const whatIf = useWhatIf()
  const isComplete = !pending.canFetchMore && !pending.query.isFetching
  const isWhole = useMemo(() => isWholeFilter(chosen, pending.rows, isComplete), [chosen, pending.rows, isComplete])
  const trial = useTrial(eventId, chosen, isWhole ? filters : undefined, whatIf.terms, mayTry)

  const refused = useMemo(
    () =>
      [...state.decided.values()]
        .filter(({ outcome }) => outcome.step === 'refused')
        .map(({ row }) => row)
        .sort((a, b) => (a.id < b.id ? -1 : 1)),
    [state.decided],
  )
  const result = trial.trial?.summary
  /** Who does not fit: of the trial, or else of what was decided. */
  const misfits = result ? trial.groups.refused : refused
  const misfitCount = result?.refused ?? refused.length
  const isRefusedOnly = isRefusedWanted && misfitCount > 0
  const isGrouped = whatIf.isGrouped && result !== undefined && !isRefusedOnly
  const parts = useMemo(() => {
    if (isRefusedOnly) return inOneList(misfits, misfits.length < misfitCount)
    if (!isGrouped) return inOneList(pending.rows)
    const rest = pending.rows.filter(({ id }) => !trial.fits.has(id))
    return byOutcome(trial.groups, rest, closed, misfitCount)
  }, [isRefusedOnly, isGrouped, misfits, misfitCount, pending.rows, trial.fits, trial.groups, closed])
  const rows = useMemo(() => rowsOf(parts), [parts])
  const lines = useMemo(() => linesOf(parts, opened), [parts, opened])
  const total = isRefusedOnly
    ? misfitCount
    : Math.max(facets?.total ?? 0, pending.query.hasNextPage ? 0 : pending.rows.length)
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
    if (row) setOpened((known) => toggled(known, row.id))
  }
  const chooseAll = async () => {
    if (isRefusedOnly) return add(misfits.filter(isOpen))
    const loaded = await all.loadAll()
    if (!loaded) return
    add(loaded.filter(isOpen))
    whatIf.setGrouped(true)
    if (loaded.length >= MOST_ROWS)
      notifications.show({
        closeButtonProps: { 'aria-label': say('close') },
        message: say('chosenBound', { n: sayCount(MOST_ROWS, language) }),
      })
  }
  /** What a key acts on: those chosen, or else the row it stands on. */
  const targets = () => (chosen.size > 0 ? [...chosen.values()] : current.row ? [current.row] : [])

  const { approveOne, approveFitting, canApprove, reject } = useDecide({
    decisions,
    state,
    selection,
    trial,
    whatIf,
    mayDecide,
    isOpen,
    onDecided: (rowsDecided) => {
      const ids = new Set(rowsDecided.map(({ id }) => id))
      setOpened((known) => new Set([...known].filter((id) => !ids.has(id))))
      if (rowsDecided.length === 1 && rowsDecided[0]?.id === current.row?.id) current.move(1)
    },
  })

  // Who was answered by somebody else can no longer be chosen.
  useEffect(() => {
    const gone = [...pending.changes].filter(([, change]) => change === 'gone').map(([id]) => id)
    if (gone.length > 0) drop(gone)
  }, [pending.changes, drop])

  // One approval alone that is refused says at once why, and what there is instead.
  const settledRun = state.run?.isRunning === false ? state.run : undefined
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
    else if (whatIf.isGrouped && result !== undefined) whatIf.setGrouped(false)
    else clear()
  }

  const now = { toggle, explain, focus: current.focus, fetchMore: pending.fetchMore, readMore: trial.readMore }
  const latest = useRef(now)
  useEffect(() => {
    latest.current = now
  })
  // Rows are drawn anew only where they changed, so what they call must stay the same.
  const events = useMemo<RowEvents>(
    () => ({
      onFocus: (row) => latest.current.focus(row),
      onToggle: (row, isRange) => latest.current.toggle(row, isRange),
      onExplain: (row) => latest.current.explain(row),
      onUnread: () => latest.current.readMore(),
    }),
    [],
  )
  const onVisible = useCallback((first: string | undefined, last: string | undefined) => {
    visible.current = { first, last }
  }, [])
  const onEnd = useCallback(() => latest.current.fetchMore(), [])

  const shown = useMemo(() => new Set(pending.rows.map(({ id }) => id)), [pending.rows])
  const unseen = useMemo(() => [...chosen.keys()].filter((id) => !shown.has(id)).length, [chosen, shown])
  const hidden = isComplete ? unseen : 0
  // Ten thousand rows are looked through only when one of them changed, not at every press of a key.
  const counted = isRefusedOnly ? misfits : pending.rows
  const areOpenChosen = useMemo(() => {
    const open = counted.filter(isOpen)
    return open.length > 0 && open.every(({ id }) => chosen.has(id))
  }, [counted, chosen, state.decided, pending.changes])
  const isAllChosen = !pending.canFetchMore && areOpenChosen
  return {
    rows,
    lines,
    total,
    pending,
    selection,
    all,
    decisions,
    state,
    jobs,
    current,
    opened,
    whatIf,
    trial,
    misfitCount,
    isGrouped,
    isRefusedOnly,
    setRefusedOnly,
    moveSlot,
    move: current.move,
    toggle,
    toggleGroup: (name: GroupName) => setClosed((known) => toggled(known, name)),
    explain,
    chooseAll,
    targets,
    approveOne,
    approveFitting,
    mayDecide,
    canApprove,
    reject,
    tidy,
    close,
    events,
    onVisible,
    onEnd,
    hidden,
    isAllChosen,
    /** What the trial says of one request, with how many before it go without for the same. */
    triedOf: (row: Row): Tried | undefined => {
      const fit = trial.fits.get(row.id)
      if (!fit || fit.kind === 'unread' || !result) return undefined
      const { available_after: left } = result.totals.budget
      return { fit, row: trial.refusedRow(row.id), ahead: countAhead(trial.groups.refused, trial.fits, row), left }
    },
  }
}

export type Workbench = ReturnType<typeof useWorkbench>

function toggled<Of>(known: ReadonlySet<Of>, one: Of): Set<Of> {
  const next = new Set(known)
  if (!next.delete(one)) next.add(one)
  return next
}
