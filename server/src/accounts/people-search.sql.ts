import type { Tx } from '../platform/database.ts'

/** Longer ones are kept, and looked for, so far. */
const LONGEST_WORD = 100

/** A text as it is looked for: in lower case, from its first letter on. */
export type Wanted = string & { readonly brand: unique symbol }

/** What somebody typed, as it is looked for; undefined where nothing was. */
export function wantedOf(typed: string | undefined): Wanted | undefined {
  const text = (typed ?? '').trim().toLowerCase()
  // Nothing begins with punctuation: in front it only says where to look, and by itself it finds nobody.
  const begun = text.replace(new RegExp(`^${separator}+`, 'u'), '')
  return text === '' ? undefined : ((begun === '' ? text : begun).slice(0, LONGEST_WORD) as Wanted)
}

/**
 * The people of whose name or address a word begins with a text, if they are few.
 *
 * @param most that many at most; where one more than that comes back, there may be any number
 */
export async function findPeopleByWord(
  tx: Tx,
  tenantId: string,
  wanted: Wanted,
  most: number,
  within: 'name and address' | 'name, address and department' = 'name and address',
): Promise<string[]> {
  const kinds = within === 'name and address' ? [false] : [false, true]
  const rows = await tx.query<{ user_id: string }>(
    // Each kind is one range of the index. One person may have several words in it.
    `select distinct user_id from (
       ${kinds
         .map(
           (isDepartment) =>
             `(select user_id from person_words
                where tenant_id = $1 and is_department = ${isDepartment} and word ^@ $2 limit $3)`,
         )
         .join(' union all ')}) as found`,
    [tenantId, wanted, (most + 1) * WORDS_OF_ONE],
  )
  return rows.slice(0, most + 1).map(({ user_id: id }) => id)
}

/** Words of one person that can begin with the same text: an address repeats a name, and hardly more. */
const WORDS_OF_ONE = 4

/**
 * The same as a condition on people, for where many match and some soon turn up among rows that are walked.
 *
 * @param text a place for the pattern that `patternOf` makes
 */
export function isNamed(people: string, pattern: string): string {
  return `(lower(${people}.name) ~ ${pattern} or lower(${people}.email) ~ ${pattern})`
}

// As `beginnings_of` in the database has it: blanks and the punctuation of ASCII part words.
const separator = '[\\s!-/:-@\\[-`{-~]'
/** From here on in Unicode, scripts that leave no blanks between words. */
const WITHOUT_BLANKS = 0x2e80

export function patternOf(wanted: Wanted): string {
  const quoted = wanted.replaceAll(/[^\p{L}\p{N} ]/gu, String.raw`\$&`)
  const beginsAnywhere = (wanted.codePointAt(0) ?? 0) >= WITHOUT_BLANKS
  return beginsAnywhere ? quoted : `(^|${separator})${quoted}`
}
