import pg from 'pg'

/**
 * What the server's role may do with each table. Nothing is ever deleted but answers, jobs, files, notices and messages that have
 * grown old; ledger and audit entries can be added and read, and nothing else.
 */
export const rights: Record<string, string> = {
  tenants: 'select, insert, update',
  users: 'select, insert, update',
  person_words: 'select, insert, delete',
  api_keys: 'select, insert, update',
  events: 'select, insert, update',
  event_books: 'select, insert, update',
  event_options: 'select, insert, update',
  pickup_locations: 'select, insert, update',
  option_pictures: 'select, insert, update, delete',
  pickup_slots: 'select, insert, update',
  registrations: 'select, insert, update',
  waitlist_wishes: 'select, insert, update',
  ledger_entries: 'select, insert',
  audit_entries: 'select, insert',
  requested_changes: 'select, insert, update',
  requested_heads: 'select, insert, update',
  idempotency_keys: 'select, insert, update, delete',
  jobs: 'select, insert, update, delete',
  job_rows: 'select, insert, delete',
  outbox_cursors: 'select, insert, update',
  notices: 'select, insert, update, delete',
  notice_attempts: 'select, insert, delete',
  notice_choices: 'select, insert, update',
  notice_templates: 'select, insert, update',
  tenant_notice_settings: 'select, insert, update',
  event_notice_settings: 'select, insert, update',
  desks: 'select, insert, update',
  desk_options: 'select, insert, update, delete',
  desk_devices: 'select, insert, update',
  collections: 'select, insert, update',
  scans: 'select, insert',
  desk_leases: 'select, insert, update',
  leased_registrations: 'select, insert, delete',
  desk_log_entries: 'select, insert',
  revoked_qr_tokens: 'select, insert',
  export_files: 'select, insert, update, delete',
  export_chunks: 'select, insert, delete',
  webhook_endpoints: 'select, insert, update',
  webhook_deliveries: 'select, insert, update, delete',
  webhook_attempts: 'select, insert, delete',
  allot_migrations: 'select',
}

/** The roles that a server works as. */
export type RoleNames = { app: string; auth: string; worker: string }

/**
 * Gives the server's roles exactly their rights; a role that owns the tables already has more, and is left alone. All in one
 * transaction, and nothing where it is so already: servers are at work meanwhile, and must never find a right missing.
 */
export async function grantRights(client: pg.Client, roles: RoleNames): Promise<void> {
  await client.query('begin')
  try {
    await grantEach(client, roles)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

async function grantEach(client: pg.Client, roles: RoleNames): Promise<void> {
  const { rows } = await client.query<{ me: string }>('select current_user as me')
  const owner = rows[0]?.me
  const app = pg.escapeIdentifier(roles.app)
  const auth = pg.escapeIdentifier(roles.auth)
  const worker = pg.escapeIdentifier(roles.worker)
  if (roles.app !== owner) {
    await client.query(`grant usage on schema public to ${app}`)
    const granted = await readGranted(client, roles.app)
    for (const [table, allowed] of Object.entries(rights)) {
      if (granted.get(table) === inOrder(allowed)) continue
      await client.query(`revoke all on ${table} from ${app}`)
      await client.query(`grant ${allowed} on ${table} to ${app}`)
    }
  }
  if (roles.auth !== owner) {
    await client.query(`grant usage on schema auth to ${auth}`)
    await client.query(`grant select, insert, update, delete on all tables in schema auth to ${auth}`)
  }
  // pg-boss makes its tables itself, and owns them: its forms change with its versions, not with our migrations.
  if (roles.worker !== owner) await client.query(`grant usage, create on schema worker to ${worker}`)
}

/** What a role has been granted on each table. */
async function readGranted(client: pg.Client, role: string): Promise<Map<string, string>> {
  const { rows } = await client.query<{ table: string; granted: string }>(
    `select c.relname as table, lower(string_agg(a.privilege_type, ', ')) as granted
       from pg_class c cross join aclexplode(c.relacl) a
      where c.relnamespace = 'public'::regnamespace and a.grantee = (select oid from pg_roles where rolname = $1)
      group by c.relname`,
    [role],
  )
  return new Map(rows.map(({ table, granted }) => [table, inOrder(granted)]))
}

function inOrder(privileges: string): string {
  return privileges.split(', ').sort().join(', ')
}
