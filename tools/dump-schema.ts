import pg from 'pg'

/**
 * Writes down what a database's catalogue says, as SQL that a person reads: functions, tables with everything that
 * holds on them, and who may do what. The order never changes, so that two dumps can be compared line by line.
 *
 * @param connection as the role that owns the tables
 * @throws Error where there is something of a kind it cannot write down yet, rather than leave it out
 */
export async function dumpSchema(connection: pg.ClientConfig): Promise<string> {
  const client = new pg.Client(connection)
  await client.connect()
  try {
    // Nothing is found by its bare name but the catalogue itself, so that every other name is written out in full.
    await client.query("set search_path = ''")
    await refuseUnknownKinds(client)
    const parts: string[] = []
    for (const schema of schemas) {
      if (schema !== 'public') parts.push(`create schema ${schema};`)
      parts.push(...(await readLines(client, schemaGrants, schema)), ...(await readLines(client, functions, schema)))
      for (const table of await readLines(client, tables, schema)) parts.push(await dumpTable(client, schema, table))
    }
    return `${parts.map((part) => part.trim()).join('\n\n')}\n`
  } finally {
    await client.end()
  }
}

// Of `worker` only that it is there: what stands in it is made by pg-boss at the first start.
const schemas = ['public', 'auth', 'worker']

async function dumpTable(client: pg.Client, schema: string, table: string): Promise<string> {
  const read = (question: string) => readLines(client, question, `${schema}.${table}`)
  const inside = [...(await read(columns)), ...(await read(constraints))]
  const [storage = ''] = await read(storageOptions)
  const name = `${schema}.${table}`
  return [
    `create table ${name} (\n${inside.map((line) => `  ${line}`).join(',\n')}\n)${storage};`,
    ...(await read(indexes)),
    ...(await read(triggers)),
    ...(await read(rowSecurity)),
    ...(await read(policies)),
    ...(await read(tableGrants)),
  ].join('\n')
}

/** Each question takes one parameter and answers with lines of SQL, in an order of their own. */
async function readLines(client: pg.Client, question: string, about: string): Promise<string[]> {
  const { rows } = await client.query<{ line: string }>(question, [about])
  return rows.map(({ line }) => line)
}

async function refuseUnknownKinds(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select n.nspname || '.' || c.relname as name
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = any ($1) and c.relkind not in ('r', 'i', 't')
     union all
     select n.nspname || '.' || t.typname
       from pg_type t join pg_namespace n on n.oid = t.typnamespace
      where n.nspname = any ($1) and t.typtype in ('e', 'd', 'r')
     union all
     select n.nspname from pg_namespace n
      where n.nspname <> all ($1) and n.nspname <> 'information_schema' and n.nspname not like 'pg\\_%'
     order by name`,
    [schemas],
  )
  if (rows.length === 0) return
  throw new Error(`tools/dump-schema.ts does not know how to write down ${rows.map(({ name }) => name).join(', ')}`)
}

const schemaGrants = `
  select format('grant %s on schema %s to %I;',
           string_agg(lower(a.privilege_type), ', ' order by a.privilege_type),
           n.nspname, r.rolname) as line
    from pg_namespace n
    cross join lateral aclexplode(n.nspacl) a
    join pg_roles r on r.oid = a.grantee
   where n.nspname = $1 and a.grantee <> n.nspowner and r.rolname not like 'pg\\_%'
   group by n.nspname, r.rolname
   order by r.rolname`

const functions = `
  select rtrim(pg_get_functiondef(p.oid), E'\\n') || ';' as line
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace
   where n.nspname = $1
   order by p.proname, pg_get_function_identity_arguments(p.oid)`

const tables = `
  select quote_ident(c.relname) as line
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
   where n.nspname = $1 and c.relkind = 'r'
   order by c.relname`

const columns = `
  select quote_ident(a.attname) || ' ' || format_type(a.atttypid, a.atttypmod)
         || case when a.attnotnull then ' not null' else '' end
         || case a.attidentity when '' then '' else ' generated as identity' end
         || case when d.oid is null then ''
                 when a.attgenerated = '' then ' default ' || pg_get_expr(d.adbin, d.adrelid)
                 else ' generated always as (' || pg_get_expr(d.adbin, d.adrelid) || ')' end as line
    from pg_attribute a
    left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
   where a.attrelid = $1::text::regclass and a.attnum > 0 and not a.attisdropped
   order by a.attnum`

/** Primary key, then unique keys, foreign keys and checks, each by name. Not null stands with its column. */
const constraints = `
  select 'constraint ' || quote_ident(k.conname) || ' ' || pg_get_constraintdef(k.oid) as line
    from pg_constraint k
   where k.conrelid = $1::text::regclass and k.contype <> 'n'
   order by strpos('pufcx', k.contype::text), k.conname`

const storageOptions = `
  select ' with (' || array_to_string(c.reloptions, ', ') || ')' as line
    from pg_class c
   where c.oid = $1::text::regclass and c.reloptions is not null`

const indexes = `
  select pg_get_indexdef(i.indexrelid) || ';' as line
    from pg_index i join pg_class c on c.oid = i.indexrelid
   where i.indrelid = $1::text::regclass
     and not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x'))
   order by c.relname`

const triggers = `
  select pg_get_triggerdef(t.oid) || ';' as line
    from pg_trigger t
   where t.tgrelid = $1::text::regclass and not t.tgisinternal
   order by t.tgname`

const rowSecurity = `
  select format('alter table %s %s row level security;', $1::text, word) as line
    from pg_class c
    cross join lateral (values (1, 'enable', c.relrowsecurity), (2, 'force', c.relforcerowsecurity)) as said (place, word, holds)
   where c.oid = $1::text::regclass and holds
   order by place`

const policies = `
  select format('create policy %I on %s as %s for %s to %s', p.polname, $1::text,
           case when p.polpermissive then 'permissive' else 'restrictive' end,
           case p.polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete' else 'all' end,
           case when p.polroles = '{0}' then 'public' else array_to_string(p.polroles::regrole[], ', ') end)
         || coalesce(E'\\n  using (' || pg_get_expr(p.polqual, p.polrelid) || ')', '')
         || coalesce(E'\\n  with check (' || pg_get_expr(p.polwithcheck, p.polrelid) || ')', '')
         || ';' as line
    from pg_policy p
   where p.polrelid = $1::text::regclass
   order by p.polname`

const tableGrants = `
  select format('grant %s on %s to %I;',
           string_agg(lower(a.privilege_type), ', ' order by a.privilege_type), $1::text, r.rolname) as line
    from pg_class c
    cross join lateral aclexplode(c.relacl) a
    join pg_roles r on r.oid = a.grantee
   where c.oid = $1::text::regclass and a.grantee <> c.relowner
   group by r.rolname
   order by r.rolname`
