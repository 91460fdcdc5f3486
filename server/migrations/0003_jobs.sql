-- Decisions about more registrations than one waits for. A job keeps what is to be decided and how far it is; each of
-- its rows is written in the transaction that decides it, so that a server may die at any moment and another goes on.

create table jobs (
  tenant_id uuid not null,
  id uuid not null,
  event_id uuid not null,
  status text not null check (status in ('QUEUED', 'RUNNING', 'DONE', 'REFUSED', 'CANCELLED', 'FAILED')),
  -- What was asked for, as it was asked.
  request json not null,
  -- Whom it is about, in the order in which they are decided.
  registration_ids uuid[] not null,
  total integer not null check (total >= 0),
  done integer not null default 0,
  changed integer not null default 0 check (changed >= 0),
  refused integer not null default 0 check (refused >= 0),
  summary json,
  problem json,
  -- The server that works on it, and until when nobody else may.
  taken_by uuid,
  taken_until timestamptz,
  failures integer not null default 0 check (failures >= 0),
  created_by uuid not null,
  api_key_id uuid,
  created_at timestamptz not null default now(),
  started_at timestamptz,
  finished_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, event_id) references events (tenant_id, id),
  foreign key (tenant_id, created_by) references users (tenant_id, id),
  check (done between 0 and total),
  check (changed + refused <= done),
  check ((finished_at is null) = (status in ('QUEUED', 'RUNNING')))
) with (fillfactor = 50);
create index jobs_event on jobs (tenant_id, event_id, id);
create index jobs_open on jobs (tenant_id, id) where status in ('QUEUED', 'RUNNING');
create index jobs_finished on jobs (tenant_id, finished_at) where finished_at is not null;

create table job_rows (
  tenant_id uuid not null,
  job_id uuid not null,
  row_no integer not null check (row_no > 0),
  registration_id uuid not null,
  outcome text not null check (outcome in ('APPROVED', 'REJECTED', 'CANCELLED', 'UNCHANGED', 'REFUSED')),
  status text,
  amount_minor bigint,
  assigned_pickup_slot text,
  refusal json,
  primary key (tenant_id, job_id, row_no),
  foreign key (tenant_id, job_id) references jobs (tenant_id, id) on delete cascade,
  check ((outcome = 'REFUSED') = (refusal is not null))
);

-- How many jobs of a tenant are not over: whoever looks for work finds the tenants that have some, and nothing else.
alter table tenants add column open_jobs integer not null default 0 check (open_jobs >= 0);
create index tenants_with_jobs on tenants (id) where open_jobs > 0;

do $$
declare name text;
begin
  foreach name in array array['jobs', 'job_rows']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy tenant_only on %I using (tenant_id = (select current_tenant_id()))
      with check (tenant_id = (select current_tenant_id()))', name);
  end loop;
end $$;
