import type { Schema } from '../api.ts'
import { sayCount, sayMoney } from '../ui/format.ts'
import { useLanguage } from '../words.ts'
import type { BatchRow } from './batch.ts'
import type { Row } from './row.ts'
import type { Fit } from './trial.ts'
import { useWhatIfWords } from './what-if-words.ts'
import { useApprovalWords } from './words.ts'

/** What a trial says of one request, in full. */
export type Tried = {
  fit: Exclude<Fit, { kind: 'unread' }>
  row: BatchRow | undefined
  /** How many before it go without for the same. */
  ahead: number
  /** What is left of the money once all that fit are approved. */
  left: number
}

/** Why it fits or does not, when its turn comes. */
export function TrialWhy({ request, tried, currency }: { request: Row; tried: Tried; currency: string }) {
  const say = useWhatIfWords()
  const language = useLanguage()
  const { ahead } = tried
  return (
    <>
      <p>{useWhy(request, tried, currency)}</p>
      {ahead > 0 && <p className="dim s2">{say('ahead', { count: ahead, n: sayCount(ahead, language) })}</p>}
    </>
  )
}

function useWhy(request: Row, { fit, left }: Tried, currency: string): string {
  const say = useWhatIfWords()
  const language = useLanguage()
  const n = (number: number) => sayCount(number, language)
  switch (fit.kind) {
    case 'fits':
      if (fit.slot !== undefined) return say('wouldFitIn', { slot: fit.slot })
      return say('wouldFit', { money: sayMoney(left, currency, language) })
    case 'money':
      return say('goneMoney', {
        needed: sayMoney(fit.needed, currency, language),
        left: sayMoney(fit.left, currency, language),
      })
    case 'option':
    case 'slot': {
      const { committed, total, toOthers } = fit.stock
      const gone = fit.kind === 'slot' ? 'goneSlot' : fit.isTrack ? 'gonePlaces' : 'goneStock'
      const values = {
        option: request.option_name,
        slot: fit.kind === 'slot' ? fit.label : '',
        total: n(total),
        before: n(committed - toOthers),
        count: toOthers,
        n: n(toOthers),
      }
      return toOthers === 0 ? say(`${gone}Before`, values) : say(gone, values)
    }
    case 'other':
      if (fit.code === 'OWN_REGISTRATION') return say('fit_own')
      return fit.message
  }
}

type WaysProps = {
  request: Row
  tried: Tried
  onOffer: (notes: string) => void
  onTryIn: (slot: string) => void
  onReject: () => void
}

/** What there is instead, as the trial leaves it: another option to point to, another slot to try. */
export function TrialWays({ request, tried, onOffer, onTryIn, onReject }: WaysProps) {
  const say = useApprovalWords()
  const sayWhatIf = useWhatIfWords()
  const conflicts = tried.row?.conflicts ?? []
  const options = uniqueBy(
    conflicts.flatMap((one) => one.alternative_options),
    (one) => one.option_id,
  )
  const slots = uniqueBy(
    conflicts.flatMap((one) => one.alternative_slots),
    (one) => one.slot_id,
  )
  const offer = (option: string) => onOffer(say('suggestion', { taken: request.option_name, option }))
  return (
    <>
      {slots.length > 0 && (
        <span className="alts" role="group" aria-label={sayWhatIf('moveTo')}>
          <span className="dim s2">{sayWhatIf('moveTo')}</span>
          {slots.map((one) => (
            <Way key={one.slot_id} name={one.label} left={one.available} onChoose={() => onTryIn(one.label)} />
          ))}
        </span>
      )}
      {options.length > 0 && (
        <span className="alts" role="group" aria-label={sayWhatIf('offerInstead')}>
          <span className="dim s2">{sayWhatIf('offerInstead')}</span>
          {options.map((one) => (
            <Way
              key={one.option_id}
              name={one.option_name}
              left={one.available}
              onChoose={() => offer(one.option_name)}
            />
          ))}
        </span>
      )}
      <button type="button" className="btn sm dng" onClick={onReject}>
        {say('reject')}
      </button>
    </>
  )
}

type WayProps = { name: string; left: number; onChoose: () => void }

function Way({ name, left, onChoose }: WayProps) {
  const say = useWhatIfWords()
  const language = useLanguage()
  return (
    <button type="button" className="btn sm" onClick={onChoose}>
      {name} <span className="dim">{say('offered', { count: left, n: sayCount(left, language) })}</span>
    </button>
  )
}

type Alternative = Schema<'AlternativeOption'> | Schema<'AlternativeSlot'>

function uniqueBy<Of extends Alternative>(all: readonly Of[], keyOf: (one: Of) => string): Of[] {
  return [...new Map(all.map((one) => [keyOf(one), one])).values()]
}
