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
  ask: Ask
  since: number
  resolve: (answer: Answer) => void
  reject: (error: unknown) => void
}
type Line<Ask, Answer> = { key: EventKey; waiting: Waiting<Ask, Answer>[]; isRunning: boolean }

export type EventQueues<Ask, Answer> = {
  /** Joins the line of an event. @throws Problem BUSY where the line is full */
  submit(key: EventKey, ask: Ask): Promise<Answer>
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
    const batch = takeBatch(line)
    const outcomes = await decideSafely(
      decide,
      line.key,
      batch.map(({ ask }) => ask),
    )
    running -= 1
    line.isRunning = false
    if (line.waiting.length > 0) ready.push(line)
    else lines.delete(nameOf(line.key))
    // The next batch is on its way before this one's answers are written: the database never waits for us.
    start()
    batch.forEach(({ resolve, reject }, index) => {
      const outcome = outcomes[index]
      if (outcome && 'answer' in outcome) resolve(outcome.answer)
      else reject(outcome?.error)
    })
  }

  /** Takes what waits, and turns away what has waited too long. */
  function takeBatch(line: Line<Ask, Answer>): Waiting<Ask, Answer>[] {
    const oldest = performance.now() - limits.wait
    const taken = line.waiting.splice(0, limits.batch)
    for (const { since, reject } of taken) {
      if (since < oldest)
        reject(new Problem('BUSY', 'This took too long to get its turn. Trying again is safe.', {}, 1))
    }
    return taken.filter(({ since }) => since >= oldest)
  }

  return {
    submit: (key, ask) =>
      new Promise((resolve, reject) => {
        const name = nameOf(key)
        const line = lines.get(name) ?? { key, waiting: [], isRunning: false }
        if (line.waiting.length >= limits.waiting) {
          reject(new Problem('BUSY', 'Too many are asking for this event at once. Trying again is safe.', {}, 1))
          return
        }
        lines.set(name, line)
        line.waiting.push({ ask, since: performance.now(), resolve, reject })
        if (!line.isRunning && line.waiting.length === 1) ready.push(line)
        start()
      }),
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
    return (await decide(key, asks)).map((answer) => ({ answer }))
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
