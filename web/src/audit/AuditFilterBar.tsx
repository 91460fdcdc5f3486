import selectSheet from '../registrations/select.css?inline'
import { Popover, Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconCalendar } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { api, takePage } from '../api.ts'
import { dayAt } from '../budget/days.ts'
import { useMay } from '../session/session.ts'
import { sayDay } from '../ui/format.ts'
import { useSheets } from '../ui/use-sheets.ts'
import { useLanguage } from '../words.ts'
import type { AuditEntry, AuditFilters } from './audit-query.ts'
import { useAuditWords } from './words.ts'

const eventKinds = ['registration.', 'event.', 'option.', 'slot.', 'location.', 'desk.'] as const
const tenantKinds = ['user.', 'api_key.', 'tenant.'] as const

type Props = {
  filters: AuditFilters
  isTenant: boolean
  entries: readonly AuditEntry[]
  onChange: (part: Partial<AuditFilters>) => void
}

/** By whom, what about, and when. */
export function AuditFilterBar({ filters, isTenant, entries, onChange }: Props) {
  useSheets(selectSheet)
  const say = useAuditWords()
  return (
    <div className="facets auf">
      <PersonFilter by={filters.by} entries={entries} onChange={(by) => onChange({ by })} />
      <div className="row auk" role="group" aria-label={say('kind')}>
        {(isTenant ? tenantKinds : eventKinds).map((kind) => {
          const isOn = filters.kind === kind
          return (
            <button
              key={kind}
              type="button"
              className={isOn ? 'chip on' : 'chip'}
              aria-pressed={isOn}
              onClick={() => onChange({ kind: isOn ? undefined : kind })}
            >
              {say(`kind.${kind}`)}
            </button>
          )
        })}
      </div>
      <TimeFilter filters={filters} onChange={onChange} />
    </div>
  )
}

type PersonProps = {
  by: string | undefined
  entries: readonly AuditEntry[]
  onChange: (by: string | undefined) => void
}

/** Whoever is seen in the trail can be chosen; who manages people finds anybody by name. */
function PersonFilter({ by, entries, onChange }: PersonProps) {
  const say = useAuditWords()
  const canFind = useMay('tenant.manage')
  const [typed, setTyped] = useState('')
  const [text] = useDebouncedValue(typed.trim(), 250)
  const { data: found } = useQuery({
    queryKey: ['people', 'find', text],
    queryFn: () => takePage(api.GET('/users', { params: { query: { q: text, limit: 20 } } })),
    enabled: canFind && text !== '',
    staleTime: 60_000,
  })
  const people = new Map(found?.items.map(({ id, name, email }) => [id, `${name}, ${email}`]))
  for (const { actor_id: id, actor_name: name } of entries)
    if (id !== null && name !== null && !people.has(id)) people.set(id, name)
  const isKnown = by === undefined || people.has(by)
  return (
    <Select
      size="xs"
      className="aup"
      aria-label={say('person')}
      placeholder={say('person')}
      clearable
      searchable
      withScrollArea={false}
      classNames={{ input: 'selin', dropdown: 'seldrop' }}
      styles={{ options: { maxHeight: 280, overflowY: 'auto' } }}
      value={by ?? null}
      onSearchChange={setTyped}
      onChange={(value) => onChange(value ?? undefined)}
      data={[
        ...[...people].map(([value, label]) => ({ value, label })),
        ...(isKnown ? [] : [{ value: by, label: say('someone') }]),
      ]}
    />
  )
}

function TimeFilter({ filters: { from, to }, onChange }: Pick<Props, 'filters' | 'onChange'>) {
  const say = useAuditWords()
  const language = useLanguage()
  const id = useId()
  const [isOpen, setOpen] = useState(false)
  const day = (on: string) => sayDay(dayAt(on), 'UTC', language, false)
  const label =
    from !== undefined && to !== undefined
      ? say('timeBetween', { from: day(from), to: day(to) })
      : from !== undefined
        ? say('timeSince', { from: day(from) })
        : to !== undefined
          ? say('timeUntil', { to: day(to) })
          : say('time')
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-start" shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <button type="button" className={(from ?? to) ? 'chip on' : 'chip'} onClick={() => setOpen(!isOpen)}>
          <IconCalendar className="ic" aria-hidden />
          {label}
        </button>
      </Popover.Target>
      <Popover.Dropdown className="aut" aria-label={say('time')}>
        <label htmlFor={`${id}f`} className="s3">
          {say('timeFrom')}
          <input
            id={`${id}f`}
            type="date"
            className="inp"
            max={to}
            value={from ?? ''}
            onChange={({ target }) => onChange({ from: target.value === '' ? undefined : target.value })}
          />
        </label>
        <label htmlFor={`${id}t`} className="s3">
          {say('timeTo')}
          <input
            id={`${id}t`}
            type="date"
            className="inp"
            min={from}
            value={to ?? ''}
            onChange={({ target }) => onChange({ to: target.value === '' ? undefined : target.value })}
          />
        </label>
        {(from ?? to) !== undefined && (
          <button type="button" className="btn full" onClick={() => onChange({ from: undefined, to: undefined })}>
            {say('timeClear')}
          </button>
        )}
      </Popover.Dropdown>
    </Popover>
  )
}
