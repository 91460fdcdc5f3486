import fc from 'fast-check'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { Problem } from '../platform/problem.ts'
import { createEventQueues } from './event-queues.ts'
import type { Deciders, EventQueues, QueueLimits } from './event-queues.ts'

type Batch = { event: string; asks: readonly string[]; answer(): void; fail(error: unknown): void }

const keyOf = (eventId: string) => ({ tenantId: 'tenant', eventId })
const unlimited: QueueLimits = { waiting: 1_000, batch: 256, events: 1, batches: 4, ofTenant: 4, wait: 60_000 }
const afterAll = () => new Promise<void>((resolve) => setImmediate(resolve))

/** Where only one event at a time is decided on. */
const alone = <Ask, Answer>(decide: Deciders<Ask, Answer>['alone']): Deciders<Ask, Answer> => ({
  alone: decide,
  together: () => Promise.reject(new Error('nobody asked for that')),
})

/** Queues whose batches are decided when the test says so. */
function givenQueues(limits: Partial<QueueLimits> = {}) {
  const batches: Batch[] = []
  const queues = createEventQueues<string, string>(
    alone(
      ({ eventId }, asks) =>
        new Promise((resolve, reject) => {
          batches.push({ event: eventId, asks, answer: () => resolve(asks.map((ask) => `${ask}!`)), fail: reject })
        }),
    ),
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
  const decideAll = async (_: unknown, asks: readonly string[]) => {
    calls.push(asks.join(''))
    await afterAll()
    decide(asks)
    decided.push(...asks)
    return asks.map((ask) => `${ask}!`)
  }
  const queues = createEventQueues<string, string>(alone(decideAll), unlimited)
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
      alone(({ tenantId }) => (asked.push(tenantId), new Promise(() => {}))),
      unlimited,
    )
    for (const tenantId of ['aster', 'birch']) void queues.submit({ tenantId, eventId: 'gala' }, 'a')
    expect(asked).toEqual(['aster', 'birch'])
  })
})

describe('lines that are ready together', () => {
  /** Queues that say what is decided in one transaction, as `gala: ab, fair: c`; the events named are locked there. */
  function givenSharing(limits: Partial<QueueLimits> = {}, locked: readonly string[] = []) {
    const asked: string[] = []
    const going: (() => void)[] = []
    const decide = (batches: readonly { eventId: string; asks: readonly string[] }[]) => {
      asked.push(batches.map(({ eventId, asks }) => `${eventId}: ${asks.join('')}`).join(', '))
      return new Promise<void>((resolve) => going.push(resolve))
    }
    const answer = (asks: readonly string[]) => asks.map((ask) => `${ask}!`)
    const queues = createEventQueues<string, string>(
      {
        alone: ({ eventId }, asks) => decide([{ eventId, asks }]).then(() => answer(asks)),
        together: (_, batches) =>
          decide(batches).then(() =>
            batches.map(({ eventId, asks }) => (locked.includes(eventId) ? undefined : answer(asks))),
          ),
      },
      { ...unlimited, events: 8, batches: 1, ...limits },
    )
    const submit = (ask: string, event: string, tenantId = 'tenant') => queues.submit({ tenantId, eventId: event }, ask)
    const next = async () => {
      going.shift()?.()
      await afterAll()
    }
    return { asked, queues, submit, next }
  }

  test('share a transaction, each in its order, and get their own answers', async () => {
    const { asked, submit, next } = givenSharing()
    const first = submit('a', 'gala')
    const others = [submit('b', 'fair'), submit('c', 'gala'), submit('d', 'fair'), submit('e', 'ball')]
    await next()
    await next()
    expect(asked).toEqual(['gala: a', 'fair: bd, ball: e, gala: c'])
    expect(await Promise.all([first, ...others])).toEqual(['a!', 'b!', 'c!', 'd!', 'e!'])
  })

  test('no more of them than may, with no more asks than may, and never of another tenant', async () => {
    const { asked, submit, next } = givenSharing({ events: 2, batch: 3 })
    const answers = [submit('a', 'gala'), submit('x', 'gala', 'other')]
    for (const ask of 'bcde') answers.push(submit(ask, 'fair'))
    for (const ask of 'fg') answers.push(submit(ask, 'ball'))
    for (const ask of 'hi') answers.push(submit(ask, 'gala'))
    for (let turn = 0; turn < 7; turn += 1) await next()
    expect(asked).toEqual(['gala: a', 'gala: x', 'fair: bcd', 'ball: fg, gala: h', 'fair: e, gala: i'])
    expect(await Promise.all(answers)).toHaveLength(10)
  })

  test('one whose event is locked elsewhere keeps nobody waiting: it is decided next, by itself, and in its order', async () => {
    const { asked, submit, next } = givenSharing({}, ['fair'])
    void submit('a', 'gala')
    const held = [submit('c', 'fair')]
    const free = submit('d', 'ball')
    await next()
    held.push(submit('e', 'fair'))
    await next()
    expect(await free).toBe('d!')
    await next()
    expect(asked).toEqual(['gala: a', 'fair: c, ball: d', 'fair: ce'])
    expect(await Promise.all(held)).toEqual(['c!', 'e!'])
  })

  test('a tenant has no more transactions at once than are its own, and leaves room for others', async () => {
    const { asked, submit, next } = givenSharing({ batches: 3, ofTenant: 2 })
    for (const event of ['gala', 'fair', 'ball', 'walk']) void submit('a', event)
    void submit('b', 'gala', 'other')
    expect(asked).toEqual(['gala: a', 'fair: a', 'gala: b'])
    await next()
    expect(asked.slice(3)).toEqual(['ball: a, walk: a'])
  })

  test('a batch that is decided by itself shares with nobody', async () => {
    const { asked, queues, submit, next } = givenSharing()
    void submit('a', 'gala')
    const work = queues.run(keyOf('fair'), () => Promise.resolve(asked.push('fair by itself')))
    const other = submit('b', 'ball')
    await next()
    await next()
    expect(asked).toEqual(['gala: a', 'fair by itself', 'ball: b'])
    expect(await Promise.all([work, other])).toEqual([2, 'b!'])
  })

  test('where one of them fails, each is decided by itself, and the others do not notice', async () => {
    const calls: string[] = []
    const decide = (asks: readonly string[]) => {
      calls.push(asks.join(''))
      if (asks.includes('X')) throw new Error('bad')
      return asks.map((ask) => `${ask}!`)
    }
    const queues = createEventQueues<string, string>(
      {
        alone: async (_, asks) => (await afterAll(), decide(asks)),
        together: async (_, batches) => (await afterAll(), batches.map(({ asks }) => decide(asks))),
      },
      { ...unlimited, events: 8, batches: 1 },
    )
    const answers = [...'abXc'].map((ask) => queues.submit(keyOf(ask), ask))
    const outcomes = await Promise.allSettled(answers)
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled'])
    expect(calls).toEqual(['a', 'b', 'X', 'b', 'X', 'X', 'c'])
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
    const throwing = createEventQueues<string, string>(
      alone(() => {
        throw new Error('at once')
      }),
      unlimited,
    )
    await expect(throwing.submit(keyOf('gala'), 'a')).rejects.toThrow('at once')
    const forgetful = createEventQueues<string, string>(
      alone((_, asks) => Promise.resolve(asks.slice(1))),
      unlimited,
    )
    await expect(forgetful.submit(keyOf('gala'), 'a')).rejects.toThrow('without an answer')
    await expect(forgetful.submit(keyOf('gala'), 'b')).rejects.toThrow('without an answer')
  })
})

type Arrival = {
  event: 'p' | 'q' | 'r'
  kind: 'good' | 'bad' | 'flaky' | 'busy'
  gap: number
  pause: number
  /** Somebody else has its event locked, while others are decided on with it. */
  isLocked: boolean
}

const anyArrival: fc.Arbitrary<Arrival> = fc.record({
  event: fc.constantFrom('p', 'q', 'r'),
  kind: fc.constantFrom('good', 'good', 'good', 'bad', 'flaky', 'busy'),
  gap: fc.nat({ max: 3 }),
  pause: fc.nat({ max: 3 }),
  isLocked: fc.boolean(),
})
const anyLimits = fc.record({
  waiting: fc.integer({ min: 1, max: 6 }),
  batch: fc.integer({ min: 1, max: 4 }),
  events: fc.integer({ min: 1, max: 3 }),
  batches: fc.integer({ min: 1, max: 3 }),
  ofTenant: fc.integer({ min: 1, max: 3 }),
  wait: fc.constant(60_000),
})

test('whatever comes and fails, everybody is answered once, in order, and every bound is kept', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyArrival, { maxLength: 25 }), anyLimits, async (arrivals, limits) => {
      const decided: number[] = []
      const tried = new Set<number>()
      const under = { way: 0, events: new Set<string>() }
      const begin = (eventIds: readonly string[], asks: readonly number[]) => {
        expect(asks.length).toBeLessThanOrEqual(limits.batch)
        expect(eventIds.length).toBeLessThanOrEqual(limits.events)
        for (const eventId of eventIds) expect(under.events.has(eventId)).toBe(false)
        for (const eventId of eventIds) under.events.add(eventId)
        under.way += 1
        expect(under.way).toBeLessThanOrEqual(Math.min(limits.batches, limits.ofTenant))
      }
      const pauseAndEnd = async (eventIds: readonly string[], [first = 0]: readonly number[]) => {
        for (let step = arrivals[first]?.pause ?? 0; step > 0; step -= 1) await afterAll()
        under.way -= 1
        for (const eventId of eventIds) under.events.delete(eventId)
      }
      const failIfAny = (asks: readonly number[]) => {
        const kinds = asks.map((ask) => arrivals[ask]?.kind)
        const isFirst = asks.some((ask) => arrivals[ask]?.kind === 'flaky' && !tried.has(ask))
        for (const ask of asks) if (asks.length === 1) tried.add(ask)
        if (kinds.includes('busy')) throw new Problem('BUSY')
        if (kinds.includes('bad') || isFirst) throw new Error('unexpected')
      }
      const queues: EventQueues<number, number> = createEventQueues(
        {
          alone: async ({ eventId }, asks) => {
            begin([eventId], asks)
            await pauseAndEnd([eventId], asks)
            failIfAny(asks)
            decided.push(...asks)
            return [...asks]
          },
          together: async (_, batches) => {
            const eventIds = batches.map((batch) => batch.eventId)
            begin(
              eventIds,
              batches.flatMap(({ asks }) => asks),
            )
            await pauseAndEnd(eventIds, batches[0]?.asks ?? [])
            const free = batches.map(({ asks }) => !asks.some((ask) => arrivals[ask]?.isLocked))
            failIfAny(batches.flatMap(({ asks }, index) => (free[index] ? asks : [])))
            return batches.map(({ asks }, index) => {
              if (!free[index]) return undefined
              decided.push(...asks)
              return [...asks]
            })
          },
        },
        limits,
      )

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
