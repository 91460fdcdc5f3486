import type pg from 'pg'
import { asProblem } from '../platform/database-errors.ts'
import type { Statement } from '../platform/database.ts'

// The schema auth: who may come in, across tenants. It has a role and connections of its own, and no statement here
// touches what is inside a tenant.

export type Membership = { identity_id: string; tenant_id: string; user_id: string; email: string }
export type Credential = Membership & { password_hash: string }

/** An address may be known in many tenants; so many of its passwords are tried at most. */
const MOST_CANDIDATES = 10

async function query<Row extends object>(
  pool: pg.Pool,
  statement: string | Statement,
  parameters: readonly unknown[],
): Promise<Row[]> {
  const { name, text } = typeof statement === 'string' ? { text: statement } : statement
  try {
    const { rows } = await pool.query<Row>({ ...(name === undefined ? {} : { name }), text, values: [...parameters] })
    return rows
  } catch (error) {
    throw asProblem(error)
  }
}

/** Everybody who could be meant by an address: oldest first, so that nobody is pushed out by those who come later. */
export async function findCredentials(
  pool: pg.Pool,
  email: string,
  tenantId: string | undefined,
): Promise<(Credential & { is_shared: boolean })[]> {
  return query(
    pool,
    `select m.identity_id, m.tenant_id, m.user_id, m.email, a.password as password_hash,
            exists (select from auth.membership other
                     where other.email = m.email and other.identity_id <> m.identity_id) as is_shared
       from auth.membership m
       join auth.account a on a."userId" = m.identity_id and a."providerId" = 'credential'
      where m.email = $1 and ($2::uuid is null or m.tenant_id = $2) and a.password is not null
      order by m.created_at
      limit ${MOST_CANDIDATES}`,
    [email, tenantId ?? null],
  )
}

export async function findCredential(pool: pg.Pool, identityId: string): Promise<Credential | undefined> {
  const [row] = await query<Credential>(
    pool,
    `select m.identity_id, m.tenant_id, m.user_id, m.email, a.password as password_hash
       from auth.membership m
       join auth.account a on a."userId" = m.identity_id and a."providerId" = 'credential'
      where m.identity_id = $1 and a.password is not null`,
    [identityId],
  )
  return row
}

export async function findMembership(pool: pg.Pool, identityId: string): Promise<Membership | undefined> {
  const [row] = await query<Membership>(
    pool,
    {
      name: 'find_membership',
      text: 'select identity_id, tenant_id, user_id, email from auth.membership where identity_id = $1',
    },
    [identityId],
  )
  return row
}

/** Who signs in with an address, in whichever tenant: oldest first. */
export async function findMembershipsOf(pool: pg.Pool, email: string): Promise<Membership[]> {
  return query(
    pool,
    `select identity_id, tenant_id, user_id, email from auth.membership
      where email = $1 order by created_at limit ${MOST_CANDIDATES}`,
    [email],
  )
}

export async function insertLink(
  pool: pg.Pool,
  link: { codeHash: Buffer; tenantId: string; userId: string; lifetimeSeconds: number },
): Promise<Date> {
  const [row] = await query<{ expires_at: Date }>(
    pool,
    `insert into auth.sign_in_link (code_hash, tenant_id, user_id, expires_at)
     values ($1, $2, $3, now() + make_interval(secs => $4)) returning expires_at`,
    [link.codeHash, link.tenantId, link.userId, link.lifetimeSeconds],
  )
  if (!row) throw new Error('an insert answers with its row')
  return row.expires_at
}

/** Whom an unused link is for. Looks only; useLink takes it. */
export async function findLink(
  pool: pg.Pool,
  codeHash: Buffer,
): Promise<{ tenant_id: string; user_id: string } | undefined> {
  const [row] = await query<{ tenant_id: string; user_id: string }>(
    pool,
    `select tenant_id, user_id from auth.sign_in_link
      where code_hash = $1 and used_at is null and expires_at > now()`,
    [codeHash],
  )
  return row
}

/**
 * Takes a link, once, and makes its person known here, all in one statement: of several who use it at the same moment
 * one gets in. The identity has an address nobody can write to and no other tenant can have: what people sign in with
 * is the membership's. A new password takes the place of an old one, and ends the sessions that were open before.
 *
 * @returns the identity, or undefined where the link is used, expired or unknown
 */
export async function useLink(
  pool: pg.Pool,
  link: { codeHash: Buffer; email: string; newIdentityId: string; passwordHash: string | null },
): Promise<string | undefined> {
  const [row] = await query<{ identity_id: string }>(
    pool,
    `with link as (
       update auth.sign_in_link set used_at = now()
        where code_hash = $1 and used_at is null and expires_at > now()
       returning tenant_id, user_id
     ), identity as (
       insert into auth."user" (id, name, email, "emailVerified")
       select $3, user_id::text, user_id || '@' || tenant_id || '.allot.invalid', true from link
       on conflict (email) do update set "updatedAt" = now()
       returning id
     ), credential as (
       insert into auth.account (id, "accountId", "providerId", "userId", password)
       select gen_random_uuid()::text, id, 'credential', id, $4 from identity where $4::text is not null
       on conflict ("providerId", "accountId") do update set password = excluded.password, "updatedAt" = now()
       returning "userId"
     ), ended as (
       delete from auth.session using credential where auth.session."userId" = credential."userId"
     )
     insert into auth.membership (identity_id, tenant_id, user_id, email)
     select identity.id, link.tenant_id, link.user_id, $2 from link, identity
     on conflict (tenant_id, user_id) do update set email = excluded.email
     returning identity_id`,
    [link.codeHash, link.email, link.newIdentityId, link.passwordHash],
  )
  return row?.identity_id
}

/**
 * Puts a new password in the place of the one that was proven, and ends every other session of it.
 *
 * @returns whether it was still that one
 */
export async function replacePassword(
  pool: pg.Pool,
  change: { identityId: string; provenHash: string; newHash: string; keptSessionId: string },
): Promise<boolean> {
  const rows = await query(
    pool,
    `with changed as (
       update auth.account set password = $3, "updatedAt" = now()
        where "userId" = $1 and "providerId" = 'credential' and password = $2
       returning "userId"
     ), ended as (
       delete from auth.session using changed where auth.session."userId" = changed."userId" and auth.session.id <> $4
     )
     select "userId" from changed`,
    [change.identityId, change.provenHash, change.newHash, change.keptSessionId],
  )
  return rows.length > 0
}

export async function deleteSession(pool: pg.Pool, sessionId: string): Promise<void> {
  await query(pool, 'delete from auth.session where id = $1', [sessionId])
}

export async function deleteSessionsOf(pool: pg.Pool, identityId: string): Promise<void> {
  await query(pool, 'delete from auth.session where "userId" = $1', [identityId])
}

/** Deletes what has run out: sessions, links, counters; a bounded number at a time. */
export async function deleteExpired(pool: pg.Pool, sessionSeconds: number): Promise<number> {
  const deleted = await query(
    pool,
    `with sessions as (
       delete from auth.session where id in (
         select id from auth.session
          where "expiresAt" < now() or "createdAt" < now() - make_interval(secs => $1)
          limit 1000 for update skip locked)
       returning 1
     ), links as (
       delete from auth.sign_in_link where code_hash in (
         select code_hash from auth.sign_in_link where expires_at < now() limit 1000 for update skip locked)
       returning 1
     ), counters as (
       delete from auth.throttle where key in (
         select key from auth.throttle where expire < extract(epoch from now()) * 1000
          limit 1000 for update skip locked)
       returning 1
     )
     select 1 from sessions union all select 1 from links union all select 1 from counters`,
    [sessionSeconds],
  )
  return deleted.length
}
