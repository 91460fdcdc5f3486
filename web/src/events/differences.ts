import { changedFields, rowFields } from './draft.ts'
import type { Draft, EventFields, FieldName, Row, RowField } from './draft.ts'

/** One field that somebody else changed while I was changing it too. */
export type Difference = { key: string; theirs: string; mine: string } & (
  | { kind: 'field'; field: FieldName }
  | { kind: 'option'; rowId: string; option: string; field: RowField }
  /** They removed an option I was changing, or I removed one they were changing. */
  | { kind: 'removed'; rowId: string; option: string; by: 'them' | 'me' }
)

export type Choice = 'theirs' | 'mine'

/**
 * Three versions of an event side by side: what I began with, what is there now, what I want. Fields that only one of
 * us changed need no question; those that both did, differently, do.
 */
export function differencesOf(base: Draft, theirs: Draft, mine: Draft): Difference[] {
  const byThem = changedFields(base.fields, theirs.fields)
  const fields = changedFields(base.fields, mine.fields)
    .filter((field) => byThem.includes(field) && theirs.fields[field] !== mine.fields[field])
    .map((field): Difference => {
      return { kind: 'field', key: field, field, theirs: theirs.fields[field], mine: mine.fields[field] }
    })
  return [...fields, ...mine.rows.flatMap((row) => rowDifferences(base.rows, theirs.rows, row))]
}

function rowDifferences(base: Row[], theirs: Row[], mine: Row): Difference[] {
  const before = base.find(({ id }) => id !== null && id === mine.id)
  if (mine.id === null || before === undefined) return []
  const now = theirs.find(({ id }) => id === mine.id)
  const rowId = mine.id
  const option = before.option_name
  const iChanged = rowFields.filter((field) => before[field] !== mine[field])
  if (now === undefined) {
    if (mine.isRemoved || iChanged.length === 0) return []
    return [{ kind: 'removed', key: rowId, rowId, option, by: 'them', theirs: '', mine: mine.option_name }]
  }
  const theyChanged = rowFields.filter((field) => before[field] !== now[field])
  if (mine.isRemoved) {
    if (theyChanged.length === 0) return []
    return [{ kind: 'removed', key: rowId, rowId, option, by: 'me', theirs: now.option_name, mine: '' }]
  }
  return iChanged
    .filter((field) => theyChanged.includes(field) && now[field] !== mine[field])
    .map((field) => ({
      kind: 'option',
      key: `${rowId} ${field}`,
      rowId,
      option,
      field,
      theirs: now[field],
      mine: mine[field],
    }))
}

/** What I want, on top of what is there now: theirs where only they changed something, and where I chose theirs. */
export function mergeDrafts(base: Draft, theirs: Draft, mine: Draft, choices: Record<string, Choice>): Draft {
  const changedByMe = changedFields(base.fields, mine.fields)
  const takesMine = (key: string) => choices[key] !== 'theirs'
  const fields = Object.fromEntries(
    (Object.keys(mine.fields) as FieldName[]).map((field) => [
      field,
      changedByMe.includes(field) && takesMine(field) ? mine.fields[field] : theirs.fields[field],
    ]),
  ) as EventFields
  const kept = theirs.rows.map((now) => {
    const wanted = mine.rows.find(({ id }) => id === now.id)
    const before = base.rows.find(({ id }) => id === now.id)
    if (wanted === undefined || before === undefined) return now
    if (wanted.isRemoved) return takesMine(wanted.key) ? { ...now, isRemoved: true } : now
    const mineOf = rowFields.filter((field) => before[field] !== wanted[field] && takesMine(`${now.id} ${field}`))
    return { ...now, key: wanted.key, ...Object.fromEntries(mineOf.map((field) => [field, wanted[field]])) }
  })
  // What they removed and I still want is put there anew; what I added is added.
  const added = mine.rows.filter((row) => row.id === null || isWantedStill(base.rows, theirs.rows, row, choices))
  return { fields, rows: [...kept, ...added.map((row) => ({ ...row, id: null }))] }
}

function isWantedStill(base: Row[], theirs: Row[], row: Row, choices: Record<string, Choice>): boolean {
  if (row.id === null || row.isRemoved || theirs.some(({ id }) => id === row.id)) return false
  const before = base.find(({ id }) => id === row.id)
  const isChanged = before !== undefined && rowFields.some((field) => before[field] !== row[field])
  return isChanged && choices[row.id] === 'mine'
}
