/** What came of asking for a while: how much was answered, in what time, each answer's own time, and of what kind. */
export type Load = {
  answers: number
  seconds: number
  perSecond: number
  /** Milliseconds, shortest first. */
  latencies: readonly number[]
}

/** Asks one thing, waits for the answer, and says of what kind it was. */
export type Asker<Item> = (item: Item) => Promise<string>

/** An answer that was not the one asked for: cheap, fast, and no measurement. */
export class UnexpectedAnswer extends Error {
  override name = 'UnexpectedAnswer'
}

/**
 * Lets every asker ask, one thing after the other, until the time is over or there is nothing left to ask for.
 *
 * @param next what to ask for; never the same twice, where asking changes something
 * @param expected the one kind of answer that counts
 * @throws UnexpectedAnswer with the answers by kind, when any was of another
 */
export async function drive<Item>(
  askers: readonly Asker<Item>[],
  seconds: number,
  next: () => Item | undefined,
  expected: string,
): Promise<Load> {
  const latencies: number[] = []
  const kinds = new Map<string, number>()
  const start = performance.now()
  const end = start + seconds * 1000
  let last = start

  const askOn = async (ask: Asker<Item>) => {
    for (;;) {
      const begun = performance.now()
      const item = begun < end ? next() : undefined
      if (item === undefined) return
      const kind = await ask(item)
      last = performance.now()
      latencies.push(last - begun)
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
    }
  }
  await Promise.all(askers.map(askOn))

  const right = kinds.get(expected) ?? 0
  if (right === 0 || kinds.size > 1) {
    const found = [...kinds].map(([kind, times]) => `${times} × ${kind}`).join(', ')
    throw new UnexpectedAnswer(`expected nothing but "${expected}", got ${found || 'no answer at all'}`)
  }
  const taken = (last - start) / 1000
  return { answers: right, seconds: taken, perSecond: right / taken, latencies: latencies.sort((a, b) => a - b) }
}

/** The value below which a part of the sorted values lies: 0.5 is the median. */
export function quantile(sorted: readonly number[], part: number): number {
  const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]
  if (value === undefined) throw new Error('there is nothing to take a quantile of')
  return value
}
