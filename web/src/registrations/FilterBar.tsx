import { useDebouncedCallback } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useId, useState } from 'react'
import type { Schema } from '../api.ts'
import { Mark } from '../ui/StatusMark.tsx'
import { sayCount } from '../ui/format.ts'
import { useLanguage } from '../words.ts'
import { Facet } from './Facet.tsx'
import { statuses } from './filters.ts'
import type { Filters, Status } from './filters.ts'
import { useRegistrationWords } from './words.ts'

type Props = {
  filters: Filters
  facets: Schema<'RegistrationFacets'> | undefined
  onChange: (change: Partial<Filters>) => void
}

/** What the list is narrowed to: text, state, option, department, slot, each with how many there are. */
export function FilterBar({ filters, facets, onChange }: Props) {
  const say = useRegistrationWords()
  const options = (facets?.options ?? []).map(({ event_option_id: value, option_name: text, count }) => ({
    value,
    text,
    label: text,
    count,
    isAtLeast: facets?.at_least.includes('options'),
  }))
  const departments = (facets?.departments ?? []).map(({ department, count }) => {
    const text = department ?? say('noDepartment')
    return { value: department ?? '', text, label: text, count, isAtLeast: facets?.at_least.includes('departments') }
  })
  const slots = (facets?.slots ?? []).map(({ slot, count }) => {
    const text = slot ?? say('noSlot')
    return { value: slot ?? '', text, label: text, count, isAtLeast: facets?.at_least.includes('slots') }
  })
  return (
    <div className="facets rgf">
      <SearchField value={filters.q} onChange={(q) => onChange({ q })} />
      <StatusChips chosen={filters.status} facets={facets} onChange={(status) => onChange({ status })} />
      <Facet
        name={say('option')}
        choices={options}
        chosen={filters.options}
        onChange={(chosen) => onChange({ options: chosen })}
      />
      <Facet
        name={say('department')}
        choices={departments}
        chosen={filters.departments}
        onChange={(chosen) => onChange({ departments: chosen })}
      />
      <Facet
        name={say('slot')}
        choices={slots}
        chosen={filters.slots}
        onChange={(chosen) => onChange({ slots: chosen })}
      />
    </div>
  )
}

function SearchField({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const say = useRegistrationWords()
  const id = useId()
  const [typed, setTyped] = useState(value)
  const [known, setKnown] = useState(value)
  // Cleared, or changed by going back: the field follows the address, unless it is ahead of it.
  if (known !== value) {
    setKnown(value)
    if (typed.trim() !== value) setTyped(value)
  }
  const search = useDebouncedCallback((text: string) => onChange(text.trim()), 250)
  return (
    <label className="inp sm rgq" htmlFor={id}>
      <IconSearch className="ic dim" aria-hidden />
      <input
        id={id}
        type="search"
        placeholder={say('search')}
        aria-label={say('search')}
        maxLength={200}
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value)
          search(target.value)
        }}
      />
    </label>
  )
}

const kinds = {
  WAITLISTED: 'waiting',
  PENDING: 'pending',
  APPROVED: 'approved',
  REJECTED: 'rejected',
  CANCELLED: 'cancelled',
} as const

type ChipsProps = {
  chosen: Status | undefined
  facets: Props['facets']
  onChange: (status: Status | undefined) => void
}

function StatusChips({ chosen, facets, onChange }: ChipsProps) {
  const say = useRegistrationWords()
  const language = useLanguage()
  const countOf = (status: Status) => facets?.statuses.find((one) => one.status === status)?.count
  return (
    <div className="row rgs" role="group" aria-label={say('status')}>
      {statuses.map((status) => {
        const count = countOf(status)
        const isOn = chosen === status
        return (
          <button
            key={status}
            type="button"
            className={isOn ? 'chip on' : 'chip'}
            aria-pressed={isOn}
            onClick={() => onChange(isOn ? undefined : status)}
          >
            <Mark kind={kinds[status]} />
            {say(status)}{' '}
            <span className="n">
              {count !== undefined && sayCount(count, language, facets?.at_least.includes('statuses'))}
            </span>
          </button>
        )
      })}
    </div>
  )
}
