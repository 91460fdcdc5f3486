import type { EventKey } from '../events/books.sql.ts'
import { Problem } from '../platform/problem.ts'

/** Decides a batch about one event, in order. */
export type DecideBatch<Ask, Answer> = (key: EventKey, asks: readonly Ask[]) => Promise<Answer[]>

export type QueueLimits = {
  /** Most that wait for one event; over it 503. */
  waiting: number
  /** Most that are decided in one transaction. */
  batch: number
  /** Most batches at once, of different events: below the pool, so that reading always finds a connection. */
  batches: number
  /** Longest anything waits for its turn, in milliseconds. */
  wait: number
}

type Waiting<Ask, Answer> = {
  what: { ask: Ask; resolve: (answer: Answer) => void } | { work: () => Promise<void> }
  since: number
  reject: (error: unknown) => void
}
type Turn<Ask, Answer> =
  | { asks: { ask: Ask; resolve: (answer: Answer) => void; reject: (error: unknown) => void }[] }
  | { work: () => Promise<void> }
type Line<Ask, Answer> = { key: EventKey; waiting: Waiting<Ask, Answer>[]; isRunning: boolean }

export type EventQueues<Ask, Answer> = {
  /** Joins the line of an event. @throws Problem BUSY where the line is full */
  submit(key: EventKey, ask: Ask): Promise<Answer>
  /** Joins the line of an event with something that is decided by itself. @throws Problem BUSY where the line is full */
  run<Result>(key: EventKey, work: () => Promise<Result>): Promise<Result>
  /** How many wait now, in all lines. */
  waiting(): number
}

/**
 * One line for each event. While a batch of an event is being written, what comes for the same event gathers; the next
 * batch takes it all. No timer is needed, and a batch of one is the ordinary case. Lines take turns, so that a hot
 * event does not keep the others waiting. The event's row in the database is the lock: this only makes it fast.
 */
export function createEventQueues<Ask, Answer>(
  decide: DecideBatch<Ask, Answer>,
  limits: QueueLimits,
): EventQueues<Ask, Answer> {
  const lines = new Map<string, Line<Ask, Answer>>()
  const ready: Line<Ask, Answer>[] = []
  let running = 0

  function start(): void {
    while (running < limits.batches) {
      const line = ready.shift()
      if (!line) return
      running += 1
      line.isRunning = true
      void runBatch(line)
    }
  }

  async function runBatch(line: Line<Ask, Answer>): Promise<void> {
    const turn = takeTurn(line)
    const asks = 'asks' in turn ? turn.asks : []
    if ('work' in turn) await turn.work()
    const outcomes = await decideSafely(
      decide,
      line.key,
      asks.map(({ ask }) => ask),
    )
    running -= 1
    line.isRunning = false
    if (line.waiting.length > 0) ready.push(line)
    else lines.delete(nameOf(line.key))
    // The next batch is on its way before this one's answers are written: the database never waits for us.
    start()
    asks.forEach(({ resolve, reject }, index) => {
      const outcome = outcomes[index]
      if (outcome && 'answer' in outcome) resolve(outcome.answer)
      else reject(outcome?.error)
    })
  }

  /** Takes what waits, up to what is decided by itself, and turns away what has waited too long. */
  function takeTurn(line: Line<Ask, Answer>): Turn<Ask, Answer> {
    const oldest = performance.now() - limits.wait
    const asks: Extract<Turn<Ask, Answer>, { asks: unknown }>['asks'] = []
    for (let next = line.waiting[0]; next !== undefined && asks.length < limits.batch; next = line.waiting[0]) {
      const { what, since, reject } = next
      const isLate = since < oldest
      if ('work' in what && asks.length > 0 && !isLate) break
      line.waiting.shift()
      if (isLate) reject(new Problem('BUSY', 'This took too long to get its turn. Trying again is safe.', {}, 1))
      else if ('work' in what) return what
      else asks.push({ ...what, reject })
    }
    return { asks }
  }

  function join(key: EventKey, what: Waiting<Ask, Answer>['what'], reject: (error: unknown) => void): void {
    const name = nameOf(key)
    const line = lines.get(name) ?? { key, waiting: [], isRunning: false }
    if (line.waiting.length >= limits.waiting) {
      reject(new Problem('BUSY', 'Too many are asking for this event at once. Trying again is safe.', {}, 1))
      return
    }
    lines.set(name, line)
    line.waiting.push({ what, since: performance.now(), reject })
    if (!line.isRunning && line.waiting.length === 1) ready.push(line)
    start()
  }

  return {
    submit: (key, ask) => new Promise((resolve, reject) => join(key, { ask, resolve }, reject)),
    run: (key, work) =>
      new Promise((resolve, reject) => join(key, { work: () => work().then(resolve, reject) }, reject)),
    waiting: () => [...lines.values()].reduce((sum, line) => sum + line.waiting.length, 0),
  }
}

type Outcome<Answer> = { answer: Answer } | { error: unknown }

/**
 * Decides a batch; where something unexpected goes wrong, each half of it by itself, down to the one request at fault:
 * it never fails its neighbours. What the database cannot do for anybody right now is everybody's answer at once.
 */
async function decideSafely<Ask, Answer>(
  decide: DecideBatch<Ask, Answer>,
  key: EventKey,
  asks: readonly Ask[],
  isSecondTry = false,
): Promise<Outcome<Answer>[]> {
  if (asks.length === 0) return []
  try {
    const answers = await decide(key, asks)
    return asks.map((_, index) => {
      const answer = answers[index]
      return answer === undefined ? { error: new Error('an ask was left without an answer') } : { answer }
    })
  } catch (error) {
    if (error instanceof Problem || (asks.length === 1 && isSecondTry)) return asks.map(() => ({ error }))
    // One that is alone gets a second try: a key that another event's batch has just taken is found then.
    if (asks.length === 1) return decideSafely(decide, key, asks, true)
    const middle = Math.ceil(asks.length / 2)
    const first = await decideSafely(decide, key, asks.slice(0, middle))
    return [...first, ...(await decideSafely(decide, key, asks.slice(middle)))]
  }
}

function nameOf({ tenantId, eventId }: EventKey): string {
  return `${tenantId}/${eventId}`
}
