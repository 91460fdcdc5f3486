/**
 * The code of a one-time link, as somebody pastes it: the whole link, or the code alone.
 *
 * @returns undefined where there is none in it
 */
export function codeOf(pasted: string): string | undefined {
  const text = pasted.trim()
  const [, behind] = /#(?:.*&)?code=([^&\s]+)/.exec(text) ?? []
  if (behind !== undefined) return decodeURIComponent(behind)
  return /^[\w-]{20,}$/.test(text) ? text : undefined
}
