import type { Actor } from '../platform/actor.ts'
import { lockBooks, noteChange } from '../events/books.sql.ts'
import type { EventKey } from '../events/books.sql.ts'
import { findVisibleEvent } from '../events/find-event.ts'
import type { Tx } from '../platform/database.ts'
import { Problem } from '../platform/problem.ts'
import { hasPermission } from '../platform/roles.ts'
import { sha256 } from '../platform/secrets.ts'
import type { Secrets } from '../platform/secrets.ts'
import { findRegistration } from '../registrations/registrations.sql.ts'
import type { RegistrationListRow } from '../registrations/registrations.sql.ts'
import { saveNewCode } from './replace-qr.sql.ts'
import { findScannedById } from './scans.sql.ts'

/** As many codes as one registration may have in its life: the column ends there. */
const MOST_GENERATIONS = 32_000

/**
 * Gives a registration a new code; the old one is remembered, so that it answers REVOKED.
 *
 * @throws Problem REGISTRATION_NOT_FOUND, FORBIDDEN, INVALID_TRANSITION, ALREADY_COLLECTED, LEASED, TOO_MANY
 */
export async function replaceQr(
  tx: Tx,
  secrets: Secrets,
  actor: Actor,
  key: EventKey,
  registrationId: string,
): Promise<RegistrationListRow> {
  const books = await lockBooks(tx, key)
  const before = books && (await findRegistration(tx, key, registrationId))
  if (!books || before?.user_id !== actor.userId) await findVisibleEvent(tx, actor, key.eventId)
  if (!books || !before) throw new Problem('REGISTRATION_NOT_FOUND')
  if (before.user_id !== actor.userId && !hasPermission(actor.role, 'event.manage')) {
    throw new Problem('FORBIDDEN', 'You may only replace a code of your own.')
  }
  if (before.status === 'REJECTED' || before.status === 'CANCELLED') {
    throw new Problem('INVALID_TRANSITION', 'This registration is over: it needs no code any more.')
  }
  if (before.collected_at !== null) {
    throw new Problem('ALREADY_COLLECTED', 'It was handed out already: its code is of no use to anybody.')
  }
  const [scanned] = await findScannedById(tx, key, [registrationId])
  if (scanned?.lease_desk_name) {
    const until = scanned.lease_expires_at?.toISOString() ?? ''
    throw new Problem(
      'LEASED',
      `${scanned.lease_desk_name} knows the present code, and has no network until ${until} at most.`,
    )
  }
  const generation = before.qr_generation + 1
  if (generation > MOST_GENERATIONS) throw new Problem('TOO_MANY', 'This code was replaced too often.')
  const hash = sha256(secrets.qrToken(key.tenantId, registrationId, generation))
  await saveNewCode(tx, key, registrationId, { generation, hash, at: books.now })
  noteChange(tx, key, books, actor, {
    action: 'registration.qr_replaced',
    subjectId: registrationId,
    detail: { user_id: before.user_id, event_option_id: before.event_option_id, qr_generation: generation },
  })
  return { ...before, qr_generation: generation }
}
