-- What all migrations add up to: generated from a freshly migrated database by `npm run generate`, not to be edited.
-- allot_app is the role the server works as, allot_auth the one for sign-in,
-- allot_worker the one for tasks, whose tables pg-boss makes itself.

grant usage on schema public to allot_app;

CREATE OR REPLACE FUNCTION public.beginnings_of(said text)
 RETURNS SETOF text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
BEGIN ATOMIC
 SELECT "left"(substr(lower(beginnings_of.said), place.place), 100) AS "left"
    FROM generate_series(1, length(beginnings_of.said)) place(place)
   WHERE ((substr(beginnings_of.said, place.place, 1) !~ '[\s!-/:-@[-`{-~]'::text) AND ((place.place = 1) OR (substr(beginnings_of.said, (place.place - 1), 1) ~ '[\s!-/:-@[-`{-~]'::text) OR (ascii(substr(beginnings_of.said, place.place, 1)) >= 11904)));
END;

CREATE OR REPLACE FUNCTION public.current_tenant_id()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (NULLIF(current_setting('allot.tenant_id'::text, true), ''::text))::uuid;

CREATE OR REPLACE FUNCTION public.end_of_ids(instant timestamp with time zone)
 RETURNS uuid
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN ((lpad(to_hex((((date_part('epoch'::text, (instant AT TIME ZONE 'UTC'::text)) * (1000)::double precision))::bigint + 60000)), 12, '0'::text) || '00000000000000000000'::text))::uuid;

CREATE OR REPLACE FUNCTION public.index_added_people()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into person_words (tenant_id, user_id, is_department, word)
  select p.tenant_id, p.id, w.is_department, w.word from added p, words_of(p.name, p.email, p.department) w;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.index_changed_people()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  -- Most changes are of something else, and touch no word.
  delete from person_words k
   using before p join after n on n.tenant_id = p.tenant_id and n.id = p.id, words_of(p.name, p.email, p.department) w
   where (n.name, n.email, n.department) is distinct from (p.name, p.email, p.department)
     and k.tenant_id = p.tenant_id and k.user_id = p.id and k.is_department = w.is_department and k.word = w.word;
  insert into person_words (tenant_id, user_id, is_department, word)
  select n.tenant_id, n.id, w.is_department, w.word
    from after n join before p on p.tenant_id = n.tenant_id and p.id = n.id, words_of(n.name, n.email, n.department) w
   where (n.name, n.email, n.department) is distinct from (p.name, p.email, p.department);
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
end $function$;

CREATE OR REPLACE FUNCTION public.words_of(name text, email text, department text, OUT is_department boolean, OUT word text)
 RETURNS SETOF record
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
BEGIN ATOMIC
 SELECT false,
     public.beginnings_of(words_of.name) AS beginnings_of
 UNION
  SELECT false,
     public.beginnings_of(words_of.email) AS beginnings_of
 UNION
  SELECT true,
     public.beginnings_of(words_of.department) AS beginnings_of;
END;

create table public.allot_migrations (
  name text not null,
  checksum text not null,
  applied_at timestamp with time zone not null default now(),
  constraint allot_migrations_pkey PRIMARY KEY (name)
);
grant select on public.allot_migrations to allot_app;

create table public.api_keys (
  tenant_id uuid not null,
  id uuid not null,
  user_id uuid not null,
  name text not null,
  key_hash bytea not null,
  rate_limit_per_minute integer,
  created_at timestamp with time zone not null default now(),
  expires_at timestamp with time zone,
  revoked_at timestamp with time zone,
  constraint api_keys_pkey PRIMARY KEY (tenant_id, id),
  constraint api_keys_tenant_id_key_hash_key UNIQUE (tenant_id, key_hash),
  constraint api_keys_tenant_id_user_id_fkey FOREIGN KEY (tenant_id, user_id) REFERENCES public.users(tenant_id, id),
  constraint api_keys_key_hash_check CHECK ((length(key_hash) = 32)),
  constraint api_keys_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  constraint api_keys_rate_limit_per_minute_check CHECK ((rate_limit_per_minute > 0))
);
CREATE INDEX api_keys_user ON public.api_keys USING btree (tenant_id, user_id);
alter table public.api_keys enable row level security;
alter table public.api_keys force row level security;
create policy tenant_only on public.api_keys as permissive for all to public
  using ((tenant_id = ( SELECT public.current_tenant_id() AS current_tenant_id)))
  with check ((tenant_id = ( SELECT public.current_tenant_id() AS current_tenant_id)));
grant insert, select, update on public.api_keys to allot_app;

create table public.audit_entries (
  tenant_id uuid not null,
  scope_id uuid not null,
  entry_no bigint not null,
  action text not null,
  subject_id uuid not null,
  actor_id uuid,
  api_key_id uuid,
  from_status text,
  to_status text,
  detail json,
  idempotency_key text,
  created_at timestamp with time zone not null,
  previous_hash bytea not null,
  hash bytea not null,
  constraint audit_entries_pkey PRIMARY KEY (tenant_id, scope_id, entry_no),
  constraint audit_entries_action_check CHECK ((action ~ '^[a-z_]+\.[a-z_]+$'::text)),
  constraint audit_entries_entry_no_check CHECK ((entry_no > 0)),
  constraint audit_entries_hash_check CHECK ((length(hash) = 32)),
  constraint audit_entries_previous_hash_check CHECK ((length(previous_hash) = ANY (ARRAY[0, 32])))
);
CREATE INDEX audit_entries_subject ON public.audit_entries USING btree (tenant_id, scope_id, subject_id);
CREATE TRIGGER audit_entries_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.audit_entries FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
alter table public.audit_entries enable row level security;
alter table public.audit_entries force row level security;
create policy tenant_only on public.audit_entries as permissive for all to public
  using ((tenant_id = ( SELECT public.current_tenant_id() AS current_tenant_id)))
  with check ((tenant_id = ( SELECT public.current_tenant_id() AS current_tenant_id)));
grant insert, select on public.audit_entries to allot_app;

create table public.collections (
  tenant_id uuid not null,
  event_id uuid not null,
  id uuid not null,
  registration_id uuid not null,
  event_option_id uuid not null,
  desk_id uuid not null,
  device_id uuid,
  lease_id uuid,
  collected_by uuid,
  collected_at timestamp with time zone not null,
  said_at timestamp with time zone,
  is_offline boolean not null default false,
  is_slot_overridden boolean not null default false,
  undone_at timestamp with time zone,
  undone_by uuid,
  undone_reason text,
  slot_id uuid,
  constraint collections_pkey PRIMARY KEY (tenant_id, event_id, id),
  constraint collections_tenant_id_device_id_fkey FOREIGN KEY (tenant_id, device_id) REFERENCES public.desk_devices(tenant_id, id),
  constraint collections_tenant_id_event_id_desk_id_fkey FOREIGN KEY (tenant_id, event_id, desk_id) REFERENCES public.desks(tenant_id, event_id, id),
  constraint collections_tenant_id_event_id_registration_id_fkey FOREIGN KEY (tenant_id, event_id, registration_id) REFERENCES public.registrations(tenant_id, event_id, id),
  constraint collections_tenant_id_event_id_slot_id_fkey FOREIGN KEY (tenant_id, event_id, slot_id) REFERENCES public.pickup_slots(tenant_id, event_id, id),
  constraint collections_check CHECK (((undone_at IS NULL) = (undone_reason IS NULL))),
  constraint collections_check1 CHECK (((collected_by IS NOT NULL) OR (device_id IS NOT NULL))),
  constraint collections_undone_reason_check CHECK (((length(undone_reason) >= 1) AND (length(undone_reason) <= 500)))
);
CREATE UNIQUE INDEX collected_once ON public.collections USING btree (tenant_id, event_id, registration_id) WHERE (undone_at IS NULL);
CREATE INDEX collections_desk ON public.collections USING btree (tenant_id, event_id, desk_id, collected_at);
CREATE INDEX collections_slot ON public.collections USING btree (tenant_id, event_id, slot_id) WHERE (undone_at IS NULL);
CREATE INDEX collections_time ON public.collections USING btree (tenant_id, event_id, collected_at, id);
alter table public.collections enable row level security;
alter table public.collections force row level security;
create policy tenant_only on public.collections as permissive for all to public
  using ((tenant_id = ( SELECT public.current_tenant_id() AS current_tenant_id)))
  with check ((tenant_id = ( SELECT public.current_tenant_id() AS current_tenant_id)));
grant insert, select, update on public.collections to allot_app;

create table public.desk_devices (
  tenant_id uuid not null,
  event_id uuid not null,
  desk_id uuid not null,
  id uuid not null,
  name text,
  code_hash bytea,
  code_expires_at timestamp with time zone,
  key_hash bytea,
  public_key bytea,
  created_by uuid not null,
  created_at timestamp with time zone not null default now(),
  enrolled_at timestamp with time zone,
  last_seen_at timestamp with time zone,
  revoked_at timestamp with time zone,
  constraint desk_devices_pkey PRIMARY KEY (tenant_id, id),
  constraint desk_devices_tenant_id_created_by_fkey FOREIGN KEY (tenant_id, created_by) REFERENCES public.users(tenant_id, id),
  constraint desk_devices_tenant_id_event_id_desk_id_fkey FOREIGN KEY (tenant_id, event_id, desk_id) REFERENCES public.desks(tenant_id, event_id, id),
  constraint desk_devices_check CHECK (((key_hash IS NULL) = (enrolled_at IS NULL))),
  constraint desk_devices_check1 CHECK (((code_hash IS NULL) OR (key_hash IS NULL))),
  constraint desk_devices_code_hash_check CHECK ((length(code_hash) = 32)),
  constraint desk_devices_key_hash_check CHECK ((length(key_hash) = 32)),
  constraint desk_devices_name_check CHECK (((length(name) >= 1) AND (length(name) <= 100))),
  constraint desk_devices_public_key_check CHECK (((length(public_key) >= 32) AND (length(public_key) <= 100)))
);
CREATE UNIQUE INDEX desk_devices_code ON public.desk_devices USING btree (tenant_id, code_hash) WHERE (code_hash IS NOT NULL);
CREATE INDEX desk_devices_desk ON public.desk_devices USING btree (tenant_id, event_id, desk_id, id);
CREATE UNIQUE INDEX desk_devices_key ON public.desk_devices USING btree (tenant_id, key_hash) WHERE (key_hash IS NOT NULL);
alter table public.desk_devices enable row level security;
alter table public.desk_devices force row level security;
create policy tenant_only on public.desk_devices as permissive for all to public
  using ((tenant_id = ( SELECT public.current_tenant_id() AS current_tenant_id)))
  with check ((tenant_id = ( SELECT public.current_tenant_id() AS current_tenant_id)));
grant insert, select, update on public.desk_devices to allot_app;

create table public.desk_leases (
  tenant_id uuid not null,
  event_id uuid not null,
  id uuid not null,
  desk_id uuid not null,
  device_id uuid not null,
  granted_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  log_count integer not null default 0,
  log_hash bytea not null default decode(repeat('00'::text, 32), 'hex'::text),
  constraint desk_leases_pkey PRIMARY KEY (tenant_id, event_id, id),
  constraint desk_leases_tenant_id_device_id_fkey FOREIGN KEY (tenant_id, device_id) REFERENCES public.desk_devices(tenant_id, id),
  constraint desk_leases_tenant_id_event_id_desk_id_fkey FOREIGN KEY (tenant_id, event_id, desk_id) REFERENCES public.desks(tenant_id, event_id, id),
  constraint desk_leases_check CHECK ((expires_at > granted_at)),
  constraint desk_leases_log_count_check CHECK ((log_count >= 0)),
  constraint desk_leases_log_hash_check CHECK ((length(log_hash) = 32))
);
CREATE UNIQUE INDEX desk_leases_open ON public.desk_leases USING btree (tenant_id, event_id, device_id) WHERE (ended_at IS NULL);
CREATE INDEX desk_leases_over ON public.desk_leases USING btree (tenant_id, expires_at) WHERE (ended_at IS NULL);
alter table public.desk_leases enable row level security;
alter table public.desk_leases force row level security;
create policy tenant_only on public.desk_leases as permissive for all to public
  using ((tenant_id = ( SELECT public.current_tenant_id() AS current_tenant_id)))
  with check ((tenant_id = ( SELECT public.current_tenant_id() AS current_tenant_id)));
grant insert, select, update on public.desk_leases to allot_app;

create table public.desk_log_entries (
  tenant_id uuid not null,
  event_id uuid not null,
  lease_id uuid not null,
  seq integer not null,
  device_id uuid not null,
  nonce text not null,
  registration_id uuid not null,
  said_at text not null,
  kind text not null,
  hash bytea not null,
  signature bytea not null,
  received_at timestamp with time zone not null,
  outcome text not null,
  finding text,
  constraint desk_log_entries_pkey PRIMARY KEY (tenant_id, event_id, lease_id, seq),
  constraint desk_log_entries_tenant_id_device_id_fkey FOREIGN KEY (tenant_id, device_id) REFERENCES public.desk_devices(tenant_id, id),
  constraint desk_log_entries_tenant_id_event_id_lease_id_fkey FOREIGN KEY (tenant_id, event_id, lease_id) REFERENCES public.desk_leases(tenant_id, event_id, id),
  constraint desk_log_entries_finding_check CHECK ((finding = ANY (ARRAY['ALREADY_COLLECTED'::text, 'LEASE_OVER'::text, 'NOT_LEASED'::text, 'NOT_APPROVED'::text, 'REVOKED'::text, 'DEVICE_REVOKED'::text, 'CLOCK'::text, 'NOT_FOUND'::text]))),
  constraint desk_log_entries_hash_check CHECK ((length(hash) = 32)),
  constraint desk_log_entries_kind_check CHECK ((kind = ANY (ARRAY['collect'::text, 'undo'::text]))),
  constraint desk_log_entries_nonce_check CHECK (((length(nonce) >= 8) AND (length(nonce) <= 100))),
  constraint desk_log_entries_outcome_check CHECK ((outcome = ANY (ARRAY['COLLECTED'::text, 'ALREADY_COLLECTED'::text, 'NOT_APPROVED'::text, 'WRONG_EVENT'::text, 'WRONG_SLOT'::text, 'WRONG_DESK'::text, 'REVOKED'::text, 'NOT_FOUND'::text, 'UNDONE'::text, 'NOT_UNDONE'::text]))),
  constraint desk_log_entries_said_at_check CHECK ((length(said_at) <= 40)),
  constraint desk_log_entries_seq_check CHECK (((seq >= 1) AND (seq <= 1000000))),
  constraint desk_log_entries_signature_check CHECK ((length(signature) = 64))
);
CREATE INDEX desk_log_findings ON public.desk_log_entries USING btree (tenant_id, device_id) WHERE (finding IS NOT NULL);
alter table public.desk_log_entries enable row level security;
alter table public.desk_log_entries force row level security;
create policy tenant_only on public.desk_log_entries as permissive for all to public
  using ((tenant_id = ( SELECT public.current_tenant_id() AS current_tenant_id)))
  with check ((tenant_id = ( SELECT public.current_tenant_id() AS current_tenant_id)));
grant insert, select on public.desk_log_entries to allot_app;

create table public.desk_options (
  tenant_id uuid not null,
  event_id uuid not null,
  desk_id uuid not null,
  event_option_id uuid not null,
  counted integer,
  counted_at timestamp with time zone,
  constraint desk_options_pkey PRIMARY KEY (tenant_id, event_id, desk_id, event_option_id),
  constraint desk_options_tenant_id_event_id_desk_id_fkey FOREIGN KEY (tenant_id, event_id, desk_id) REFERENCES public.desks(tenant_id, event_id, id),
  constraint desk_options_tenant_id_event_id_event_option_id_fkey FOREIGN KEY (tenant_id, event_id, event_option_id) REFERENCES public.event_options(tenant_id, event_id, id),
  constraint desk_options_check CHECK (((counted IS NULL) = (counted_at IS NULL))),
  constraint desk_options_counted_check CHECK (((counted >= 0) AND (counted <= 100000000)))
);
alter table public.desk_options enable row level security;
alter table public.desk_options force row level security;
create policy tenant_only on public.desk_options as permissive for all to public
  using ((tenant_id = ( SELECT public.current_tenant_id() AS current_tenant_id)))
  with check ((tenant_id = ( SELECT public.current_tenant_id() AS current_tenant_id)));
grant delete, insert, select, update on public.desk_options to allot_app;

create table public.desks (
  tenant_id uuid not null,
  event_id uuid not null,
  id uuid not null,
  name text not null,
  location text,
  is_active boolean not null default true,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint desks_pkey PRIMARY KEY (tenant_id, event_id, id),
  constraint desks_tenant_id_event_id_fkey FOREIGN KEY (tenant_id, event_id) REFERENCES public.events(tenant_id, id),
  constraint desks_location_check CHECK ((length(location) <= 200)),
  constraint desks_name_check CHECK (((length(name) >= 1) AND (length(name) <= 100)))
);
CREATE UNIQUE INDEX desks_name ON public.desks USING btree (tenant_id, event_id, lower(name)) WHERE is_active;
alter table public.desks enable row level security;
alter table public.desks force row level security;
create policy tenant_only on public.desks as permissive for all to public
  using ((tenant_id = ( SELECT public.current_tenant_id() AS current_tenant_id)))
  with check ((tenant_id = ( SELECT public.current_tenant_id() AS current_tenant_id)));
grant insert, select, update on public.desks to allot_app;

create table public.event_books (
  tenant_id uuid not null,
  event_id uuid not null,
  budget_minor bigint not null,
  budget_committed_minor bigint not null default 0,
  pending_minor bigint not null default 0,
  pending_count integer not null default 0,
  approved_count integer not null default 0,
  rejected_count integer not null default 0,
  cancelled_count integer not null default 0,
  registered_users_count integer not null default 0,
  slots_defined integer not null default 0,
  ledger_count bigint not null default 0,
  ledger_hash bytea not null default '\x'::bytea,
  audit_count bigint not null default 0,
  audit_hash bytea not null default '\x'::bytea,
  waitlisted_count integer not null default 0,
  promised_minor bigint not null default 0,
  waitlist_last_no bigint not null default 0,
  waitlist_due_at timestamp with time zone,
  closed_at timestamp with time zone,
  closed_by uuid,
  constraint event_books_pkey PRIMARY KEY (tenant_id, event_id),
  constraint event_books_tenant_id_event_id_fkey FOREIGN KEY (tenant_id, event_id) REFERENCES public.events(tenant_id, id),
  constraint budget_holds CHECK (((budget_committed_minor >= 0) AND (budget_committed_minor <= budget_minor))),
  constraint closed_by_somebody CHECK (((closed_at IS NULL) = (closed_by IS NULL))),
  constraint event_books_approved_count_check CHECK ((approved_count >= 0)),
  constraint event_books_audit_count_check CHECK ((audit_count >= 0)),
  constraint event_books_audit_hash_check CHECK ((length(audit_hash) = ANY (ARRAY[0, 32]))),
  constraint event_books_budget_minor_check CHECK (((budget_minor >= 0) AND (budget_minor <= '9999999999990'::bigint))),
  constraint event_books_cancelled_count_check CHECK ((cancelled_count >= 0)),
  constraint event_books_ledger_count_check CHECK ((ledger_count >= 0)),
  constraint event_books_ledger_hash_check CHECK ((length(ledger_hash) = ANY (ARRAY[0, 32]))),
  constraint event_books_pending_count_check CHECK ((pending_count >= 0)),
  constraint event_books_pending_minor_check CHECK ((pending_minor >= 0)),
  constraint event_books_promised_minor_check CHECK ((promised_minor >= 0)),
  constraint event_books_registered_users_count_check CHECK ((registered_users_count >= 0)),
  constraint event_books_rejected_count_check CHECK ((rejected_count >= 0)),
  constraint event_books_slots_defined_check CHECK ((slots_defined >= 0)),
  constraint event_books_waitlist_last_no_check CHECK ((waitlist_last_no >= 0)),
  constraint event_books_waitlisted_count_check CHECK ((waitlisted_count >= 0))
) with (fillfactor=20, autovacuum_vacuum_scale_factor=0, autovacuum_vacuum_threshold=200);
CREATE INDEX event_books_due ON public.event_books USING btree (tenant_id, waitlist_due_at) WHERE (waitlist_due_at IS NOT NULL);
alter table public.event_books enable row level security;
alter table public.event_books force row level security;
create policy tenant_only on public.event_books as permissive for all to public
  using ((tenant_id = ( SELECT public.current_tenant_id() AS current_tenant_id)))
  with check ((tenant_id = ( SELECT public.current_tenant_id() AS current_tenant_id)));
grant insert, select, update on public.event_books to allot_app;

create table public.event_notice_settings (
  tenant_id uuid not null,
  event_id uuid not null,
  event_reminder_hours integer default 24,
  pickup_reminder_hours integer default 2,
  promised_days integer default 5,
  budget_threshold_percent integer default 90,
  is_threshold_told boolean not null default false,
  constraint event_notice_settings_pkey PRIMARY KEY (tenant_id, event_id),
  constraint event_notice_settings_tenant_id_event_id_fkey FOREIGN KEY (tenant_id, event_id) REFERENCES public.events(tenant_id, id),
  constraint event_notice_settings_budget_threshold_percent_check CHECK (((budget_threshold_percent >= 1) AND (budget_threshold_percent <= 100))),
  constraint event_notice_settings_event_reminder_hours_check CHECK (((event_reminder_hours >= 1) AND (event_reminder_hours <= 720))),
  constraint event_notice_settings_pickup_reminder_hours_check CHECK (((pickup_reminder_hours >= 1) AND (pickup_reminder_hours <= 720))),
  constraint event_notice_settings_promised_days_check CHECK (((promised_days >= 1) AND (promised_days <= 365)))
);
alter table public.event_notice_settings enable row level security;
alter table public.event_notice_settings force row level security;
create policy tenant_only on public.event_notice_settings as permissive for all to public
  using ((tenant_id = ( SELECT public.current_tenant_id() AS current_tenant_id)))
  with check ((tenant_id = ( SELECT public.current_tenant_id() AS current_tenant_id)));
grant insert, select, update on public.event_notice_settings to allot_app;

create table public.event_options (
  tenant_id uuid not null,
  event_id uuid not null,
  id uuid not null,
  option_name text not null,
  option_type text not null,
  description text,
  total_available integer not null,
  committed_count integer not null default 0,
  pending_count integer not null default 0,
  amount_committed_minor bigint not null default 0,
  cost_minor bigint,
  hold_stock text,
  starts_at timestamp with time zone,
  ends_at timestamp with time zone,
  is_active boolean not null default true,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  promised_count integer not null default 0,
  waiting_count integer not null default 0,
  picture jsonb,
  constraint event_options_pkey PRIMARY KEY (tenant_id, event_id, id),
  constraint event_options_tenant_id_event_id_fkey FOREIGN KEY (tenant_id, event_id) REFERENCES public.events(tenant_id, id),
  constraint event_options_amount_committed_minor_check CHECK ((amount_committed_minor >= 0)),
  constraint event_options_check CHECK ((ends_at >= starts_at)),
  constraint event_options_cost_minor_check CHECK (((cost_minor >= 0) AND (cost_minor <= '9999999999990'::bigint))),
  constraint event_options_description_check CHECK ((length(description) <= 2000)),
  constraint event_options_hold_stock_check CHECK ((hold_stock = ANY (ARRAY['check'::text, 'hold'::text]))),
  constraint event_options_option_name_check CHECK (((length(option_name) >= 1) AND (length(option_name) <= 200))),
  constraint event_options_option_type_check CHECK ((option_type = ANY (ARRAY['TRACK'::text, 'INVENTORY'::text]))),
  constraint event_options_pending_count_check CHECK ((pending_count >= 0)),
  constraint event_options_promised_count_check CHECK ((promised_count >= 0)),
  constraint event_options_total_available_check CHECK (((total_available >= 1) AND (total_available <= 100000000))),
  constraint event_options_waiting_count_check CHECK ((waiting_count >= 0)),
  constraint picture_is_said CHECK (((picture IS NULL) OR ((jsonb_typeof(picture) = 'object'::text) AND ((length((picture ->> 'alt'::text)) >= 1) AND (length((picture ->> 'alt'::text)) <= 300))))),
  constraint stock_holds CHECK (((committed_count >= 0) AND (committed_count <= total_available)))
) with (fillfactor=40, autovacuum_vacuum_scale_factor=0.01, autovacuum_vacuum_threshold=200);
alter table public.event_options enable row level security;
alter table public.event_options force row level security;
create policy tenant_only on public.event_options as permissive for all to public
  using ((tenant_id = ( SELECT public.current_tenant_id() AS current_tenant_id)))
  with check ((tenant_id = ( SELECT public.current_tenant_id() AS current_tenant_id)));
grant insert, select, update on public.event_options to allot_app;

create table public.events (
  tenant_id uuid not null,
  id uuid not null,
  name text not null,
  description text,
  event_type text not null,
  currency text not null,
  timezone text not null,
  event_date timestamp with time zone,
  ends_at timestamp with time zone,
  venue text,
  registration_start_date timestamp with time zone,
  registration_end_date timestamp with time zone,
  hold_stock text not null default 'check'::text,
  hold_slot text not null default 'check'::text,
  hold_budget text not null default 'check'::text,
  registration_limit text not null default 'one_per_option'::text,
  pickup_slot_capacity integer not null default 10,
  slug text not null,
  published boolean not null default true,
  is_active boolean not null default true,
  created_by uuid,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  version integer not null default 1,
  searched text generated always as (lower(((name || ' '::text) || COALESCE(venue, ''::text)))),
  waitlist_is_open boolean not null default true,
  waitlist_order text not null default 'first_come'::text,
  waitlist_promotion text not null default 'automatic'::text,
  waitlist_offer_hours integer not null default 24,
  lottery_seed bytea,
  lottery_commitment bytea,
  lottery_drawn_at timestamp with time zone,
  slot_override text not null default 'ask'::text,
  constraint events_pkey PRIMARY KEY (tenant_id, id),
  constraint events_tenant_id_slug_key UNIQUE (tenant_id, slug),
  constraint events_tenant_id_created_by_fkey FOREIGN KEY (tenant_id, created_by) REFERENCES public.users(tenant_id, id),
  constraint events_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants(id),
  constraint events_check CHECK ((registration_end_date >= registration_start_date)),
  constraint events_check1 CHECK ((ends_at >= event_date)),
  constraint events_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint events_description_check CHECK ((length(description) <= 10000)),
  constraint events_event_type_check CHECK ((event_type = ANY (ARRAY['ANNUAL_DAY'::text, 'GIFTING'::text, 'CONFERENCE'::text, 'WORKSHOP'::text, 'SOCIAL'::text, 'OTHER'::text]))),
  constraint events_hold_budget_check CHECK ((hold_budget = ANY (ARRAY['check'::text, 'hold'::text]))),
  constraint events_hold_slot_check CHECK ((hold_slot = ANY (ARRAY['check'::text, 'hold'::text]))),
  constraint events_hold_stock_check CHECK ((hold_stock = ANY (ARRAY['check'::text, 'hold'::text]))),
  constraint events_lottery_commitment_check CHECK ((length(lottery_commitment) = 32)),
  constraint events_lottery_seed_check CHECK ((length(lottery_seed) = 32)),
  constraint events_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  constraint events_pickup_slot_capacity_check CHECK (((pickup_slot_capacity >= 1) AND (pickup_slot_capacity <= 1000000))),
  constraint events_registration_limit_check CHECK ((registration_limit = ANY (ARRAY['one_per_option'::text, 'one_per_type'::text, 'one'::text]))),
  constraint events_slot_override_check CHECK ((slot_override = ANY (ARRAY['ask'::text, 'never'::text, 'always'::text]))),
  constraint events_slug_check CHECK ((slug ~ '^[a-z0-9]([a-z0-9-]{0,98}[a-z0-9])?$'::text)),
  constraint events_timezone_check CHECK (((length(timezone) >= 1) AND (length(timezone) <= 64))),
  constraint events_venue_check CHECK ((length(venue) <= 500)),
  constraint events_version_check CHECK ((version > 0)),
  constraint events_waitlist_offer_hours_check CHECK (((waitlist_offer_hours >= 1) AND (waitlist_offer_hours <= 720))),
  constraint events_waitlist_order_check CHECK ((waitlist_order = ANY (ARRAY['first_come'::text, 'priority'::text, 'lottery'::text]))),
  constraint events_waitlist_promotion_check CHECK ((waitlist_promotion = ANY (ARRAY['automatic'::text, 'offer'::text]))),
  constraint lottery_is_committed CHECK ((((lottery_seed IS NULL) = (lottery_commitment IS NULL)) AND ((lottery_drawn_at IS NULL) OR (lottery_seed IS NOT NULL))))
);
CREATE INDEX events_list ON public.events USING btree (tenant_id, is_active, id) INCLUDE (published);
CREATE INDEX events_soon ON public.events USING btree (tenant_id, event_date) WHERE (is_active AND (event_date IS NOT NULL));
alter table public.events enable row level security;
alter table public.events force row level security;
create policy tenant_only on public.events as permissive for all to public
  using ((tenant_id = ( SELECT public.current_tenant_id() AS current_tenant_id)))
  with check ((tenant_id = ( SELECT public.current_tenant_id() AS current_tenant_id)));
grant insert, select, update on public.events to allot_app;

create table public.export_chunks (
  tenant_id uuid not null,
  export_id uuid not null,
  chunk_no integer not null,
  bytes bytea not null,
  constraint export_chunks_pkey PRIMARY KEY (tenant_id, export_id, chunk_no),
  constraint export_chunks_tenant_id_export_id_fkey FOREIGN KEY (tenant_id, export_id) REFERENCES public.export_files(tenant_id, id) ON DELETE CASCADE,
  constraint export_chunks_chunk_no_check CHECK ((chunk_no > 0))
);
alter table public.export_chunks enable row level security;
alter table public.export_chunks force row level security;
create policy tenant_only on public.export_chunks as permissive for all to public
  using ((tenant_id = ( SELECT public.current_tenant_id() AS current_tenant_id)))
  with check ((tenant_id = ( SELECT public.current_tenant_id() AS current_tenant_id)));
grant delete, insert, select on public.export_chunks to allot_app;

create table public.export_files (
  tenant_id uuid not null,
  id uuid not null,
  event_id uuid not null,
  kind text not null,
  format text not null,
  request json not null,
  status text not null,
  rows_done integer not null default 0,
  rows_total integer,
  file_name text,
  media_type text,
  size_bytes bigint not null default 0,
  problem text,
  taken_by uuid,
  taken_until timestamp with time zone,
  attempts integer not null default 0,
  created_by uuid not null,
  created_at timestamp with time zone not null default now(),
  finished_at timestamp with time zone,
  constraint export_files_pkey PRIMARY KEY (tenant_id, id),
  constraint export_files_tenant_id_created_by_fkey FOREIGN KEY (tenant_id, created_by) REFERENCES public.users(tenant_id, id),
  constraint export_files_tenant_id_event_id_fkey FOREIGN KEY (tenant_id, event_id) REFERENCES public.events(tenant_id, id),
  constraint export_files_attempts_check CHECK ((attempts >= 0)),
  constraint export_files_check CHECK (((finished_at IS NULL) = (status = ANY (ARRAY['QUEUED'::text, 'RUNNING'::text])))),
  constraint export_files_check1 CHECK (((status <> 'DONE'::text) OR ((file_name IS NOT NULL) AND (media_type IS NOT NULL)))),
  constraint export_files_format_check CHECK ((format = ANY (ARRAY['csv'::text, 'xlsx'::text]))),
  constraint export_files_kind_check CHECK ((kind = ANY (ARRAY['registrations'::text, 'ledger'::text, 'budget'::text, 'collections'::text, 'waitlist'::text, 'all'::text]))),
  constraint export_files_rows_done_check CHECK ((rows_done >= 0)),
  constraint export_files_rows_total_check CHECK ((rows_total >= 0)),
  constraint export_files_size_bytes_check CHECK (((size_bytes >= 0) AND (size_bytes <= 104857600))),
  constraint export_files_status_check CHECK ((status = ANY (ARRAY['QUEUED'::text, 'RUNNING'::text, 'DONE'::text, 'CANCELLED'::text, 'FAILED'::text])))
) with (fillfactor=50);
CREATE INDEX export_files_event ON public.export_files USING btree (tenant_id, event_id, id);
CREATE INDEX export_files_finished ON public.export_files USING btree (tenant_id, finished_at) WHERE (finished_at IS NOT NULL);
CREATE INDEX export_files_open ON public.export_files USING btree (tenant_id, id) WHERE (status = ANY (ARRAY['QUEUED'::text, 'RUNNING'::text]));
alter table public.export_files enable row level security;
alter table public.export_files force row level security;
create policy tenant_only on public.export_files as permissive for all to public
  using ((tenant_id = ( SELECT public.current_tenant_id() AS current_tenant_id)))
  with check ((tenant_id = ( SELECT public.current_tenant_id() AS current_tenant_id)));
grant delete, insert, select, update on public.export_files to allot_app;

create table public.idempotency_keys (
  tenant_id uuid not null,
  caller_id uuid not null,
  operation text not null,
  key text not null,
  request_hash bytea not null,
  status smallint,
  answer bytea,
  created_at timestamp with time zone not null default now(),
  constraint idempotency_keys_pkey PRIMARY KEY (tenant_id, caller_id, operation, key),
  constraint idempotency_keys_key_check CHECK (((length(key) >= 1) AND (length(key) <= 255))),
  constraint idempotency_keys_request_hash_check CHECK ((length(request_hash) = 32))
);
CREATE INDEX idempotency_keys_by_age ON public.idempotency_keys USING btree (created_at, tenant_id);
alter table public.idempotency_keys enable row level security;
alter table public.idempotency_keys force row level security;
create policy tenant_only on public.idempotency_keys as permissive for all to public
  using ((tenant_id = ( SELECT public.current_tenant_id() AS current_tenant_id)))
  with check ((tenant_id = ( SELECT public.current_tenant_id() AS current_tenant_id)));
grant delete, insert, select, update on public.idempotency_keys to allot_app;

create table public.job_rows (
  tenant_id uuid not null,
  job_id uuid not null,
  row_no integer not null,
  registration_id uuid not null,
  outcome text not null,
  status text,
  amount_minor bigint,
  assigned_pickup_slot text,
  refusal json,
  constraint job_rows_pkey PRIMARY KEY (tenant_id, job_id, row_no),
  constraint job_rows_tenant_id_job_id_fkey FOREIGN KEY (tenant_id, job_id) REFERENCES public.jobs(tenant_id, id) ON DELETE CASCADE,
  constraint job_rows_check CHECK (((outcome = 'REFUSED'::text) = (refusal IS NOT NULL))),
  constraint job_rows_outcome_check CHECK ((outcome = ANY (ARRAY['APPROVED'::text, 'REJECTED'::text, 'CANCELLED'::text, 'UNCHANGED'::text, 'REFUSED'::text]))),
  constraint job_rows_row_no_check CHECK ((row_no > 0))
);
alter table public.job_rows enable row level security;
alter table public.job_rows force row level security;
create policy tenant_only on public.job_rows as permissive for all to public
  using ((tenant_id = ( SELECT public.current_tenant_id() AS current_tenant_id)))
  with check ((tenant_id = ( SELECT public.current_tenant_id() AS current_tenant_id)));
grant delete, insert, select on public.job_rows to allot_app;

create table public.jobs (
  tenant_id uuid not null,
  id uuid not null,
  event_id uuid not null,
  status text not null,
  request json not null,
  registration_ids uuid[] not null,
  total integer not null,
  done integer not null default 0,
  changed integer not null default 0,
  refused integer not null default 0,
  summary json,
  problem json,
  taken_by uuid,
  taken_until timestamp with time zone,
  failures integer not null default 0,
  created_by uuid not null,
  api_key_id uuid,
  created_at timestamp with time zone not null default now(),
  started_at timestamp with time zone,
  finished_at timestamp with time zone,
  constraint jobs_pkey PRIMARY KEY (tenant_id, id),
  constraint jobs_tenant_id_created_by_fkey FOREIGN KEY (tenant_id, created_by) REFERENCES public.users(tenant_id, id),
  constraint jobs_tenant_id_event_id_fkey FOREIGN KEY (tenant_id, event_id) REFERENCES public.events(tenant_id, id),
  constraint jobs_changed_check CHECK ((changed >= 0)),
  constraint jobs_check CHECK (((done >= 0) AND (done <= total))),
  constraint jobs_check1 CHECK (((changed + refused) <= done)),
  constraint jobs_check2 CHECK (((finished_at IS NULL) = (status = ANY (ARRAY['QUEUED'::text, 'RUNNING'::text])))),
  constraint jobs_failures_check CHECK ((failures >= 0)),
  constraint jobs_refused_check CHECK ((refused >= 0)),
  constraint jobs_status_check CHECK ((status = ANY (ARRAY['QUEUED'::text, 'RUNNING'::text, 'DONE'::text, 'REFUSED'::text, 'CANCELLED'::text, 'FAILED'::text]))),
  constraint jobs_total_check CHECK ((total >= 0))
) with (fillfactor=50);
CREATE INDEX jobs_event ON public.jobs USING btree (tenant_id, event_id, id);
CREATE INDEX jobs_finished ON public.jobs USING btree (tenant_id, finished_at) WHERE (finished_at IS NOT NULL);
CREATE INDEX jobs_open ON public.jobs USING btree (tenant_id, id) WHERE (status = ANY (ARRAY['QUEUED'::text, 'RUNNING'::text]));
alter table public.jobs enable row level security;
alter table public.jobs force row level security;
create policy tenant_only on public.jobs as permissive for all to public
  using ((tenant_id = ( SELECT public.current_tenant_id() AS current_tenant_id)))
  with check ((tenant_id = ( SELECT public.current_tenant_id() AS current_tenant_id)));
grant delete, insert, select, update on public.jobs to allot_app;

create table public.leased_registrations (
  tenant_id uuid not null,
  event_id uuid not null,
  registration_id uuid not null,
  lease_id uuid not null,
  constraint leased_registrations_pkey PRIMARY KEY (tenant_id, event_id, registration_id),
  constraint leased_registrations_tenant_id_event_id_lease_id_fkey FOREIGN KEY (tenant_id, event_id, lease_id) REFERENCES public.desk_leases(tenant_id, event_id, id),
  constraint leased_registrations_tenant_id_event_id_registration_id_fkey FOREIGN KEY (tenant_id, event_id, registration_id) REFERENCES public.registrations(tenant_id, event_id, id)
);
CREATE INDEX leased_registrations_lease ON public.leased_registrations USING btree (tenant_id, event_id, lease_id);
alter table public.leased_registrations enable row level security;
alter table public.leased_registrations force row level security;
create policy tenant_only on public.leased_registrations as permissive for all to public
  using ((tenant_id = ( SELECT public.current_tenant_id() AS current_tenant_id)))
  with check ((tenant_id = ( SELECT public.current_tenant_id() AS current_tenant_id)));
grant delete, insert, select on public.leased_registrations to allot_app;

create table public.ledger_entries (
  tenant_id uuid not null,
  event_id uuid not null,
  entry_no bigint not null,
  registration_id uuid not null,
  kind text not null,
  amount_minor bigint not null,
  balance_minor bigint not null,
  actor_id uuid not null,
  created_at timestamp with time zone not null,
  previous_hash bytea not null,
  hash bytea not null,
  constraint ledger_entries_pkey PRIMARY KEY (tenant_id, event_id, entry_no),
  constraint ledger_entries_balance_minor_check CHECK ((balance_minor >= 0)),
  constraint ledger_entries_entry_no_check CHECK ((entry_no > 0)),
  constraint ledger_entries_hash_check CHECK ((length(hash) = 32)),
  constraint ledger_entries_kind_check CHECK ((kind = ANY (ARRAY['COMMIT'::text, 'RELEASE'::text, 'RETURN'::text, 'WRITE_OFF'::text, 'RESTORE'::text]))),
  constraint ledger_entries_previous_hash_check CHECK ((length(previous_hash) = ANY (ARRAY[0, 32]))),
  constraint ledger_entries_signs CHECK (
CASE
    WHEN (kind = ANY (ARRAY['COMMIT'::text, 'RESTORE'::text])) THEN (amount_minor >= 0)
    WHEN (kind = 'WRITE_OFF'::text) THEN (amount_minor = 0)
    ELSE (amount_minor <= 0)
END)
);
CREATE INDEX ledger_entries_registration ON public.ledger_entries USING btree (tenant_id, event_id, registration_id);
CREATE TRIGGER ledger_entries_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.ledger_entries FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
alter table public.ledger_entries enable row level security;
alter table public.ledger_entries force row level security;
create policy tenant_only on public.ledger_entries as permissive for all to public
  using ((tenant_id = ( SELECT public.current_tenant_id() AS current_tenant_id)))
  with check ((tenant_id = ( SELECT public.current_tenant_id() AS current_tenant_id)));
grant insert, select on public.ledger_entries to allot_app;

create table public.notice_attempts (
  tenant_id uuid not null,
  notice_id uuid not null,
  attempt_no integer not null,
  started_at timestamp with time zone not null,
  milliseconds integer not null,
  outcome text not null,
  answer text,
  constraint notice_attempts_pkey PRIMARY KEY (tenant_id, notice_id, attempt_no),
  constraint notice_attempts_tenant_id_notice_id_fkey FOREIGN KEY (tenant_id, notice_id) REFERENCES public.notices(tenant_id, id) ON DELETE CASCADE,
  constraint notice_attempts_answer_check CHECK ((length(answer) <= 1000)),
  constraint notice_attempts_attempt_no_check CHECK ((attempt_no > 0)),
  constraint notice_attempts_milliseconds_check CHECK ((milliseconds >= 0)),
  constraint notice_attempts_outcome_check CHECK ((outcome = ANY (ARRAY['SENT'::text, 'TRY_AGAIN'::text, 'FAILED'::text])))
);
alter table public.notice_attempts enable row level security;
alter table public.notice_attempts force row level security;
create policy tenant_only on public.notice_attempts as permissive for all to public
  using ((tenant_id = ( SELECT public.current_tenant_id() AS current_tenant_id)))
  with check ((tenant_id = ( SELECT public.current_tenant_id() AS current_tenant_id)));
grant delete, insert, select on public.notice_attempts to allot_app;

create table public.notice_choices (
  tenant_id uuid not null,
  user_id uuid not null,
  kind text not null,
  mail boolean not null,
  inbox boolean not null,
  constraint notice_choices_pkey PRIMARY KEY (tenant_id, user_id, kind),
  constraint notice_choices_tenant_id_user_id_fkey FOREIGN KEY (tenant_id, user_id) REFERENCES public.users(tenant_id, id),
  constraint notice_choices_kind_check CHECK ((kind ~ '^[a-z_]{1,50}$'::text))
);
alter table public.notice_choices enable row level security;
alter table public.notice_choices force row level security;
create policy tenant_only on public.notice_choices as permissive for all to public
  using ((tenant_id = ( SELECT public.current_tenant_id() AS current_tenant_id)))
  with check ((tenant_id = ( SELECT public.current_tenant_id() AS current_tenant_id)));
grant insert, select, update on public.notice_choices to allot_app;

create table public.notice_templates (
  tenant_id uuid not null,
  id uuid not null,
  event_id uuid,
  kind text not null,
  language text not null,
  subject text not null,
  body text not null,
  created_by uuid not null,
  created_at timestamp with time zone not null default now(),
  replaced_at timestamp with time zone,
  constraint notice_templates_pkey PRIMARY KEY (tenant_id, id),
  constraint notice_templates_tenant_id_created_by_fkey FOREIGN KEY (tenant_id, created_by) REFERENCES public.users(tenant_id, id),
  constraint notice_templates_tenant_id_event_id_fkey FOREIGN KEY (tenant_id, event_id) REFERENCES public.events(tenant_id, id),
  constraint notice_templates_body_check CHECK (((length(body) >= 1) AND (length(body) <= 5000))),
  constraint notice_templates_kind_check CHECK ((kind ~ '^[a-z_]{1,50}$'::text)),
  constraint notice_templates_language_check CHECK ((language = ANY (ARRAY['en'::text, 'de'::text]))),
  constraint notice_templates_subject_check CHECK (((length(subject) >= 1) AND (length(subject) <= 200)))
);
CREATE UNIQUE INDEX notice_templates_in_use ON public.notice_templates USING btree (tenant_id, event_id, kind, language) NULLS NOT DISTINCT WHERE (replaced_at IS NULL);
alter table public.notice_templates enable row level security;
alter table public.notice_templates force row level security;
create policy tenant_only on public.notice_templates as permissive for all to public
  using ((tenant_id = ( SELECT public.current_tenant_id() AS current_tenant_id)))
  with check ((tenant_id = ( SELECT public.current_tenant_id() AS current_tenant_id)));
grant insert, select, update on public.notice_templates to allot_app;

create table public.notices (
  tenant_id uuid not null,
  id uuid not null,
  kind text not null,
  channel text not null,
  user_id uuid not null,
  event_id uuid,
  registration_id uuid,
  origin text not null,
  order_no bigint not null default 0,
  facts json not null,
  template_id uuid,
  language text,
  status text not null,
  attempts integer not null default 0,
  attempts_before integer not null default 0,
  next_attempt_at timestamp with time zone not null default now(),
  taken_by uuid,
  taken_until timestamp with time zone,
  last_error text,
  read_at timestamp with time zone,
  created_at timestamp with time zone not null default now(),
  done_at timestamp with time zone,
  constraint notices_pkey PRIMARY KEY (tenant_id, id),
  constraint notices_tenant_id_origin_user_id_kind_channel_key UNIQUE (tenant_id, origin, user_id, kind, channel),
  constraint notices_tenant_id_event_id_fkey FOREIGN KEY (tenant_id, event_id) REFERENCES public.events(tenant_id, id),
  constraint notices_tenant_id_user_id_fkey FOREIGN KEY (tenant_id, user_id) REFERENCES public.users(tenant_id, id),
  constraint notices_attempts_check CHECK ((attempts >= 0)),
  constraint notices_channel_check CHECK ((channel = ANY (ARRAY['mail'::text, 'inbox'::text]))),
  constraint notices_check CHECK (((attempts_before >= 0) AND (attempts_before <= attempts))),
  constraint notices_check1 CHECK (((done_at IS NOT NULL) = (status = 'DONE'::text))),
  constraint notices_kind_check CHECK ((kind ~ '^[a-z_]{1,50}$'::text)),
  constraint notices_language_check CHECK ((language = ANY (ARRAY['en'::text, 'de'::text]))),
  constraint notices_last_error_check CHECK ((length(last_error) <= 1000)),
  constraint notices_origin_check CHECK (((length(origin) >= 1) AND (length(origin) <= 200))),
  constraint notices_status_check CHECK ((status = ANY (ARRAY['WAITING'::text, 'KEPT'::text, 'DONE'::text, 'FAILED'::text])))
) with (fillfactor=70);
CREATE INDEX notices_age ON public.notices USING btree (tenant_id, created_at);
CREATE INDEX notices_due ON public.notices USING btree (tenant_id, next_attempt_at) WHERE (status = 'WAITING'::text);
CREATE INDEX notices_in_order ON public.notices USING btree (tenant_id, registration_id, user_id, order_no) WHERE (status = 'WAITING'::text);
CREATE INDEX notices_inbox ON public.notices USING btree (tenant_id, user_id, id) WHERE (channel = 'inbox'::text);
CREATE INDEX notices_status ON public.notices USING btree (tenant_id, status, id);
CREATE INDEX notices_unread ON public.notices USING btree (tenant_id, user_id, id) WHERE ((channel = 'inbox'::text) AND (read_at IS NULL));
alter table public.notices enable row level security;
alter table public.notices force row level security;
create policy tenant_only on public.notices as permissive for all to public
  using ((tenant_id = ( SELECT public.current_tenant_id() AS current_tenant_id)))
  with check ((tenant_id = ( SELECT public.current_tenant_id() AS current_tenant_id)));
grant delete, insert, select, update on public.notices to allot_app;

create table public.option_pictures (
  tenant_id uuid not null,
  event_id uuid not null,
  event_option_id uuid not null,
  id uuid not null,
  kept_in text not null,
  full_bytes bytea,
  thumb_bytes bytea,
  created_at timestamp with time zone not null default now(),
  constraint option_pictures_pkey PRIMARY KEY (tenant_id, event_id, event_option_id),
  constraint option_pictures_tenant_id_event_id_event_option_id_fkey FOREIGN KEY (tenant_id, event_id, event_option_id) REFERENCES public.event_options(tenant_id, event_id, id),
  constraint option_pictures_check CHECK (((kept_in = 'database'::text) = (full_bytes IS NOT NULL))),
  constraint option_pictures_check1 CHECK (((full_bytes IS NULL) = (thumb_bytes IS NULL))),
  constraint option_pictures_kept_in_check CHECK ((kept_in = ANY (ARRAY['database'::text, 'folder'::text, 's3'::text])))
);
alter table public.option_pictures enable row level security;
alter table public.option_pictures force row level security;
create policy tenant_only on public.option_pictures as permissive for all to public
  using ((tenant_id = ( SELECT public.current_tenant_id() AS current_tenant_id)))
  with check ((tenant_id = ( SELECT public.current_tenant_id() AS current_tenant_id)));
grant delete, insert, select, update on public.option_pictures to allot_app;

create table public.outbox_cursors (
  tenant_id uuid not null,
  scope_id uuid not null,
  told_no bigint not null,
  constraint outbox_cursors_pkey PRIMARY KEY (tenant_id, scope_id),
  constraint outbox_cursors_told_no_check CHECK ((told_no >= 0))
) with (fillfactor=50);
alter table public.outbox_cursors enable row level security;
alter table public.outbox_cursors force row level security;
create policy tenant_only on public.outbox_cursors as permissive for all to public
  using ((tenant_id = ( SELECT public.current_tenant_id() AS current_tenant_id)))
  with check ((tenant_id = ( SELECT public.current_tenant_id() AS current_tenant_id)));
grant insert, select, update on public.outbox_cursors to allot_app;

create table public.person_words (
  tenant_id uuid not null,
  is_department boolean not null,
  word text not null,
  user_id uuid not null,
  constraint person_words_pkey PRIMARY KEY (tenant_id, is_department, word, user_id),
  constraint person_words_tenant_id_user_id_fkey FOREIGN KEY (tenant_id, user_id) REFERENCES public.users(tenant_id, id)
);
alter table public.person_words enable row level security;
alter table public.person_words force row level security;
create policy tenant_only on public.person_words as permissive for all to public
  using ((tenant_id = ( SELECT public.current_tenant_id() AS current_tenant_id)))
  with check ((tenant_id = ( SELECT public.current_tenant_id() AS current_tenant_id)));
grant delete, insert, select on public.person_words to allot_app;

create table public.pickup_locations (
  tenant_id uuid not null,
  event_id uuid not null,
  id uuid not null,
  name text not null,
  code text,
  building text,
  floor text,
  capacity integer,
  directions text,
  accessibility text,
  is_active boolean not null default true,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint pickup_locations_pkey PRIMARY KEY (tenant_id, event_id, id),
  constraint pickup_locations_tenant_id_event_id_fkey FOREIGN KEY (tenant_id, event_id) REFERENCES public.events(tenant_id, id),
  constraint pickup_locations_accessibility_check CHECK (((length(accessibility) >= 1) AND (length(accessibility) <= 1000))),
  constraint pickup_locations_building_check CHECK (((length(building) >= 1) AND (length(building) <= 100))),
  constraint pickup_locations_capacity_check CHECK (((capacity >= 1) AND (capacity <= 1000000))),
  constraint pickup_locations_code_check CHECK (((length(code) >= 1) AND (length(code) <= 20))),
  constraint pickup_locations_directions_check CHECK (((length(directions) >= 1) AND (length(directions) <= 1000))),
  constraint pickup_locations_floor_check CHECK (((length(floor) >= 1) AND (length(floor) <= 50))),
  constraint pickup_locations_name_check CHECK (((length(name) >= 1) AND (length(name) <= 60)))
);
CREATE UNIQUE INDEX pickup_locations_name ON public.pickup_locations USING btree (tenant_id, event_id, lower(name)) WHERE is_active;
alter table public.pickup_locations enable row level security;
alter table public.pickup_locations force row level security;
create policy tenant_only on public.pickup_locations as permissive for all to public
  using ((tenant_id = ( SELECT public.current_tenant_id() AS current_tenant_id)))
  with check ((tenant_id = ( SELECT public.current_tenant_id() AS current_tenant_id)));
grant insert, select, update on public.pickup_locations to allot_app;

create table public.pickup_slots (
  tenant_id uuid not null,
  event_id uuid not null,
  id uuid not null,
  label text not null,
  location text,
  starts_at timestamp with time zone,
  ends_at timestamp with time zone,
  is_defined boolean not null,
  has_own_capacity boolean not null default false,
  capacity integer not null,
  committed_count integer not null default 0,
  pending_count integer not null default 0,
  is_active boolean not null default true,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  promised_count integer not null default 0,
  location_id uuid,
  constraint pickup_slots_pkey PRIMARY KEY (tenant_id, event_id, id),
  constraint pickup_slots_tenant_id_event_id_label_key UNIQUE (tenant_id, event_id, label),
  constraint pickup_slots_location_id_fkey FOREIGN KEY (tenant_id, event_id, location_id) REFERENCES public.pickup_locations(tenant_id, event_id, id),
  constraint pickup_slots_tenant_id_event_id_fkey FOREIGN KEY (tenant_id, event_id) REFERENCES public.events(tenant_id, id),
  constraint located_slot_has_times CHECK (((location_id IS NULL) OR ((starts_at IS NOT NULL) AND (ends_at IS NOT NULL) AND (ends_at > starts_at)))),
  constraint pickup_slots_capacity_check CHECK (((capacity >= 1) AND (capacity <= 1000000))),
  constraint pickup_slots_check CHECK ((ends_at >= starts_at)),
  constraint pickup_slots_label_check CHECK (((length(label) >= 1) AND (length(label) <= 100))),
  constraint pickup_slots_location_check CHECK ((length(location) <= 200)),
  constraint pickup_slots_pending_count_check CHECK ((pending_count >= 0)),
  constraint pickup_slots_promised_count_check CHECK ((promised_count >= 0)),
  constraint slot_holds CHECK (((committed_count >= 0) AND (committed_count <= capacity)))
) with (fillfactor=40, autovacuum_vacuum_scale_factor=0.01, autovacuum_vacuum_threshold=200);
CREATE INDEX pickup_slots_location ON public.pickup_slots USING btree (tenant_id, event_id, location_id, starts_at) WHERE ((location_id IS NOT NULL) AND is_active);
CREATE INDEX slots_soon ON public.pickup_slots USING btree (tenant_id, starts_at) WHERE (is_active AND (starts_at IS NOT NULL));
alter table public.pickup_slots enable row level security;
alter table public.pickup_slots force row level security;
create policy tenant_only on public.pickup_slots as permissive for all to public
  using ((tenant_id = ( SELECT public.current_tenant_id() AS current_tenant_id)))
  with check ((tenant_id = ( SELECT public.current_tenant_id() AS current_tenant_id)));
grant insert, select, update on public.pickup_slots to allot_app;

create table public.registrations (
  tenant_id uuid not null,
  event_id uuid not null,
  id uuid not null,
  user_id uuid not null,
  event_option_id uuid not null,
  status text not null,
  amount_minor bigint not null,
  preferred_slot_id uuid,
  assigned_slot_id uuid,
  qr_hash bytea not null,
  notes text,
  created_at timestamp with time zone not null,
  created_by uuid not null,
  approved_at timestamp with time zone,
  approved_by uuid,
  is_promised boolean not null default false,
  offered_at timestamp with time zone,
  offer_expires_at timestamp with time zone,
  offer_hash bytea,
  qr_generation smallint not null default 1,
  collected_at timestamp with time zone,
  settled_as text,
  constraint registrations_pkey PRIMARY KEY (tenant_id, event_id, id),
  constraint registrations_tenant_id_event_id_assigned_slot_id_fkey FOREIGN KEY (tenant_id, event_id, assigned_slot_id) REFERENCES public.pickup_slots(tenant_id, event_id, id),
  constraint registrations_tenant_id_event_id_event_option_id_fkey FOREIGN KEY (tenant_id, event_id, event_option_id) REFERENCES public.event_options(tenant_id, event_id, id),
  constraint registrations_tenant_id_event_id_preferred_slot_id_fkey FOREIGN KEY (tenant_id, event_id, preferred_slot_id) REFERENCES public.pickup_slots(tenant_id, event_id, id),
  constraint registrations_tenant_id_user_id_fkey FOREIGN KEY (tenant_id, user_id) REFERENCES public.users(tenant_id, id),
  constraint collected_is_approved CHECK (((collected_at IS NULL) OR (status = 'APPROVED'::text))),
  constraint offer_is_promised CHECK (((offer_expires_at IS NOT NULL) = ((status = 'WAITLISTED'::text) AND is_promised))),
  constraint promise_is_undecided CHECK (((NOT is_promised) OR (status = ANY (ARRAY['WAITLISTED'::text, 'PENDING'::text])))),
  constraint registrations_amount_minor_check CHECK (((amount_minor >= 0) AND (amount_minor <= '9999999999990'::bigint))),
  constraint registrations_check CHECK (((approved_at IS NULL) = (approved_by IS NULL))),
  constraint registrations_check1 CHECK (((status <> 'APPROVED'::text) OR (approved_at IS NOT NULL))),
  constraint registrations_check2 CHECK (((status <> 'PENDING'::text) OR (approved_at IS NULL))),
  constraint registrations_notes_check CHECK ((length(notes) <= 2000)),
  constraint registrations_offer_hash_check CHECK ((length(offer_hash) = 32)),
  constraint registrations_qr_generation_check CHECK (((qr_generation >= 1) AND (qr_generation <= 32000))),
  constraint registrations_qr_hash_check CHECK ((length(qr_hash) = 32)),
  constraint registrations_settled_as_check CHECK ((settled_as = ANY (ARRAY['RETURNED'::text, 'WRITTEN_OFF'::text]))),
  constraint registrations_status_check CHECK ((status = ANY (ARRAY['WAITLISTED'::text, 'PENDING'::text, 'APPROVED'::text, 'REJECTED'::text, 'CANCELLED'::text]))),
  constraint settled_is_uncollected CHECK (((settled_as IS NULL) OR ((status = 'APPROVED'::text) AND (collected_at IS NULL)))),
  constraint waiting_is_unapproved CHECK (((status <> 'WAITLISTED'::text) OR (approved_at IS NULL)))
) with (fillfactor=50);
CREATE INDEX registrations_backdated ON public.registrations USING btree (tenant_id, event_id, created_at) WHERE (id >= public.end_of_ids(created_at));
CREATE UNIQUE INDEX registrations_live ON public.registrations USING btree (tenant_id, event_id, user_id, event_option_id) WHERE (status = ANY (ARRAY['PENDING'::text, 'APPROVED'::text]));
CREATE UNIQUE INDEX registrations_offer ON public.registrations USING btree (tenant_id, offer_hash) WHERE (offer_hash IS NOT NULL);
CREATE INDEX registrations_offer_ends ON public.registrations USING btree (tenant_id, event_id, offer_expires_at) WHERE (offer_expires_at IS NOT NULL);
CREATE UNIQUE INDEX registrations_qr ON public.registrations USING btree (tenant_id, qr_hash);
CREATE INDEX registrations_status ON public.registrations USING btree (tenant_id, event_id, status, id);
CREATE INDEX registrations_user ON public.registrations USING btree (tenant_id, user_id, id);
alter table public.registrations enable row level security;
alter table public.registrations force row level security;
create policy tenant_only on public.registrations as permissive for all to public
  using ((tenant_id = ( SELECT public.current_tenant_id() AS current_tenant_id)))
  with check ((tenant_id = ( SELECT public.current_tenant_id() AS current_tenant_id)));
grant insert, select, update on public.registrations to allot_app;

create table public.requested_changes (
  tenant_id uuid not null,
  event_id uuid not null,
  begins_at timestamp with time zone not null,
  growth_minor bigint not null,
  constraint requested_changes_pkey PRIMARY KEY (tenant_id, event_id, begins_at),
  constraint requested_changes_tenant_id_event_id_fkey FOREIGN KEY (tenant_id, event_id) REFERENCES public.events(tenant_id, id)
) with (fillfactor=50);
alter table public.requested_changes enable row level security;
alter table public.requested_changes force row level security;
create policy tenant_only on public.requested_changes as permissive for all to public
  using ((tenant_id = ( SELECT public.current_tenant_id() AS current_tenant_id)))
  with check ((tenant_id = ( SELECT public.current_tenant_id() AS current_tenant_id)));
grant insert, select, update on public.requested_changes to allot_app;

create table public.requested_heads (
  tenant_id uuid not null,
  event_id uuid not null,
  told_no bigint not null,
  constraint requested_heads_pkey PRIMARY KEY (tenant_id, event_id),
  constraint requested_heads_tenant_id_event_id_fkey FOREIGN KEY (tenant_id, event_id) REFERENCES public.events(tenant_id, id),
  constraint requested_heads_told_no_check CHECK ((told_no >= 0))
) with (fillfactor=50);
alter table public.requested_heads enable row level security;
alter table public.requested_heads force row level security;
create policy tenant_only on public.requested_heads as permissive for all to public
  using ((tenant_id = ( SELECT public.current_tenant_id() AS current_tenant_id)))
  with check ((tenant_id = ( SELECT public.current_tenant_id() AS current_tenant_id)));
grant insert, select, update on public.requested_heads to allot_app;

create table public.revoked_qr_tokens (
  tenant_id uuid not null,
  qr_hash bytea not null,
  event_id uuid not null,
  registration_id uuid not null,
  revoked_at timestamp with time zone not null,
  constraint revoked_qr_tokens_pkey PRIMARY KEY (tenant_id, qr_hash),
  constraint revoked_qr_tokens_tenant_id_event_id_registration_id_fkey FOREIGN KEY (tenant_id, event_id, registration_id) REFERENCES public.registrations(tenant_id, event_id, id),
  constraint revoked_qr_tokens_qr_hash_check CHECK ((length(qr_hash) = 32))
);
alter table public.revoked_qr_tokens enable row level security;
alter table public.revoked_qr_tokens force row level security;
create policy tenant_only on public.revoked_qr_tokens as permissive for all to public
  using ((tenant_id = ( SELECT public.current_tenant_id() AS current_tenant_id)))
  with check ((tenant_id = ( SELECT public.current_tenant_id() AS current_tenant_id)));
grant insert, select on public.revoked_qr_tokens to allot_app;

create table public.scans (
  tenant_id uuid not null,
  event_id uuid not null,
  desk_id uuid not null,
  nonce text not null,
  request_hash bytea not null,
  outcome text not null,
  registration_id uuid,
  collection_id uuid,
  device_id uuid,
  scanned_at timestamp with time zone not null,
  said_at timestamp with time zone,
  is_offline boolean not null default false,
  finding text,
  detail json,
  constraint scans_pkey PRIMARY KEY (tenant_id, event_id, desk_id, nonce),
  constraint scans_tenant_id_event_id_desk_id_fkey FOREIGN KEY (tenant_id, event_id, desk_id) REFERENCES public.desks(tenant_id, event_id, id),
  constraint scans_finding_check CHECK ((finding = ANY (ARRAY['ALREADY_COLLECTED'::text, 'LEASE_OVER'::text, 'NOT_LEASED'::text, 'NOT_APPROVED'::text, 'REVOKED'::text, 'DEVICE_REVOKED'::text, 'CLOCK'::text, 'NOT_FOUND'::text]))),
  constraint scans_nonce_check CHECK (((length(nonce) >= 8) AND (length(nonce) <= 100))),
  constraint scans_outcome_check CHECK ((outcome = ANY (ARRAY['COLLECTED'::text, 'ALREADY_COLLECTED'::text, 'NOT_APPROVED'::text, 'WRONG_EVENT'::text, 'WRONG_SLOT'::text, 'WRONG_DESK'::text, 'REVOKED'::text, 'NOT_FOUND'::text]))),
  constraint scans_request_hash_check CHECK ((length(request_hash) = 32))
);
CREATE INDEX scans_findings ON public.scans USING btree (tenant_id, event_id, scanned_at) WHERE (finding IS NOT NULL);
CREATE INDEX scans_time ON public.scans USING btree (tenant_id, event_id, scanned_at);
alter table public.scans enable row level security;
alter table public.scans force row level security;
create policy tenant_only on public.scans as permissive for all to public
  using ((tenant_id = ( SELECT public.current_tenant_id() AS current_tenant_id)))
  with check ((tenant_id = ( SELECT public.current_tenant_id() AS current_tenant_id)));
grant insert, select on public.scans to allot_app;

create table public.tenant_notice_settings (
  tenant_id uuid not null,
  language text not null default 'en'::text,
  reply_to text,
  is_mail_paused boolean not null default false,
  constraint tenant_notice_settings_pkey PRIMARY KEY (tenant_id),
  constraint tenant_notice_settings_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants(id),
  constraint tenant_notice_settings_language_check CHECK ((language = ANY (ARRAY['en'::text, 'de'::text]))),
  constraint tenant_notice_settings_reply_to_check CHECK ((length(reply_to) <= 320))
);
alter table public.tenant_notice_settings enable row level security;
alter table public.tenant_notice_settings force row level security;
create policy tenant_only on public.tenant_notice_settings as permissive for all to public
  using ((tenant_id = ( SELECT public.current_tenant_id() AS current_tenant_id)))
  with check ((tenant_id = ( SELECT public.current_tenant_id() AS current_tenant_id)));
grant insert, select, update on public.tenant_notice_settings to allot_app;

create table public.tenants (
  id uuid not null,
  name text not null,
  currency text not null,
  timezone text not null,
  is_active boolean not null default true,
  created_at timestamp with time zone not null default now(),
  audit_count bigint not null default 0,
  audit_hash bytea not null default '\x'::bytea,
  open_jobs integer not null default 0,
  open_files integer not null default 0,
  constraint tenants_pkey PRIMARY KEY (id),
  constraint tenants_audit_count_check CHECK ((audit_count >= 0)),
  constraint tenants_audit_hash_check CHECK ((length(audit_hash) = ANY (ARRAY[0, 32]))),
  constraint tenants_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint tenants_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  constraint tenants_open_files_check CHECK ((open_files >= 0)),
  constraint tenants_open_jobs_check CHECK ((open_jobs >= 0)),
  constraint tenants_timezone_check CHECK (((length(timezone) >= 1) AND (length(timezone) <= 64)))
);
CREATE INDEX tenants_with_files ON public.tenants USING btree (id) WHERE (open_files > 0);
CREATE INDEX tenants_with_jobs ON public.tenants USING btree (id) WHERE (open_jobs > 0);
alter table public.tenants enable row level security;
alter table public.tenants force row level security;
create policy operator_reads on public.tenants as permissive for select to public
  using ((( SELECT current_setting('allot.operator'::text, true) AS current_setting) = 'on'::text));
create policy tenant_only on public.tenants as permissive for all to public
  using ((id = ( SELECT public.current_tenant_id() AS current_tenant_id)))
  with check ((id = ( SELECT public.current_tenant_id() AS current_tenant_id)));
grant insert, select, update on public.tenants to allot_app;

create table public.users (
  tenant_id uuid not null,
  id uuid not null,
  email text not null,
  name text not null,
  role text not null,
  department text,
  is_active boolean not null default true,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  language text,
  theme text not null default 'auto'::text,
  single_letter_keys boolean not null default true,
  constraint users_pkey PRIMARY KEY (tenant_id, id),
  constraint users_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants(id),
  constraint users_department_check CHECK ((length(department) <= 200)),
  constraint users_email_check CHECK (((length(email) >= 3) AND (length(email) <= 320))),
  constraint users_language_check CHECK ((language = ANY (ARRAY['en'::text, 'de'::text]))),
  constraint users_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  constraint users_role_check CHECK ((role = ANY (ARRAY['owner'::text, 'organizer'::text, 'approver'::text, 'auditor'::text, 'desk'::text, 'member'::text]))),
  constraint users_theme_check CHECK ((theme = ANY (ARRAY['light'::text, 'dark'::text, 'auto'::text])))
);
CREATE INDEX users_active_owners ON public.users USING btree (tenant_id) WHERE ((role = 'owner'::text) AND is_active);
CREATE INDEX users_department ON public.users USING btree (tenant_id, department, id);
CREATE UNIQUE INDEX users_email ON public.users USING btree (tenant_id, lower(email));
CREATE TRIGGER users_added AFTER INSERT ON public.users REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.index_added_people();
CREATE TRIGGER users_changed AFTER UPDATE ON public.users REFERENCING OLD TABLE AS before NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION public.index_changed_people();
alter table public.users enable row level security;
alter table public.users force row level security;
create policy tenant_only on public.users as permissive for all to public
  using ((tenant_id = ( SELECT public.current_tenant_id() AS current_tenant_id)))
  with check ((tenant_id = ( SELECT public.current_tenant_id() AS current_tenant_id)));
grant insert, select, update on public.users to allot_app;

create table public.waitlist_wishes (
  tenant_id uuid not null,
  event_id uuid not null,
  registration_id uuid not null,
  wish_no smallint not null,
  event_option_id uuid not null,
  user_id uuid not null,
  priority integer not null default 0,
  rank bigint not null,
  joined_no bigint not null,
  is_waiting boolean not null default true,
  is_open boolean not null default true,
  constraint waitlist_wishes_pkey PRIMARY KEY (tenant_id, event_id, registration_id, wish_no),
  constraint waitlist_wishes_tenant_id_event_id_event_option_id_fkey FOREIGN KEY (tenant_id, event_id, event_option_id) REFERENCES public.event_options(tenant_id, event_id, id),
  constraint waitlist_wishes_tenant_id_event_id_registration_id_fkey FOREIGN KEY (tenant_id, event_id, registration_id) REFERENCES public.registrations(tenant_id, event_id, id),
  constraint waitlist_wishes_check CHECK ((is_open OR (NOT is_waiting))),
  constraint waitlist_wishes_joined_no_check CHECK ((joined_no > 0)),
  constraint waitlist_wishes_priority_check CHECK (((priority >= 0) AND (priority <= 1000))),
  constraint waitlist_wishes_wish_no_check CHECK ((wish_no > 0))
);
CREATE INDEX waitlist_wishes_list ON public.waitlist_wishes USING btree (tenant_id, event_id, priority DESC, rank) WHERE (is_waiting AND (wish_no = 1));
CREATE UNIQUE INDEX waitlist_wishes_once ON public.waitlist_wishes USING btree (tenant_id, event_id, user_id, event_option_id) WHERE is_open;
CREATE INDEX waitlist_wishes_turn ON public.waitlist_wishes USING btree (tenant_id, event_id, event_option_id, priority DESC, rank) WHERE is_waiting;
alter table public.waitlist_wishes enable row level security;
alter table public.waitlist_wishes force row level security;
create policy tenant_only on public.waitlist_wishes as permissive for all to public
  using ((tenant_id = ( SELECT public.current_tenant_id() AS current_tenant_id)))
  with check ((tenant_id = ( SELECT public.current_tenant_id() AS current_tenant_id)));
grant insert, select, update on public.waitlist_wishes to allot_app;

create table public.webhook_attempts (
  tenant_id uuid not null,
  delivery_id uuid not null,
  attempt_no integer not null,
  at timestamp with time zone not null,
  status_code integer,
  milliseconds integer not null,
  error text,
  constraint webhook_attempts_pkey PRIMARY KEY (tenant_id, delivery_id, attempt_no),
  constraint webhook_attempts_tenant_id_delivery_id_fkey FOREIGN KEY (tenant_id, delivery_id) REFERENCES public.webhook_deliveries(tenant_id, id) ON DELETE CASCADE,
  constraint webhook_attempts_attempt_no_check CHECK ((attempt_no > 0)),
  constraint webhook_attempts_error_check CHECK ((length(error) <= 500)),
  constraint webhook_attempts_milliseconds_check CHECK ((milliseconds >= 0)),
  constraint webhook_attempts_status_code_check CHECK (((status_code >= 100) AND (status_code <= 999)))
);
alter table public.webhook_attempts enable row level security;
alter table public.webhook_attempts force row level security;
create policy tenant_only on public.webhook_attempts as permissive for all to public
  using ((tenant_id = ( SELECT public.current_tenant_id() AS current_tenant_id)))
  with check ((tenant_id = ( SELECT public.current_tenant_id() AS current_tenant_id)));
grant delete, insert, select on public.webhook_attempts to allot_app;

create table public.webhook_deliveries (
  tenant_id uuid not null,
  id uuid not null,
  endpoint_id uuid not null,
  type text not null,
  scope_id uuid not null,
  entry_no bigint,
  subject_id uuid not null,
  body text not null,
  status text not null default 'WAITING'::text,
  attempts integer not null default 0,
  tries integer not null default 0,
  taken_until timestamp with time zone,
  next_attempt_at timestamp with time zone,
  last_error text,
  waiting_since timestamp with time zone not null,
  created_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  constraint webhook_deliveries_pkey PRIMARY KEY (tenant_id, id),
  constraint webhook_deliveries_tenant_id_endpoint_id_scope_id_entry_no_key UNIQUE (tenant_id, endpoint_id, scope_id, entry_no),
  constraint webhook_deliveries_tenant_id_endpoint_id_fkey FOREIGN KEY (tenant_id, endpoint_id) REFERENCES public.webhook_endpoints(tenant_id, id),
  constraint webhook_deliveries_attempts_check CHECK ((attempts >= 0)),
  constraint webhook_deliveries_body_check CHECK ((length(body) <= 20000)),
  constraint webhook_deliveries_check CHECK (((status = 'WAITING'::text) = (next_attempt_at IS NOT NULL))),
  constraint webhook_deliveries_check1 CHECK (((status = 'WAITING'::text) = (finished_at IS NULL))),
  constraint webhook_deliveries_check2 CHECK (((taken_until IS NULL) OR (status = 'WAITING'::text))),
  constraint webhook_deliveries_entry_no_check CHECK ((entry_no > 0)),
  constraint webhook_deliveries_last_error_check CHECK ((length(last_error) <= 500)),
  constraint webhook_deliveries_status_check CHECK ((status = ANY (ARRAY['WAITING'::text, 'DONE'::text, 'FAILED'::text]))),
  constraint webhook_deliveries_tries_check CHECK ((tries >= 0)),
  constraint webhook_deliveries_type_check CHECK ((length(type) <= 100))
) with (fillfactor=70);
CREATE INDEX webhook_deliveries_due ON public.webhook_deliveries USING btree (tenant_id, endpoint_id, next_attempt_at) WHERE (status = 'WAITING'::text);
CREATE INDEX webhook_deliveries_finished ON public.webhook_deliveries USING btree (tenant_id, finished_at) WHERE (finished_at IS NOT NULL);
CREATE INDEX webhook_deliveries_log ON public.webhook_deliveries USING btree (tenant_id, endpoint_id, id);
CREATE INDEX webhook_deliveries_order ON public.webhook_deliveries USING btree (tenant_id, endpoint_id, subject_id, entry_no) WHERE (status = 'WAITING'::text);
CREATE INDEX webhook_deliveries_taken ON public.webhook_deliveries USING btree (tenant_id, endpoint_id) WHERE (taken_until IS NOT NULL);
alter table public.webhook_deliveries enable row level security;
alter table public.webhook_deliveries force row level security;
create policy tenant_only on public.webhook_deliveries as permissive for all to public
  using ((tenant_id = ( SELECT public.current_tenant_id() AS current_tenant_id)))
  with check ((tenant_id = ( SELECT public.current_tenant_id() AS current_tenant_id)));
grant delete, insert, select, update on public.webhook_deliveries to allot_app;

create table public.webhook_endpoints (
  tenant_id uuid not null,
  id uuid not null,
  url text not null,
  description text not null,
  events text[] not null,
  event_ids uuid[],
  status text not null default 'ACTIVE'::text,
  disabled_reason text,
  secret bytea not null,
  previous_secret bytea,
  previous_expires_at timestamp with time zone,
  failures integer not null default 0,
  failing_since timestamp with time zone,
  rests_until timestamp with time zone,
  last_success_at timestamp with time zone,
  created_by uuid,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint webhook_endpoints_pkey PRIMARY KEY (tenant_id, id),
  constraint webhook_endpoints_tenant_id_created_by_fkey FOREIGN KEY (tenant_id, created_by) REFERENCES public.users(tenant_id, id),
  constraint webhook_endpoints_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants(id),
  constraint webhook_endpoints_check CHECK (((previous_secret IS NULL) = (previous_expires_at IS NULL))),
  constraint webhook_endpoints_check1 CHECK (((status = 'DISABLED'::text) = (disabled_reason IS NOT NULL))),
  constraint webhook_endpoints_check2 CHECK (((failures > 0) = (failing_since IS NOT NULL))),
  constraint webhook_endpoints_description_check CHECK ((length(description) <= 500)),
  constraint webhook_endpoints_disabled_reason_check CHECK ((length(disabled_reason) <= 500)),
  constraint webhook_endpoints_event_ids_check CHECK (((cardinality(event_ids) >= 1) AND (cardinality(event_ids) <= 100))),
  constraint webhook_endpoints_events_check CHECK (((cardinality(events) >= 1) AND (cardinality(events) <= 100))),
  constraint webhook_endpoints_failures_check CHECK ((failures >= 0)),
  constraint webhook_endpoints_status_check CHECK ((status = ANY (ARRAY['ACTIVE'::text, 'PAUSED'::text, 'DISABLED'::text, 'ARCHIVED'::text]))),
  constraint webhook_endpoints_url_check CHECK (((length(url) >= 1) AND (length(url) <= 2000)))
) with (fillfactor=70);
alter table public.webhook_endpoints enable row level security;
alter table public.webhook_endpoints force row level security;
create policy tenant_only on public.webhook_endpoints as permissive for all to public
  using ((tenant_id = ( SELECT public.current_tenant_id() AS current_tenant_id)))
  with check ((tenant_id = ( SELECT public.current_tenant_id() AS current_tenant_id)));
grant insert, select, update on public.webhook_endpoints to allot_app;

create schema auth;

grant usage on schema auth to allot_auth;

create table auth.account (
  id text not null,
  "accountId" text not null,
  "providerId" text not null,
  "userId" text not null,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamp with time zone,
  "refreshTokenExpiresAt" timestamp with time zone,
  scope text,
  password text,
  "createdAt" timestamp with time zone not null default now(),
  "updatedAt" timestamp with time zone not null default now(),
  constraint account_pkey PRIMARY KEY (id),
  constraint "account_userId_fkey" FOREIGN KEY ("userId") REFERENCES auth."user"(id) ON DELETE CASCADE
);
CREATE INDEX account_identity ON auth.account USING btree ("userId");
CREATE UNIQUE INDEX account_key ON auth.account USING btree ("providerId", "accountId");
grant delete, insert, select, update on auth.account to allot_auth;

create table auth.membership (
  identity_id text not null,
  tenant_id uuid not null,
  user_id uuid not null,
  email text not null,
  created_at timestamp with time zone not null default now(),
  constraint membership_pkey PRIMARY KEY (tenant_id, user_id),
  constraint membership_identity_id_key UNIQUE (identity_id),
  constraint membership_identity_id_fkey FOREIGN KEY (identity_id) REFERENCES auth."user"(id) ON DELETE CASCADE,
  constraint membership_email_check CHECK (((length(email) >= 3) AND (length(email) <= 320)))
);
CREATE INDEX membership_email ON auth.membership USING btree (email, created_at);
grant delete, insert, select, update on auth.membership to allot_auth;

create table auth.session (
  id text not null,
  "expiresAt" timestamp with time zone not null,
  token text not null,
  "createdAt" timestamp with time zone not null default now(),
  "updatedAt" timestamp with time zone not null default now(),
  "ipAddress" text,
  "userAgent" text,
  "userId" text not null,
  constraint session_pkey PRIMARY KEY (id),
  constraint session_token_key UNIQUE (token),
  constraint "session_userId_fkey" FOREIGN KEY ("userId") REFERENCES auth."user"(id) ON DELETE CASCADE,
  constraint session_token_check CHECK ((token ~ '^[0-9a-f]{64}$'::text))
);
CREATE INDEX session_expiry ON auth.session USING btree ("expiresAt");
CREATE INDEX session_identity ON auth.session USING btree ("userId");
grant delete, insert, select, update on auth.session to allot_auth;

create table auth.sign_in_link (
  code_hash bytea not null,
  tenant_id uuid not null,
  user_id uuid not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  created_at timestamp with time zone not null default now(),
  constraint sign_in_link_pkey PRIMARY KEY (code_hash),
  constraint sign_in_link_code_hash_check CHECK ((length(code_hash) = 32))
);
CREATE INDEX sign_in_link_expiry ON auth.sign_in_link USING btree (expires_at);
grant delete, insert, select, update on auth.sign_in_link to allot_auth;

create table auth.throttle (
  key character varying(255) not null,
  points integer not null default 0,
  expire bigint,
  constraint throttle_pkey PRIMARY KEY (key)
);
grant delete, insert, select, update on auth.throttle to allot_auth;

create table auth."user" (
  id text not null,
  name text not null,
  email text not null,
  "emailVerified" boolean not null default false,
  image text,
  "createdAt" timestamp with time zone not null default now(),
  "updatedAt" timestamp with time zone not null default now(),
  constraint user_pkey PRIMARY KEY (id),
  constraint user_email_key UNIQUE (email)
);
grant delete, insert, select, update on auth."user" to allot_auth;

create table auth.verification (
  id text not null,
  identifier text not null,
  value text not null,
  "expiresAt" timestamp with time zone not null,
  "createdAt" timestamp with time zone not null default now(),
  "updatedAt" timestamp with time zone not null default now(),
  constraint verification_pkey PRIMARY KEY (id)
);
CREATE INDEX verification_identifier ON auth.verification USING btree (identifier);
grant delete, insert, select, update on auth.verification to allot_auth;

create schema worker;

grant create, usage on schema worker to allot_worker;
