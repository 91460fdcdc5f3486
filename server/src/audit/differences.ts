/** What a change changed, each field with its value before and after: `{venue: {from: 'Hall', to: null}}`. */
export function differences<Row extends object>(
  before: Row,
  after: Row,
  names: readonly (keyof Row & string)[],
): Record<string, { from: unknown; to: unknown }> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const [from, to] = [before[name], after[name]]
      return JSON.stringify(from) === JSON.stringify(to) ? [] : [[name, { from, to }]]
    }),
  )
}
