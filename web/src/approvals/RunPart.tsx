import { sayCount } from '../ui/format.ts'
import { useLanguage } from '../words.ts'
import { RunProgress, RunSummary, StopJobs } from './Run.tsx'
import { Progress } from './JobProgress.tsx'
import { reasonsOf } from './trial.ts'
import type { Workbench } from './use-workbench.ts'
import { useWhatIfWords } from './what-if-words.ts'
import { useApprovalWords } from './words.ts'

/** How far a sending is, and what came of it, by reason for those who stay pending; and what others are sending. */
export function RunPart({ bench }: { bench: Workbench }) {
  const say = useApprovalWords()
  const sayWhatIf = useWhatIfWords()
  const language = useLanguage()
  const { run, decided } = bench.state
  const others = bench.jobs.map((job) => (
    <section key={job.id} className="runp">
      <p className="s2 mut">
        {sayWhatIf(`others_${job.action}`, {
          name: job.created_by_name,
          total: sayCount(job.total, language),
          done: sayCount(job.done, language),
        })}
      </p>
    </section>
  ))
  if (!run) return others
  if (run.isRunning) {
    return (
      <>
        <section className="runp">
          <div className="row sb">
            <RunProgress run={run} />
            <StopJobs jobIds={run.jobIds} />
          </div>
          <Progress total={run.total} done={run.settled} label={say('progress')} />
        </section>
        {others}
      </>
    )
  }
  const reasons = reasonsOf(run.refusals).map(({ reason, count }) =>
    sayWhatIf(`reason_${reason}`, { n: sayCount(count, language) }),
  )
  const answered = [...decided.values()].filter(({ outcome }) => outcome.step === 'done').length
  return (
    <>
      <section className="runp">
        <span className="b">{say('result')}</span>
        <RunSummary run={run} />
        {reasons.length > 0 && <p className="s2 mut">{reasons.join(', ')}</p>}
        <button type="button" className="btn sm" onClick={bench.tidy}>
          {answered === 0 ? say('close') : say('tidy', { count: answered, n: sayCount(answered, language) })}
        </button>
      </section>
      {others}
    </>
  )
}
