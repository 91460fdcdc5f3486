import type { Studio } from './studio-state.ts'
import { useStudioWords } from './studio-words.ts'

/** What is wrong with a field: what the server said of it, or what cannot be sent as it is. */
export function useSayWrong(studio: Studio): (at: string) => string | undefined {
  const say = useStudioWords()
  return (at) => {
    const refusal = studio.refusals[at]
    if (refusal !== undefined) return refusal
    const wrong = studio.wrongs[at]
    return wrong !== undefined && studio.isShown(at) ? say(wrong) : undefined
  }
}
