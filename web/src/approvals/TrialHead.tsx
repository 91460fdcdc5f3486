import { IconX } from '@tabler/icons-react'
import { sayCount, sayMoney, sayTimeExactly } from '../ui/format.ts'
import { useLanguage } from '../words.ts'
import { orders } from './batch.ts'
import type { Counts } from './counts.ts'
import { reasonsOf } from './trial.ts'
import type { Trial } from './try-out.ts'
import type { Workbench } from './use-workbench.ts'
import { useWhatIfWords } from './what-if-words.ts'
import { useApprovalWords } from './words.ts'

type Props = { bench: Workbench; counts: Counts | undefined; isAsked: boolean }

/** About whom it is, and who comes first. */
export function TrialHead({ bench, counts, isAsked }: Props) {
  const say = useApprovalWords()
  const sayWhatIf = useWhatIfWords()
  const language = useLanguage()
  const { selection, trial: state, whatIf } = bench
  const { trial } = state
  const count = selection.chosen.size
  const n = sayCount(count, language)
  const title =
    count === 0 ? say('noneChosen') : isAsked ? sayWhatIf('title', { count, n }) : say('chosen', { count, n })
  return (
    <>
      <div className="row sb">
        <h2 className="s5 simt" tabIndex={-1}>
          {title}
        </h2>
        {count > 0 && (
          <button
            type="button"
            className="iconb"
            onClick={selection.clear}
            aria-label={say('clearChoice')}
            title={say('clearChoice')}
          >
            <IconX className="ic l" aria-hidden />
          </button>
        )}
      </div>
      <p className="s2 dim">
        {count === 0 ? (
          say('chooseHint')
        ) : !isAsked ? null : (
          <>
            {sayWhatIf('note')}{' '}
            {trial && counts && <Counted trial={trial} zone={counts.zone} isCounting={state.isCounting} />}
          </>
        )}
      </p>
      {isAsked && (
        <fieldset className="seg order">
          <legend className="sr">{sayWhatIf('order')}</legend>
          {orders.map((order) => (
            <label key={order} className={whatIf.terms.order === order ? 'on' : undefined}>
              <input
                type="radio"
                name="who-comes-first"
                className="sr"
                checked={whatIf.terms.order === order}
                onChange={() => whatIf.setOrder(order)}
              />
              {sayWhatIf(`order_${order}`)}
            </label>
          ))}
        </fieldset>
      )}
      {isAsked && whatIf.terms.order === 'mine' && <p className="s2 dim">{sayWhatIf('mineHint')}</p>}
    </>
  )
}

/** When it was counted; that it is being counted anew is said only where one has to wait for it. */
function Counted({ trial, zone, isCounting }: { trial: Trial; zone: string; isCounting: boolean }) {
  const say = useWhatIfWords()
  const language = useLanguage()
  const time = sayTimeExactly(trial.summary.counted_at, zone, language)
  return (
    <>
      {say('countedAt', { time })} {isCounting && <span className="later">{say('counting')}</span>}
    </>
  )
}

/** How many fit, what that takes, and why the others do not. */
export function Outcome({ trial, currency }: { trial: Trial; currency: string }) {
  const say = useWhatIfWords()
  const language = useLanguage()
  const { summary } = trial
  const { changed, refused, refusals, amount, largest_fit: largest, mode } = summary
  const reasons = reasonsOf(refusals)
    .map(({ reason, count }) => say(`reason_${reason}`, { n: sayCount(count, language) }))
    .join(', ')
  return (
    <>
      <div className="outc">
        <div>
          <span className="big">{sayCount(changed, language)}</span> {say('fitWord', { count: changed })}
          <small>{sayMoney(amount, currency, language)}</small>
        </div>
        {refused > 0 && (
          <div>
            <span className="big neg">{sayCount(refused, language)}</span> {say('notWord', { count: refused })}
            <small>{reasons}</small>
          </div>
        )}
      </div>
      {mode === 'largest_fit' && largest?.is_exact === false && (
        <p className="s2 dim">{say('inexact', { n: sayCount(largest.bound, language) })}</p>
      )}
    </>
  )
}
