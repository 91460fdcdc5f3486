import { Unreachable, newIntent } from '../api.ts'

/**
 * Keys for many things done one after the other. What nobody knows the end of keeps its key, so that trying again does
 * it once; what was answered gets a new one next time.
 */
export function createIntents() {
  const kept = new Map<string, { 'Idempotency-Key': string }>()
  return async function once<Result>(
    what: string,
    act: (intent: { 'Idempotency-Key': string }) => Promise<Result>,
  ): Promise<Result> {
    const intent = kept.get(what) ?? newIntent()
    kept.set(what, intent)
    try {
      const result = await act(intent)
      kept.delete(what)
      return result
    } catch (error) {
      if (!(error instanceof Unreachable)) kept.delete(what)
      throw error
    }
  }
}

export type Once = ReturnType<typeof createIntents>
