import { noticeKinds } from '@allot/contract'
import type { NoticeKind } from '@allot/contract'
import type { Tx } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { findChoices } from './choices.sql.ts'
import type { Facts } from './facts.ts'
import { insertNotices } from './notices.sql.ts'

/** Something that somebody is to be told. */
export type Wanted = {
  kind: NoticeKind
  userId: string
  eventId: string | null
  registrationId: string | null
  /** What it comes from: however often that is told, there is one notice of it. */
  origin: string
  orderNo: number
  facts: Facts
  /** What one did oneself needs no mail. */
  isOwnDoing?: boolean
}

/** Writes a message for each channel by which somebody wants to be told, or has to be. */
export async function writeNotices(tx: Tx, tenantId: string, wanted: readonly Wanted[]): Promise<void> {
  if (wanted.length === 0) return
  const chosen = await findChoices(tx, tenantId, [...new Set(wanted.map(({ userId }) => userId))])
  const choiceOf = new Map(chosen.map(({ user_id, kind, mail, inbox }) => [`${user_id} ${kind}`, { mail, inbox }]))
  const rows = wanted.flatMap(({ isOwnDoing = false, ...notice }) => {
    const { audience, isMailed, isRequired } = noticeKinds[notice.kind]
    const { mail, inbox } = choiceOf.get(`${notice.userId} ${notice.kind}`) ?? { mail: isMailed, inbox: true }
    // Whoever cannot come in reads no inbox.
    const isMail = (mail || isRequired) && !isOwnDoing
    return [
      ...(isMail ? [{ ...notice, id: newId(), channel: 'mail' as const }] : []),
      ...(inbox && audience !== 'account' ? [{ ...notice, id: newId(), channel: 'inbox' as const }] : []),
    ]
  })
  insertNotices(tx, tenantId, rows)
}
