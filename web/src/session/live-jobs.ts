import type { LiveJob } from '@allot/contract'

/** What the stream of the open event says of jobs, for whoever follows one. */
const listeners = new Set<(job: LiveJob) => void>()

export function tellOfJob(job: LiveJob): void {
  listeners.forEach((heard) => heard(job))
}

export function listenForJobs(heard: (job: LiveJob) => void): () => void {
  listeners.add(heard)
  return () => void listeners.delete(heard)
}
