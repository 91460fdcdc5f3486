import { sayCount } from '../ui/format.ts'
import { sayKey } from '../ui/say-key.ts'
import { paths } from '../paths.ts'
import { useMay } from '../session/session.ts'
import { useLanguage } from '../words.ts'
import type { Workbench } from './use-workbench.ts'
import { useWhatIfWords } from './what-if-words.ts'
import { useApprovalWords } from './words.ts'

type Props = { eventId: string; bench: Workbench; onApprove: () => void; onReject: () => void }

/** Approves those who fit, as was shown; or rejects all that are chosen. */
export function ApplyPart({ eventId, bench, onApprove, onReject }: Props) {
  const say = useApprovalWords()
  const sayWhatIf = useWhatIfWords()
  const language = useLanguage()
  const { trial, isCurrent } = bench.trial
  const count = bench.selection.chosen.size
  const fitting = trial?.summary.changed ?? 0
  const staying = trial?.summary.refused ?? 0
  const isAssumed = bench.whatIf.terms.budget !== undefined
  const n = sayCount(fitting, language)
  const isAlone = count === 1 && !isCurrent
  const label = isAlone
    ? sayWhatIf('approveAll', { n: sayCount(1, language) })
    : trial === undefined
      ? sayWhatIf('counting')
      : fitting === 0
        ? sayWhatIf('noneFits')
        : staying === 0
          ? sayWhatIf('approveAll', { n })
          : sayWhatIf('approveFitting', { count: fitting, n })
  return (
    <div className="simf">
      <button type="button" className="btn pri full tall" aria-disabled={!bench.canApprove} onClick={onApprove}>
        {label}
        <span className="kbd">{sayKey('mod+Enter', language)}</span>
      </button>
      {isAssumed ? (
        <AssumedNote eventId={eventId} />
      ) : (
        <p className="s2 dim">
          {fitting > 0 && staying > 0 && sayWhatIf('staysPending', { count: staying, n: sayCount(staying, language) })}{' '}
          {fitting > 0 && sayWhatIf('ifChanged')}
        </p>
      )}
      <button type="button" className="btn sm dng" aria-disabled={!bench.mayDecide} onClick={onReject}>
        {say('rejectAll', { count, n: sayCount(count, language) })} …
      </button>
    </div>
  )
}

function AssumedNote({ eventId }: { eventId: string }) {
  const say = useWhatIfWords()
  const mayChange = useMay('event.manage')
  return (
    <p className="s2 warnc">
      {say('assumed')}{' '}
      {mayChange && (
        <a href={paths.studio(eventId)} target="_blank" rel="noopener">
          {say('raiseBudget')}
        </a>
      )}
    </p>
  )
}
