-- People who wait for room. A WAITLISTED registration holds nothing; whoever comes up was promised their share, and holds
-- it until they are decided on.

alter table events
  add column waitlist_is_open boolean not null default true,
  add column waitlist_order text not null default 'first_come'
    check (waitlist_order in ('first_come', 'priority', 'lottery')),
  add column waitlist_promotion text not null default 'automatic' check (waitlist_promotion in ('automatic', 'offer')),
  add column waitlist_offer_hours integer not null default 24 check (waitlist_offer_hours between 1 and 720),
  -- Nobody is shown the seed before it is drawn; that it was there before is what its commitment proves.
  add column lottery_seed bytea check (length(lottery_seed) = 32),
  add column lottery_commitment bytea check (length(lottery_commitment) = 32),
  add column lottery_drawn_at timestamptz,
  add constraint lottery_is_committed check ((lottery_seed is null) = (lottery_commitment is null) and (lottery_drawn_at is null or lottery_seed is not null));

alter table event_books
  add column waitlisted_count integer not null default 0 check (waitlisted_count >= 0),
  -- How much of pending_minor is promised to people who waited.
  add column promised_minor bigint not null default 0 check (promised_minor >= 0),
  -- The number of whoever joined last.
  add column waitlist_last_no bigint not null default 0 check (waitlist_last_no >= 0),
  -- When something happens by itself: an offer runs out, a lottery is drawn, more come up than one transaction does.
  add column waitlist_due_at timestamptz;
create index event_books_due on event_books (tenant_id, waitlist_due_at) where waitlist_due_at is not null;

-- pending_count of an option and of a slot counts what is offered as well: it is asked for.
alter table event_options
  add column promised_count integer not null default 0 check (promised_count >= 0),
  add column waiting_count integer not null default 0 check (waiting_count >= 0);
alter table pickup_slots add column promised_count integer not null default 0 check (promised_count >= 0);

alter table registrations
  drop constraint registrations_status_check,
  add constraint registrations_status_check
    check (status in ('WAITLISTED', 'PENDING', 'APPROVED', 'REJECTED', 'CANCELLED')),
  -- Came up from the waitlist: holds its share whatever the event's policy, until it is decided.
  add column is_promised boolean not null default false,
  add column offered_at timestamptz,
  add column offer_expires_at timestamptz,
  -- Of the token in the link of an offer, which is never stored itself.
  add column offer_hash bytea check (length(offer_hash) = 32),
  add constraint promise_is_undecided check (not is_promised or status in ('WAITLISTED', 'PENDING')),
  add constraint offer_is_promised check ((offer_expires_at is not null) = (status = 'WAITLISTED' and is_promised)),
  add constraint waiting_is_unapproved check (status <> 'WAITLISTED' or approved_at is null);
create unique index registrations_offer on registrations (tenant_id, offer_hash) where offer_hash is not null;
create index registrations_offer_ends on registrations (tenant_id, event_id, offer_expires_at)
  where offer_expires_at is not null;

-- What somebody on the waitlist would take: one row for each wish, each with the place of its registration in the list.
create table waitlist_wishes (
  tenant_id uuid not null,
  event_id uuid not null,
  registration_id uuid not null,
  wish_no smallint not null check (wish_no > 0),
  event_option_id uuid not null,
  user_id uuid not null,
  -- The higher priority comes up first, and of the same priority the lower rank.
  priority integer not null default 0 check (priority between 0 and 1000),
  rank bigint not null,
  -- Which number they were in joining: what ranks are made of again when the order of the event changes.
  joined_no bigint not null check (joined_no > 0),
  -- Still to come up.
  is_waiting boolean not null default true,
  -- Waiting, or offered and not answered yet.
  is_open boolean not null default true,
  primary key (tenant_id, event_id, registration_id, wish_no),
  foreign key (tenant_id, event_id, registration_id) references registrations (tenant_id, event_id, id),
  foreign key (tenant_id, event_id, event_option_id) references event_options (tenant_id, event_id, id),
  check (is_open or not is_waiting)
);
-- Nobody waits twice for one option.
create unique index waitlist_wishes_once on waitlist_wishes (tenant_id, event_id, user_id, event_option_id) where is_open;
create index waitlist_wishes_turn on waitlist_wishes (tenant_id, event_id, event_option_id, priority desc, rank)
  where is_waiting;
create index waitlist_wishes_list on waitlist_wishes (tenant_id, event_id, priority desc, rank)
  where is_waiting and wish_no = 1;

alter table waitlist_wishes enable row level security;
alter table waitlist_wishes force row level security;
create policy tenant_only on waitlist_wishes using (tenant_id = (select current_tenant_id()))
  with check (tenant_id = (select current_tenant_id()));
