-- Where things are picked up, and how many people fit there at once.

create table pickup_locations (
  tenant_id uuid not null,
  event_id uuid not null,
  id uuid not null,
  name text not null check (length(name) between 1 and 60),
  code text check (length(code) between 1 and 20),
  building text check (length(building) between 1 and 100),
  floor text check (length(floor) between 1 and 50),
  -- People at once; null: any number.
  capacity integer check (capacity between 1 and 1000000),
  directions text check (length(directions) between 1 and 1000),
  accessibility text check (length(accessibility) between 1 and 1000),
  is_active boolean not null default true,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (tenant_id, event_id, id),
  foreign key (tenant_id, event_id) references events (tenant_id, id)
);
create unique index pickup_locations_name on pickup_locations (tenant_id, event_id, lower(name)) where is_active;

-- A slot at a location has its times: how many are there at once depends on them. One with a mere text stays as it is.
alter table pickup_slots add column location_id uuid;
alter table pickup_slots add constraint pickup_slots_location_id_fkey
  foreign key (tenant_id, event_id, location_id) references pickup_locations (tenant_id, event_id, id) not valid;
alter table pickup_slots validate constraint pickup_slots_location_id_fkey;
alter table pickup_slots add constraint located_slot_has_times
  check (location_id is null or (starts_at is not null and ends_at is not null and ends_at > starts_at)) not valid;
alter table pickup_slots validate constraint located_slot_has_times;
create index pickup_slots_location on pickup_slots (tenant_id, event_id, location_id, starts_at)
  where location_id is not null and is_active;

alter table pickup_locations enable row level security;
alter table pickup_locations force row level security;
create policy tenant_only on pickup_locations using (tenant_id = (select current_tenant_id()))
  with check (tenant_id = (select current_tenant_id()));
