import { randomBytes } from 'node:crypto'
import { afterAll, afterEach, beforeEach, describe, expect, inject, test } from 'vitest'
import { asOwner } from '../testing/as-owner.ts'
import { appRole, authRole, createTestDatabase } from '../testing/databases.ts'
import type { TestDatabase } from '../testing/databases.ts'
import { checkCatalogue } from './catalogue.ts'

let database: TestDatabase
const made: string[] = []
beforeEach(async () => {
  database = await createTestDatabase(inject('postgres'))
})
afterEach(() => database.drop())
afterAll(async () => {
  const empty = await createTestDatabase(inject('postgres'), 'empty')
  for (const role of made) await asOwner(empty, `drop role ${role}`)
  await empty.drop()
})

const change = (statements: string) => asOwner(database, statements)
const check = () => checkCatalogue(database.app)

/** Roles belong to the whole PostgreSQL of the run: each has a name of its own, and is gone afterwards. */
async function givenRole(attributes = ''): Promise<string> {
  const role = `test_${randomBytes(6).toString('hex')}`
  await change(`create role ${role} login ${attributes}`)
  made.push(role)
  return role
}

test('a migrated database has nothing that could let one tenant see another', async () => {
  expect(await check()).toEqual({ role: appRole, version: 18, faults: [], warnings: [] })
})

describe('the role the server works as', () => {
  test.each(['superuser', 'bypassrls'])('may not be %s', async (attribute) => {
    const user = await givenRole(attribute)
    const { faults } = await checkCatalogue({ ...database.app, user })
    expect(faults).toHaveLength(1)
    expect(faults[0]).toMatch(
      new RegExp(`^The role ${user} can bypass row-level security\\. .*DATABASE_URL.*DATABASE_OWNER_URL`),
    )
  })

  test('may not be a member of one that can bypass, even where it would have to change into it first', async () => {
    const [strong, weak] = [await givenRole('bypassrls'), await givenRole('noinherit')]
    await change(`grant ${strong} to ${weak}`)
    const { faults } = await checkCatalogue({ ...database.app, user: weak })
    expect(faults).toEqual([expect.stringMatching(`^The role ${weak} can bypass row-level security`)])
    await change(`revoke ${strong} from ${weak}`)
  })

  test.each(['tenants', 'events'])('had better not own %s, itself or as a member of who does', async (table) => {
    const [owner, member] = [await givenRole(), await givenRole()]
    await change(`alter table ${table} owner to ${owner}; grant ${owner} to ${member}`)
    for (const user of [owner, member]) {
      const { faults, warnings } = await checkCatalogue({ ...database.app, user })
      expect(faults).toEqual([])
      expect(warnings).toEqual([
        expect.stringMatching(`^The role ${user} owns the tables, and could switch row-level security off`),
      ])
    }
    await change(`revoke ${owner} from ${member}; reassign owned by ${owner} to ${database.owner.user}`)
  })
})

/** Every hole, with the sentence that names it. */
const holes: [string, string, string][] = [
  ['a table without a tenant', 'create table secrets (id uuid primary key)', 'The table secrets has no tenant_id.'],
  [
    'row-level security not enabled',
    'alter table events disable row level security',
    'Row-level security is not enabled and forced on events.',
  ],
  [
    'row-level security not forced',
    'alter table users no force row level security',
    'Row-level security is not enabled and forced on users.',
  ],
  [
    'row-level security off on the directory',
    'alter table tenants disable row level security',
    'Row-level security is not enabled and forced on tenants.',
  ],
  [
    'no policy',
    'drop policy tenant_only on api_keys',
    'The table api_keys has no policy that keeps a tenant to its own rows.',
  ],
  [
    'a policy for reading alone',
    'drop policy tenant_only on users; create policy tenant_only on users for select using (tenant_id = (select current_tenant_id()))',
    'The table users has no policy that keeps a tenant to its own rows.',
  ],
  [
    'a policy with a way round',
    'alter policy tenant_only on users using (tenant_id = (select current_tenant_id()) or is_active)',
    'The table users has no policy that keeps a tenant to its own rows.',
  ],
  [
    'a policy that lets rows be written anywhere',
    'alter policy tenant_only on users with check (true)',
    'The table users has no policy that keeps a tenant to its own rows.',
  ],
  [
    'no policy on the directory',
    'drop policy tenant_only on tenants',
    'The table tenants has no policy that keeps a tenant to its own rows.',
  ],
  [
    'a second policy that lets everybody in',
    'create policy support on events using (true)',
    'The policy support on events lets in more than a tenant to its own rows.',
  ],
  [
    'a second policy for reading',
    'create policy public_events on events for select using (published)',
    'The policy public_events on events lets in more than a tenant to its own rows.',
  ],
  [
    'a policy that opens the directory',
    'alter policy operator_reads on tenants using (true)',
    'The policy operator_reads on tenants lets in more than a tenant to its own rows.',
  ],
  [
    'a plain view',
    'create view all_events as select * from events',
    "The view all_events is read with its owner's rights.",
  ],
  [
    'a materialised view',
    'create materialized view all_users as select * from users',
    "The view all_users is read with its owner's rights.",
  ],
  [
    'a foreign key without the tenant',
    'alter table event_books add constraint id_alone unique (event_id); alter table pickup_slots add constraint slot_event foreign key (event_id) references event_books (event_id)',
    'The foreign key pickup_slots.slot_event can point across tenants.',
  ],
  [
    'a global key',
    'alter table events add constraint slug_everywhere unique (slug)',
    'The key events.slug_everywhere does not begin with tenant_id.',
  ],
  [
    'a global unique index',
    'create unique index email_everywhere on users (lower(email))',
    'The unique index email_everywhere does not begin with tenant_id.',
  ],
  [
    'a function with its owner’s rights',
    "create function count_all() returns bigint language sql security definer as 'select count(*) from events'",
    "The function count_all runs with its owner's rights.",
  ],
  [
    'a right to change the ledger',
    `grant update on ledger_entries to ${appRole}`,
    `The role ${appRole} may change or remove rows of ledger_entries: it may only add and read.`,
  ],
  [
    'a right to change a column of the ledger',
    `grant update (amount_minor) on ledger_entries to ${appRole}`,
    `The role ${appRole} may change or remove rows of ledger_entries: it may only add and read.`,
  ],
  [
    'a right to remove audit entries',
    `grant delete on audit_entries to ${appRole}`,
    `The role ${appRole} may change or remove rows of audit_entries: it may only add and read.`,
  ],
  [
    'a right to empty the audit trail, given to everybody',
    'grant truncate on audit_entries to public',
    `The role ${appRole} may change or remove rows of audit_entries: it may only add and read.`,
  ],
]

describe('every hole is found and named', () => {
  test.each(holes)('%s', async (_what, statements, sentence) => {
    await change(statements)
    expect((await check()).faults).toContain(sentence)
  })

  test('what is as it has to be is no fault, though it is new', async () => {
    await change(`
      create table badges (tenant_id uuid not null, id uuid not null, user_id uuid not null, primary key (tenant_id, id),
        foreign key (tenant_id, user_id) references users (tenant_id, id), unique (tenant_id, user_id));
      alter table badges enable row level security;
      alter table badges force row level security;
      create policy tenant_only on badges using (tenant_id = (select current_tenant_id()))
        with check (tenant_id = (select current_tenant_id()));
      create policy narrower on badges as restrictive using (id is not null);
      create view badge_names with (security_invoker = true) as select id from badges;
      grant select on auth.membership to ${authRole}`)
    expect(await check()).toMatchObject({ faults: [], warnings: [] })
  })
})
