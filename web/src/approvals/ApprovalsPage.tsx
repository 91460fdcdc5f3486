import approvalsSheet from './approvals.css?inline'
import whatIfSheet from './what-if.css?inline'
import workbenchSheet from './workbench.css?inline'
import { useSheets } from '../ui/use-sheets.ts'
import { Drawer } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { Link, useParams } from '@tanstack/react-router'
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { paths } from '../paths.ts'
import { useOnline, useTitle } from '../mine/online.ts'
import { useEvent, useVariance } from '../session/event.ts'
import { useMay } from '../session/session.ts'
import { sayCount, sayMoney, sayTime } from '../ui/format.ts'
import { Empty, ErrorNote, OfflineBanner } from '../ui/Notes.tsx'
import { useLanguage } from '../words.ts'
import { ApprovalTable } from './ApprovalTable.tsx'
import { Explain } from './Explain.tsx'
import type { RowActions } from './Explain.tsx'
import { Facets } from './Facets.tsx'
import { KeysBar } from './KeysBar.tsx'
import { Meters } from './Meters.tsx'
import { RejectDialog } from './RejectDialog.tsx'
import type { Rejecting } from './RejectDialog.tsx'
import { GroupHead } from './GroupHead.tsx'
import { TableHead } from './TableHead.tsx'
import { WhatIfPanel } from './WhatIfPanel.tsx'
import { useCounts } from './counts.ts'
import { useFilters } from './filters.ts'
import { useKeys } from './keys.ts'
import { MOST_ROWS } from './pending.ts'
import type { Row } from './row.ts'
import { useFreshSlots } from './queries.ts'
import { useWorkbench } from './use-workbench.ts'
import { useWhatIfWords } from './what-if-words.ts'
import { useApprovalWords } from './words.ts'

/** Where an event's requests are answered: the oldest first, by keyboard, beside what is left. */
export function ApprovalsPage() {
  useSheets(approvalsSheet, workbenchSheet, whatIfSheet)
  const { eventId } = useParams({ strict: false }) as { eventId: string }
  return <Workbench key={eventId} eventId={eventId} />
}

function Workbench({ eventId }: { eventId: string }) {
  const say = useApprovalWords()
  const sayWhatIf = useWhatIfWords()
  const language = useLanguage()
  const isOnline = useOnline()
  const mayTry = useMay('registration.decide')
  const mayDecide = mayTry && isOnline
  const { data: event } = useEvent(eventId)
  const { dataUpdatedAt } = useVariance(eventId)
  useTitle(event && `${say('title')}, ${event.name}`)
  const counts = useCounts(eventId)
  useFreshSlots(eventId)
  const { filters, set: setFilters, clear, count: filterCount } = useFilters(eventId)
  const [rejecting, setRejecting] = useState<Rejecting | undefined>(undefined)
  const [isPanelOpen, setPanelOpen] = useState(false)
  const bench = useWorkbench(eventId, filters, { mayTry, mayDecide })
  const { rows, lines, total, pending, selection, decisions, state, current, opened } = bench
  const count = selection.chosen.size
  const n = sayCount(count, language)

  const layout = useLayout()
  const column = useRef<HTMLDivElement>(null)
  const frame = useRef<HTMLDivElement>(null)
  const searchField = useRef<HTMLInputElement>(null)

  const reject = (given: readonly Row[], notes = '') => {
    if (mayDecide && given.length > 0) setRejecting({ rows: given, notes })
  }
  const approveChosen = () => {
    if (bench.approveFitting()) setPanelOpen(false)
  }
  const showWhatIf = () => {
    if (count === 0) return
    bench.whatIf.setGrouped(true)
    setPanelOpen(true)
    document.querySelector<HTMLElement>('.simt')?.focus()
  }
  useKeys({
    moveDown: () => bench.move(1),
    moveUp: () => bench.move(-1),
    toggle: () => bench.toggle(current.row, false),
    toggleTo: () => bench.toggle(current.row, true),
    chooseAll: () => void bench.chooseAll(),
    approve: () => (count > 0 ? approveChosen() : current.row && bench.approveOne(current.row)),
    approveChosen,
    reject: () => reject(bench.targets()),
    explain: () => bench.explain(current.row),
    whatIf: showWhatIf,
    filter: () => searchField.current?.focus(),
    close: bench.close,
    undo: decisions.undo,
  })

  const rowActions: RowActions = {
    approve: bench.approveOne,
    reject: (row, notes) => reject([row], notes),
    tryIn: ({ id }, slot) => bench.whatIf.addMove({ slot, ids: [id] }),
    move: bench.moveSlot.move,
    moveError: bench.moveSlot.error,
    mayDecide,
  }
  const explainRow = (row: Row) =>
    counts && (
      <Explain
        eventId={eventId}
        row={row}
        outcome={state.decided.get(row.id)?.outcome}
        tried={selection.chosen.has(row.id) ? bench.triedOf(row) : undefined}
        counts={counts}
        actions={rowActions}
      />
    )

  // Groups begin at the top, wherever one was in the list.
  const { isGrouped } = bench
  useLayoutEffect(() => {
    if (isGrouped) frame.current?.scrollTo({ top: 0 })
  }, [isGrouped])

  // A batch that was not written because something changed is looked at again.
  const { moved } = bench.whatIf
  useEffect(() => {
    if (moved) setPanelOpen(true)
  }, [moved])

  const chosenAmount = useMemo(
    () => [...selection.chosen.values()].reduce((sum, row) => sum + row.amount_committed, 0),
    [selection.chosen],
  )
  const panel = (
    <WhatIfPanel
      eventId={eventId}
      bench={bench}
      counts={counts}
      mayTry={mayTry}
      onApprove={approveChosen}
      onReject={reject}
    />
  )
  const { query } = pending
  const isEmpty = !query.isPending && !query.isError && pending.rows.length === 0 && rows.length === 0
  const hasHugeAmounts = event?.options.some(({ cost_per_unit: cost }) => (cost ?? 0) >= 100_000) ?? false
  return (
    <div className={layout.isFolded ? 'wb folded' : 'wb'}>
      <div className="wbm" ref={column}>
        <header className="wbh">
          <h1>{say('title')}</h1>
          <Meters eventId={eventId} />
        </header>
        <Facets
          eventId={eventId}
          filters={filters}
          onChange={setFilters}
          searchField={searchField}
          refused={bench.misfitCount}
          isTrial={bench.trial.trial !== undefined}
          isRefusedOnly={bench.isRefusedOnly}
          onRefusedOnly={bench.setRefusedOnly}
        />
        {!isOnline && event && (
          <div className="wbn">
            <OfflineBanner asOf={sayTime(new Date(dataUpdatedAt), event.timezone, language)} />
          </div>
        )}
        {query.isError && !query.isFetchNextPageError && (
          <div className="wbn">
            <ErrorNote error={query.error} onRetry={() => void query.refetch()} />
          </div>
        )}
        <div className={`wbt${query.isPlaceholderData ? ' old' : ''}${hasHugeAmounts ? ' huge' : ''}`} ref={frame}>
          {query.isLoadingError ? null : isEmpty ? (
            <NobodyPending eventId={eventId} filterCount={filterCount} onClear={clear} />
          ) : (
            <ApprovalTable
              lines={lines}
              total={total}
              isPending={query.isPending}
              isList={layout.isList}
              scroller={layout.isFolded ? column : frame}
              chosen={selection.chosen}
              current={current.state}
              opened={opened}
              decided={state.decided}
              changes={pending.changes}
              fits={bench.trial.fits}
              counts={counts}
              currency={event?.currency ?? 'EUR'}
              zone={event?.timezone ?? 'UTC'}
              events={bench.events}
              explain={explainRow}
              group={(name, isOpen) => (
                <GroupHead name={name} isOpen={isOpen} bench={bench} currency={event?.currency ?? 'EUR'} />
              )}
              onVisible={bench.onVisible}
              onEnd={bench.onEnd}
              head={
                <TableHead
                  total={total}
                  chosen={count}
                  tried={bench.trial.trial?.summary.total ?? 0}
                  isAll={bench.isAllChosen}
                  isDisabled={query.isPending || bench.all.read !== undefined}
                  onAll={() => void bench.chooseAll()}
                  onNone={selection.clear}
                />
              }
            />
          )}
          <ListEnd bench={bench} />
        </div>
        <KeysBar>
          <b>{count === 0 ? say('noneChosen') : say('chosen', { count, n })}</b>
          {bench.all.read !== undefined && (
            <span className="row" role="status">
              {say('loadingAll', { n: sayCount(bench.all.read, language), total: sayCount(total, language) })}
              <button type="button" className="btn sm" onClick={bench.all.stop}>
                {say('stop')}
              </button>
            </span>
          )}
        </KeysBar>
        {!layout.isWide && (
          <div className="sumbar">
            <span className="grow tr">
              <b>{count === 0 ? say('noneChosen') : say('chosen', { count, n })}</b>
              {event && count > 0 && <span className="mut"> · {sayMoney(chosenAmount, event.currency, language)}</span>}
            </span>
            <button type="button" className="btn pri" onClick={() => setPanelOpen(true)}>
              {sayWhatIf('panel')}
            </button>
          </div>
        )}
      </div>
      {layout.isWide ? (
        <aside className="sim" aria-label={sayWhatIf('panel')}>
          {panel}
        </aside>
      ) : (
        <Drawer
          opened={isPanelOpen}
          onClose={() => setPanelOpen(false)}
          position="right"
          size={layout.isList ? '100%' : 408}
          title={sayWhatIf('panel')}
          closeButtonProps={{ 'aria-label': say('close') }}
          classNames={{ body: 'sim drawer' }}
        >
          {panel}
        </Drawer>
      )}
      <RejectDialog
        rejecting={rejecting}
        onClose={() => setRejecting(undefined)}
        onReject={(given, notes) => {
          setRejecting(undefined)
          setPanelOpen(false)
          bench.reject(given, notes)
        }}
      />
    </div>
  )
}

/** Where there is no room for a panel, and where not even for a table that scrolls by itself. */
function useLayout() {
  const now = { getInitialValueInEffect: false }
  const isWide = useMediaQuery('(min-width: 1200px)', true, now) ?? true
  const isList = useMediaQuery('(max-width: 760px)', false, now) ?? false
  const isLow = useMediaQuery('(max-height: 560px)', false, now) ?? false
  return { isWide, isList, isFolded: isList || isLow }
}

function NobodyPending({
  eventId,
  filterCount,
  onClear,
}: {
  eventId: string
  filterCount: number
  onClear: () => void
}) {
  const say = useApprovalWords()
  if (filterCount > 0) {
    return (
      <Empty
        action={
          <button type="button" className="btn" onClick={onClear}>
            {say('clear', { count: filterCount })}
          </button>
        }
      >
        {say('noneMatch')}
      </Empty>
    )
  }
  return (
    <Empty
      action={
        <Link className="btn" to={paths.registrations(eventId)}>
          {say('emptyLink')}
        </Link>
      }
    >
      {say('empty')}
    </Empty>
  )
}

/** Below the last row: that more is on the way, or could not be read, or is too much. */
function ListEnd({ bench }: { bench: ReturnType<typeof useWorkbench> }) {
  const say = useApprovalWords()
  const language = useLanguage()
  const { query, rows } = bench.pending
  if (query.isFetchNextPageError) {
    return (
      <div className="wbn row">
        <span className="neg">{say('moreFailed')}</span>
        <button type="button" className="btn sm" onClick={() => void query.fetchNextPage()}>
          {say('retry')}
        </button>
      </div>
    )
  }
  if (query.isFetchingNextPage) return <p className="wbn dim s2">{say('loadingMore')}</p>
  if (query.hasNextPage && rows.length >= MOST_ROWS) {
    return <p className="wbn dim s2">{say('mostShown', { n: sayCount(MOST_ROWS, language) })}</p>
  }
  return null
}
