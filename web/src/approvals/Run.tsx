import { sayCount } from '../ui/format.ts'
import { useLanguage } from '../words.ts'
import type { Run } from './decisions.ts'
import { stopJob } from './follow-job.ts'
import { useApprovalWords } from './words.ts'

/** How far a sending is. */
export function RunProgress({ run }: { run: Run }) {
  const say = useApprovalWords()
  const language = useLanguage()
  return <span>{say('answered', { done: sayCount(run.settled, language), total: sayCount(run.total, language) })}</span>
}

/** What came of it. */
export function RunSummary({ run }: { run: Run }) {
  const say = useApprovalWords()
  const language = useLanguage()
  const left = run.total - run.done
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

/** Stops what is worked on as a job; what it has decided stays decided. */
export function StopJobs({ jobIds }: { jobIds: readonly string[] }) {
  const say = useApprovalWords()
  if (jobIds.length === 0) return null
  return (
    <button type="button" className="btn sm" onClick={() => jobIds.forEach((id) => void stopJob(id))}>
      {say('stop')}
    </button>
  )
}
