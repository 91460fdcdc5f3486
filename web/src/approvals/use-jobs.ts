import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { api, take } from '../api.ts'
import { listenForJobs } from '../session/live-jobs.ts'
import { useMe } from '../session/session.ts'
import type { Decisions, Run } from './decisions.ts'
import { isOver } from './follow-job.ts'
import type { Job } from './follow-job.ts'
import { answerLater } from './send-decision.ts'

const jobsKey = (eventId: string) => ['jobs', eventId]

/**
 * Finds the batches of an event that are being worked on: one's own that this page does not know, because it was opened
 * anew, are followed to their end; those of others are told.
 */
export function useJobs(eventId: string, decisions: Decisions, run: Run | undefined, onOver: () => void): Job[] {
  const client = useQueryClient()
  const { id: myId } = useMe().user
  const { data = [] } = useQuery({
    queryKey: jobsKey(eventId),
    queryFn: async () => {
      const jobs = await take(api.GET('/jobs', { params: { query: { event_id: eventId, limit: 100 } } }))
      return jobs.filter((job) => !isOver(job) && !job.dry_run)
    },
    // Where the stream is lost, asking says that one is over.
    refetchInterval: ({ state }) => (state.data?.length ? 5_000 : false),
  })

  // The list is read once for each job that is new; after that the stream says how far it is.
  const asked = useRef(new Set<string>())
  useEffect(
    () =>
      listenForJobs((heard) => {
        if (heard.event_id !== eventId || heard.dry_run) return
        if (!isOver(heard) && !asked.current.has(heard.id)) {
          asked.current.add(heard.id)
          void client.invalidateQueries({ queryKey: jobsKey(eventId) })
        }
        client.setQueryData<Job[]>(jobsKey(eventId), (jobs) =>
          jobs?.map((job) => (job.id === heard.id ? { ...job, ...heard } : job)).filter((job) => !isOver(job)),
        )
      }),
    [client, eventId],
  )

  const isBusy = run?.isRunning === true
  const mine = data.find((job) => job.created_by === myId && job.action !== 'cancel')
  useEffect(() => {
    if (!mine || isBusy) return
    const verdict = { to: mine.action === 'approve' ? ('APPROVED' as const) : ('REJECTED' as const) }
    void decisions.resume(mine, verdict, (onJob) => answerLater(mine.id, [], onJob)).then(onOver)
    // Once for each job; what is done when it is over does not change.
  }, [mine?.id, isBusy, decisions])

  return data.filter(({ id, created_by: by }) => by !== myId && !run?.jobIds.includes(id))
}
