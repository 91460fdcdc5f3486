import { Popover } from '@mantine/core'
import { IconChevronDown, IconX } from '@tabler/icons-react'
import { useId, useState } from 'react'
import { sayCount } from '../ui/format.ts'
import { useLanguage } from '../words.ts'
import { useApprovalWords } from './words.ts'

/** `isAtLeast` where not all of the event's registrations were counted. */
export type FacetValue = { value: string; label: string; count: number; isAtLeast?: boolean }
type Props = {
  label: string
  values: readonly FacetValue[]
  chosen: readonly string[]
  onChange: (chosen: string[]) => void
}

/** So many can be seen at a glance; a longer list can be searched. */
const FEW = 10

/** A filter: any of several values, each with how many it finds under the other filters. */
export function FacetMenu({ label, values, chosen, onChange }: Props) {
  const say = useApprovalWords()
  const language = useLanguage()
  const [isOpen, setOpen] = useState(false)
  const [find, setFind] = useState('')
  const all = withChosen(values, chosen)
  const shown = all.filter((one) => one.label.toLocaleLowerCase().includes(find.trim().toLocaleLowerCase()))
  const isOn = chosen.length > 0
  const first = all.find(({ value }) => value === chosen[0])?.label ?? ''
  const text = chosen.length > 1 ? say('two', { name: first, n: chosen.length - 1 }) : first
  const toggle = (value: string) =>
    onChange(chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value])
  return (
    <span className={isOn ? 'chip on split' : 'chip split'}>
      <Popover opened={isOpen} onChange={setOpen} position="bottom-start" width={280} trapFocus returnFocus shadow="md">
        <Popover.Target>
          <button type="button" className="chipb" onClick={() => setOpen(!isOpen)} title={isOn ? text : undefined}>
            <span className="tr">{isOn ? `${label}: ${text}` : label}</span>
            {!isOn && <IconChevronDown className="ic" aria-hidden />}
          </button>
        </Popover.Target>
        <Popover.Dropdown className="fm" aria-label={label}>
          {all.length > FEW && (
            <input
              className="inp sm"
              type="search"
              placeholder={say('find')}
              aria-label={say('find')}
              value={find}
              onChange={({ target }) => setFind(target.value)}
            />
          )}
          <ul className="fml">
            {shown.map((one) => (
              <FacetLine
                key={one.value}
                label={one.label}
                count={sayCount(one.count, language, one.isAtLeast)}
                isOn={chosen.includes(one.value)}
                onToggle={() => toggle(one.value)}
              />
            ))}
          </ul>
          {shown.length === 0 && <p className="s2 dim">{say('nothingFound')}</p>}
        </Popover.Dropdown>
      </Popover>
      {isOn && <ClearOne label={`${say('clearOne')}: ${label}`} onClear={() => onChange([])} />}
    </span>
  )
}

export function ClearOne({ label, onClear }: { label: string; onClear: () => void }) {
  return (
    <button type="button" className="chipx" onClick={onClear} aria-label={label} title={label}>
      <IconX className="ic" aria-hidden />
    </button>
  )
}

type LineProps = { label: string; count: string; isOn: boolean; onToggle: () => void; kind?: 'checkbox' | 'radio' }

export function FacetLine({ label, count, isOn, onToggle, kind = 'checkbox' }: LineProps) {
  const id = useId()
  return (
    <li>
      <label htmlFor={id} className="fmi">
        <input
          id={id}
          type={kind}
          className={kind === 'checkbox' ? 'cbx' : undefined}
          checked={isOn}
          onChange={onToggle}
        />
        <span className="grow tr" title={label}>
          {label}
        </span>
        <span className="dim">{count}</span>
      </label>
    </li>
  )
}

/** What is chosen stays in the list, also where nobody is left of it. */
function withChosen(values: readonly FacetValue[], chosen: readonly string[]): FacetValue[] {
  const missing = chosen.filter((value) => !values.some((one) => one.value === value))
  return [...values, ...missing.map((value) => ({ value, label: value, count: 0 }))]
}
