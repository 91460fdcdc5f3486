import { Popover } from '@mantine/core'
import { IconChevronDown, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { sayCount } from '../ui/format.ts'
import { useLanguage } from '../words.ts'
import { useRegistrationWords } from './words.ts'

export type Choice = {
  value: string
  label: ReactNode
  text: string
  count: number
  isAtLeast?: boolean | undefined
}

type Props = {
  name: string
  choices: readonly Choice[]
  chosen: readonly string[]
  onChange: (chosen: string[]) => void
}

/** Longer lists are searched, not scrolled. */
const MOST_SHOWN = 100

/** One kind of filter: a chip that says what is chosen, and opens a list to choose from, each with how many there are. */
export function Facet({ name, choices, chosen, onChange }: Props) {
  const say = useRegistrationWords()
  const [isOpen, setOpen] = useState(false)
  const only = chosen.length === 1 ? choices.find(({ value }) => value === chosen[0]) : undefined
  const isOn = chosen.length > 0
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-start" shadow="md" trapFocus returnFocus withinPortal>
      <span className={isOn ? 'chip on facet' : 'chip facet'}>
        <Popover.Target>
          <button type="button" className="facetopen" onClick={() => setOpen(!isOpen)}>
            <span className="tr">{only ? `${name}: ${only.text}` : name}</span>
            {chosen.length > 1 && <span className="n">{chosen.length}</span>}
            {!isOn && <IconChevronDown className="ic" aria-hidden />}
          </button>
        </Popover.Target>
        {isOn && (
          <button
            type="button"
            className="facetoff"
            aria-label={`${name}: ${say('clearOne')}`}
            onClick={() => onChange([])}
          >
            <IconX className="ic" aria-hidden />
          </button>
        )}
      </span>
      <Popover.Dropdown className="facetlist" aria-label={name}>
        <Choices name={name} choices={choices} chosen={chosen} onChange={onChange} />
      </Popover.Dropdown>
    </Popover>
  )
}

function Choices({ name, choices, chosen, onChange }: Props) {
  const say = useRegistrationWords()
  const language = useLanguage()
  const [text, setText] = useState('')
  const wanted = text.toLocaleLowerCase(language)
  const found = choices.filter((choice) => choice.text.toLocaleLowerCase(language).includes(wanted))
  const shown = found.slice(0, MOST_SHOWN)
  const toggle = (value: string) =>
    onChange(chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value])
  return (
    <>
      {choices.length > 8 && (
        <input
          className="inp sm"
          type="search"
          placeholder={say('find')}
          aria-label={`${name}: ${say('find')}`}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
      )}
      <ul>
        {shown.map(({ value, label, count, isAtLeast }) => (
          <li key={value}>
            <label>
              <input type="checkbox" className="sr" checked={chosen.includes(value)} onChange={() => toggle(value)} />
              <i className={chosen.includes(value) ? 'cb on' : 'cb'} aria-hidden />
              <span className="grow tr">{label}</span>
              <span className="dim s2">{sayCount(count, language, isAtLeast)}</span>
            </label>
          </li>
        ))}
        {shown.length === 0 && <li className="dim s2">{say('nothingFound')}</li>}
        {found.length > shown.length && (
          <li className="dim s2">{say('moreThere', { shown: sayCount(found.length - shown.length, language) })}</li>
        )}
      </ul>
    </>
  )
}
