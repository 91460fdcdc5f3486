import { Popover } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useId, useState } from 'react'
import { localDate } from '@allot/core'
import { sayDay } from '../ui/format.ts'
import { useLanguage } from '../words.ts'
import { dayAt } from './days.ts'
import { useBudgetWords } from './words.ts'

/** Looks at the ledger as it was at the end of a day; the day stands in the address. */
export function AsOf({ on, zone }: { on: string | undefined; zone: string }) {
  const say = useBudgetWords()
  const language = useLanguage()
  const navigate = useNavigate()
  const id = useId()
  const [isOpen, setOpen] = useState(false)
  const go = (day: string) =>
    void navigate({
      to: '.',
      search: ((before: Record<string, string>) => ({ ...before, on: day === '' ? undefined : day })) as never,
      replace: true,
    })
  const label = on === undefined ? say('asOfNow') : say('asOf', { day: sayDay(dayAt(on), 'UTC', language, false) })
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-end" shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <button type="button" className="btn" onClick={() => setOpen(!isOpen)}>
          <IconHistory className="ic" aria-hidden />
          {label}
        </button>
      </Popover.Target>
      <Popover.Dropdown className="asof" aria-label={say('asOfTitle')}>
        <label htmlFor={id} className="s3">
          {say('asOfDay')}
        </label>
        <input
          id={id}
          type="date"
          className="inp"
          max={localDate(new Date(), zone)}
          value={on ?? ''}
          onChange={({ target }) => go(target.value)}
        />
        {on !== undefined && (
          <button
            type="button"
            className="btn full"
            onClick={() => {
              setOpen(false)
              go('')
            }}
          >
            {say('backToNow')}
          </button>
        )}
      </Popover.Dropdown>
    </Popover>
  )
}
