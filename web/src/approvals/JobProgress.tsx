import type { LiveJob } from '@allot/contract'
import { sayCount } from '../ui/format.ts'
import { useLanguage } from '../words.ts'
import { useWhatIfWords } from './what-if-words.ts'

/** How far a large trial is; one that is worked out in one step has nothing to show but that it goes on. */
export function JobProgress({ job }: { job: LiveJob }) {
  const say = useWhatIfWords()
  const language = useLanguage()
  const total = sayCount(job.total, language)
  const text =
    job.done === 0 ? say('workingWhole', { total }) : say('working', { total, done: sayCount(job.done, language) })
  return (
    <div className="simn later">
      <span className="s2 mut">{text}</span>
      <Progress total={job.total} done={job.done} label={text} />
    </div>
  )
}

export function Progress({ total, done, label }: { total: number; done: number; label: string }) {
  return <progress className="hnp" max={total} {...(done === 0 ? {} : { value: done })} aria-label={label} />
}
