import { operations } from '@allot/contract'
import { findMembershipsOf } from '../accounts/sign-in.sql.ts'
import type { SignIn } from '../accounts/sign-in.ts'
import { addressOf, checkSameSite } from '../platform/http.ts'
import type { App } from '../platform/http.ts'
import { newId } from '../platform/ids.ts'
import { anybody } from '../platform/roles.ts'
import { sha256 } from '../platform/secrets.ts'
import { createThrottle } from '../platform/throttle.ts'
import { findActivePerson } from './subjects.sql.ts'
import { writeNotices } from './write-notices.ts'

const HOUR_SECONDS = 3_600

/** A link for somebody who cannot come in: asked for by anybody, and mailed to the address alone. */
export function linkRequestRoutes(app: App, { pool }: SignIn): void {
  const fromAddress = createThrottle(pool, { name: 'link-from', points: 20, seconds: HOUR_SECONDS })
  const forAccount = createThrottle(pool, { name: 'link-for', points: 5, seconds: HOUR_SECONDS })

  app.post('/auth/link-request', { config: anybody, schema: operations.requestSignInLink }, async (request, reply) => {
    checkSameSite(request, app.publicUrl)
    await fromAddress.take(addressOf(request))
    const email = request.body.email.toLowerCase()
    // After the answer, which says nothing and takes the same time whoever it is about.
    setImmediate(() => {
      mailLinks(email).catch((error: unknown) => request.log.warn({ err: error }, 'could not write a sign-in link'))
    })
    return reply.code(204).send(null)
  })

  async function mailLinks(email: string): Promise<void> {
    try {
      await forAccount.take(sha256(email).toString('base64url'))
    } catch {
      // Whoever is asked for so often has links enough; who asks is not told.
      return
    }
    for (const { tenant_id: tenantId, user_id: userId } of await findMembershipsOf(pool, email)) {
      await app.db.transaction(tenantId, async (tx) => {
        // The address may have been changed since: a link goes to the one it was asked for, and to no other.
        if (!(await findActivePerson(tx, tenantId, userId, email))) return
        const nothing = { eventId: null, registrationId: null, orderNo: 0, facts: {} }
        await writeNotices(tx, tenantId, [{ kind: 'sign_in_link', userId, origin: `link:${newId()}`, ...nothing }])
      })
    }
  }
}
