-- How each person likes the screens. It changes nothing but what they see, and leaves no trace in the audit trail.
alter table users
  -- null is whatever the browser asks for.
  add column language text check (language in ('en', 'de')),
  add column theme text not null default 'auto' check (theme in ('light', 'dark', 'auto')),
  add column single_letter_keys boolean not null default true;
