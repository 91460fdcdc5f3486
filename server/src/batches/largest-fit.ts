import { Worker } from 'node:worker_threads'
import { largestFit } from '@allot/core'
import type { FitProblem, LargestFit } from '@allot/core'
import type { Solve } from './batch-ask.ts'

/**
 * What is found so soon is found on the spot: a thread would take longer to be told. In arcs looked at, as everywhere
 * in the search: some 10 ms, in which nobody else is answered.
 */
const WORK_ON_THE_SPOT = 400_000

type Waiting = { resolve: (fit: LargestFit) => void; reject: (error: Error) => void }

/**
 * Finds largest sets without keeping anybody else waiting: on one thread beside the server's own, which starts with the
 * first one that is large. Ends with the process.
 */
export function createSolver(): { solve: Solve; close(): Promise<void> } {
  const waiting = new Map<number, Waiting>()
  let worker: Worker | undefined
  let last = 0

  function start(): Worker {
    const fresh = new Worker(new URL('./largest-fit.worker.ts', import.meta.url))
    fresh.unref()
    fresh.on('message', ({ no, fit }: { no: number; fit: LargestFit }) => {
      waiting.get(no)?.resolve(fit)
      waiting.delete(no)
    })
    const fail = (error: Error) => {
      worker = undefined
      for (const { reject } of waiting.values()) reject(error)
      waiting.clear()
    }
    fresh.on('error', fail)
    fresh.on('exit', () => fail(new Error('the thread that finds largest sets has ended')))
    return fresh
  }

  return {
    solve: async (problem: FitProblem) => {
      const fit = largestFit(problem, WORK_ON_THE_SPOT)
      if (fit.isLargest && fit.isOldest) return fit
      worker ??= start()
      const no = ++last
      const { promise, resolve, reject } = Promise.withResolvers<LargestFit>()
      waiting.set(no, { resolve, reject })
      worker.postMessage({ no, problem })
      return promise
    },
    close: async () => void (await worker?.terminate()),
  }
}
