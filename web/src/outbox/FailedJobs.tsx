import { useQuery, useQueryClient } from '@tanstack/react-query'
import { api, take } from '../api.ts'
import { useAction } from '../session/action.ts'
import { ErrorNote, Note } from '../ui/Notes.tsx'
import { sayCount } from '../ui/format.ts'
import { useLanguage } from '../words.ts'
import { useOutboxWords } from './words.ts'

const key = ['jobs', 'failed'] as const

/** Decisions about many that stopped half-way: why, how far they came, and the way to let them go on. */
export function FailedJobs() {
  const say = useOutboxWords()
  const language = useLanguage()
  const client = useQueryClient()
  const { data: jobs = [] } = useQuery({
    queryKey: key,
    queryFn: async () => {
      const all = await take(api.GET('/jobs', { params: { query: { limit: 100 } } }))
      return all.filter(({ status }) => status === 'FAILED')
    },
  })
  const retry = useAction(
    (jobId: string, headers) =>
      take(api.POST('/jobs/{job_id}/retry', { params: { path: { job_id: jobId } }, headers })),
    { onDone: () => void client.invalidateQueries({ queryKey: key }) },
  )
  return (
    <>
      {jobs.map(({ id, created_by_name: person, done, total, problem }) => (
        <Note
          key={id}
          kind="bad"
          actions={
            <button type="button" className="btn sm" disabled={retry.isPending} onClick={() => retry.run(id)}>
              {say('jobGoOn')}
            </button>
          }
        >
          {say('jobFailed', { person, done: sayCount(done, language), total: sayCount(total, language) })}{' '}
          {problem?.detail}
        </Note>
      ))}
      {retry.error && <ErrorNote error={retry.error} />}
    </>
  )
}
