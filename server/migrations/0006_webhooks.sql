-- Where messages about what happens are sent, and each of them with what became of it. The rows are the truth: a task only
-- says that it is worth looking.

create table webhook_endpoints (
  tenant_id uuid not null references tenants (id),
  id uuid not null,
  url text not null check (length(url) between 1 and 2000),
  description text not null check (length(description) <= 500),
  events text[] not null check (cardinality(events) between 1 and 100),
  event_ids uuid[] check (cardinality(event_ids) between 1 and 100),
  status text not null default 'ACTIVE' check (status in ('ACTIVE', 'PAUSED', 'DISABLED', 'ARCHIVED')),
  disabled_reason text check (length(disabled_reason) <= 500),
  -- Sealed with the server's secret: messages are signed with it, so that a hash would not do.
  secret bytea not null,
  previous_secret bytea,
  previous_expires_at timestamptz,
  -- Failures in a row, since when, and until when nothing more is tried after the last of them.
  failures integer not null default 0 check (failures >= 0),
  failing_since timestamptz,
  rests_until timestamptz,
  last_success_at timestamptz,
  created_by uuid,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, created_by) references users (tenant_id, id),
  check ((previous_secret is null) = (previous_expires_at is null)),
  check ((status = 'DISABLED') = (disabled_reason is not null)),
  check ((failures > 0) = (failing_since is not null))
) with (fillfactor = 70);

create table webhook_deliveries (
  tenant_id uuid not null,
  -- What the receiver gets as the id of the message.
  id uuid not null,
  endpoint_id uuid not null,
  type text not null check (length(type) <= 100),
  -- The entry of the audit trail that it tells of; a test tells of none.
  scope_id uuid not null,
  entry_no bigint check (entry_no > 0),
  subject_id uuid not null,
  -- The bytes that are sent.
  body text not null check (length(body) <= 20000),
  status text not null default 'WAITING' check (status in ('WAITING', 'DONE', 'FAILED')),
  -- How often it was sent, and how often since it was made or replayed.
  attempts integer not null default 0 check (attempts >= 0),
  tries integer not null default 0 check (tries >= 0),
  -- While it is under way: until when nobody else may send it.
  taken_until timestamptz,
  next_attempt_at timestamptz,
  last_error text check (length(last_error) <= 500),
  waiting_since timestamptz not null,
  created_at timestamptz not null,
  finished_at timestamptz,
  primary key (tenant_id, id),
  -- Told twice, it is delivered once.
  unique (tenant_id, endpoint_id, scope_id, entry_no),
  foreign key (tenant_id, endpoint_id) references webhook_endpoints (tenant_id, id),
  check ((status = 'WAITING') = (next_attempt_at is not null)),
  check ((status = 'WAITING') = (finished_at is null)),
  check (taken_until is null or status = 'WAITING')
) with (fillfactor = 70);
create index webhook_deliveries_log on webhook_deliveries (tenant_id, endpoint_id, id);
create index webhook_deliveries_due on webhook_deliveries (tenant_id, endpoint_id, next_attempt_at) where status = 'WAITING';
create index webhook_deliveries_order on webhook_deliveries (tenant_id, endpoint_id, subject_id, entry_no)
  where status = 'WAITING';
create index webhook_deliveries_taken on webhook_deliveries (tenant_id, endpoint_id) where taken_until is not null;
create index webhook_deliveries_finished on webhook_deliveries (tenant_id, finished_at) where finished_at is not null;

create table webhook_attempts (
  tenant_id uuid not null,
  delivery_id uuid not null,
  attempt_no integer not null check (attempt_no > 0),
  at timestamptz not null,
  status_code integer check (status_code between 100 and 999),
  milliseconds integer not null check (milliseconds >= 0),
  error text check (length(error) <= 500),
  primary key (tenant_id, delivery_id, attempt_no),
  foreign key (tenant_id, delivery_id) references webhook_deliveries (tenant_id, id) on delete cascade
);

do $$
declare name text;
begin
  foreach name in array array['webhook_endpoints', 'webhook_deliveries', 'webhook_attempts']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy tenant_only on %I using (tenant_id = (select current_tenant_id()))
      with check (tenant_id = (select current_tenant_id()))', name);
  end loop;
end $$;
