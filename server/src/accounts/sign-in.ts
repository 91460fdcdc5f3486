import type { passwordChange, signInInput, signInLink, useSignInLink } from '@allot/contract'
import type { FastifyBaseLogger } from 'fastify'
import type pg from 'pg'
import type { z } from 'zod'
import { openDatabase } from '../platform/database.ts'
import type { Connection, Database, Tx } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { Problem, invalid } from '../platform/problem.ts'
import { newSecret, sha256 } from '../platform/secrets.ts'
import type { Secrets } from '../platform/secrets.ts'
import { createThrottle } from '../platform/throttle.ts'
import type { Throttle } from '../platform/throttle.ts'
import { changeTenant } from '../tenants/change-tenant.ts'
import type { By } from '../tenants/change-tenant.ts'
import type { IdentifyByCookie } from './authenticate.ts'
import { readMe } from './me.ts'
import type { MeView } from './me.ts'
import { checkPassword } from './passwords.ts'
import { ABSOLUTE_SECONDS, openSessions } from './sessions.ts'
import type { Cookies, Sessions } from './sessions.ts'
import {
  deleteExpired,
  deleteSession,
  deleteSessionsOf,
  findCredential,
  findCredentials,
  findLink,
  findMembership,
  insertLink,
  replacePassword,
  useLink,
} from './sign-in.sql.ts'
import { findUser } from './users.sql.ts'

export type SignInLinkView = z.infer<typeof signInLink>
type SignedIn = { me: MeView; cookies: Cookies }

export type SignIn = {
  identifyByCookie: IdentifyByCookie
  /** A link that signs a person in, once. Whether they may come in at all is asked again when it is used. */
  createLink(tenantId: string, userId: string, lifetimeSeconds: number): Promise<SignInLinkView>
  /** Deletes what has run out, a bounded number at a time, and says how much it was. Any server may do it at any time. */
  forgetExpired(): Promise<number>
  close(): Promise<void>
  /** Connections of the schema auth; the counters of every throttle stand there. */
  pool: pg.Pool
  sessions: Sessions
  /** Failed tries: by address of the caller, and by the account they were for. */
  triesFrom: Throttle
  triesFor: Throttle
}

/** How long an invitation is good for, in seconds: a person may be away for some days. */
export const INVITATION_SECONDS = 7 * 24 * 3600
const TRY_SECONDS = 15 * 60
const MOST_CONNECTIONS = 4

export type SignInOptions = {
  /** As the role that sees the schema auth, and need see nothing else. */
  connection: Connection
  secrets: Pick<Secrets, 'sessionSecret'>
  /** Over https its cookies are marked Secure, and belong to this host alone. */
  publicUrl: string
  log: FastifyBaseLogger
}

/** Opens sign-in: who may come in, with which password, and which sessions there are. */
export async function openSignIn({ connection, secrets, publicUrl, log }: SignInOptions): Promise<SignIn> {
  const options = [connection.options, '-c search_path=auth'].filter(Boolean).join(' ')
  const { pool, close } = openDatabase({ ...connection, options }, MOST_CONNECTIONS)
  const sessions = await openSessions(pool, { sessionSecret: secrets.sessionSecret, publicUrl, log })
  const tries = { seconds: TRY_SECONDS, givesBack: true }
  return {
    pool,
    close,
    sessions,
    triesFrom: createThrottle(pool, { name: 'sign-in-from', points: 50, ...tries }),
    triesFor: createThrottle(pool, { name: 'sign-in-for', points: 10, ...tries }),
    identifyByCookie: async (cookie) => {
      const session = await sessions.find(cookie)
      const membership = session && (await findMembership(pool, session.identityId))
      return membership && { tenantId: membership.tenant_id, userId: membership.user_id }
    },
    createLink: async (tenantId, userId, lifetimeSeconds) => {
      const code = newSecret()
      const expiresAt = await insertLink(pool, { codeHash: sha256(code), tenantId, userId, lifetimeSeconds })
      // Behind the # it stays in the browser: no server, proxy or log ever sees it in an address.
      return { url: `${publicUrl}/sign-in#code=${code}`, code, expires_at: expiresAt.toISOString() }
    },
    forgetExpired: () => deleteExpired(pool, ABSOLUTE_SECONDS),
  }
}

/** The same words, and the same time, whether the address is unknown, has no password or another one. */
const notRight = () => new Problem('UNAUTHENTICATED', 'E-mail address and password do not go together.')

/**
 * Signs a person in by e-mail and password. Each tenant a person belongs to has a password of its own, so it is the
 * password that says which tenant is meant; only where that leaves several open does the caller have to say.
 *
 * @param from the address of the caller, for counting failed tries
 */
export async function signInByPassword(
  db: Database,
  signIn: SignIn,
  input: z.infer<typeof signInInput>,
  from: string,
): Promise<SignedIn> {
  const { pool, sessions, triesFrom, triesFor } = signIn
  const email = input.email.toLowerCase()
  const account = hashed(email)
  // Counted before it is tried: however many guesses come at the same moment, no more are let through.
  await triesFrom.take(from)
  await triesFor.take(account)

  const credentials = await findCredentials(pool, email, input.tenant_id)
  const [first, ...others] = await verifyEach(sessions, credentials, input.password)
  if (!first) throw notRight()
  await triesFrom.giveBack(from)
  // Somebody's password in one tenant must not wipe out the count of guesses at their namesake's in another.
  await (first.is_shared ? triesFor.giveBack(account) : triesFor.reset(account))
  if (others.length > 0) {
    throw new Problem('TENANT_REQUIRED', 'You belong to several organisations: send tenant_id to say which you mean.')
  }

  const person = await welcome(db, first.tenant_id, first.user_id)
  if (!person) throw notRight()
  const session = await sessions.open(first.identity_id)
  // The password may have been changed, and other sessions ended, while it was looked at: this one came too late.
  const current = await findCredential(pool, first.identity_id)
  if (current?.password_hash !== first.password_hash) {
    await deleteSession(pool, session.sessionId)
    throw notRight()
  }
  return { me: person, cookies: session.cookies }
}

/** Those whose password it is. Where there is nobody to try, one hash is computed all the same, for the time it takes. */
async function verifyEach<Known extends { password_hash: string }>(
  sessions: Sessions,
  credentials: Known[],
  password: string,
): Promise<Known[]> {
  if (credentials.length === 0) await sessions.verifyPassword(password, undefined)
  const verdicts = await Promise.all(credentials.map((known) => sessions.verifyPassword(password, known.password_hash)))
  return credentials.filter((_known, index) => verdicts[index])
}

const linkInvalid = () =>
  new Problem('LINK_INVALID', 'This link has been used, has run out, or never was one. Ask for a new one.')
/**
 * Signs a person in by a one-time code; with a password, that becomes theirs in this tenant from now on: this is how
 * one is invited, and how one that is forgotten is replaced. Every session that was open before ends then.
 */
export async function signInByLink(
  db: Database,
  signIn: SignIn,
  { code, password }: z.infer<typeof useSignInLink>,
  from: string,
): Promise<SignedIn> {
  const { pool, sessions, triesFrom } = signIn
  const codeHash = sha256(code)
  await triesFrom.take(from)
  const link = await findLink(pool, codeHash)
  if (!link) throw linkInvalid()
  await triesFrom.giveBack(from)

  const person = await welcome(db, link.tenant_id, link.user_id)
  if (!person) throw linkInvalid()
  const email = person.user.email.toLowerCase()
  if (password !== undefined) checkPassword(password, email, 'password')
  const passwordHash = password === undefined ? null : await sessions.hashPassword(password)

  const identityId = await useLink(pool, { codeHash, email, newIdentityId: newId(), passwordHash })
  if (identityId === undefined) throw linkInvalid()
  const { cookies } = await sessions.open(identityId)
  return { me: person, cookies }
}

/** Changes one's own password; every other session ends, and the one it is done in goes on. */
export async function changePassword(
  signIn: SignIn,
  cookie: string,
  { current_password, new_password }: z.infer<typeof passwordChange>,
): Promise<void> {
  const { pool, sessions, triesFor } = signIn
  const session = await sessions.find(cookie)
  if (!session) throw new Problem('UNAUTHENTICATED', 'This session has ended. Sign in again.')
  const known = await findCredential(pool, session.identityId)
  if (!known) throw new Problem('UNAUTHENTICATED', 'You have no password yet. Choose one with a new sign-in link.')
  checkPassword(new_password, known.email, 'new_password')

  const account = hashed(session.identityId)
  await triesFor.take(account)
  const isRight = await sessions.verifyPassword(current_password, known.password_hash)
  const newHash = isRight ? await sessions.hashPassword(new_password) : undefined
  const isReplaced =
    newHash !== undefined &&
    (await replacePassword(pool, {
      identityId: session.identityId,
      provenHash: known.password_hash,
      newHash,
      keptSessionId: session.sessionId,
    }))
  if (!isReplaced) throw new Problem('UNAUTHENTICATED', 'The current password is not right.')
  await triesFor.reset(account)
}

/** Ends the session of a cookie; the answer makes the browser forget it. */
export async function signOut({ pool, sessions }: SignIn, cookie: string): Promise<Cookies> {
  const session = await sessions.find(cookie)
  if (session) await deleteSession(pool, session.sessionId)
  return sessions.forget()
}

/** Ends every session the person of a cookie has in this tenant. */
export async function signOutEverywhere({ pool, sessions }: SignIn, cookie: string): Promise<Cookies> {
  const session = await sessions.find(cookie)
  if (session) await deleteSessionsOf(pool, session.identityId)
  return sessions.forget()
}

/**
 * Makes a sign-in link for a person, and notes in the tenant's audit trail who did. The link is written before this
 * transaction commits, on a connection of its own: if the commit fails, a link is left whose code nobody was ever
 * told; the other way round, the trail and a kept answer could name a link that does not exist.
 */
export async function createSignInLink(
  tx: Tx,
  signIn: SignIn,
  tenantId: string,
  by: By,
  userId: string,
): Promise<SignInLinkView> {
  return changeTenant(tx, tenantId, by, async (tenant) => {
    if (!tenant.is_active) throw new Problem('TENANT_SUSPENDED')
    const user = await findUser(tx, tenantId, userId)
    if (!user) throw new Problem('USER_NOT_FOUND')
    if (!user.is_active) throw invalid('path.user_id', 'is a person who was deactivated: activate them first')
    const link = await signIn.createLink(tenantId, userId, INVITATION_SECONDS)
    const detail = { expires_at: link.expires_at }
    return { note: { action: 'user.sign_in_link_created', subjectId: userId, detail }, result: link }
  })
}

/** Notes in the tenant's audit trail that somebody is invited; whoever reads that sends the mail, and makes the link. */
export async function inviteUser(tx: Tx, tenantId: string, by: By, userId: string): Promise<null> {
  return changeTenant(tx, tenantId, by, async () => {
    const user = await findUser(tx, tenantId, userId)
    if (!user) throw new Problem('USER_NOT_FOUND')
    if (!user.is_active) throw invalid('path.user_id', 'is a person who was deactivated: activate them first')
    return { note: { action: 'user.invited', subjectId: userId }, result: null }
  })
}

/**
 * What somebody who comes in sees first.
 *
 * @returns undefined where that person may not come in
 * @throws TENANT_SUSPENDED
 */
async function welcome(db: Database, tenantId: string, userId: string): Promise<MeView | undefined> {
  const person = await db.read(tenantId, (tx) => readMe(tx, tenantId, userId))
  if (!person?.user.is_active) return undefined
  if (!person.tenant.is_active) throw new Problem('TENANT_SUSPENDED')
  return person
}

/** A key of a fixed length, which tells nobody who reads the counters whose it is. */
function hashed(account: string): string {
  return sha256(account).toString('base64url')
}
