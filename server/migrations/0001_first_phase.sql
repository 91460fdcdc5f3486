-- Everything the first phase keeps. Every table of a tenant starts its keys with tenant_id, so that nothing can point
-- across tenants, and is guarded by row-level security that is forced even on the owner.
-- Roles are granted their rights after each migration run (see server/src/platform/grants.ts).

create function current_tenant_id() returns uuid
  language sql stable parallel safe
  -- Once a transaction that set it has ended, the setting is '' and not null: hence nullif.
  return nullif(current_setting('allot.tenant_id', true), '')::uuid;

-- Directory of organisations --------------------------------------------------------------------------------------

create table tenants (
  id uuid primary key,
  name text not null check (length(name) between 1 and 200),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  timezone text not null check (length(timezone) between 1 and 64),
  is_active boolean not null default true,
  created_at timestamptz not null default now(),
  -- Head of the audit chain for what belongs to no event.
  audit_count bigint not null default 0 check (audit_count >= 0),
  audit_hash bytea not null default '\x' check (length(audit_hash) in (0, 32))
);

-- People and their keys ---------------------------------------------------------------------------------------------

create table users (
  tenant_id uuid not null references tenants (id),
  id uuid not null,
  email text not null check (length(email) between 3 and 320),
  name text not null check (length(name) between 1 and 200),
  role text not null check (role in ('owner', 'organizer', 'approver', 'auditor', 'desk', 'member')),
  department text check (length(department) <= 200),
  is_active boolean not null default true,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id)
);
create unique index users_email on users (tenant_id, lower(email));
create index users_active_owners on users (tenant_id) where role = 'owner' and is_active;

create table api_keys (
  tenant_id uuid not null,
  id uuid not null,
  user_id uuid not null,
  name text not null check (length(name) between 1 and 200),
  key_hash bytea not null check (length(key_hash) = 32),
  rate_limit_per_minute integer check (rate_limit_per_minute > 0),
  created_at timestamptz not null default now(),
  expires_at timestamptz,
  revoked_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, key_hash),
  foreign key (tenant_id, user_id) references users (tenant_id, id)
);
create index api_keys_user on api_keys (tenant_id, user_id);

-- Events ------------------------------------------------------------------------------------------------------------

create table events (
  tenant_id uuid not null references tenants (id),
  id uuid not null,
  name text not null check (length(name) between 1 and 200),
  description text check (length(description) <= 10000),
  event_type text not null check (event_type in ('ANNUAL_DAY', 'GIFTING', 'CONFERENCE', 'WORKSHOP', 'SOCIAL', 'OTHER')),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  timezone text not null check (length(timezone) between 1 and 64),
  event_date timestamptz,
  ends_at timestamptz,
  venue text check (length(venue) <= 500),
  registration_start_date timestamptz,
  registration_end_date timestamptz,
  hold_stock text not null default 'check' check (hold_stock in ('check', 'hold')),
  hold_slot text not null default 'check' check (hold_slot in ('check', 'hold')),
  hold_budget text not null default 'check' check (hold_budget in ('check', 'hold')),
  registration_limit text not null default 'one_per_option'
    check (registration_limit in ('one_per_option', 'one_per_type', 'one')),
  pickup_slot_capacity integer not null default 10 check (pickup_slot_capacity between 1 and 1000000),
  slug text not null check (slug ~ '^[a-z0-9]([a-z0-9-]{0,98}[a-z0-9])?$'),
  published boolean not null default true,
  is_active boolean not null default true,
  created_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version integer not null default 1 check (version > 0),
  primary key (tenant_id, id),
  unique (tenant_id, slug),
  foreign key (tenant_id, created_by) references users (tenant_id, id),
  check (registration_end_date >= registration_start_date),
  check (ends_at >= event_date)
);

-- The event's books: the counters, and the heads of its two chains. This narrow row is the lock that every change of
-- an event takes first; each batch rewrites it, so its page is left mostly empty for the versions to come.
create table event_books (
  tenant_id uuid not null,
  event_id uuid not null,
  budget_minor bigint not null check (budget_minor between 0 and 9999999999990),
  budget_committed_minor bigint not null default 0,
  pending_minor bigint not null default 0 check (pending_minor >= 0),
  pending_count integer not null default 0 check (pending_count >= 0),
  approved_count integer not null default 0 check (approved_count >= 0),
  rejected_count integer not null default 0 check (rejected_count >= 0),
  cancelled_count integer not null default 0 check (cancelled_count >= 0),
  registered_users_count integer not null default 0 check (registered_users_count >= 0),
  slots_defined integer not null default 0 check (slots_defined >= 0),
  ledger_count bigint not null default 0 check (ledger_count >= 0),
  ledger_hash bytea not null default '\x' check (length(ledger_hash) in (0, 32)),
  audit_count bigint not null default 0 check (audit_count >= 0),
  audit_hash bytea not null default '\x' check (length(audit_hash) in (0, 32)),
  primary key (tenant_id, event_id),
  foreign key (tenant_id, event_id) references events (tenant_id, id),
  constraint budget_holds check (budget_committed_minor between 0 and budget_minor)
) with (fillfactor = 20, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 200);

create table event_options (
  tenant_id uuid not null,
  event_id uuid not null,
  id uuid not null,
  option_name text not null check (length(option_name) between 1 and 200),
  option_type text not null check (option_type in ('TRACK', 'INVENTORY')),
  description text check (length(description) <= 2000),
  total_available integer not null check (total_available between 1 and 100000000),
  committed_count integer not null default 0,
  pending_count integer not null default 0 check (pending_count >= 0),
  amount_committed_minor bigint not null default 0 check (amount_committed_minor >= 0),
  cost_minor bigint check (cost_minor between 0 and 9999999999990),
  hold_stock text check (hold_stock in ('check', 'hold')),
  starts_at timestamptz,
  ends_at timestamptz,
  is_active boolean not null default true,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, event_id, id),
  foreign key (tenant_id, event_id) references events (tenant_id, id),
  constraint stock_holds check (committed_count between 0 and total_available),
  check (ends_at >= starts_at)
) with (fillfactor = 40, autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_threshold = 200);

-- A slot is either defined by an organiser or was proposed by a person while the event defined none.
create table pickup_slots (
  tenant_id uuid not null,
  event_id uuid not null,
  id uuid not null,
  label text not null check (length(label) between 1 and 100),
  location text check (length(location) <= 200),
  starts_at timestamptz,
  ends_at timestamptz,
  is_defined boolean not null,
  has_own_capacity boolean not null default false,
  capacity integer not null check (capacity between 1 and 1000000),
  committed_count integer not null default 0,
  pending_count integer not null default 0 check (pending_count >= 0),
  is_active boolean not null default true,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, event_id, id),
  unique (tenant_id, event_id, label),
  foreign key (tenant_id, event_id) references events (tenant_id, id),
  constraint slot_holds check (committed_count between 0 and capacity),
  check (ends_at >= starts_at)
) with (fillfactor = 40, autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_threshold = 200);

-- Registrations -----------------------------------------------------------------------------------------------------

-- Ids are UUIDs of version 7, made by the server: their order is the order of asking.
create table registrations (
  tenant_id uuid not null,
  event_id uuid not null,
  id uuid not null,
  user_id uuid not null,
  event_option_id uuid not null,
  status text not null check (status in ('PENDING', 'APPROVED', 'REJECTED', 'CANCELLED')),
  amount_minor bigint not null check (amount_minor between 0 and 9999999999990),
  preferred_slot_id uuid,
  assigned_slot_id uuid,
  qr_hash bytea not null check (length(qr_hash) = 32),
  notes text check (length(notes) <= 2000),
  created_at timestamptz not null,
  created_by uuid not null,
  approved_at timestamptz,
  approved_by uuid,
  primary key (tenant_id, event_id, id),
  foreign key (tenant_id, user_id) references users (tenant_id, id),
  foreign key (tenant_id, event_id, event_option_id) references event_options (tenant_id, event_id, id),
  foreign key (tenant_id, event_id, preferred_slot_id) references pickup_slots (tenant_id, event_id, id),
  foreign key (tenant_id, event_id, assigned_slot_id) references pickup_slots (tenant_id, event_id, id),
  check ((approved_at is null) = (approved_by is null)),
  check (status <> 'APPROVED' or approved_at is not null),
  check (status <> 'PENDING' or approved_at is null)
) with (fillfactor = 50);
-- R1: never two live registrations of one person for the same option.
create unique index registrations_live on registrations (tenant_id, event_id, user_id, event_option_id)
  where status in ('PENDING', 'APPROVED');
-- One person's registrations, and a list of one state: both newest first, a page at a time, however many there are.
create index registrations_user on registrations (tenant_id, user_id, id);
create index registrations_status on registrations (tenant_id, event_id, status, id);
create unique index registrations_qr on registrations (tenant_id, qr_hash);

-- The two chains ----------------------------------------------------------------------------------------------------

-- The row of event_books is locked by whoever writes here, which guards the reference better than a foreign key could.
create table ledger_entries (
  tenant_id uuid not null,
  event_id uuid not null,
  entry_no bigint not null check (entry_no > 0),
  registration_id uuid not null,
  kind text not null check (kind in ('COMMIT', 'RELEASE')),
  amount_minor bigint not null check (case kind when 'COMMIT' then amount_minor >= 0 else amount_minor <= 0 end),
  balance_minor bigint not null check (balance_minor >= 0),
  actor_id uuid not null,
  created_at timestamptz not null,
  previous_hash bytea not null check (length(previous_hash) in (0, 32)),
  hash bytea not null check (length(hash) = 32),
  primary key (tenant_id, event_id, entry_no)
);
create index ledger_entries_registration on ledger_entries (tenant_id, event_id, registration_id);

-- One entry for each change of state. `scope_id` is the event, or the tenant itself for what belongs to no event.
create table audit_entries (
  tenant_id uuid not null,
  scope_id uuid not null,
  entry_no bigint not null check (entry_no > 0),
  action text not null check (action ~ '^[a-z_]+\.[a-z_]+$'),
  subject_id uuid not null,
  actor_id uuid,
  api_key_id uuid,
  from_status text,
  to_status text,
  detail json,
  idempotency_key text,
  created_at timestamptz not null,
  previous_hash bytea not null check (length(previous_hash) in (0, 32)),
  hash bytea not null check (length(hash) = 32),
  primary key (tenant_id, scope_id, entry_no)
);
create index audit_entries_subject on audit_entries (tenant_id, scope_id, subject_id);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
end $$;
create trigger ledger_entries_append_only before update or delete or truncate on ledger_entries
  for each statement execute function refuse_change();
create trigger audit_entries_append_only before update or delete or truncate on audit_entries
  for each statement execute function refuse_change();

-- Answers already given ---------------------------------------------------------------------------------------------

-- The answer is sealed with the server's secret: it may carry a QR token or a new API key. What the operator does
-- belongs to no tenant and stands under the nil UUID, hence no reference to tenants.
create table idempotency_keys (
  tenant_id uuid not null,
  caller_id uuid not null,
  operation text not null,
  key text not null check (length(key) between 1 and 255),
  request_hash bytea not null check (length(request_hash) = 32),
  status smallint,
  answer bytea,
  created_at timestamptz not null default now(),
  primary key (tenant_id, caller_id, operation, key)
);
create index idempotency_keys_age on idempotency_keys (tenant_id, created_at);

-- Row-level security ------------------------------------------------------------------------------------------------

do $$
declare name text;
begin
  foreach name in array array['users', 'api_keys', 'events', 'event_books', 'event_options', 'pickup_slots',
    'registrations', 'ledger_entries', 'audit_entries', 'idempotency_keys']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    -- As a sub-select the setting is read once a statement, not once a row.
    execute format('create policy tenant_only on %I using (tenant_id = (select current_tenant_id()))
      with check (tenant_id = (select current_tenant_id()))', name);
  end loop;
end $$;

alter table tenants enable row level security;
alter table tenants force row level security;
create policy tenant_only on tenants using (id = (select current_tenant_id()))
  with check (id = (select current_tenant_id()));
-- The operator lists tenants: their names and settings, nothing of what is inside them.
create policy operator_reads on tenants for select
  using ((select current_setting('allot.operator', true)) = 'on');

-- Sign-in: people across tenants ------------------------------------------------------------------------------------

-- What better-auth keeps, in the names it expects. It knows passwords and sessions, and nothing of events.
create schema auth;
create table auth."user" (
  id text primary key,
  name text not null,
  email text not null unique,
  "emailVerified" boolean not null default false,
  image text,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
create table auth.session (
  id text primary key,
  "expiresAt" timestamptz not null,
  -- Not the token of the cookie, only its SHA-256.
  token text not null unique check (token ~ '^[0-9a-f]{64}$'),
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now(),
  "ipAddress" text,
  "userAgent" text,
  "userId" text not null references auth."user" (id) on delete cascade
);
create index session_identity on auth.session ("userId");
create index session_expiry on auth.session ("expiresAt");
create table auth.account (
  id text primary key,
  "accountId" text not null,
  "providerId" text not null,
  "userId" text not null references auth."user" (id) on delete cascade,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  scope text,
  password text,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
create index account_identity on auth.account ("userId");
create unique index account_key on auth.account ("providerId", "accountId");
create table auth.verification (
  id text primary key,
  identifier text not null,
  value text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
create index verification_identifier on auth.verification (identifier);

-- Which person of which tenant an identity signs in as. Written when somebody uses a sign-in link. Every membership has
-- an identity, and with it a password and sessions, of its own, so that whoever invites an address into one tenant
-- gets no hold on what belongs to the same address in another.
create table auth.membership (
  identity_id text not null unique references auth."user" (id) on delete cascade,
  tenant_id uuid not null,
  user_id uuid not null,
  -- In lower case: what the person signs in with.
  email text not null check (length(email) between 3 and 320),
  created_at timestamptz not null default now(),
  primary key (tenant_id, user_id)
);
create index membership_email on auth.membership (email, created_at);

-- One-time sign-in links: the code is shown once, only its hash is kept.
create table auth.sign_in_link (
  code_hash bytea primary key check (length(code_hash) = 32),
  tenant_id uuid not null,
  user_id uuid not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  created_at timestamptz not null default now()
);
create index sign_in_link_expiry on auth.sign_in_link (expires_at);

-- Counters of rate-limiter-flexible, shared by all servers.
create table auth.throttle (
  key varchar(255) primary key,
  points integer not null default 0,
  expire bigint
);
