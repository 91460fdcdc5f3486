-- Files that are made while nobody waits for them, kept piece by piece.

-- How many files of a tenant are being worked on: whoever looks for work finds the tenants that have some.
alter table tenants add column open_files integer not null default 0 check (open_files >= 0);
create index tenants_with_files on tenants (id) where open_files > 0;

create table export_files (
  tenant_id uuid not null,
  id uuid not null,
  event_id uuid not null,
  kind text not null check (kind in ('registrations', 'ledger', 'budget', 'collections', 'waitlist', 'all')),
  format text not null check (format in ('csv', 'xlsx')),
  -- What was asked for, as it was asked.
  request json not null,
  status text not null check (status in ('QUEUED', 'RUNNING', 'DONE', 'CANCELLED', 'FAILED')),
  rows_done integer not null default 0 check (rows_done >= 0),
  rows_total integer check (rows_total >= 0),
  file_name text,
  media_type text,
  size_bytes bigint not null default 0 check (size_bytes between 0 and 104857600),
  problem text,
  -- The server that makes it, and until when nobody else may.
  taken_by uuid,
  taken_until timestamptz,
  attempts integer not null default 0 check (attempts >= 0),
  created_by uuid not null,
  created_at timestamptz not null default now(),
  finished_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, event_id) references events (tenant_id, id),
  foreign key (tenant_id, created_by) references users (tenant_id, id),
  check ((finished_at is null) = (status in ('QUEUED', 'RUNNING'))),
  check (status <> 'DONE' or (file_name is not null and media_type is not null))
) with (fillfactor = 50);
create index export_files_event on export_files (tenant_id, event_id, id);
create index export_files_open on export_files (tenant_id, id) where status in ('QUEUED', 'RUNNING');
create index export_files_finished on export_files (tenant_id, finished_at) where finished_at is not null;

create table export_chunks (
  tenant_id uuid not null,
  export_id uuid not null,
  chunk_no integer not null check (chunk_no > 0),
  bytes bytea not null,
  primary key (tenant_id, export_id, chunk_no),
  foreign key (tenant_id, export_id) references export_files (tenant_id, id) on delete cascade
);

do $$
declare name text;
begin
  foreach name in array array['export_files', 'export_chunks']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy tenant_only on %I using (tenant_id = (select current_tenant_id()))
      with check (tenant_id = (select current_tenant_id()))', name);
  end loop;
end $$;
