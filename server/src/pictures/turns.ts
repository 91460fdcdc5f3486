import { Problem } from '../platform/problem.ts'

/** Lets so many do their work at once; as many more may wait, and whoever comes then is told to come again. */
export type Turns = { take<T>(work: () => Promise<T>): Promise<T> }

export function createTurns(atOnce: number, mostWaiting: number): Turns {
  let working = 0
  const waiting: (() => void)[] = []
  return {
    async take(work) {
      if (working >= atOnce) {
        if (waiting.length >= mostWaiting) throw busy()
        // Whoever goes hands their place on, so that nobody gets in between.
        await new Promise<void>((resolve) => waiting.push(resolve))
      } else {
        working += 1
      }
      try {
        return await work()
      } finally {
        const next = waiting.shift()
        if (next) next()
        else working -= 1
      }
    },
  }
}

export function busy(): Problem {
  return new Problem('BUSY', 'Too many pictures are on their way. Try again in a moment.', {}, 5)
}
