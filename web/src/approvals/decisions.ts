import { ApiError, Unreachable } from '../api.ts'
import type { Problem } from '../api.ts'
import type { Row } from './row.ts'

/** What was decided for a request. */
export type Verdict = { to: 'APPROVED'; slot?: string } | { to: 'REJECTED'; notes?: string }

/** How far a decision is; `refused` and `unknown` leave the request pending, as far as anybody knows. */
export type Outcome =
  | { step: 'held' | 'queued' | 'sending' }
  | { step: 'done'; registration: Row }
  | { step: 'refused'; problem: Problem }
  | { step: 'unknown' }

export type Decided = { row: Row; verdict: Verdict; outcome: Outcome }
export type Held = { verdict: Verdict; rows: Row[]; endsAt: number }
/** One sending of decisions, from the first to the last; `unsent` are those taken back on the way. */
export type Run = { verdict: Verdict; total: number; settled: number; done: number; unsent: number }
export type DecisionState = { held: Held | undefined; run: Run | undefined; decided: ReadonlyMap<string, Decided> }

type Send = (row: Row, verdict: Verdict, options: { key: string; isLeaving: boolean }) => Promise<Row>
type Settings = { send: Send; onSettled: () => void; holdMs?: number; atOnce?: number; waits?: readonly number[] }

export const HOLD_MS = 5_000
const AT_ONCE = 6
/** An answer that did not come is asked for again after so long; the same key makes that safe. */
const RETRY_WAITS = [1_000, 4_000]
/** A screen is drawn this often at most, however fast answers come. */
const PUBLISH_MS = 50

/**
 * Sends decisions one by one, a few at a time, oldest first. Approving cannot be undone (cancelling is final), so a
 * decision is held for some seconds before it leaves the browser: that is the time in which it can be taken back. The
 * next decision, and leaving the page, send what is held at once.
 */
export function createDecisions({
  send,
  onSettled,
  holdMs = HOLD_MS,
  atOnce = AT_ONCE,
  waits = RETRY_WAITS,
}: Settings) {
  const decided = new Map<string, Decided>()
  const listeners = new Set<() => void>()
  let held: Held | undefined
  let holdTimer: ReturnType<typeof setTimeout> | undefined
  let run: Run | undefined
  let queue: string[] = []
  let active = 0
  let isPaused = false
  let state: DecisionState = { held: undefined, run: undefined, decided: new Map() }
  let publishTimer: ReturnType<typeof setTimeout> | undefined

  const publishNow = () => {
    clearTimeout(publishTimer)
    publishTimer = undefined
    state = { held, run: run && { ...run }, decided: new Map(decided) }
    listeners.forEach((changed) => changed())
  }
  const publish = () => {
    publishTimer ??= setTimeout(publishNow, PUBLISH_MS)
  }
  const put = (id: string, outcome: Outcome) => {
    const known = decided.get(id)
    if (known) decided.set(id, { ...known, outcome })
    publish()
  }

  const flush = () => {
    if (!held) return
    clearTimeout(holdTimer)
    const { rows, verdict } = held
    held = undefined
    for (const { id } of rows) put(id, { step: 'queued' })
    const isOver = !run || run.settled >= run.total
    run =
      isOver || !run
        ? { verdict, total: rows.length, settled: 0, done: 0, unsent: 0 }
        : { ...run, verdict, total: run.total + rows.length }
    queue.push(...rows.map(({ id }) => id))
    publishNow()
    pump()
  }

  const pump = () => {
    if (isPaused) return
    for (const id of queue.splice(0, atOnce - active)) void sendOne(id, false)
  }

  const sendOne = async (id: string, isLeaving: boolean) => {
    const one = decided.get(id)
    if (!one) return
    active += 1
    put(id, { step: 'sending' })
    const outcome = await ask(one, isLeaving)
    active -= 1
    put(id, outcome)
    if (run) {
      run.settled += 1
      if (outcome.step === 'done') run.done += 1
      if (run.settled >= run.total) {
        publishNow()
        onSettled()
      }
    }
    pump()
  }

  const ask = async ({ row, verdict }: Decided, isLeaving: boolean): Promise<Outcome> => {
    const key = crypto.randomUUID()
    for (let attempt = 0; ; attempt++) {
      try {
        return { step: 'done', registration: await send(row, verdict, { key, isLeaving }) }
      } catch (error) {
        if (error instanceof ApiError && error.problem.status === 429) {
          await pause((error.retryAfterSeconds ?? 1) * 1_000)
          continue
        }
        if (error instanceof ApiError && error.problem.status < 500) return { step: 'refused', problem: error.problem }
        const wait = waits[attempt]
        if (wait === undefined || !(error instanceof Unreachable || error instanceof ApiError))
          return { step: 'unknown' }
        await pause(wait)
      }
    }
  }

  /** While the server is too busy, or silent, nothing new is sent to it. */
  const pause = async (milliseconds: number) => {
    isPaused = true
    await new Promise((done) => setTimeout(done, milliseconds))
    isPaused = false
  }

  return {
    get: () => state,
    subscribe: (changed: () => void) => {
      listeners.add(changed)
      return () => void listeners.delete(changed)
    },
    /** Holds a decision for these requests; whoever is being decided on already is left out. */
    decide(verdict: Verdict, rows: readonly Row[]) {
      flush()
      const open = rows
        .filter(({ id }) => !isUnderWay(decided.get(id)?.outcome))
        .toSorted((a, b) => (a.id < b.id ? -1 : 1))
      if (open.length === 0) return
      for (const row of open) decided.set(row.id, { row, verdict, outcome: { step: 'held' } })
      held = { verdict, rows: open, endsAt: Date.now() + holdMs }
      holdTimer = setTimeout(flush, holdMs)
      publishNow()
    },
    /** Takes back what is held; nothing of it was sent. */
    undo(): Held | undefined {
      const undone = held
      clearTimeout(holdTimer)
      held = undefined
      for (const { id } of undone?.rows ?? []) decided.delete(id)
      publishNow()
      return undone
    },
    /** Sends what is held now. */
    flush,
    /** Sends no more of what is queued; what is on its way already comes to its end. */
    cancel() {
      for (const id of queue) decided.delete(id)
      if (run) run = { ...run, total: run.total - queue.length, unsent: run.unsent + queue.length }
      queue = []
      publishNow()
      if (run && active === 0) onSettled()
    },
    /** The page goes away for good: all that is decided is sent at once, to arrive without it. */
    leave() {
      flush()
      for (const id of queue.splice(0)) void sendOne(id, true)
    },
    /** Forgets outcomes that were seen. */
    forget(ids: Iterable<string>) {
      for (const id of ids) if (!isUnderWay(decided.get(id)?.outcome)) decided.delete(id)
      publishNow()
    },
    /** Puts a registration in the place of one that was decided: it was moved to another slot since. */
    replace(registration: Row) {
      put(registration.id, { step: 'done', registration })
    },
    endRun() {
      if (run && run.settled < run.total) return
      run = undefined
      publishNow()
    },
  }
}

export type Decisions = ReturnType<typeof createDecisions>

export function isUnderWay(outcome: Outcome | undefined): boolean {
  return outcome?.step === 'held' || outcome?.step === 'queued' || outcome?.step === 'sending'
}

/** What is still to be answered of a run. */
export function isRunning(run: Run | undefined): boolean {
  return run !== undefined && run.settled < run.total
}
