-- What keeps lists fast in events of a million registrations; docs/operating/performance.md says which list walks what.

-- Searching people. Row-level security is checked before any condition that might give away what it sees, and an index
-- can serve only conditions that cannot: comparing text can, `like` and trigrams cannot. Hence the beginnings of words
-- as rows: whatever begins at a word is found as a range of them.

-- `anna.berg@corp.example` begins at anna, berg, corp and example. What is neither blank nor punctuation of ASCII is a
-- letter, whatever the language of the database; scripts that leave no blanks between words begin one with each sign.
create function beginnings_of(said text) returns setof text language sql immutable parallel safe
begin atomic
  select left(substr(lower(said), place), 100)
    from generate_series(1, length(said)) as place
   where substr(said, place, 1) !~ '[\s!-/:-@[-`{-~]'
     and (place = 1 or substr(said, place - 1, 1) ~ '[\s!-/:-@[-`{-~]' or ascii(substr(said, place, 1)) >= 11904);
end;

create function words_of(name text, email text, department text, out is_department boolean, out word text)
  returns setof record language sql immutable parallel safe
begin atomic
  select false, beginnings_of(name) union select false, beginnings_of(email) union select true, beginnings_of(department);
end;

create table person_words (
  tenant_id uuid not null,
  -- Departments by themselves: people are searched by them, registrations are not.
  is_department boolean not null,
  -- In lower case, ordered by bytes, so that all that begin with a text are one range.
  word text collate "C" not null,
  user_id uuid not null,
  primary key (tenant_id, is_department, word, user_id),
  foreign key (tenant_id, user_id) references users (tenant_id, id)
);
alter table person_words enable row level security;
alter table person_words force row level security;
create policy tenant_only on person_words using (tenant_id = (select current_tenant_id()))
  with check (tenant_id = (select current_tenant_id()));

create function index_added_people() returns trigger language plpgsql as $$
begin
  insert into person_words (tenant_id, user_id, is_department, word)
  select p.tenant_id, p.id, w.is_department, w.word from added p, words_of(p.name, p.email, p.department) w;
  return null;
end $$;

create function index_changed_people() returns trigger language plpgsql as $$
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
end $$;

create trigger users_added after insert on users referencing new table as added
  for each statement execute function index_added_people();
create trigger users_changed after update on users referencing old table as before new table as after
  for each statement execute function index_changed_people();

-- The owner of the tables need not be a superuser, and is bound by the policies like everybody else: for this it is not.
alter table users no force row level security;
alter table person_words no force row level security;
insert into person_words (tenant_id, user_id, is_department, word)
select u.tenant_id, u.id, w.is_department, w.word from users u, words_of(u.name, u.email, u.department) w;
alter table person_words force row level security;
alter table users force row level security;

-- Who is in a department that few are in.
create index users_department on users (tenant_id, department, id);

-- Who has waited for so many days: ids are made at the moment of asking, and sort by it, so that an instant is a place
-- in every index that ends in the id. Rows of which that is not true, if there are any, stand in an index of their own;
-- it is nearly always empty, and costs approvals nothing.
-- Ids that were made until an instant, or a minute later, are below what this returns.
create function end_of_ids(instant timestamptz) returns uuid
  language sql immutable parallel safe
  return (lpad(to_hex((date_part('epoch', instant at time zone 'UTC') * 1000)::bigint + 60000), 12, '0')
    || '00000000000000000000')::uuid;

create index registrations_backdated on registrations (tenant_id, event_id, created_at)
  where id >= end_of_ids(created_at);

-- The list of events: newest first, of those that are active or of those that are archived. What is searched is made
-- once for each event, and not for each search.
alter table events add column searched text generated always as (lower(name || ' ' || coalesce(venue, ''))) stored;
create index events_list on events (tenant_id, is_active, id) include (published);
