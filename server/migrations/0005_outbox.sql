-- What changed is told from the audit trail: up to which entry of each chain that has been done. `scope_id` is an event, or
-- the tenant itself. A chain without a row has not been told of at all.
create table outbox_cursors (
  tenant_id uuid not null,
  scope_id uuid not null,
  told_no bigint not null check (told_no >= 0),
  primary key (tenant_id, scope_id)
) with (fillfactor = 50);

-- Nobody is told about the past. The owner of the tables need not be a superuser, and is bound by the policies like everybody
-- else: for these statements it is not.
alter table tenants no force row level security;
alter table event_books no force row level security;
insert into outbox_cursors (tenant_id, scope_id, told_no)
  select tenant_id, event_id, audit_count from event_books where audit_count > 0
  union all
  select id, id, audit_count from tenants where audit_count > 0;
alter table event_books force row level security;
alter table tenants force row level security;

-- What people are told. A row is one message to one person by one channel; its task only says that it is due.
create table notices (
  tenant_id uuid not null,
  id uuid not null,
  kind text not null check (kind ~ '^[a-z_]{1,50}$'),
  channel text not null check (channel in ('mail', 'inbox')),
  user_id uuid not null,
  event_id uuid,
  registration_id uuid,
  -- What it comes from: an entry of the trail, or the day of a reminder. Told twice, it is written once.
  origin text not null check (length(origin) between 1 and 200),
  -- The number of its entry: of one person, about one registration, messages go in this order.
  order_no bigint not null default 0,
  -- What it says, as it was then.
  facts json not null,
  -- The text it is sent with, from the first attempt on; null is what Allot brings along.
  template_id uuid,
  language text check (language in ('en', 'de')),
  status text not null check (status in ('WAITING', 'KEPT', 'DONE', 'FAILED')),
  attempts integer not null default 0 check (attempts >= 0),
  -- How many there were when somebody last said to try it again.
  attempts_before integer not null default 0 check (attempts_before between 0 and attempts),
  next_attempt_at timestamptz not null default now(),
  -- The attempt under way, and until when nobody else may begin one.
  taken_by uuid,
  taken_until timestamptz,
  last_error text check (length(last_error) <= 1000),
  read_at timestamptz,
  created_at timestamptz not null default now(),
  done_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, origin, user_id, kind, channel),
  foreign key (tenant_id, user_id) references users (tenant_id, id),
  foreign key (tenant_id, event_id) references events (tenant_id, id),
  check ((done_at is not null) = (status = 'DONE'))
) with (fillfactor = 70);
create index notices_due on notices (tenant_id, next_attempt_at) where status = 'WAITING';
create index notices_in_order on notices (tenant_id, registration_id, user_id, order_no) where status = 'WAITING';
create index notices_inbox on notices (tenant_id, user_id, id) where channel = 'inbox';
create index notices_unread on notices (tenant_id, user_id, id) where channel = 'inbox' and read_at is null;
create index notices_status on notices (tenant_id, status, id);
create index notices_age on notices (tenant_id, created_at);

create table notice_attempts (
  tenant_id uuid not null,
  notice_id uuid not null,
  attempt_no integer not null check (attempt_no > 0),
  started_at timestamptz not null,
  milliseconds integer not null check (milliseconds >= 0),
  outcome text not null check (outcome in ('SENT', 'TRY_AGAIN', 'FAILED')),
  answer text check (length(answer) <= 1000),
  primary key (tenant_id, notice_id, attempt_no),
  foreign key (tenant_id, notice_id) references notices (tenant_id, id) on delete cascade
);

-- What somebody wants to get, where it is not what everybody gets.
create table notice_choices (
  tenant_id uuid not null,
  user_id uuid not null,
  kind text not null check (kind ~ '^[a-z_]{1,50}$'),
  mail boolean not null,
  inbox boolean not null,
  primary key (tenant_id, user_id, kind),
  foreign key (tenant_id, user_id) references users (tenant_id, id)
);

-- Texts of their own. One that is replaced stays: a message that was sent with it can be read as it was.
create table notice_templates (
  tenant_id uuid not null,
  id uuid not null,
  event_id uuid,
  kind text not null check (kind ~ '^[a-z_]{1,50}$'),
  language text not null check (language in ('en', 'de')),
  subject text not null check (length(subject) between 1 and 200),
  body text not null check (length(body) between 1 and 5000),
  created_by uuid not null,
  created_at timestamptz not null default now(),
  replaced_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, event_id) references events (tenant_id, id),
  foreign key (tenant_id, created_by) references users (tenant_id, id)
);
create unique index notice_templates_in_use on notice_templates (tenant_id, event_id, kind, language)
  nulls not distinct where replaced_at is null;

create table tenant_notice_settings (
  tenant_id uuid not null references tenants (id),
  language text not null default 'en' check (language in ('en', 'de')),
  reply_to text check (length(reply_to) <= 320),
  is_mail_paused boolean not null default false,
  primary key (tenant_id)
);

-- An event without a row has these defaults.
create table event_notice_settings (
  tenant_id uuid not null,
  event_id uuid not null,
  event_reminder_hours integer default 24 check (event_reminder_hours between 1 and 720),
  pickup_reminder_hours integer default 2 check (pickup_reminder_hours between 1 and 720),
  promised_days integer default 5 check (promised_days between 1 and 365),
  budget_threshold_percent integer default 90 check (budget_threshold_percent between 1 and 100),
  -- Whether that has been passed, and told.
  is_threshold_told boolean not null default false,
  primary key (tenant_id, event_id),
  foreign key (tenant_id, event_id) references events (tenant_id, id)
);
create index events_soon on events (tenant_id, event_date) where is_active and event_date is not null;
create index slots_soon on pickup_slots (tenant_id, starts_at) where is_active and starts_at is not null;

do $$
declare name text;
begin
  foreach name in array array['outbox_cursors', 'notices', 'notice_attempts', 'notice_choices', 'notice_templates',
    'tenant_notice_settings', 'event_notice_settings']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy tenant_only on %I using (tenant_id = (select current_tenant_id()))
      with check (tenant_id = (select current_tenant_id()))', name);
  end loop;
end $$;

-- What is timed or repeated: pg-boss makes its own tables here, as a role that sees nothing else. They hold ids, and nothing
-- that a tenant says.
create schema worker;
