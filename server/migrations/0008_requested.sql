-- How requests grew and shrank, by the quarter of an hour, which is part of a day in every time zone. The audit trail
-- says the same, entry by entry; from it this is told, a moment later, so that deciding pays nothing for it.
create table requested_changes (
  tenant_id uuid not null,
  event_id uuid not null,
  begins_at timestamptz not null,
  growth_minor bigint not null,
  primary key (tenant_id, event_id, begins_at),
  foreign key (tenant_id, event_id) references events (tenant_id, id)
) with (fillfactor = 50);

-- Up to which entry of an event's trail that has been done: what is behind it is read from the trail itself.
create table requested_heads (
  tenant_id uuid not null,
  event_id uuid not null,
  told_no bigint not null check (told_no >= 0),
  primary key (tenant_id, event_id),
  foreign key (tenant_id, event_id) references events (tenant_id, id)
) with (fillfactor = 50);

-- The owner of the tables need not be a superuser, and is bound by the policies like everybody else: for this it is not.
-- What is written meanwhile has a higher number than the head that is read here, and is read from the trail.
alter table event_books no force row level security;
alter table audit_entries no force row level security;
insert into requested_heads (tenant_id, event_id, told_no)
select tenant_id, event_id, audit_count from event_books;
insert into requested_changes (tenant_id, event_id, begins_at, growth_minor)
select a.tenant_id, a.scope_id, date_bin('15 minutes', a.created_at, '2000-01-01 00:00:00Z'),
       sum((a.detail ->> 'amount_minor')::bigint * case when a.to_status = 'PENDING' then 1 else -1 end)
  from audit_entries a join requested_heads h on h.tenant_id = a.tenant_id and h.event_id = a.scope_id
 where a.entry_no <= h.told_no
   and (a.from_status = 'PENDING') is distinct from (a.to_status = 'PENDING') and 'PENDING' in (a.from_status, a.to_status)
 group by 1, 2, 3;
alter table audit_entries force row level security;
alter table event_books force row level security;

do $$
declare name text;
begin
  foreach name in array array['requested_changes', 'requested_heads']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy tenant_only on %I using (tenant_id = (select current_tenant_id()))
      with check (tenant_id = (select current_tenant_id()))', name);
  end loop;
end $$;
