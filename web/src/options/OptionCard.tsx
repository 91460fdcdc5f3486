import { IconGift, IconPencil, IconRoute } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { Schema } from '../api.ts'
import { paths } from '../paths.ts'
import { useMay } from '../session/session.ts'
import { AllotmentBar } from '../ui/AllotmentBar.tsx'
import { sayCount, sayMoney } from '../ui/format.ts'
import { useLanguage } from '../words.ts'
import { useOptionWords } from './words.ts'

type Props = {
  event: Schema<'Event'>
  option: Schema<'Option'>
  asked: number
  onEdit: (() => void) | undefined
}

/** One option: what is left of it first, then how it stands. */
export function OptionCard({ event, option, asked, onEdit }: Props) {
  const say = useOptionWords()
  const language = useLanguage()
  const mayRead = useMay('registration.read')
  const { option_name: name, total_available: total, committed_count: committed, cost_per_unit: cost } = option
  const holds = (option.hold_stock ?? event.hold_policy.stock) === 'hold'
  const left = total - committed
  const short = Math.max(0, asked - left)
  const count = (number: number) => sayCount(number, language)
  const Glyph = option.option_type === 'TRACK' ? IconRoute : IconGift
  const words = {
    name,
    committed: count(committed),
    total: count(total),
    asked: count(asked),
    left: count(left),
    over: count(short),
  }
  return (
    <div className="og">
      <div className="row sb">
        <span className="row ogname" title={name}>
          <Glyph className="ic dim" aria-hidden />
          {mayRead ? (
            <Link className="rowlink tr" to={paths.registrations(event.id)} search={{ option: option.id } as never}>
              {name}
            </Link>
          ) : (
            <b className="ogn tr">{name}</b>
          )}
        </span>
        <span className="nw s2">
          {short > 0 ? (
            <b className="neg">{say('short', { shown: count(short) })}</b>
          ) : (
            <span className={left === 0 ? 'b' : 'mut'}>
              {left === 0 ? say('full') : say('left', { shown: count(left) })}
            </span>
          )}
        </span>
      </div>
      <AllotmentBar
        committed={committed}
        pending={asked}
        total={total}
        holds={holds}
        scale="zone"
        label={say(short > 0 ? 'barOver' : 'bar', words)}
      />
      <div className="row sb s2 mut">
        <span>{mayRead ? say('ofAsked', words) : say('of', words)}</span>
        <span className="row ogp">
          {cost === null || cost === undefined || cost === 0 ? say('free') : sayMoney(cost, event.currency, language)}
          {onEdit && (
            <button
              type="button"
              className="ogedit"
              aria-label={say('edit', { name })}
              title={say('edit', { name })}
              onClick={onEdit}
            >
              <IconPencil className="ic" aria-hidden />
            </button>
          )}
        </span>
      </div>
    </div>
  )
}
