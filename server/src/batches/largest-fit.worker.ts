import { parentPort } from 'node:worker_threads'
import { largestFit } from '@allot/core'
import type { FitProblem } from '@allot/core'

/** Works out largest sets on a thread of its own, one after the other. */
parentPort?.on('message', ({ no, problem }: { no: number; problem: FitProblem }) => {
  parentPort?.postMessage({ no, fit: largestFit(problem) })
})
