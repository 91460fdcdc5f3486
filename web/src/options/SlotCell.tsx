import { AllotmentBar } from '../ui/AllotmentBar.tsx'
import { sayCount } from '../ui/format.ts'
import { useLanguage } from '../words.ts'
import type { Board } from './board.ts'
import type { Slot } from './slots-query.ts'
import { useOptionWords } from './words.ts'

type Props = { board: Board; slot: Slot; tabIndex: 0 | -1; onFocus?: () => void; name?: string }

/** One slot: how many have it, how full it is, and how many more ask than fit. */
export function SlotCell({ board, slot, tabIndex, onFocus, name }: Props) {
  const say = useOptionWords()
  const language = useLanguage()
  const { carried, over, opened } = board
  const { capacity, committed_count: committed } = slot
  const asked = board.askedFor(slot)
  const left = capacity - committed
  const short = Math.max(0, asked - left)
  const count = (number: number) => sayCount(number, language)
  const isTarget = carried !== undefined && over === slot.id
  const classes = ['slb', fillOf(committed, capacity), opened?.id === slot.id ? 'open' : '', isTarget ? 'target' : '']
  return (
    <button
      type="button"
      className={classes.filter(Boolean).join(' ')}
      data-slot={slot.id}
      tabIndex={tabIndex}
      aria-pressed={opened?.id === slot.id}
      aria-label={say('cell', {
        label: slot.label,
        committed: count(committed),
        capacity: count(capacity),
        asked: count(asked),
        left: count(left),
      })}
      onFocus={() => {
        onFocus?.()
        if (carried) board.hoverOver(slot)
      }}
      onClick={() => (carried ? board.dropOn(slot, carried) : board.open(slot.id))}
    >
      {name !== undefined && <span className="tr slname">{name}</span>}{' '}
      <span className="n">
        {count(committed)}
        {short > 0 && <em data-more={`+${count(short)}`} />}
      </span>
      <AllotmentBar
        committed={committed}
        pending={asked}
        total={capacity}
        holds={board.event.hold_policy.slot === 'hold'}
        size="xs"
        scale="zone"
      />
    </button>
  )
}

/** The fuller, the deeper the ground; full has an edge as well. */
function fillOf(committed: number, capacity: number): string {
  if (committed >= capacity) return 'full'
  const share = committed / capacity
  return share >= 0.75 ? 'h3' : share >= 0.5 ? 'h2' : ''
}
