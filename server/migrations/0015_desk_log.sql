-- What tablets handed out without a network, as they signed it: each lease has a log of its own, chained and numbered.

-- Where its log goes on: the number and the hash of the last entry that is here.
alter table desk_leases add column log_count integer not null default 0 check (log_count >= 0);
alter table desk_leases add column log_hash bytea not null default decode(repeat('00', 32), 'hex') check (length(log_hash) = 32);

-- Written in the transaction that records what it tells, and never changed: what was signed can be proven later.
create table desk_log_entries (
  tenant_id uuid not null,
  event_id uuid not null,
  lease_id uuid not null,
  seq integer not null check (seq between 1 and 1000000),
  device_id uuid not null,
  nonce text not null check (length(nonce) between 8 and 100),
  registration_id uuid not null,
  -- Text as it was signed: what the tablet's clock said.
  said_at text not null check (length(said_at) <= 40),
  kind text not null check (kind in ('collect', 'undo')),
  hash bytea not null check (length(hash) = 32),
  signature bytea not null check (length(signature) = 64),
  received_at timestamptz not null,
  outcome text not null check (outcome in ('COLLECTED', 'ALREADY_COLLECTED', 'NOT_APPROVED', 'WRONG_EVENT', 'WRONG_SLOT',
    'WRONG_DESK', 'REVOKED', 'NOT_FOUND', 'UNDONE', 'NOT_UNDONE')),
  finding text check (finding in ('ALREADY_COLLECTED', 'LEASE_OVER', 'NOT_LEASED', 'NOT_APPROVED', 'REVOKED', 'DEVICE_REVOKED',
    'CLOCK', 'NOT_FOUND')),
  primary key (tenant_id, event_id, lease_id, seq),
  foreign key (tenant_id, event_id, lease_id) references desk_leases (tenant_id, event_id, id),
  foreign key (tenant_id, device_id) references desk_devices (tenant_id, id)
);
create index desk_log_findings on desk_log_entries (tenant_id, device_id) where finding is not null;

alter table desk_log_entries enable row level security;
alter table desk_log_entries force row level security;
create policy tenant_only on desk_log_entries using (tenant_id = (select current_tenant_id()))
  with check (tenant_id = (select current_tenant_id()));
