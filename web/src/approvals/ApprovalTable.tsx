import { useVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { ReactNode, RefObject } from 'react'
import { Skeleton } from '../ui/Notes.tsx'
import { ApprovalRow } from './ApprovalRow.tsx'
import type { RowEvents } from './ApprovalRow.tsx'
import type { Counts } from './counts.ts'
import type { Decided } from './decisions.ts'
import type { GroupName, Line } from './lines.ts'
import type { Row, RowChange } from './row.ts'
import type { Fit } from './trial.ts'
import { Unread } from './Unread.tsx'
import { useApprovalWords } from './words.ts'

type Props = {
  lines: readonly Line[]
  /** How many there are in all, where not all are read yet. */
  total: number
  isPending: boolean
  isList: boolean
  scroller: RefObject<HTMLElement | null>
  chosen: ReadonlyMap<string, Row>
  current: { id: string | undefined; takesFocus: boolean; tick: number }
  opened: ReadonlySet<string>
  decided: ReadonlyMap<string, Decided>
  changes: ReadonlyMap<string, RowChange>
  fits: ReadonlyMap<string, Fit>
  counts: Counts | undefined
  currency: string
  zone: string
  head: ReactNode
  events: RowEvents
  explain: (row: Row) => ReactNode
  group: (name: GroupName, isOpen: boolean) => ReactNode
  onVisible: (first: string | undefined, last: string | undefined) => void
  onEnd: () => void
}

const ROW = 30
/** On a phone a row is three lines of text, as tall as a thumb needs. */
const LIST_ROW = 76
const EXPLAIN = 88
/** The head of a group, on a phone as tall as a thumb needs. */
const GROUP = 30
const LIST_GROUP = 44
/** More is read when so few rows are left below. */
const AHEAD = 40
const COLUMNS = 8

/** The table, of which only what is on screen is there, between two rows as tall as all the others. */
export function ApprovalTable(props: Props) {
  const { lines, total, isPending, isList, scroller, chosen, current, opened, decided, changes, fits } = props
  const { counts, currency, zone, head, events, explain, group, onVisible, onEnd } = props
  const say = useApprovalWords()
  const table = useRef<HTMLTableElement>(null)
  const margin = useMargin(table, scroller, isList)
  const rowHeight = isList ? LIST_ROW : ROW
  // Made once for each list: with a new one, ten thousand rows would be measured again at every step.
  const getItemKey = useCallback(
    (index: number) => {
      const line = lines[index]
      return line ? nameOf(line) : index
    },
    [lines],
  )
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => heightOf(lines[index], rowHeight),
    getItemKey,
    overscan: 8,
    scrollMargin: margin,
    scrollPaddingStart: isList ? 0 : ROW,
  })
  useEffect(() => virtual.measure(), [virtual, rowHeight])

  const items = virtual.getVirtualItems()
  const first = items[0]
  const last = items.at(-1)
  const lastIndex = last?.index ?? 0
  const [firstId, lastId] = [idNear(lines, first?.index, 1), idNear(lines, last?.index, -1)]
  useEffect(() => onVisible(firstId, lastId), [onVisible, firstId, lastId])
  useEffect(() => {
    if (lastIndex >= lines.length - AHEAD) onEnd()
  }, [lastIndex, lines.length, onEnd])

  const { id: currentId, tick } = current
  useLayoutEffect(() => {
    if (tick === 0) return
    const index = lines.findIndex((line) => line.kind === 'row' && line.row.id === currentId)
    if (index >= 0) virtual.scrollToIndex(index)
    // Only where the keys moved: lines may come and go without the page jumping.
  }, [tick])

  const before = first ? first.start - margin : 0
  const after = last ? virtual.getTotalSize() - (last.end - margin) : 0
  return (
    <table className="tb at" ref={table} aria-label={say('table')} aria-rowcount={total + 1} aria-busy={isPending}>
      <colgroup>
        {['c', 'p', 'd', 'o', 's', 'a', 'w', 'y'].map((name) => (
          <col key={name} className={`at-${name}`} />
        ))}
      </colgroup>
      <thead>{head}</thead>
      <tbody>
        {isPending && <Waiting rowHeight={rowHeight} />}
        <Spacer height={before} />
        {items.map(({ index, key }) => {
          const line = lines[index]
          if (!line) return null
          if (line.kind === 'group') {
            return (
              <tr key={key} className="grp" data-index={index} ref={virtual.measureElement}>
                <td colSpan={COLUMNS}>{group(line.name, line.isOpen)}</td>
              </tr>
            )
          }
          if (line.kind === 'more') {
            return (
              <tr key={key} className="grpm" data-index={index} ref={virtual.measureElement}>
                <td />
                <td colSpan={COLUMNS - 1} className="dim">
                  <Unread onSeen={events.onUnread} />
                </td>
              </tr>
            )
          }
          const { row } = line
          if (line.kind === 'explain') {
            return (
              <tr
                key={key}
                className={row.id === currentId ? 'exp foc' : 'exp'}
                data-index={index}
                ref={virtual.measureElement}
              >
                <td />
                <td colSpan={COLUMNS - 1}>{explain(row)}</td>
              </tr>
            )
          }
          return (
            <ApprovalRow
              key={key}
              row={row}
              index={line.index}
              isChosen={chosen.has(row.id)}
              isCurrent={row.id === currentId}
              takesFocus={current.takesFocus}
              isOpen={opened.has(row.id)}
              decided={decided.get(row.id)}
              change={changes.get(row.id)}
              fit={chosen.has(row.id) ? fits.get(row.id) : undefined}
              counts={counts}
              currency={currency}
              zone={zone}
              events={events}
            />
          )
        })}
        <Spacer height={after} />
      </tbody>
    </table>
  )
}

function nameOf(line: Line): string {
  if (line.kind === 'group') return `group ${line.name}`
  return line.kind === 'more' ? 'more' : `${line.kind} ${line.row.id}`
}

function heightOf(line: Line | undefined, rowHeight: number): number {
  if (line?.kind === 'explain') return EXPLAIN
  if (line?.kind === 'group' || line?.kind === 'more') return rowHeight === ROW ? GROUP : LIST_GROUP
  return rowHeight
}

/** The row at a line, or the next one in that direction where it is none. */
function idNear(lines: readonly Line[], from: number | undefined, step: 1 | -1): string | undefined {
  for (let index = from ?? -1; index >= 0 && index < lines.length; index += step) {
    const line = lines[index]
    if (line?.kind === 'row') return line.row.id
  }
  return undefined
}

function Spacer({ height }: { height: number }) {
  if (height <= 0) return null
  return (
    <tr className="sp" aria-hidden>
      <td colSpan={COLUMNS} style={{ height }} />
    </tr>
  )
}

function Waiting({ rowHeight }: { rowHeight: number }) {
  return Array.from({ length: 12 }, (_, index) => (
    <tr key={index} style={{ height: rowHeight }}>
      <td />
      <td colSpan={COLUMNS - 1}>
        <Skeleton width={`${88 - ((index * 37) % 30)}%`} />
      </td>
    </tr>
  ))
}

/** How far down in what scrolls the rows begin: on a phone, what stands above them scrolls away with them. */
function useMargin(
  table: RefObject<HTMLTableElement | null>,
  scroller: RefObject<HTMLElement | null>,
  isList: boolean,
): number {
  const [margin, setMargin] = useState(0)
  useLayoutEffect(() => {
    const body = table.current?.tBodies[0]
    const frame = scroller.current
    if (!body || !frame) return
    const measure = () => {
      const from = body.getBoundingClientRect().top - frame.getBoundingClientRect().top + frame.scrollTop
      setMargin(Math.round(from))
    }
    measure()
    const watch = new ResizeObserver(measure)
    for (const child of frame.children) watch.observe(child)
    return () => watch.disconnect()
  }, [table, scroller, isList])
  return margin
}
