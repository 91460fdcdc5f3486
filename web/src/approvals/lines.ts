import type { Row } from './row.ts'
import type { Groups } from './trial.ts'

export const groupNames = ['refused', 'fitting', 'unread', 'rest'] as const
export type GroupName = (typeof groupNames)[number]

/** What stands in the table: rows with what explains them, and the heads of groups. */
export type Line =
  | { kind: 'group'; name: GroupName; isOpen: boolean }
  | { kind: 'row'; row: Row; index: number }
  | { kind: 'explain'; row: Row }
  /** More of this group is still to be read. */
  | { kind: 'more' }

type Part = { name: GroupName | undefined; rows: readonly Row[]; isOpen: boolean; hasMore: boolean }

/** The rows as they are listed: all in one, without a head. */
export function inOneList(rows: readonly Row[], hasMore = false): Part[] {
  return [{ name: undefined, rows, isOpen: true, hasMore }]
}

/**
 * The rows by what would become of them; those that are not chosen come last. What has not been read of a trial is a
 * group of its own, until it turns out where it belongs.
 *
 * @param refused how many are refused, whether read or not
 */
export function byOutcome(
  { refused: out, fitting, unread }: Groups,
  rest: readonly Row[],
  closed: ReadonlySet<GroupName>,
  refused: number,
): Part[] {
  const rows: Record<GroupName, readonly Row[]> = { refused: out, fitting, unread, rest }
  return groupNames.flatMap((name): Part[] => {
    const hasMore = name === 'refused' && out.length < refused
    return rows[name].length === 0 && !hasMore ? [] : [{ name, rows: rows[name], isOpen: !closed.has(name), hasMore }]
  })
}

/** The rows that the keys move through. */
export function rowsOf(parts: readonly Part[]): readonly Row[] {
  const [only] = parts
  if (parts.length === 1 && only?.isOpen) return only.rows
  return parts.flatMap(({ rows, isOpen }) => (isOpen ? rows : []))
}

export function linesOf(parts: readonly Part[], opened: ReadonlySet<string>): Line[] {
  let index = 0
  return parts.flatMap(({ name, rows, isOpen, hasMore }): Line[] => [
    ...(name === undefined ? [] : [{ kind: 'group' as const, name, isOpen }]),
    ...(isOpen
      ? rows.flatMap((row): Line[] => {
          const line: Line = { kind: 'row', row, index: index++ }
          return opened.has(row.id) ? [line, { kind: 'explain', row }] : [line]
        })
      : []),
    ...(isOpen && hasMore ? [{ kind: 'more' as const }] : []),
  ])
}
