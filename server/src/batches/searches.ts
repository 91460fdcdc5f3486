import { Worker } from 'node:worker_threads'
import { findRemedies, largestFit } from '@allot/core'
import type { LargestFit, Remedy } from '@allot/core'
import type { FindRemedies, Solve } from './batch-ask.ts'
import type { Found, Search } from './search.ts'

/**
 * What is found so soon is found on the spot: a thread would take longer to be told. In arcs looked at, as everywhere
 * in the search: some milliseconds, in which nobody else is answered.
 */
const WORK_ON_THE_SPOT = 400_000
/** For so few, what would let more in is found as soon. */
const FEW = 200

type Waiting = { resolve: (found: Found) => void; reject: (error: Error) => void }
export type Searches = { solve: Solve; remedy: FindRemedies; close(): Promise<void> }

/**
 * Searches without keeping anybody else waiting: on one thread beside the server's own, which starts with the first
 * search that is large. Ends with the process.
 */
export function createSearches(): Searches {
  const waiting = new Map<number, Waiting>()
  let worker: Worker | undefined
  let last = 0

  function start(): Worker {
    const fresh = new Worker(new URL('./searches.worker.ts', import.meta.url))
    fresh.unref()
    fresh.on('message', ({ no, found }: { no: number; found: Found }) => {
      waiting.get(no)?.resolve(found)
      waiting.delete(no)
    })
    const fail = (error: Error) => {
      if (worker === fresh) worker = undefined
      for (const { reject } of waiting.values()) reject(error)
      waiting.clear()
    }
    fresh.on('error', fail)
    fresh.on('exit', () => fail(new Error('the thread that searches has ended')))
    return fresh
  }

  function onThread(search: Search): Promise<Found> {
    worker ??= start()
    const no = ++last
    const { promise, resolve, reject } = Promise.withResolvers<Found>()
    waiting.set(no, { resolve, reject })
    worker.postMessage({ no, search })
    return promise
  }

  return {
    solve: async (problem) => {
      const fit = largestFit(problem, WORK_ON_THE_SPOT)
      if (fit.isLargest && fit.isOldest) return fit
      return (await onThread({ kind: 'largest', problem })) as LargestFit
    },
    remedy: async (fit, after, admitted, mode) => {
      if (mode !== 'largest_fit' || fit.problem.candidates.length <= FEW)
        return findRemedies(fit, after, admitted, mode)
      // Of the event as it is then, only what is left of money, options and slots is looked at.
      const left = { ...after, event: { ...after.event }, registrations: new Map(), live: new Map() }
      return (await onThread({ kind: 'remedies', fit, after: left, admitted, mode })) as Remedy[]
    },
    close: async () => void (await worker?.terminate()),
  }
}
