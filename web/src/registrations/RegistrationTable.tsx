import { useMediaQuery } from '@mantine/hooks'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { Link, useNavigate } from '@tanstack/react-router'
import { useVirtualizer } from '@tanstack/react-virtual'
import { memo, useEffect, useRef } from 'react'
import type { MouseEvent } from 'react'
import { paths } from '../paths.ts'
import { StatusMark } from '../ui/StatusMark.tsx'
import { sayMoment, sayMoney } from '../ui/format.ts'
import { useLanguage } from '../words.ts'
import type { Filters } from './filters.ts'
import type { Registration } from './registrations-query.ts'
import { useRegistrationWords } from './words.ts'

type Props = {
  eventId: string
  rows: readonly Registration[]
  total: number
  currency: string
  zone: string
  order: Filters['order']
  onOrder: (order: Filters['order']) => void
  hasMore: boolean
  onMore: () => void
}

const COLUMNS = 7
const ROW = 32
const PHONE_ROW = 66
/** The next page is asked for before anybody gets there. */
const AHEAD = 60

/** A table of any length: only the rows in sight exist, and the next page comes before the end is reached. */
export function RegistrationTable({ eventId, rows, total, currency, zone, order, onOrder, hasMore, onMore }: Props) {
  const say = useRegistrationWords()
  const isPhone = useMediaQuery('(max-width: 760px)') ?? false
  const scroller = useRef<HTMLDivElement>(null)
  const size = isPhone ? PHONE_ROW : ROW
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => size,
    overscan: 16,
  })
  useEffect(() => virtual.measure(), [virtual, size])
  const items = virtual.getVirtualItems()
  const last = items.at(-1)?.index ?? 0
  useEffect(() => {
    if (hasMore && last >= rows.length - AHEAD) onMore()
  }, [hasMore, last, rows.length, onMore])

  const above = items[0]?.start ?? 0
  const below = virtual.getTotalSize() - (items.at(-1)?.end ?? 0)
  const isNewest = order === 'newest'
  const Arrow = isNewest ? IconArrowDown : IconArrowUp
  return (
    <div className="wbt rgt" ref={scroller} data-scroll-restoration-id="registrations" tabIndex={-1}>
      <table className="tb" aria-rowcount={total + 1} aria-label={say('title')}>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col">{say('person')}</th>
            <th scope="col">{say('department')}</th>
            <th scope="col">{say('option')}</th>
            <th scope="col">{say('slot')}</th>
            <th scope="col" className="r">
              {say('amount')}
            </th>
            <th scope="col">{say('status')}</th>
            <th scope="col" aria-sort={isNewest ? 'descending' : 'ascending'}>
              <button
                type="button"
                className="sort"
                title={say(order)}
                onClick={() => onOrder(isNewest ? 'oldest' : 'newest')}
              >
                {say('asked')} <Arrow className="ic" aria-hidden />
              </button>
            </th>
          </tr>
        </thead>
        <tbody>
          <Space height={above} />
          {items.map(({ index }) => {
            const row = rows[index]
            return row && <Row key={row.id} {...{ eventId, row, index, currency, zone }} />
          })}
          <Space height={below} />
        </tbody>
      </table>
    </div>
  )
}

function Space({ height }: { height: number }) {
  if (height <= 0) return null
  return (
    <tr aria-hidden className="space">
      <td colSpan={COLUMNS} style={{ height }} />
    </tr>
  )
}

type RowProps = { eventId: string; row: Registration; index: number; currency: string; zone: string }

/** Scrolling moves rows; it does not change them. */
const Row = memo(function Row({ eventId, row, index, currency, zone }: RowProps) {
  const language = useLanguage()
  const navigate = useNavigate()
  const to = paths.registration(eventId, row.id)
  const slot = row.assigned_pickup_slot ?? row.preferred_pickup_slot
  const open = ({ target }: MouseEvent) => {
    if (target instanceof Element && target.closest('a') === null) void navigate({ to })
  }
  return (
    <tr aria-rowindex={index + 2} onClick={open}>
      <td className="tr who" title={row.person.name}>
        <Link to={to} className="rowlink">
          {row.person.name}
        </Link>
      </td>
      <td className="dim tr dep" title={row.person.department ?? undefined}>
        {row.person.department ?? '–'}
      </td>
      <td className="tr opn" title={row.option_name}>
        {row.option_name}
      </td>
      <td className="tr slo" title={slot ?? undefined}>
        {slot ?? <span className="dim">–</span>}
      </td>
      <td className="r amt">{sayMoney(row.amount_committed, currency, language)}</td>
      <td className="sta">
        <StatusMark status={row.status} />
      </td>
      <td className="dim ask">{sayMoment(row.created_at, zone, language)}</td>
    </tr>
  )
})
