/** One line of what an entry has to say: a field with its value, or its values before and after. */
export type Detail = { field: string; before?: string | undefined; after: string }

/**
 * What an entry keeps, line by line. Changes come as `{ field: { from, to } }`, or as whole rows `before` and `after`,
 * of which only the differences are of interest.
 */
export function detailsOf(detail: Record<string, unknown> | null): Detail[] {
  if (detail === null) return []
  const { before, after } = detail
  if (isRow(before) && isRow(after)) {
    return Object.keys({ ...before, ...after })
      .filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
      .map((field) => ({ field, before: say(before[field]), after: say(after[field]) }))
  }
  return Object.entries(detail).map(([field, value]) =>
    isRow(value) && 'from' in value && 'to' in value
      ? { field, before: say(value.from), after: say(value.to) }
      : { field, after: say(value) },
  )
}

function isRow(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function say(value: unknown): string {
  if (value === null || value === undefined) return '–'
  return typeof value === 'string' ? value : JSON.stringify(value)
}
