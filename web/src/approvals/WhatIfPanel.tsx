import { sayCount } from '../ui/format.ts'
import { ErrorNote, Note, Skeleton } from '../ui/Notes.tsx'
import { useLanguage } from '../words.ts'
import { ApplyPart } from './ApplyPart.tsx'
import { JobProgress } from './JobProgress.tsx'
import { Remedies } from './Remedies.tsx'
import { RunPart } from './RunPart.tsx'
import { MoneyNow, TrialBars } from './TrialBars.tsx'
import { Outcome, TrialHead } from './TrialHead.tsx'
import type { Counts } from './counts.ts'
import type { Row } from './row.ts'
import type { Workbench } from './use-workbench.ts'
import { useWhatIfWords } from './what-if-words.ts'
import { useApprovalWords } from './words.ts'

type Props = {
  eventId: string
  bench: Workbench
  counts: Counts | undefined
  mayTry: boolean
  onApprove: () => void
  onReject: (rows: readonly Row[], notes?: string) => void
}

/** What would come of approving what is chosen: how many fit, what that takes, what would let more in. */
export function WhatIfPanel({ eventId, bench, counts, mayTry, onApprove, onReject }: Props) {
  const say = useApprovalWords()
  const sayWhatIf = useWhatIfWords()
  const language = useLanguage()
  const { trial: state, selection, hidden, whatIf } = bench
  const { trial, progress } = state
  const { chosen } = selection
  const rejectChosen = () => onReject([...chosen.values()])
  const isAsked = mayTry && chosen.size > 0
  return (
    <>
      <div className="simb">
        <TrialHead bench={bench} counts={counts} isAsked={isAsked} />
        {hidden > 0 && <p className="s2 warnc">{say('hidden', { count: hidden, n: sayCount(hidden, language) })}</p>}
        <RunPart bench={bench} />
        {isAsked && <ChangedNote bench={bench} />}
        {isAsked && state.error !== null && (
          <div className="simn">
            <ErrorNote error={state.error} onRetry={state.retry} />
          </div>
        )}
        {isAsked && progress && <JobProgress job={progress} />}
        {trial && counts ? (
          <>
            <Outcome trial={trial} currency={counts.currency} />
            <TrialBars trial={trial} currency={counts.currency} />
            <Remedies
              eventId={eventId}
              trial={trial}
              counts={counts}
              whatIf={whatIf}
              chosen={chosen}
              onOffer={onReject}
            />
          </>
        ) : counts ? (
          <>
            {isAsked && state.error === null && <Waiting />}
            <MoneyNow counts={counts} chosen={chosen} />
          </>
        ) : (
          <Waiting />
        )}
      </div>
      {isAsked && <ApplyPart eventId={eventId} bench={bench} onApprove={onApprove} onReject={rejectChosen} />}
      <p className="sr" role="status">
        {trial &&
          sayWhatIf('announce', {
            count: trial.summary.changed,
            fitting: sayCount(trial.summary.changed, language),
            n: sayCount(trial.summary.total, language),
          })}
      </p>
    </>
  )
}

/** Something changed between trying and sending: what fits now, before anything is written. */
function ChangedNote({ bench }: { bench: Workbench }) {
  const say = useWhatIfWords()
  const language = useLanguage()
  const { moved } = bench.whatIf
  const { trial, isCurrent } = bench.trial
  if (!moved || !trial || !isCurrent || bench.selection.chosen.size !== moved.count) return null
  const count = trial.summary.changed
  const values = { count, n: sayCount(count, language), before: sayCount(moved.before, language) }
  return (
    <div className="simn">
      <Note kind="wrn">{count === moved.before ? say('changedSame') : say('changed', values)}</Note>
    </div>
  )
}

function Waiting() {
  return (
    <section aria-busy="true">
      <Skeleton width="60%" />
      <br />
      <Skeleton height={16} />
    </section>
  )
}
