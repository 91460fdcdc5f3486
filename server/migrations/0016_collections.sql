-- What an answer to a scan said beside its outcome, so that the same nonce is told the same: times, and what stood in the way.
alter table scans add column detail json;

-- The slot they came in, which does not change once they have collected: how far a slot is, is counted here. The same on
-- registrations would keep an approval from staying where its row is.
alter table collections add column slot_id uuid;
alter table collections add foreign key (tenant_id, event_id, slot_id) references pickup_slots (tenant_id, event_id, id);
create index collections_slot on collections (tenant_id, event_id, slot_id) where undone_at is null;
