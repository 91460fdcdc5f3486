-- Pictures of options: what is shown of one stands with the option, its bytes in a table of their own or in a store outside.

alter table event_options add column picture jsonb;
alter table event_options add constraint picture_is_said
  check (picture is null or (jsonb_typeof(picture) = 'object' and length(picture ->> 'alt') between 1 and 300)) not valid;
alter table event_options validate constraint picture_is_said;

create table option_pictures (
  tenant_id uuid not null,
  event_id uuid not null,
  event_option_id uuid not null,
  -- Random, and another for each picture: names it in a store outside.
  id uuid not null,
  kept_in text not null check (kept_in in ('database', 'folder', 's3')),
  full_bytes bytea,
  thumb_bytes bytea,
  created_at timestamptz not null default now(),
  primary key (tenant_id, event_id, event_option_id),
  foreign key (tenant_id, event_id, event_option_id) references event_options (tenant_id, event_id, id),
  check ((kept_in = 'database') = (full_bytes is not null)),
  check ((full_bytes is null) = (thumb_bytes is null))
);
-- WebP does not become smaller by packing it once more.
alter table option_pictures alter column full_bytes set storage external, alter column thumb_bytes set storage external;

alter table option_pictures enable row level security;
alter table option_pictures force row level security;
create policy tenant_only on option_pictures using (tenant_id = (select current_tenant_id()))
  with check (tenant_id = (select current_tenant_id()));
