-- The books of an event are closed when it is over: what nobody collected is returned, or written off.

alter table event_books
  -- Nothing of the event changes from then on, until the books are opened again.
  add column closed_at timestamptz,
  add column closed_by uuid,
  add constraint closed_by_somebody check ((closed_at is null) = (closed_by is null));

alter table registrations
  -- What became of what was approved and not collected. RETURNED gives money and stock back; WRITTEN_OFF is spent all the same.
  add column settled_as text check (settled_as in ('RETURNED', 'WRITTEN_OFF'));
-- This is also what keeps anybody from collecting, cancelling or rejecting it once the books are closed.
alter table registrations
  add constraint settled_is_uncollected check (settled_as is null or (status = 'APPROVED' and collected_at is null)) not valid;
alter table registrations validate constraint settled_is_uncollected;

alter table ledger_entries
  drop constraint ledger_entries_kind_check,
  drop constraint ledger_entries_check,
  add constraint ledger_entries_kind_check check (kind in ('COMMIT', 'RELEASE', 'RETURN', 'WRITE_OFF', 'RESTORE')) not valid,
  add constraint ledger_entries_signs check (case
    when kind in ('COMMIT', 'RESTORE') then amount_minor >= 0
    when kind = 'WRITE_OFF' then amount_minor = 0
    else amount_minor <= 0 end) not valid;
alter table ledger_entries
  validate constraint ledger_entries_kind_check,
  validate constraint ledger_entries_signs;
