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

/**
 * Whether a role may make the tables that tasks are kept in.
 *
 * @returns what to do where it may not, in one sentence
 */
export async function checkWorker(connection: Connection): Promise<string | undefined> {
  const client = new pg.Client(connection)
  await client.connect()
  try {
    const { rows } = await client.query<{ role: string; mayWork: boolean; owner: string | null }>(
      `select session_user as role,
              coalesce(has_schema_privilege(n.oid, 'usage') and has_schema_privilege(n.oid, 'create'), false) as "mayWork",
              (select pg_get_userbyid(c.relowner) from pg_class c where c.relnamespace = n.oid
                  and not pg_has_role(session_user, c.relowner, 'usage') limit 1) as owner
         from (select to_regnamespace('worker')::oid) as n (oid)`,
    )
    const [row] = rows
    if (row?.mayWork !== true) {
      return `The role ${row?.role} may not make tables in the schema worker: run \`allot migrate\` once with DATABASE_OWNER_URL, DATABASE_URL and, where it is set, DATABASE_WORKER_URL.`
    }
    if (row.owner === null) return undefined
    return `The tables in the schema worker belong to the role ${row.owner}, and not to ${row.role}: let DATABASE_WORKER_URL name ${row.owner}.`
  } finally {
    await client.end()
  }
}

/** The role a connection works as. */
export async function readRoleName(connection: Connection): Promise<string> {
  const client = new pg.Client({ ...connection, connectionTimeoutMillis: 10_000 })
  try {
    await client.connect()
    const { rows } = await client.query<{ name: string }>('select session_user as name')
    return rows[0]?.name ?? ''
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
                                          and relkind in ('r', 'p'))), false) as "canBecomeOwner"
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

/** Whether a condition of a policy is the one there may be: the tenant's own rows, and no way round it. */
const keepsToTenant = (expression: string) =>
  `replace(pg_get_expr(${expression}, p.polrelid), 'public.', '') ~
     ('^[(]' || case c.relname when 'tenants' then 'id' else 'tenant_id' end ||
      ' = ([(] SELECT )?current_tenant_id[(][)]( AS current_tenant_id[)])?[)]$')`
/** The one policy beside it: the operator reads the list of tenants. */
const isOperators = `c.relname = 'tenants' and p.polcmd = 'r' and pg_get_expr(p.polqual, p.polrelid) ~
  '^[(][(] SELECT current_setting[(]''allot.operator''::text, true[)] AS current_setting[)] = ''on''::text[)]$'`

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
      where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace and c.relname <> 'allot_migrations'
        and $1::text[] is not null and not exists (
          select from pg_policy p where p.polrelid = c.oid and p.polcmd = '*'
             and ${keepsToTenant('p.polqual')} and ${keepsToTenant('p.polwithcheck')})`,
    (name) => `The table ${name} has no policy that keeps a tenant to its own rows.`,
  ],
  [
    // Policies add up: whoever is let in by one of them is in.
    `select p.polname || ' on ' || c.relname as name from pg_policy p join pg_class c on c.oid = p.polrelid
      where c.relnamespace = 'public'::regnamespace and $1::text[] is not null and p.polpermissive and not (${isOperators})
        and not (coalesce(${keepsToTenant('p.polqual')}, true) and coalesce(${keepsToTenant('p.polwithcheck')}, true))`,
    (name) => `The policy ${name} lets in more than a tenant to its own rows.`,
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
     and (has_any_column_privilege(c.oid, 'UPDATE') or has_table_privilege(c.oid, 'DELETE')
          or has_table_privilege(c.oid, 'TRUNCATE'))`
