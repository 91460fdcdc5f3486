import { Popover } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconChevronDown, IconSearch } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import type { RefObject } from 'react'
import { paths } from '../paths.ts'
import { ExportLink } from '../ui/ExportLink.tsx'
import { sayCount } from '../ui/format.ts'
import { Mark } from '../ui/StatusMark.tsx'
import { useLanguage } from '../words.ts'
import { ClearOne, FacetLine, FacetMenu } from './FacetMenu.tsx'
import { fileQueryOf } from './filters.ts'
import type { Filters } from './filters.ts'
import { facetsQuery } from './queries.ts'
import { useWhatIfWords } from './what-if-words.ts'
import { useApprovalWords } from './words.ts'

type Props = {
  eventId: string
  filters: Filters
  onChange: (change: Partial<Filters>) => void
  searchField: RefObject<HTMLInputElement | null>
  /** Those who would not fit, or did not, to look at by themselves. */
  refused: number
  /** Whether that is of a trial: they would not. */
  isTrial: boolean
  isRefusedOnly: boolean
  onRefusedOnly: (isOn: boolean) => void
}

export function Facets({
  eventId,
  filters,
  onChange,
  searchField,
  refused,
  isTrial,
  isRefusedOnly,
  onRefusedOnly,
}: Props) {
  const say = useApprovalWords()
  const sayWhatIf = useWhatIfWords()
  const language = useLanguage()
  const { data: facets } = useQuery(facetsQuery(eventId, filters))
  const { data: all } = useQuery(facetsQuery(eventId))
  const isAtLeast = (kind: 'options' | 'departments' | 'slots') => facets?.at_least.includes(kind) ?? false
  return (
    <div className="facets" role="search">
      <SearchField value={filters.q} onChange={(q) => onChange({ q })} field={searchField} />
      <span className="chip on">
        <Mark kind="pending" />
        {say('pendingChip')} {all && <span className="n">{sayCount(all.total, language)}</span>}
      </span>
      <FacetMenu
        label={say('option')}
        values={(facets?.options ?? []).map(({ event_option_id: value, option_name: label, count }) => ({
          value,
          label,
          count,
          isAtLeast: isAtLeast('options'),
        }))}
        chosen={filters.options}
        onChange={(options) => onChange({ options })}
      />
      <FacetMenu
        label={say('department')}
        values={(facets?.departments ?? []).map(({ department, count }) => ({
          value: department ?? '',
          label: department ?? say('noDepartment'),
          count,
          isAtLeast: isAtLeast('departments'),
        }))}
        chosen={filters.departments}
        onChange={(departments) => onChange({ departments })}
      />
      <FacetMenu
        label={say('slot')}
        values={(facets?.slots ?? []).map(({ slot, count }) => ({
          value: slot ?? '',
          label: slot ?? say('noSlot'),
          count,
          isAtLeast: isAtLeast('slots'),
        }))}
        chosen={filters.slots}
        onChange={(slots) => onChange({ slots })}
      />
      <WaitingMenu eventId={eventId} filters={filters} onChange={(waitingDays) => onChange({ waitingDays })} />
      {refused > 0 && (
        <button
          type="button"
          className={isRefusedOnly ? 'chip on' : 'chip'}
          aria-pressed={isRefusedOnly}
          onClick={() => onRefusedOnly(!isRefusedOnly)}
        >
          {isTrial ? sayWhatIf('misfits') : say('notFitting')} <span className="n">{sayCount(refused, language)}</span>
        </button>
      )}
      <ExportLink href={paths.registrationsFile(eventId, fileQueryOf(filters))} isSmall />
    </div>
  )
}

/** The days that the groups of ages begin with: what can be counted without asking again. */
const waits = [1, 3, 6] as const

function WaitingMenu({
  eventId,
  filters,
  onChange,
}: Pick<Props, 'eventId' | 'filters'> & { onChange: (days: number | undefined) => void }) {
  const say = useApprovalWords()
  const language = useLanguage()
  const [isOpen, setOpen] = useState(false)
  const { data } = useQuery(facetsQuery(eventId, filters))
  const waiting = data?.waiting
  const countOf = (days: number | undefined) => {
    if (!waiting) return ''
    const { days_over_5: long, days_3_to_5: middle, days_1_to_2: short, today } = waiting
    const counts = new Map([
      [undefined, long + middle + short + today],
      [1, long + middle + short],
      [3, long + middle],
      [6, long],
    ])
    const count = counts.get(days)
    return count === undefined ? '' : sayCount(count, language, data?.at_least.includes('waiting'))
  }
  const days = filters.waitingDays
  const choose = (next: number | undefined) => {
    onChange(next)
    setOpen(false)
  }
  return (
    <span className={days === undefined ? 'chip split' : 'chip on split'}>
      <Popover opened={isOpen} onChange={setOpen} position="bottom-start" width={260} trapFocus returnFocus shadow="md">
        <Popover.Target>
          <button type="button" className="chipb" onClick={() => setOpen(!isOpen)}>
            {days === undefined ? say('waiting') : say('waitingDays', { count: days })}
            {days === undefined ? (
              <IconChevronDown className="ic" aria-hidden />
            ) : (
              <span className="n">{countOf(days)}</span>
            )}
          </button>
        </Popover.Target>
        <Popover.Dropdown className="fm" aria-label={say('waiting')}>
          <ul className="fml">
            {[undefined, ...waits].map((one) => (
              <FacetLine
                key={one ?? 0}
                kind="radio"
                label={one === undefined ? say('anyWait') : say('waitingDays', { count: one })}
                count={countOf(one)}
                isOn={days === one}
                onToggle={() => choose(one)}
              />
            ))}
          </ul>
        </Popover.Dropdown>
      </Popover>
      {days !== undefined && (
        <ClearOne label={`${say('clearOne')}: ${say('waiting')}`} onClear={() => onChange(undefined)} />
      )}
    </span>
  )
}

/** The address follows when typing rests. */
const TYPING_MS = 250

function SearchField({
  value,
  onChange,
  field,
}: {
  value: string
  onChange: (q: string) => void
  field: Props['searchField']
}) {
  const say = useApprovalWords()
  const [typed, setTyped] = useState(value)
  const [known, setKnown] = useState(value)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  // The address may change by itself, where filters are cleared or a link is followed.
  if (known !== value) {
    setKnown(value)
    setTyped(value)
  }
  const type = (text: string) => {
    setTyped(text)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      setKnown(text)
      onChange(text)
    }, TYPING_MS)
  }
  return (
    <label className="inp sm fsearch">
      <IconSearch className="ic" aria-hidden />
      <input
        ref={field}
        type="search"
        placeholder={say('search')}
        aria-label={say('search')}
        value={typed}
        onChange={({ target }) => type(target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') event.currentTarget.blur()
        }}
      />
    </label>
  )
}
