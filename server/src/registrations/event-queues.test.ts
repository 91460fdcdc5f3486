import fc from 'fast-check'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { Problem } from '../platform/problem.ts'
import { createEventQueues } from './event-queues.ts'
import type { EventQueues, QueueLimits } from './event-queues.ts'

type Batch = { event: string; asks: readonly string[]; answer(): void; fail(error: unknown): void }

const keyOf = (eventId: string) => ({ tenantId: 'tenant', eventId })
const unlimited: QueueLimits = { waiting: 1_000, batch: 256, batches: 4, wait: 60_000 }
const afterAll = () => new Promise<void>((resolve) => setImmediate(resolve))

/** Queues whose batches are decided when the test says so. */
function givenQueues(limits: Partial<QueueLimits> = {}) {
  const batches: Batch[] = []
  const queues = createEventQueues<string, string>(
    ({ eventId }, asks) =>
      new Promise((resolve, reject) => {
        batches.push({ event: eventId, asks, answer: () => resolve(asks.map((ask) => `${ask}!`)), fail: reject })
      }),
    { ...unlimited, ...limits },
  )
  const submit = (ask: string, event = 'gala') => queues.submit(keyOf(event), ask)
  /** Answers what has begun, and what begins thereupon, until nothing waits. */
  const answerAll = async () => {
    for (let index = 0; index < batches.length; index += 1) {
      batches[index]?.answer()
      await afterAll()
    }
  }
  return { batches, queues, submit, answerAll, asked: () => batches.map(({ asks }) => asks.join('')) }
}

/** Queues that decide at once; a letter in `bad` throws. */
function givenDecider(decide: (asks: readonly string[]) => void) {
  const decided: string[] = []
  const calls: string[] = []
  const queues = createEventQueues<string, string>(async (_, asks) => {
    calls.push(asks.join(''))
    await afterAll()
    decide(asks)
    decided.push(...asks)
    return asks.map((ask) => `${ask}!`)
  }, unlimited)
  const submitAll = (letters: string) =>
    Promise.allSettled([...letters].map((ask) => queues.submit(keyOf('gala'), ask)))
  return { decided, calls, submitAll }
}

describe('a line', () => {
  test('decides one that comes alone at once, and alone', async () => {
    const { batches, submit, asked } = givenQueues()
    const answer = submit('a')
    expect(asked()).toEqual(['a'])
    batches[0]?.answer()
    expect(await answer).toBe('a!')
  })

  test('gathers what comes while a batch is under way, and takes it all in the order it came', async () => {
    const { submit, asked, answerAll } = givenQueues()
    const answers = [...'abcde'].map((ask) => submit(ask))
    expect(asked()).toEqual(['a'])
    await answerAll()
    expect(asked()).toEqual(['a', 'bcde'])
    expect(await Promise.all(answers)).toEqual(['a!', 'b!', 'c!', 'd!', 'e!'])
  })

  test('takes no more at a time than a batch may have', async () => {
    const { submit, asked, answerAll } = givenQueues({ batch: 3 })
    const answers = [...'abcdefgh'].map((ask) => submit(ask))
    await answerAll()
    expect(asked()).toEqual(['a', 'bcd', 'efg', 'h'])
    expect(await Promise.all(answers)).toHaveLength(8)
  })

  test('has the next batch on its way before the answers of this one are given', async () => {
    const { batches, submit, asked } = givenQueues()
    const first = submit('a').then(() => asked())
    void submit('b')
    batches[0]?.answer()
    expect(await first).toEqual(['a', 'b'])
  })

  test('turns away who finds it full, and says when to come back; who waits already, and other lines, go on', async () => {
    const { submit, asked, answerAll, queues } = givenQueues({ waiting: 2 })
    const answers = [...'abc'].map((ask) => submit(ask))
    await expect(submit('d')).rejects.toMatchObject({ code: 'BUSY', status: 503, retryAfterSeconds: 1 })
    expect(queues.waiting()).toBe(2)
    answers.push(submit('x', 'fair'))
    await answerAll()
    expect(asked()).toEqual(['a', 'x', 'bc'])
    expect(await Promise.all(answers)).toEqual(['a!', 'b!', 'c!', 'x!'])
    expect(queues.waiting()).toBe(0)
  })

  test('turns away who has waited too long, undecided, and goes on with the others', async () => {
    const { batches, submit, asked, answerAll } = givenQueues({ wait: 200 })
    const first = submit('a')
    const late = submit('b')
    late.catch(() => {})
    await sleep(300)
    const fresh = submit('c')
    await answerAll()
    await expect(late).rejects.toMatchObject({ code: 'BUSY', retryAfterSeconds: 1 })
    expect(await Promise.all([first, fresh])).toEqual(['a!', 'c!'])
    expect(asked()).toEqual(['a', 'c'])
    expect(batches).toHaveLength(2)
  })
})

describe('several lines', () => {
  test('a hot event does not keep another waiting: they take turns', async () => {
    const { submit, asked, answerAll } = givenQueues({ batches: 1, batch: 2 })
    for (const ask of 'abcdef') void submit(ask, 'hot')
    void submit('x', 'calm')
    for (const ask of 'gh') void submit(ask, 'hot')
    await answerAll()
    expect(asked()).toEqual(['a', 'x', 'bc', 'de', 'fg', 'h'])
  })

  test('no more batches are under way than may be, and never two of one event', async () => {
    const { batches, submit, asked, answerAll } = givenQueues({ batches: 2 })
    for (const event of ['one', 'two', 'three']) for (const ask of 'ab') void submit(ask, event)
    expect(asked()).toEqual(['a', 'a'])
    await answerAll()
    // By the time the third event has its turn, both of its requests are there.
    expect(batches.map(({ event, asks }) => `${event}: ${asks.join('')}`)).toEqual([
      'one: a',
      'two: a',
      'three: ab',
      'one: b',
      'two: b',
    ])
  })

  test('events of the same id in two tenants are two lines', () => {
    const asked: string[] = []
    const queues = createEventQueues<string, string>(
      ({ tenantId }) => (asked.push(tenantId), new Promise(() => {})),
      unlimited,
    )
    for (const tenantId of ['aster', 'birch']) void queues.submit({ tenantId, eventId: 'gala' }, 'a')
    expect(asked).toEqual(['aster', 'birch'])
  })
})

describe('when something goes wrong', () => {
  test('one bad request fails alone: its neighbours are decided, in their order, once', async () => {
    const failure = new Error('bad')
    const { submitAll, decided } = givenDecider((asks) => {
      if (asks.includes('X')) throw failure
    })
    const outcomes = await submitAll('abcdXefgh')
    expect(decided.join('')).toBe('abcdefgh')
    expect(outcomes.filter(({ status }) => status === 'rejected')).toEqual([{ status: 'rejected', reason: failure }])
    expect(outcomes[4]).toEqual({ status: 'rejected', reason: failure })
  })

  test('however many are bad, the others are decided', async () => {
    const { submitAll, decided } = givenDecider((asks) => {
      if (asks.some((ask) => ask < 'a')) throw new Error('bad')
    })
    const outcomes = await submitAll('aXbYcZ')
    expect(decided.join('')).toBe('abc')
    expect(outcomes.map(({ status }) => status === 'fulfilled')).toEqual([true, false, true, false, true, false])
  })

  test('one that is alone gets a second try, and no third', async () => {
    let failures = 1
    const { submitAll, calls } = givenDecider(() => {
      if (failures-- > 0) throw new Error('once')
    })
    expect(await submitAll('a')).toEqual([{ status: 'fulfilled', value: 'a!' }])
    failures = 9
    expect(await submitAll('b')).toMatchObject([{ status: 'rejected' }])
    expect(calls).toEqual(['a', 'a', 'b', 'b'])
  })

  test('what the database cannot do for anybody right now is everybody’s answer, and is not tried piece by piece', async () => {
    const problem = new Problem('UNAVAILABLE', undefined, {}, 2)
    const { submitAll, calls } = givenDecider(() => {
      throw problem
    })
    const outcomes = await submitAll('abcd')
    expect(outcomes).toEqual([...'abcd'].map(() => ({ status: 'rejected', reason: problem })))
    expect(calls).toEqual(['a', 'bcd'])
  })

  test('a decider that throws instead of promising, or leaves one out, leaves nobody waiting', async () => {
    const throwing = createEventQueues<string, string>(() => {
      throw new Error('at once')
    }, unlimited)
    await expect(throwing.submit(keyOf('gala'), 'a')).rejects.toThrow('at once')
    const forgetful = createEventQueues<string, string>((_, asks) => Promise.resolve(asks.slice(1)), unlimited)
    await expect(forgetful.submit(keyOf('gala'), 'a')).rejects.toThrow('without an answer')
    await expect(forgetful.submit(keyOf('gala'), 'b')).rejects.toThrow('without an answer')
  })
})

type Arrival = { event: 'p' | 'q' | 'r'; kind: 'good' | 'bad' | 'flaky' | 'busy'; gap: number; pause: number }

const anyArrival: fc.Arbitrary<Arrival> = fc.record({
  event: fc.constantFrom('p', 'q', 'r'),
  kind: fc.constantFrom('good', 'good', 'good', 'bad', 'flaky', 'busy'),
  gap: fc.nat({ max: 3 }),
  pause: fc.nat({ max: 3 }),
})
const anyLimits = fc.record({
  waiting: fc.integer({ min: 1, max: 6 }),
  batch: fc.integer({ min: 1, max: 4 }),
  batches: fc.integer({ min: 1, max: 3 }),
  wait: fc.constant(60_000),
})

test('whatever comes and fails, everybody is answered once, in order, and every bound is kept', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyArrival, { maxLength: 25 }), anyLimits, async (arrivals, limits) => {
      const decided: number[] = []
      const tried = new Set<number>()
      const under = { way: 0, events: new Set<string>() }
      const queues: EventQueues<number, number> = createEventQueues(async ({ eventId }, asks) => {
        expect(asks.length).toBeLessThanOrEqual(limits.batch)
        expect(under.events.has(eventId)).toBe(false)
        under.events.add(eventId)
        under.way += 1
        expect(under.way).toBeLessThanOrEqual(limits.batches)
        const kinds = asks.map((ask) => arrivals[ask]?.kind)
        const isFirst = asks.some((ask) => arrivals[ask]?.kind === 'flaky' && !tried.has(ask))
        for (const ask of asks) if (asks.length === 1) tried.add(ask)
        for (let step = arrivals[asks[0] ?? 0]?.pause ?? 0; step > 0; step -= 1) await afterAll()
        under.way -= 1
        under.events.delete(eventId)
        if (kinds.includes('busy')) throw new Problem('BUSY')
        if (kinds.includes('bad') || isFirst) throw new Error('unexpected')
        decided.push(...asks)
        return [...asks]
      }, limits)

      const answers: Promise<number>[] = []
      for (const [index, { event, gap }] of arrivals.entries()) {
        for (let step = gap; step > 0; step -= 1) await afterAll()
        const answer = queues.submit(keyOf(event), index)
        answer.catch(() => {})
        answers.push(answer)
      }
      const outcomes = await Promise.allSettled(answers)

      outcomes.forEach((outcome, index) => {
        const kind = arrivals[index]?.kind
        const isDecided = outcome.status === 'fulfilled'
        expect(decided.filter((one) => one === index)).toHaveLength(isDecided ? 1 : 0)
        if (isDecided) expect([outcome.value, kind === 'good' || kind === 'flaky']).toEqual([index, true])
        // Who is good is only ever turned away with everybody else, or at the door.
        else if (kind === 'good') expect(outcome.reason).toBeInstanceOf(Problem)
      })
      for (const line of ['p', 'q', 'r']) {
        const order = decided.filter((ask) => arrivals[ask]?.event === line)
        expect(order).toEqual(order.toSorted((a, b) => a - b))
      }
      expect(queues.waiting()).toBe(0)
    }),
    { numRuns: 300 },
  )
})
