import { noteChange } from '../events/books.sql.ts'
import type { EventKey } from '../events/books.sql.ts'
import { lockExisting } from '../events/change-event.ts'
import { bumpEventVersion, findEvent } from '../events/events.sql.ts'
import { findOption } from '../options/options.sql.ts'
import type { OptionNow } from '../options/change-option.ts'
import type { Actor } from '../platform/actor.ts'
import type { Tx } from '../platform/database.ts'
import { Problem } from '../platform/problem.ts'
import type { MadePicture } from './make-picture.ts'
import { findKept, removePicture, savePicture } from './pictures.sql.ts'
import type { KeptPicture } from './pictures.sql.ts'

/** What a change leaves behind: the option as it is now, and the picture that nothing shows any more. */
export type PictureChange = OptionNow & { old: KeptPicture | undefined }

/** Gives an option a picture, in the place of the one it has. Bytes kept outside are there already. */
export async function setPicture(
  tx: Tx,
  actor: Actor,
  key: EventKey,
  optionId: string,
  made: MadePicture,
  { alt, keptIn }: { alt: string; keptIn: KeptPicture['kept_in'] },
): Promise<PictureChange> {
  const { books, option: before, event, old } = await lockOption(tx, key, optionId)
  const { id, hash, width, height, full, thumb } = made
  const picture = { hash, alt, width, height }
  const bytes = keptIn === 'database' ? { full, thumb } : null
  await savePicture(tx, key, optionId, { picture, kept: { id, kept_in: keptIn }, bytes }, books.now)
  bumpEventVersion(tx, key, books.now)
  const detail = { before: { picture: before.picture }, after: { picture } }
  noteChange(tx, key, books, actor, { action: 'option.updated', subjectId: optionId, detail })
  return { option: { ...before, picture }, event, old }
}

/** Takes an option's picture away; where it has none that is so already. */
export async function dropPicture(tx: Tx, actor: Actor, key: EventKey, optionId: string): Promise<PictureChange> {
  const { books, option: before, event, old } = await lockOption(tx, key, optionId)
  if (!before.picture) return { option: before, event, old: undefined }
  await removePicture(tx, key, optionId, books.now)
  bumpEventVersion(tx, key, books.now)
  const detail = { before: { picture: before.picture }, after: { picture: null } }
  noteChange(tx, key, books, actor, { action: 'option.updated', subjectId: optionId, detail })
  return { option: { ...before, picture: null }, event, old }
}

async function lockOption(tx: Tx, key: EventKey, optionId: string) {
  const books = await lockExisting(tx, key)
  const [event, option, old] = await Promise.all([
    findEvent(tx, key),
    findOption(tx, key, optionId),
    findKept(tx, key, optionId),
  ])
  if (!event) throw new Problem('EVENT_NOT_FOUND')
  if (!option) throw new Problem('OPTION_NOT_FOUND')
  return { books, event, option, old }
}
