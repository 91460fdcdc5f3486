-- The day itself: desks, the tablets at them, what they hand out, and what they may hand out without a network.

-- Which token of a registration is the valid one: another is derived where it is given anew.
alter table registrations add column qr_generation smallint not null default 1 check (qr_generation between 1 and 32000);
-- Set while it is collected; whoever has collected gives nothing up. Not indexed, so that the row stays where it is.
alter table registrations add column collected_at timestamptz;
alter table registrations add constraint collected_is_approved check (collected_at is null or status = 'APPROVED') not valid;
alter table registrations validate constraint collected_is_approved;

-- Whether somebody of another slot may be let through at a desk.
alter table events add column slot_override text not null default 'ask' check (slot_override in ('ask', 'never', 'always'));

-- Tokens that were replaced: they answer that they are.
create table revoked_qr_tokens (
  tenant_id uuid not null,
  qr_hash bytea not null check (length(qr_hash) = 32),
  event_id uuid not null,
  registration_id uuid not null,
  revoked_at timestamptz not null,
  primary key (tenant_id, qr_hash),
  foreign key (tenant_id, event_id, registration_id) references registrations (tenant_id, event_id, id)
);

create table desks (
  tenant_id uuid not null,
  event_id uuid not null,
  id uuid not null,
  name text not null check (length(name) between 1 and 100),
  location text check (length(location) <= 200),
  is_active boolean not null default true,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, event_id, id),
  foreign key (tenant_id, event_id) references events (tenant_id, id)
);
create unique index desks_name on desks (tenant_id, event_id, lower(name)) where is_active;

-- What a desk hands out; no row at all: everything. `counted` is how many were put on its table at `counted_at`.
create table desk_options (
  tenant_id uuid not null,
  event_id uuid not null,
  desk_id uuid not null,
  event_option_id uuid not null,
  counted integer check (counted between 0 and 100000000),
  counted_at timestamptz,
  primary key (tenant_id, event_id, desk_id, event_option_id),
  foreign key (tenant_id, event_id, desk_id) references desks (tenant_id, event_id, id),
  foreign key (tenant_id, event_id, event_option_id) references event_options (tenant_id, event_id, id),
  check ((counted is null) = (counted_at is null))
);

-- A tablet that was enrolled with a code shown once. Its key can do nothing but collect at its desk.
create table desk_devices (
  tenant_id uuid not null,
  event_id uuid not null,
  desk_id uuid not null,
  id uuid not null,
  name text check (length(name) between 1 and 100),
  -- Until it is used; then the key's.
  code_hash bytea check (length(code_hash) = 32),
  code_expires_at timestamptz,
  key_hash bytea check (length(key_hash) = 32),
  -- What its logs are signed with: an Ed25519 key whose private half never leaves the tablet.
  public_key bytea check (length(public_key) between 32 and 100),
  created_by uuid not null,
  created_at timestamptz not null default now(),
  enrolled_at timestamptz,
  last_seen_at timestamptz,
  revoked_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, event_id, desk_id) references desks (tenant_id, event_id, id),
  foreign key (tenant_id, created_by) references users (tenant_id, id),
  check ((key_hash is null) = (enrolled_at is null)),
  check (code_hash is null or key_hash is null)
);
create unique index desk_devices_code on desk_devices (tenant_id, code_hash) where code_hash is not null;
create unique index desk_devices_key on desk_devices (tenant_id, key_hash) where key_hash is not null;
create index desk_devices_desk on desk_devices (tenant_id, event_id, desk_id, id);

-- One that is not undone for each registration, whatever comes: that is the index below.
create table collections (
  tenant_id uuid not null,
  event_id uuid not null,
  id uuid not null,
  registration_id uuid not null,
  event_option_id uuid not null,
  desk_id uuid not null,
  device_id uuid,
  lease_id uuid,
  -- The person at the desk; nobody where a tablet did it.
  collected_by uuid,
  -- The server's time, and what the desk's own clock said.
  collected_at timestamptz not null,
  said_at timestamptz,
  -- Whether the desk had no network, and said so later.
  is_offline boolean not null default false,
  is_slot_overridden boolean not null default false,
  undone_at timestamptz,
  undone_by uuid,
  undone_reason text check (length(undone_reason) between 1 and 500),
  primary key (tenant_id, event_id, id),
  foreign key (tenant_id, event_id, registration_id) references registrations (tenant_id, event_id, id),
  foreign key (tenant_id, event_id, desk_id) references desks (tenant_id, event_id, id),
  foreign key (tenant_id, device_id) references desk_devices (tenant_id, id),
  check ((undone_at is null) = (undone_reason is null)),
  check (collected_by is not null or device_id is not null)
);
create unique index collected_once on collections (tenant_id, event_id, registration_id) where undone_at is null;
create index collections_time on collections (tenant_id, event_id, collected_at, id);
create index collections_desk on collections (tenant_id, event_id, desk_id, collected_at);

-- Each scan and its answer, so that the same nonce gets the same one; and what the day looks like by the minute.
create table scans (
  tenant_id uuid not null,
  event_id uuid not null,
  desk_id uuid not null,
  nonce text not null check (length(nonce) between 8 and 100),
  request_hash bytea not null check (length(request_hash) = 32),
  outcome text not null check (outcome in
    ('COLLECTED', 'ALREADY_COLLECTED', 'NOT_APPROVED', 'WRONG_EVENT', 'WRONG_SLOT', 'WRONG_DESK', 'REVOKED', 'NOT_FOUND')),
  registration_id uuid,
  collection_id uuid,
  device_id uuid,
  scanned_at timestamptz not null,
  said_at timestamptz,
  is_offline boolean not null default false,
  -- Handed out without a network by a desk that was not, or no longer, allowed to: recorded, and for somebody to look at.
  finding text check (finding in ('ALREADY_COLLECTED', 'LEASE_OVER', 'NOT_LEASED', 'NOT_APPROVED', 'REVOKED', 'DEVICE_REVOKED',
    'CLOCK', 'NOT_FOUND')),
  primary key (tenant_id, event_id, desk_id, nonce),
  foreign key (tenant_id, event_id, desk_id) references desks (tenant_id, event_id, id)
);
create index scans_time on scans (tenant_id, event_id, scanned_at);
create index scans_findings on scans (tenant_id, event_id, scanned_at) where finding is not null;

-- What a desk may hand out without a network, and until when.
create table desk_leases (
  tenant_id uuid not null,
  event_id uuid not null,
  id uuid not null,
  desk_id uuid not null,
  device_id uuid not null,
  granted_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  primary key (tenant_id, event_id, id),
  foreign key (tenant_id, event_id, desk_id) references desks (tenant_id, event_id, id),
  foreign key (tenant_id, device_id) references desk_devices (tenant_id, id),
  check (expires_at > granted_at)
);
create unique index desk_leases_open on desk_leases (tenant_id, event_id, device_id) where ended_at is null;
create index desk_leases_over on desk_leases (tenant_id, expires_at) where ended_at is null;

-- A registration is leased to one desk at a time.
create table leased_registrations (
  tenant_id uuid not null,
  event_id uuid not null,
  registration_id uuid not null,
  lease_id uuid not null,
  primary key (tenant_id, event_id, registration_id),
  foreign key (tenant_id, event_id, lease_id) references desk_leases (tenant_id, event_id, id),
  foreign key (tenant_id, event_id, registration_id) references registrations (tenant_id, event_id, id)
);
create index leased_registrations_lease on leased_registrations (tenant_id, event_id, lease_id);

do $$
declare name text;
begin
  foreach name in array array['revoked_qr_tokens', 'desks', 'desk_options', 'desk_devices', 'collections', 'scans',
    'desk_leases', 'leased_registrations']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy tenant_only on %I using (tenant_id = (select current_tenant_id()))
      with check (tenant_id = (select current_tenant_id()))', name);
  end loop;
end $$;
