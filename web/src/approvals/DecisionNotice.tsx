import { useEffect, useState, useSyncExternalStore } from 'react'
import { sayCount } from '../ui/format.ts'
import { useLanguage } from '../words.ts'
import { HOLD_MS, isRunning } from './decisions.ts'
import type { Decisions, Held, Run } from './decisions.ts'
import { useApprovalWords } from './words.ts'

/** What is being decided, and how to take it back; then how far it is; then what came of it. */
export function DecisionNotice({ decisions }: { decisions: Decisions }) {
  const say = useApprovalWords()
  const { held, run } = useSyncExternalStore(decisions.subscribe, decisions.get)
  if (held) return <HeldNotice held={held} onUndo={decisions.undo} onNow={decisions.flush} />
  if (!run) return null
  if (!isRunning(run)) return <RunSummary run={run} />
  return (
    <div className="hn">
      <div className="row sb">
        <RunProgress run={run} />
        <button type="button" className="btn sm" onClick={decisions.cancel}>
          {say('stop')}
        </button>
      </div>
      <progress className="hnp" max={run.total} value={run.settled} aria-label={say('progress')} />
    </div>
  )
}

export function RunProgress({ run }: { run: Run }) {
  const say = useApprovalWords()
  const language = useLanguage()
  return <span>{say('answered', { done: sayCount(run.settled, language), total: sayCount(run.total, language) })}</span>
}

export function RunSummary({ run }: { run: Run }) {
  const say = useApprovalWords()
  const language = useLanguage()
  const left = run.settled - run.done + run.unsent
  const isApproval = run.verdict.to === 'APPROVED'
  const done =
    run.done === 0
      ? say(isApproval ? 'nobodyApproved' : 'nobodyRejected')
      : say(isApproval ? 'allotted' : 'rejectedCount', { count: run.done, n: sayCount(run.done, language) })
  return (
    <span>
      <b>{done}</b> {left > 0 && say('stayPending', { count: left, n: sayCount(left, language) })}
    </span>
  )
}

function HeldNotice({ held, onUndo, onNow }: { held: Held; onUndo: () => void; onNow: () => void }) {
  const say = useApprovalWords()
  const language = useLanguage()
  const left = useCountdown(held.endsAt)
  const [first] = held.rows
  const count = held.rows.length
  const isApproval = held.verdict.to === 'APPROVED'
  const whom =
    count === 1 && first
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
