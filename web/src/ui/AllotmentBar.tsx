import type { ReactNode } from 'react'
import { defineWords } from '../words.ts'

const useWords = defineWords('bar', { en: { none: 'none' }, de: { none: 'nichts' } })

export type BarSize = 'xs' | 'sm' | 'md' | 'lg'

type Props = {
  committed: number
  pending: number
  total: number
  /** Whether what is asked for is reserved: it stands on tinted ground then. */
  holds?: boolean
  size?: BarSize
  /** `true`: the track is the limit's share of all there is, over fills the rest. `zone`: columns of bars line up. */
  scale?: 'true' | 'zone'
  /** What stands inside a large bar. */
  children?: ReactNode
  /** One sentence for who cannot see it; left out where the text beside it says the same. */
  label?: string
}

/** The share of the width that the track has in a column of bars; the rest is for what is over. */
const ZONE = 0.86

/**
 * Money, places, stock, slots: whatever is limited is drawn like this. Solid is committed, striped is asked for, the
 * upright line is the limit, and past it red. Rounding never shows full or empty where it is not.
 */
export function AllotmentBar(props: Props) {
  const { committed, pending, total, holds = false, size = 'sm', scale = 'true', children, label } = props
  if (committed > total) return <BrokenBar {...props} />
  if (total === 0 && pending === 0) return <None />

  const fitting = Math.min(pending, total - committed)
  const over = Math.max(0, committed + pending - total)
  const zoneOver = total === 0 ? 1 - ZONE : Math.min((over / total) * ZONE, 1 - ZONE)
  const track = scale === 'zone' ? ZONE : total / Math.max(total, committed + pending)
  const overWidth = scale === 'zone' ? zoneOver : 1 - track
  const isCut = scale === 'zone' && total > 0 && (over / total) * ZONE > 1 - ZONE
  const classes = ['ab', size === 'sm' ? '' : size, holds ? 'held' : '', isCut ? 'cut' : ''].filter(Boolean).join(' ')
  return (
    <div
      className={classes}
      {...(label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
    >
      <div className="ab-t" style={{ width: percent(track) }}>
        {committed > 0 && (
          <i className="ab-c" style={{ width: shareOf(committed, total) }}>
            {children !== undefined && <span className="lbl">{children}</span>}
          </i>
        )}
        {fitting > 0 && <i className="ab-p" style={{ width: shareOf(fitting, total) }} />}
      </div>
      {over > 0 && <i className="ab-o" style={{ width: percent(overWidth) }} />}
    </div>
  )
}

/** Nothing to give, and nobody asks: a word, for a bar would say that it is full. */
function None() {
  const say = useWords()
  return <span className="ab-none">{say('none')}</span>
}

/** More committed than there is must never be drawn as if it were all right. */
function BrokenBar({ committed, total }: Props) {
  return (
    <span className="neg b" role="alert">
      {committed} / {total}
    </span>
  )
}

/** Anything short of full leaves at least 2 px; anything above 0 has at least 2 px by its min-width. */
function shareOf(part: number, whole: number): string {
  return part >= whole ? '100%' : `min(${percent(part / whole)}, calc(100% - 2px))`
}

function percent(share: number): string {
  return `${Math.round(share * 100_000) / 1000}%`
}
