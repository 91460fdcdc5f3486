import { Link } from '@tanstack/react-router'
import { Fragment, useMemo, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import type { Schema } from '../api.ts'
import { paths } from '../paths.ts'
import { AllotmentBar } from '../ui/AllotmentBar.tsx'
import { sayCount } from '../ui/format.ts'
import { useLanguage } from '../words.ts'
import { RowsLink } from './RowsLink.tsx'
import { gridOf, namedColumns } from './slot-grid.ts'
import { listSearch } from './where.ts'
import { useOverviewWords } from './words.ts'

type Props = {
  event: Schema<'Event'>
  slots: readonly Schema<'Slot'>[]
  facets: Schema<'RegistrationFacets'> | undefined
}

/** All slots at a glance: bars standing up, a row for each place. */
export function SlotStrip({ event, slots, facets }: Props) {
  const say = useOverviewWords()
  const language = useLanguage()
  const asked = useMemo(() => new Map(facets?.slots.map(({ slot, count }) => [slot, count])), [facets])
  const committed = slots.reduce((sum, slot) => sum + slot.committed_count, 0)
  const total = slots.reduce((sum, slot) => sum + slot.capacity, 0)
  const untimed = slots.filter(({ starts_at: at }) => at === null)
  return (
    <>
      <div className="h2">
        <h2>{say('slots')}</h2>
        {slots.length > 0 && (
          <span className="s2 dim">
            {say('slotCount', { committed: sayCount(committed, language), total: sayCount(total, language) })}
          </span>
        )}
        <Link to={paths.options(event.id)}>{say('slotsLink')}</Link>
      </div>
      {slots.length === 0 && <p className="s3 mut slotend">{say('noSlots')}</p>}
      {untimed.length < slots.length && <Grid event={event} slots={slots} asked={asked} />}
      {untimed.length > 0 && <SlotList event={event} slots={untimed} asked={asked} />}
    </>
  )
}

type Asked = ReadonlyMap<string | null, number>

/** One stop for the Tab key; arrows move inside. Every column opens the people in it. */
function Grid({ event, slots, asked }: { event: Schema<'Event'>; slots: Props['slots']; asked: Asked }) {
  const say = useOverviewWords()
  const language = useLanguage()
  const frame = useRef<HTMLDivElement>(null)
  const [at, setAt] = useState({ row: 0, column: 0 })
  const { columns, rows } = useMemo(
    () => gridOf(slots, event.timezone, language, say('anyPlace')),
    // The words change with the language only.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [slots, event.timezone, language],
  )
  const names = namedColumns(columns)
  const current = rows[at.row]?.cells[at.column] ? at : firstCell(rows)
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key]
    if (!step) return
    event.preventDefault()
    // Right is back in time where writing runs from right to left.
    const isRtl = document.documentElement.dir === 'rtl'
    const next = nextCell(rows, current, isRtl ? { ...step, column: -step.column } : step)
    setAt(next)
    frame.current?.querySelector<HTMLElement>(`[data-at="${next.row} ${next.column}"]`)?.focus()
  }
  return (
    <>
      <div className="sgw">
        <div
          ref={frame}
          className="ssg"
          role="group"
          aria-label={say('slotGrid')}
          style={{ gridTemplateColumns: `minmax(max-content, auto) repeat(${columns.length}, minmax(7px, 1fr))` }}
          onKeyDown={onKeyDown}
        >
          <span />
          {names.map((name, index) => (
            <span key={columns[index]} className="ssx" aria-hidden>
              {name}
            </span>
          ))}
          {rows.map(({ name, cells }, row) => (
            <Fragment key={name}>
              <span className="ssn tr" title={name}>
                {name}
              </span>
              {cells.map((slot, column) =>
                slot ? (
                  <SlotColumn
                    key={slot.id}
                    eventId={event.id}
                    slot={slot}
                    asked={asked.get(slot.label) ?? 0}
                    at={`${row} ${column}`}
                    isStop={row === current.row && column === current.column}
                  />
                ) : (
                  <span key={`${name} ${columns[column]}`} />
                ),
              )}
            </Fragment>
          ))}
        </div>
      </div>
      <p className="s2 mut slotend">
        {say('slotLegend')}{' '}
        <span className="nw">
          <i className="mc full ov mck" aria-hidden /> {say('slotLegendFull')}
        </span>
      </p>
    </>
  )
}

type ColumnProps = { eventId: string; slot: Schema<'Slot'>; asked: number; at: string; isStop: boolean }

function SlotColumn({ eventId, slot, asked, at, isStop }: ColumnProps) {
  const say = useOverviewWords()
  const language = useLanguage()
  const { committed_count: committed, capacity } = slot
  const isFull = committed >= capacity
  const isOver = committed + asked > capacity
  const said = {
    slot: slot.label,
    committed: sayCount(committed, language),
    total: sayCount(capacity, language),
    asked: sayCount(asked, language),
  }
  const label = say(asked > 0 ? 'slotCellAsked' : 'slotCell', said)
  return (
    <Link
      to={paths.registrations(eventId)}
      search={listSearch({ slots: [slot.label] }) as never}
      className={`mc${isFull ? ' full' : ''}${isOver ? ' ov' : ''}`}
      title={label}
      aria-label={label}
      tabIndex={isStop ? 0 : -1}
      data-at={at}
    >
      <i style={{ height: `${fill(committed, capacity)}%` }} />
    </Link>
  )
}

/** Anything above nothing is seen, and anything short of full is not full. */
function fill(committed: number, capacity: number): number {
  if (committed === 0 || capacity === 0) return 0
  return committed >= capacity ? 100 : Math.min(90, Math.max(10, (committed / capacity) * 100))
}

type Cell = { row: number; column: number }
const steps: Record<string, Cell> = {
  ArrowRight: { row: 0, column: 1 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowDown: { row: 1, column: 0 },
  ArrowUp: { row: -1, column: 0 },
}
type Rows = ReturnType<typeof gridOf>['rows']

function firstCell(rows: Rows): Cell {
  const row = rows.findIndex(({ cells }) => cells.some(Boolean))
  return { row: Math.max(0, row), column: Math.max(0, rows[row]?.cells.findIndex(Boolean) ?? 0) }
}

/** The next slot in a direction; where there is none, the same again. */
function nextCell(rows: Rows, from: Cell, step: Cell): Cell {
  let { row, column } = from
  do {
    row += step.row
    column += step.column
    if (rows[row]?.cells[column]) return { row, column }
  } while (row >= 0 && column >= 0 && row < rows.length && column < (rows[0]?.cells.length ?? 0))
  return from
}

const MOST_LISTED = 8

/** Slots that are only a label: the fullest first. */
function SlotList({ event, slots, asked }: { event: Schema<'Event'>; slots: Schema<'Slot'>[]; asked: Asked }) {
  const say = useOverviewWords()
  const language = useLanguage()
  const fullest = slots.toSorted(
    (a, b) => a.available - b.available || a.label.localeCompare(b.label, language, { numeric: true }),
  )
  const more = slots.length - MOST_LISTED
  return (
    <ul className="slotlist slotend">
      {fullest.slice(0, MOST_LISTED).map((slot) => (
        <li key={slot.id}>
          <RowsLink
            className="rl tr"
            to={paths.registrations(event.id)}
            search={listSearch({ slots: [slot.label] })}
            title={slot.label}
          >
            {slot.label}
          </RowsLink>
          <AllotmentBar
            committed={slot.committed_count}
            pending={asked.get(slot.label) ?? 0}
            total={slot.capacity}
            scale="zone"
          />
          <span className="r">
            {slot.available === 0 ? (
              <b>{say('full')}</b>
            ) : (
              say('slotLeft', { count: slot.available, n: sayCount(slot.available, language) })
            )}
          </span>
        </li>
      ))}
      {more > 0 && <li className="dim s2">{say('moreSlots', { count: more, n: sayCount(more, language) })}</li>}
    </ul>
  )
}
