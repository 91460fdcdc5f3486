import pg from 'pg'
import type { Connection } from './database.ts'

/** Tables of `public` that belong to no tenant. `tenants` is the directory itself: its id is the tenant's. */
const withoutTenant = ['allot_migrations', 'tenants']

export type CatalogueReport = { role: string; version: number; faults: string[]; warnings: string[] }

/**
 * Asks the database's own catalogue whether it keeps tenants apart, at every start: that the role can bypass nothing,
 * and that every table, key and policy is as it has to be.
 *
 * @returns a sentence for each thing that is not; with any fault the server does not start
 */
export async function checkCatalogue(connection: Connection): Promise<CatalogueReport> {
  const client = new pg.Client(connection)
  await client.connect()
  try {
    const role = await readRole(client)
    const version = await readVersion(client)
    const faults: string[] = []
    const warnings: string[] = []
    if (version < 15 || version > 18)
      warnings.push(`PostgreSQL ${version} is not one that Allot is tested with: 15 to 18.`)
    if (role.isSuper || role.bypassesPolicies) {
      faults.push(
        `The role ${role.name} can bypass row-level security. Let DATABASE_URL name an ordinary role (create role allot_app login password '…'), and DATABASE_OWNER_URL the one that owns the database.`,
      )
    } else if (role.canBecomeOwner) {
      warnings.push(
        `The role ${role.name} owns the tables, and could switch row-level security off. Give the server a role of its own: DATABASE_URL for that one, DATABASE_OWNER_URL for the owner.`,
      )
    }
    for (const [question, say] of questions) {
      const { rows } = await client.query<{ name: string }>(question, [withoutTenant])
      faults.push(...rows.map(({ name }) => say(name)))
    }
    if (!role.canBecomeOwner && !role.isSuper) {
      const { rows } = await client.query<{ name: string }>(tooManyRights)
      faults.push(
        ...rows.map(
          ({ name }) => `The role ${role.name} may change or remove rows of ${name}: it may only add and read.`,
        ),
      )
    }
    return { role: role.name, version, faults, warnings }
  } finally {
    await client.end()
  }
}

async function readRole(client: pg.Client) {
  const { rows } = await client.query<{
    name: string
    isSuper: boolean
    bypassesPolicies: boolean
    canBecomeOwner: boolean
  }>(
    `select session_user as name,
            bool_or(r.rolsuper) as "isSuper", bool_or(r.rolbypassrls) as "bypassesPolicies",
            coalesce(bool_or(r.oid in (select relowner from pg_class where relnamespace = 'public'::regnamespace
                                          and relkind = 'r' and relname = 'tenants')), false) as "canBecomeOwner"
       from pg_roles r where pg_has_role(session_user, r.oid, 'member')`,
  )
  const [role] = rows
  if (!role) throw new Error('the database does not say who we are')
  return role
}

async function readVersion(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ version: number }>(
    "select current_setting('server_version_num')::integer / 10000 as version",
  )
  return rows[0]?.version ?? 0
}

const ours = "c.relnamespace = 'public'::regnamespace and c.relname <> all ($1)"
const tenantOf = "(select attnum from pg_attribute where attrelid = c.oid and attname = 'tenant_id')"

const questions: [string, (name: string) => string][] = [
  [
    `select c.relname as name from pg_class c where c.relkind in ('r', 'p') and ${ours} and ${tenantOf} is null`,
    (name) => `The table ${name} has no tenant_id.`,
  ],
  [
    `select c.relname as name from pg_class c
      where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace and c.relname <> 'allot_migrations'
        and $1::text[] is not null and not (c.relrowsecurity and c.relforcerowsecurity)`,
    (name) => `Row-level security is not enabled and forced on ${name}.`,
  ],
  [
    `select c.relname as name from pg_class c
      where c.relkind in ('r', 'p') and ${ours} and not exists (
        select from pg_policy p where p.polrelid = c.oid and p.polcmd = '*'
           and pg_get_expr(p.polqual, p.polrelid) like '%tenant_id = %current_tenant_id()%'
           and pg_get_expr(p.polwithcheck, p.polrelid) like '%tenant_id = %current_tenant_id()%')`,
    (name) => `The table ${name} has no policy that keeps a tenant to its own rows.`,
  ],
  [
    `select c.relname || '.' || k.conname as name from pg_constraint k join pg_class c on c.oid = k.conrelid
      where k.contype in ('p', 'u') and ${ours} and k.conkey[1] is distinct from ${tenantOf}`,
    (name) => `The key ${name} does not begin with tenant_id.`,
  ],
  [
    `select i.relname as name from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class c on c.oid = x.indrelid
      where x.indisunique and ${ours} and x.indkey[0] is distinct from ${tenantOf}`,
    (name) => `The unique index ${name} does not begin with tenant_id.`,
  ],
  [
    `select c.relname || '.' || k.conname as name from pg_constraint k join pg_class c on c.oid = k.conrelid
      where k.contype = 'f' and ${ours} and k.conkey[1] is distinct from ${tenantOf}`,
    (name) => `The foreign key ${name} can point across tenants.`,
  ],
  [
    `select c.relname as name from pg_class c
      where c.relkind in ('v', 'm') and ${ours}
        and not coalesce('security_invoker=true' = any (c.reloptions), false)`,
    (name) => `The view ${name} is read with its owner's rights.`,
  ],
  [
    `select p.proname as name from pg_proc p
      where p.pronamespace = 'public'::regnamespace and p.prosecdef and $1::text[] is not null`,
    (name) => `The function ${name} runs with its owner's rights.`,
  ],
]

const tooManyRights = `
  select c.relname as name from pg_class c
   where c.relnamespace = 'public'::regnamespace and c.relname in ('ledger_entries', 'audit_entries')
     and (has_table_privilege(c.oid, 'UPDATE') or has_table_privilege(c.oid, 'DELETE')
          or has_table_privilege(c.oid, 'TRUNCATE'))`
