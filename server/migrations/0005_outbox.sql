-- What changed is told from the audit trail: up to which entry of each chain that has been done. `scope_id` is an event, or
-- the tenant itself. A chain without a row has not been told of at all.
create table outbox_cursors (
  tenant_id uuid not null,
  scope_id uuid not null,
  told_no bigint not null check (told_no >= 0),
  primary key (tenant_id, scope_id)
) with (fillfactor = 50);

-- Nobody is told about the past. The owner of the tables need not be a superuser, and is bound by the policies like everybody
-- else: for these statements it is not.
alter table tenants no force row level security;
alter table event_books no force row level security;
insert into outbox_cursors (tenant_id, scope_id, told_no)
  select tenant_id, event_id, audit_count from event_books where audit_count > 0
  union all
  select id, id, audit_count from tenants where audit_count > 0;
alter table event_books force row level security;
alter table tenants force row level security;

do $$
declare name text;
begin
  foreach name in array array['outbox_cursors']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy tenant_only on %I using (tenant_id = (select current_tenant_id()))
      with check (tenant_id = (select current_tenant_id()))', name);
  end loop;
end $$;

-- What is timed or repeated: pg-boss makes its own tables here, as a role that sees nothing else. They hold ids, and nothing
-- that a tenant says.
create schema worker;
