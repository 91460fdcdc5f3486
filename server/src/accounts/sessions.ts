import { betterAuth } from 'better-auth'
import type { BetterAuthOptions, BetterAuthPlugin } from 'better-auth'
import { createAuthEndpoint, isAPIError } from 'better-auth/api'
import { expireCookie, setSessionCookie } from 'better-auth/cookies'
import { getAdapter } from 'better-auth/db/adapter'
import type { FastifyBaseLogger } from 'fastify'
import type pg from 'pg'
import { z } from 'zod'
import { asProblem } from '../platform/database-errors.ts'
import { newId } from '../platform/ids.ts'
import { Problem } from '../platform/problem.ts'
import { newSecret } from '../platform/secrets.ts'
import { hashTokens } from './hash-tokens.ts'
import { PASSWORD_LENGTH, createTurns } from './passwords.ts'

/** How long a session lasts, in seconds: after the last request, and at all. */
export const IDLE_SECONDS = 12 * 3600
export const ABSOLUTE_SECONDS = 7 * 24 * 3600
/** A session that is used is prolonged this seldom, so that reading is hardly ever writing. */
const PROLONGED_EVERY_SECONDS = 300

export type Session = { sessionId: string; identityId: string }
/** A Set-Cookie header for each. */
export type Cookies = string[]

export type Sessions = {
  hashPassword(password: string): Promise<string>
  /** Takes about the same time where there is no hash to compare with. */
  verifyPassword(password: string, hash: string | undefined): Promise<boolean>
  open(identityId: string): Promise<Session & { cookies: Cookies }>
  /** The session that a Cookie header belongs to; prolongs it. */
  find(cookieHeader: string): Promise<Session | undefined>
  /** What makes a browser forget its cookie. The session itself ends in the database. */
  forget(): Promise<Cookies>
}

/**
 * Opens better-auth, which knows how passwords are hashed and how sessions and their cookies are made. Nothing of it
 * answers HTTP: our routes ask it, so that there is one way to be refused, to be throttled and to be checked. Sign-in
 * by a provider (OIDC) or by e-mail becomes a plugin here and a route of ours.
 */
export async function openSessions(
  pool: pg.Pool,
  { sessionSecret, publicUrl, log }: { sessionSecret: string; publicUrl: string; log: FastifyBaseLogger },
): Promise<Sessions> {
  const isSecure = publicUrl.startsWith('https://')
  const cookieName = isSecure ? '__Host-allot' : 'allot'
  const options = {
    appName: 'Allot',
    baseURL: publicUrl,
    secret: sessionSecret,
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_LENGTH.least,
      maxPasswordLength: PASSWORD_LENGTH.most,
    },
    session: { expiresIn: IDLE_SECONDS, updateAge: PROLONGED_EVERY_SECONDS, cookieCache: { enabled: false } },
    databaseHooks: { session: { create: { before: async () => ({ data: { token: newSecret() } }) } } },
    advanced: {
      // The prefix it would add is __Secure-; ours, __Host-, also holds the cookie to this very host.
      useSecureCookies: false,
      cookies: {
        session_token: {
          name: cookieName,
          attributes: { secure: isSecure, httpOnly: true, sameSite: 'lax', path: '/' },
        },
      },
      database: { generateId: () => newId() },
      ipAddress: { disableIpTracking: true },
    },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: {
      level: 'warn',
      log: (level, message, err) => log[level === 'error' ? 'error' : 'warn']({ from: 'better-auth', err }, message),
    },
    plugins: [sessionEndpoints],
  } satisfies BetterAuthOptions
  const adapter = hashTokens(await getAdapter({ ...options, database: pool }))
  const auth = betterAuth({ ...options, database: () => adapter })
  const { password } = await auth.$context

  const inTurn = createTurns(3, 100)
  const nobodysHash = await password.hash(newSecret())
  return {
    hashPassword: (text) => inTurn(() => password.hash(text)),
    verifyPassword: async (text, hash) => {
      const isRight = await inTurn(() => password.verify({ password: text, hash: hash ?? nobodysHash }))
      return isRight && hash !== undefined
    },
    open: (identityId) =>
      inWords(async () => {
        const { headers, response } = await auth.api.openSession({ body: { identityId }, returnHeaders: true })
        return { ...response, cookies: headers.getSetCookie() }
      }),
    find: (cookieHeader) =>
      inWords(async () => {
        // Most cookies that are sent here belong to somebody else: a load balancer, another service of the host.
        if (!cookieHeader.includes(`${cookieName}=`)) return undefined
        const found = await auth.api.getSession({ headers: new Headers({ cookie: cookieHeader }) }).catch(noneIfGone)
        if (!found) return undefined
        const { id, userId, createdAt } = found.session
        return isTooOld(createdAt) ? undefined : { sessionId: id, identityId: userId }
      }),
    forget: async () => (await auth.api.forgetCookie({ returnHeaders: true })).headers.getSetCookie(),
  }
}

/** better-auth prolongs a session for as long as it is used; this is where that ends. */
function isTooOld(createdAt: Date): boolean {
  return createdAt.getTime() + ABSOLUTE_SECONDS * 1000 <= Date.now()
}

/** What better-auth has no endpoint for: to open a session for somebody who has shown in another way who they are. */
const sessionEndpoints = {
  id: 'allot',
  endpoints: {
    openSession: createAuthEndpoint.serverOnly(
      { method: 'POST', body: z.object({ identityId: z.string() }) },
      async (context) => {
        const { internalAdapter } = context.context
        const user = await internalAdapter.findUserById(context.body.identityId)
        const session = user && (await internalAdapter.createSession(user.id))
        if (!session) throw new Error('a session needs an identity')
        // The browser keeps the cookie as long as a session can last at all; when it is idle, the server decides.
        await setSessionCookie(context, { session, user }, false, { maxAge: ABSOLUTE_SECONDS })
        return { sessionId: session.id, identityId: user.id }
      },
    ),
    forgetCookie: createAuthEndpoint.serverOnly({ method: 'POST' }, async (context) => {
      expireCookie(context, context.context.authCookies.sessionToken)
      return null
    }),
  },
} satisfies BetterAuthPlugin

/** A session that somebody ended just while it was to be prolonged. */
function noneIfGone(error: unknown): null {
  if (isAPIError(error) && error.statusCode < 500) return null
  throw error
}

/** better-auth wraps what went wrong in the database, and has told the log what it was. */
async function inWords<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask()
  } catch (error) {
    if (!isAPIError(error)) throw asProblem(error)
    throw new Problem('UNAVAILABLE', 'The database does not answer. Trying again is safe.', {}, 2)
  }
}
