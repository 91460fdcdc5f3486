import type { EventKey } from '../events/books.sql.ts'
import { Problem } from '../platform/problem.ts'

/** How batches are decided. */
export type Deciders<Ask, Answer> = {
  /** A batch about one event, in order. */
  alone(key: EventKey, asks: readonly Ask[]): Promise<Answer[]>
  /** Batches about several events of a tenant; undefined for one whose event somebody else is changing just now. */
  together(
    tenantId: string,
    batches: readonly { eventId: string; asks: readonly Ask[] }[],
  ): Promise<(Answer[] | undefined)[]>
}

export type QueueLimits = {
  /** Most that wait for one event; over it 503. */
  waiting: number
  /** Most that are decided in one transaction. */
  batch: number
  /** Most events that are decided on in one transaction. */
  events: number
  /** Most transactions at once: below the pool, so that reading always finds a connection. */
  batches: number
  /** Most of them for one tenant: what is ready meanwhile gathers and shares the next, and other tenants have room. */
  ofTenant: number
  /** Longest anything waits for its turn, in milliseconds. */
  wait: number
}

type Asked<Ask, Answer> = {
  ask: Ask
  resolve: (answer: Answer) => void
  reject: (error: unknown) => void
  since: number
}
type Waiting<Ask, Answer> =
  | Asked<Ask, Answer>
  | { work: () => Promise<void>; reject: (error: unknown) => void; since: number }
type Line<Ask, Answer> = {
  key: EventKey
  waiting: Waiting<Ask, Answer>[]
  isRunning: boolean
  /** Somebody else is changing its event: it waits for them, and keeps no other line waiting. */
  isAlone: boolean
}
/** What a line has to be decided next. */
type Turn<Ask, Answer> = { line: Line<Ask, Answer>; asks: Asked<Ask, Answer>[] }

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
 * event does not keep the others waiting; those of a tenant that are ready together share a transaction. The event's
 * row in the database is the lock: this only makes it fast.
 */
export function createEventQueues<Ask, Answer>(
  deciders: Deciders<Ask, Answer>,
  limits: QueueLimits,
): EventQueues<Ask, Answer> {
  const lines = new Map<string, Line<Ask, Answer>>()
  const ready: Line<Ask, Answer>[] = []
  let running = 0
  const runningOf = new Map<string, number>()

  function count(tenantId: string, more: 1 | -1): void {
    running += more
    const now = (runningOf.get(tenantId) ?? 0) + more
    if (now > 0) runningOf.set(tenantId, now)
    else runningOf.delete(tenantId)
  }

  function start(): void {
    while (running < limits.batches) {
      const index = ready.findIndex(({ key }) => (runningOf.get(key.tenantId) ?? 0) < limits.ofTenant)
      const [line] = index < 0 ? [] : ready.splice(index, 1)
      if (!line) return
      count(line.key.tenantId, 1)
      const next = line.waiting[0]
      if (next && 'work' in next) void runWork(line, next)
      else void runTurns(takeTurns(line))
    }
  }

  /** The batch of a line, and of all that are ready for the same transaction. */
  function takeTurns(first: Line<Ask, Answer>): Turn<Ask, Answer>[] {
    const turns = [takeTurn(first, limits.batch)]
    let room = limits.batch - (turns[0]?.asks.length ?? 0)
    if (first.isAlone) return turns
    for (let index = 0; index < ready.length && turns.length < limits.events && room > 0;) {
      const line = ready[index]
      const next = line?.waiting[0]
      if (!line || !next || 'work' in next || line.isAlone || line.key.tenantId !== first.key.tenantId) {
        index += 1
        continue
      }
      ready.splice(index, 1)
      const turn = takeTurn(line, room)
      room -= turn.asks.length
      turns.push(turn)
    }
    return turns
  }

  /** Takes what waits, up to what is decided by itself, and turns away what has waited too long. */
  function takeTurn(line: Line<Ask, Answer>, room: number): Turn<Ask, Answer> {
    line.isRunning = true
    const asks: Asked<Ask, Answer>[] = []
    for (let next = line.waiting[0]; next && !('work' in next) && asks.length < room; next = line.waiting[0]) {
      line.waiting.shift()
      if (!isLate(next)) asks.push(next)
    }
    return { line, asks }
  }

  function isLate({ since, reject }: Waiting<Ask, Answer>): boolean {
    const isSo = since < performance.now() - limits.wait
    if (isSo) reject(new Problem('BUSY', 'This took too long to get its turn. Trying again is safe.', {}, 1))
    return isSo
  }

  async function runWork(line: Line<Ask, Answer>, next: Extract<Waiting<Ask, Answer>, { work: unknown }>) {
    line.isRunning = true
    line.waiting.shift()
    if (!isLate(next)) await next.work()
    count(line.key.tenantId, -1)
    rest(line)
    start()
  }

  async function runTurns(turns: readonly Turn<Ask, Answer>[]): Promise<void> {
    const outcomes = await decideTurns(deciders, turns)
    if (turns[0]) count(turns[0].line.key.tenantId, -1)
    for (const [index, { line, asks }] of turns.entries()) {
      const isLeftForLater = outcomes[index] === undefined
      line.isAlone = isLeftForLater
      if (isLeftForLater) line.waiting.unshift(...asks)
      rest(line)
    }
    // The next batch is on its way before this one's answers are written: the database never waits for us.
    start()
    for (const [index, { asks }] of turns.entries()) {
      outcomes[index]?.forEach((outcome, place) => {
        if ('answer' in outcome) asks[place]?.resolve(outcome.answer)
        else asks[place]?.reject(outcome.error)
      })
    }
  }

  function rest(line: Line<Ask, Answer>): void {
    line.isRunning = false
    if (line.waiting.length > 0) ready.push(line)
    else lines.delete(nameOf(line.key))
  }

  function join(key: EventKey, entry: Waiting<Ask, Answer>): void {
    const name = nameOf(key)
    const line = lines.get(name) ?? { key, waiting: [], isRunning: false, isAlone: false }
    if (line.waiting.length >= limits.waiting) {
      entry.reject(new Problem('BUSY', 'Too many are asking for this event at once. Trying again is safe.', {}, 1))
      return
    }
    lines.set(name, line)
    line.waiting.push(entry)
    if (!line.isRunning && line.waiting.length === 1) ready.push(line)
    start()
  }

  return {
    submit: (key, ask) =>
      new Promise((resolve, reject) => join(key, { ask, resolve, reject, since: performance.now() })),
    run: (key, work) =>
      new Promise((resolve, reject) =>
        join(key, { work: () => work().then(resolve, reject), reject, since: performance.now() }),
      ),
    waiting: () => [...lines.values()].reduce((sum, line) => sum + line.waiting.length, 0),
  }
}

type Outcome<Answer> = { answer: Answer } | { error: unknown }
type Batch<Ask> = { key: EventKey; asks: readonly Ask[] }

/** @returns what came of each ask; undefined for a line whose event somebody else is changing */
async function decideTurns<Ask, Answer>(
  deciders: Deciders<Ask, Answer>,
  turns: readonly Turn<Ask, Answer>[],
): Promise<(Outcome<Answer>[] | undefined)[]> {
  const batches = turns.map(({ line, asks }): Batch<Ask> => ({ key: line.key, asks: asks.map(({ ask }) => ask) }))
  const [first] = batches
  if (!first) return []
  if (batches.length === 1) return [await decideSafely(deciders, first)]
  try {
    const asked = batches.map(({ key, asks }) => ({ eventId: key.eventId, asks }))
    const answers = await deciders.together(first.key.tenantId, asked)
    return batches.map(({ asks }, index) => answers[index] && outcomesOf(asks, answers[index]))
  } catch (error) {
    if (error instanceof Problem) return batches.map(({ asks }) => asks.map(() => ({ error })))
    // Something unexpected is the matter with one of them: each by itself, it fails no other.
    const outcomes: Outcome<Answer>[][] = []
    for (const batch of batches) outcomes.push(await decideSafely(deciders, batch))
    return outcomes
  }
}

/**
 * Decides a batch; where something unexpected goes wrong, each half of it by itself, down to the one request at fault:
 * it never fails its neighbours. What the database cannot do for anybody right now is everybody's answer at once.
 */
async function decideSafely<Ask, Answer>(
  deciders: Deciders<Ask, Answer>,
  { key, asks }: Batch<Ask>,
  isSecondTry = false,
): Promise<Outcome<Answer>[]> {
  if (asks.length === 0) return []
  try {
    return outcomesOf(asks, await deciders.alone(key, asks))
  } catch (error) {
    if (error instanceof Problem || (asks.length === 1 && isSecondTry)) return asks.map(() => ({ error }))
    // One that is alone gets a second try: a key that another event's batch has just taken is found then.
    if (asks.length === 1) return decideSafely(deciders, { key, asks }, true)
    const middle = Math.ceil(asks.length / 2)
    const first = await decideSafely(deciders, { key, asks: asks.slice(0, middle) })
    return [...first, ...(await decideSafely(deciders, { key, asks: asks.slice(middle) }))]
  }
}

function outcomesOf<Answer>(asks: readonly unknown[], answers: readonly Answer[]): Outcome<Answer>[] {
  return asks.map((_, index) => {
    const answer = answers[index]
    return answer === undefined ? { error: new Error('an ask was left without an answer') } : { answer }
  })
}

function nameOf({ tenantId, eventId }: EventKey): string {
  return `${tenantId}/${eventId}`
}
