import type { LiveJob } from '@allot/contract'
import { ApiError, Unreachable } from '../api.ts'
import { addTallies, answerOfRefusal, moveOn } from './answers.ts'
import type { Answer, Outcome, Tally } from './answers.ts'
import type { BatchInput, Terms } from './batch.ts'
import type { Row } from './row.ts'

/** What was decided for a request. */
export type Verdict = { to: 'APPROVED'; slot?: string } | { to: 'REJECTED'; notes?: string }

/** Many decided as one, as it was tried out before. */
export type Batch = {
  input: BatchInput
  /** Of an approval: under what it was tried, how many fitted, and who, as far as is known, did not. */
  tried?: { terms: Terms; fitting: number; refused: ReadonlySet<string> }
}

/** A decision on one request, or on many as one batch; requests in the order in which it comes to them. */
export type Decision = { verdict: Verdict; rows: readonly Row[]; batch?: Batch }

export type Decided = { row: Row; verdict: Verdict; outcome: Outcome }
export type Held = Decision & { endsAt: number }
/** Sendings that overlap, as one: from the first to the last answer. */
export type Run = Tally & { verdict: Verdict; isRunning: boolean; jobIds: readonly string[] }
export type DecisionState = {
  held: Held | undefined
  run: Run | undefined
  decided: ReadonlyMap<string, Decided>
  /** A batch of which nothing was written, because it would have come out otherwise than it was tried. */
  changed: Decision | undefined
}

/** Sends a decision; where it becomes a job, says which, and how far it is. */
export type Send = (decision: Decision, key: string, onJob: (job: LiveJob) => void) => Promise<Answer>
type Settings = { send: Send; onSettled: () => void; holdMs?: number; waits?: readonly number[] }
type Sending = { verdict: Verdict; tally: Tally; isOpen: boolean; jobId: string | undefined }

export const HOLD_MS = 5_000
/** An answer that did not come is asked for again after so long; the same key makes that safe. */
const RETRY_WAITS = [1_000, 4_000]
/** A screen is drawn this often at most, however fast answers come. */
const PUBLISH_MS = 50

/**
 * Sends decisions. Approving cannot be undone (cancelling is final), so a decision is held for some seconds before it
 * leaves the browser: that is the time in which it can be taken back, all of it at once. The next decision, and leaving
 * the page, send what is held.
 */
export function createDecisions({ send, onSettled, holdMs = HOLD_MS, waits = RETRY_WAITS }: Settings) {
  const decided = new Map<string, Decided>()
  const sendings = new Map<string, Sending>()
  const followed = new Set<string>()
  const listeners = new Set<() => void>()
  let held: Held | undefined
  let changed: Decision | undefined
  let holdTimer: ReturnType<typeof setTimeout> | undefined
  let state: DecisionState = { held: undefined, run: undefined, decided: new Map(), changed: undefined }
  let publishTimer: ReturnType<typeof setTimeout> | undefined

  const publishNow = () => {
    clearTimeout(publishTimer)
    publishTimer = undefined
    state = { held, run: runOf([...sendings.values()]), decided: new Map(decided), changed }
    listeners.forEach((heard) => heard())
  }
  const publish = () => {
    publishTimer ??= setTimeout(publishNow, PUBLISH_MS)
  }
  const put = (rows: readonly Row[], outcome: Outcome) => {
    for (const { id } of rows) {
      const known = decided.get(id)
      if (known) decided.set(id, { ...known, outcome })
    }
  }

  /** Begins a sending; what was over before it is no longer part of what is told. */
  const begin = (key: string, verdict: Verdict, total: number, jobId?: string) => {
    if (![...sendings.values()].some(({ isOpen }) => isOpen)) sendings.clear()
    sendings.set(key, { verdict, tally: { total, settled: 0, done: 0, refusals: [] }, isOpen: true, jobId })
  }
  const onJob = (key: string) => (job: LiveJob) => {
    followed.add(job.id)
    const sending = sendings.get(key)
    if (sending?.isOpen) sendings.set(key, { ...sending, jobId: job.id, tally: moveOn(sending.tally, job) })
    publish()
  }
  const end = (key: string, tally: Tally) => {
    const sending = sendings.get(key)
    if (sending) sendings.set(key, { ...sending, tally, isOpen: false })
    publishNow()
    onSettled()
  }

  const flush = () => {
    if (!held) return
    clearTimeout(holdTimer)
    const decision = held
    held = undefined
    void sendOne(decision)
  }

  const sendOne = async (decision: Decision) => {
    const { rows, verdict } = decision
    const key = crypto.randomUUID()
    begin(key, verdict, rows.length)
    put(rows, { step: 'sending' })
    publishNow()
    const answer = await ask(decision, key)
    if (answer.kind === 'changed') {
      changed = decision
      for (const { id } of rows) decided.delete(id)
      sendings.delete(key)
      publishNow()
      onSettled()
      return
    }
    for (const row of rows) {
      const outcome = answer.outcomes.get(row.id)
      if (outcome) decided.set(row.id, { row, verdict, outcome })
      else decided.delete(row.id)
    }
    end(key, answer.tally)
  }

  const ask = async (decision: Decision, key: string): Promise<Answer> => {
    for (let attempt = 0; ; attempt++) {
      try {
        return await send(decision, key, onJob(key))
      } catch (error) {
        if (error instanceof ApiError && error.problem.status === 429) {
          await pause((error.retryAfterSeconds ?? 1) * 1_000)
          continue
        }
        if (error instanceof ApiError && error.problem.status < 500) {
          const { code, detail: message, conflicts = [] } = error.problem
          return answerOfRefusal(decision.rows, { code, message, conflicts })
        }
        const wait = waits[attempt]
        if (wait === undefined || !(error instanceof Unreachable || error instanceof ApiError)) {
          return unanswered(decision.rows)
        }
        await pause(wait)
      }
    }
  }

  return {
    get: () => state,
    subscribe: (heard: () => void) => {
      listeners.add(heard)
      return () => void listeners.delete(heard)
    },
    /** Holds a decision; requests that are being decided on already are left out of it. */
    decide(decision: Decision) {
      flush()
      const rows = decision.rows.filter(({ id }) => !isUnderWay(decided.get(id)?.outcome))
      if (rows.length === 0) return
      const { verdict, batch } = decision
      for (const row of rows) {
        if (batch?.tried?.refused.has(row.id)) decided.delete(row.id)
        else decided.set(row.id, { row, verdict, outcome: { step: 'held' } })
      }
      changed = undefined
      held = { ...decision, rows, endsAt: Date.now() + holdMs }
      holdTimer = setTimeout(flush, holdMs)
      publishNow()
    },
    /** Takes back what is held; nothing of it was sent. */
    undo() {
      clearTimeout(holdTimer)
      for (const { id } of held?.rows ?? []) decided.delete(id)
      held = undefined
      publishNow()
    },
    /** Sends what is held now. */
    flush,
    /** Goes on with a job that was begun elsewhere, or before this page was opened. */
    async resume(job: LiveJob, verdict: Verdict, follow: (onJob: (job: LiveJob) => void) => Promise<Answer>) {
      const { id: jobId, total } = job
      if (followed.has(jobId)) return
      begin(jobId, verdict, total, jobId)
      onJob(jobId)(job)
      publishNow()
      const answer = await follow(onJob(jobId)).catch(() => undefined)
      if (answer?.kind === 'answered') return end(jobId, answer.tally)
      sendings.delete(jobId)
      publishNow()
      onSettled()
    },
    /** Forgets outcomes that were seen. */
    forget(ids: Iterable<string>) {
      for (const id of ids) if (!isUnderWay(decided.get(id)?.outcome)) decided.delete(id)
      publishNow()
    },
    /** Puts a registration in the place of one that was decided: it was moved to another slot since. */
    replace(registration: Row) {
      put([registration], { step: 'done', registration })
      publish()
    },
    endRun() {
      for (const [key, { isOpen }] of sendings) if (!isOpen) sendings.delete(key)
      publishNow()
    },
    /** What changed was seen. */
    seeChange() {
      changed = undefined
      publishNow()
    },
  }
}

export type Decisions = ReturnType<typeof createDecisions>

function runOf(sendings: readonly Sending[]): Run | undefined {
  const last = sendings.at(-1)
  if (!last) return undefined
  return {
    ...addTallies(sendings.map(({ tally }) => tally)),
    verdict: last.verdict,
    isRunning: sendings.some(({ isOpen }) => isOpen),
    jobIds: sendings.flatMap(({ jobId, isOpen }) => (isOpen && jobId !== undefined ? [jobId] : [])),
  }
}

/** Nobody knows whether it was done. */
function unanswered(rows: readonly Row[]): Answer {
  const outcomes = new Map<string, Outcome>(rows.map(({ id }) => [id, { step: 'unknown' }]))
  const { length: total } = rows
  return { kind: 'answered', outcomes, tally: { total, settled: total, done: 0, refusals: [] } }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resume) => setTimeout(resume, milliseconds))
}

export function isUnderWay(outcome: Outcome | undefined): boolean {
  return outcome?.step === 'held' || outcome?.step === 'sending'
}
