import { useEffect, useState, useSyncExternalStore } from 'react'
import { sayCount } from '../ui/format.ts'
import { useLanguage } from '../words.ts'
import { HOLD_MS } from './decisions.ts'
import type { Decisions, Held } from './decisions.ts'
import { Progress } from './JobProgress.tsx'
import { RunProgress, RunSummary, StopJobs } from './Run.tsx'
import { useWhatIfWords } from './what-if-words.ts'
import { useApprovalWords } from './words.ts'

/** What is being decided, and how to take it back; then how far it is; then what came of it. */
export function DecisionNotice({ decisions }: { decisions: Decisions }) {
  const say = useApprovalWords()
  const sayWhatIf = useWhatIfWords()
  const { held, run } = useSyncExternalStore(decisions.subscribe, decisions.get)
  if (held) return <HeldNotice held={held} onUndo={decisions.undo} onNow={decisions.flush} />
  // Where nothing came of it, something has changed meanwhile: the workbench shows what.
  if (!run) return <span>{sayWhatIf('changedNotice')}</span>
  if (!run.isRunning) return <RunSummary run={run} />
  return (
    <div className="hn">
      <div className="row sb">
        <RunProgress run={run} />
        <StopJobs jobIds={run.jobIds} />
      </div>
      <Progress total={run.total} done={run.settled} label={say('progress')} />
    </div>
  )
}

function HeldNotice({ held, onUndo, onNow }: { held: Held; onUndo: () => void; onNow: () => void }) {
  const say = useApprovalWords()
  const language = useLanguage()
  const left = useCountdown(held.endsAt)
  const [first] = held.rows
  const count = held.batch?.tried?.fitting ?? held.rows.length
  const isApproval = held.verdict.to === 'APPROVED'
  const whom =
    held.rows.length === 1 && first
      ? say(isApproval ? 'approvingOne' : 'rejectingOne', { name: first.person.name })
      : say(isApproval ? 'approvingMany' : 'rejectingMany', { count, n: sayCount(count, language) })
  return (
    <div className="hn">
      <div className="row sb">
        <span className="grow">
          <b>{whom}</b> <span className="mut">{say('sentIn', { seconds: left })}</span>
        </span>
        <button type="button" className="btn sm" onClick={onUndo}>
          {say('undo')}
        </button>
        <button type="button" className="btn sm q" onClick={onNow}>
          {say('now')}
        </button>
      </div>
      <i className="hnb" style={{ animationDuration: `${HOLD_MS}ms` }} aria-hidden />
    </div>
  )
}

function useCountdown(endsAt: number): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 250)
    return () => clearInterval(timer)
  }, [])
  return Math.max(0, Math.ceil((endsAt - now) / 1_000))
}
