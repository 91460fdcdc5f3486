import { parentPort } from 'node:worker_threads'
import { carryOut } from './search.ts'
import type { Search } from './search.ts'

/** Searches on a thread of its own, one after the other. */
parentPort?.on('message', ({ no, search }: { no: number; search: Search }) => {
  parentPort?.postMessage({ no, found: carryOut(search) })
})
