import { Popover } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useState } from 'react'
import { sayCount } from '../ui/format.ts'
import { useLanguage } from '../words.ts'
import { slotsInstead } from './counts.ts'
import type { Counts } from './counts.ts'
import { useApprovalWords } from './words.ts'

type Offer = { label: string; available: number }
type Props = {
  label: string
  /** The slot it is about: what is near it comes first. */
  wanted: string | null
  counts: Counts
  /** Whether the nearest are a press away; else all are behind one button. */
  isDirect: boolean
  /** What the server offered; left out, the nearest with room as counted here. */
  offered?: readonly Offer[]
  onChoose: (label: string) => void
}

const MOST_LISTED = 200
const MOST_NEAR = 3

/** The nearest at the same place, then what the server offered: it has looked at the same moment as it refused. */
function nearest(all: readonly Offer[], offered: readonly Offer[] | undefined): readonly Offer[] {
  if (!offered) return all.slice(0, MOST_NEAR)
  const first = all.slice(0, 1)
  return [...first, ...offered.filter(({ label }) => label !== first[0]?.label)].slice(0, MOST_NEAR)
}

/** Another slot with room: the nearest one press away, all others in a list. */
export function SlotChoice({ label, wanted, counts, isDirect, offered, onChoose }: Props) {
  const say = useApprovalWords()
  const language = useLanguage()
  const [isOpen, setOpen] = useState(false)
  const all = slotsInstead(wanted, counts, MOST_LISTED)
  const near = nearest(all, offered)
  const left = ({ available }: Offer) => say('slotLeft', { count: available, n: sayCount(available, language) })
  if (all.length === 0 && near.length === 0)
    return isDirect ? <span className="dim s2">{say('noSlotFree')}</span> : null
  const choose = (slot: string) => {
    setOpen(false)
    onChoose(slot)
  }
  return (
    <>
      {isDirect && <span className="dim s2">{label}</span>}
      {isDirect &&
        near.map((slot) => (
          <button key={slot.label} type="button" className="btn sm" onClick={() => choose(slot.label)}>
            {slot.label} <span className="dim">{left(slot)}</span>
          </button>
        ))}
      <Popover opened={isOpen} onChange={setOpen} position="bottom-end" width={280} trapFocus returnFocus shadow="md">
        <Popover.Target>
          <button type="button" className="btn sm" onClick={() => setOpen(!isOpen)}>
            {isDirect ? say('otherSlot') : `${label} …`}
            <IconChevronDown className="ic" aria-hidden />
          </button>
        </Popover.Target>
        <Popover.Dropdown className="fm" aria-label={label}>
          <ul className="fml">
            {all.map((slot) => (
              <li key={slot.id}>
                <button type="button" className="fmi" onClick={() => choose(slot.label)}>
                  <span className="grow tr" title={slot.label}>
                    {slot.label}
                  </span>
                  <span className="dim">{left(slot)}</span>
                </button>
              </li>
            ))}
          </ul>
        </Popover.Dropdown>
      </Popover>
    </>
  )
}
