import pg from 'pg'
import type { Connection } from '../../../server/src/platform/database.ts'
import { drive } from '../load.ts'
import type { Asker, Load } from '../load.ts'

/** Whose approvals a reference writes. */
export type Approver = { tenantId: string; approverId: string }
/** A registration of an event, to be approved. */
export type Pending = { eventId: string; id: string }

/**
 * The floor: one approval is one statement, a function that locks, looks, and writes everything in SQL: registration,
 * counters, ledger and audit trail with their hashes, and the answer under its key where there is one. It runs as the
 * server's role, under the same policies; its plans are kept by each connection.
 */
export async function createApproveFunction(owner: pg.Client): Promise<void> {
  await owner.query('create schema bench')
  await owner.query('grant usage on schema bench to allot_app')
  await owner.query(approveFunction)
}

/** @param claim a key under which the answer is kept; null where the call is the whole request */
export async function approveByFunction(
  client: pg.ClientBase | pg.Pool,
  { tenantId, approverId }: Approver,
  { eventId, id }: Pending,
  claim: string | null,
): Promise<Record<string, unknown> | null> {
  const { rows } = await client.query<{ answer: Record<string, unknown> | null }>({
    name: 'approve',
    text: 'select bench.approve($1, $2, $3, $4, $5) as answer',
    values: [tenantId, eventId, id, approverId, claim],
  })
  return rows[0]?.answer ?? null
}

/**
 * Approves straight in the database for some seconds, one after the other on each of the connections. They have every
 * plan before the clock starts, from an approval that is not counted.
 */
export async function approveAtFloor(
  connection: Connection,
  count: number,
  approver: Approver,
  seconds: number,
  next: () => Pending | undefined,
): Promise<Load> {
  const session = { ...connection, application_name: 'floor', options: '-c plan_cache_mode=force_generic_plan' }
  const clients = Array.from({ length: count }, () => new pg.Client(session))
  const askers = clients.map((client): Asker<Pending> => async (pending) => {
    const answer = await approveByFunction(client, approver, pending, null)
    return answer?.['id'] === pending.id ? 'approved' : 'refused'
  })
  try {
    await Promise.all(clients.map((client) => client.connect()))
    const warmUp = async (ask: Asker<Pending>) => {
      const pending = next()
      if (pending) await ask(pending)
    }
    await Promise.all(askers.map(warmUp))
    return await drive(askers, seconds, next, 'approved')
  } finally {
    await Promise.all(clients.map((client) => client.end()))
  }
}

/** The texts that are hashed are put together as `JSON.stringify` does it: the books are recomputed afterwards. */
const approveFunction = `
create function bench.approve(tenant uuid, event uuid, registration uuid, approver uuid, claim text) returns json
language plpgsql as $$
declare
  books event_books;
  wanted registrations;
  option event_options;
  slot pickup_slots;
  at timestamptz;
  instant text;
  balance bigint;
  detail text;
  ledger_link bytea;
  audit_link bytea;
  answer json;
begin
  perform set_config('allot.tenant_id', tenant::text, true);
  select * into strict books from event_books b where b.tenant_id = tenant and b.event_id = event for no key update;
  select * into strict wanted from registrations r
   where r.tenant_id = tenant and r.event_id = event and r.id = registration;
  select * into strict option from event_options o
   where o.tenant_id = tenant and o.event_id = event and o.id = wanted.event_option_id;
  select * into strict slot from pickup_slots s
   where s.tenant_id = tenant and s.event_id = event and s.id = wanted.preferred_slot_id;
  balance := books.budget_committed_minor + wanted.amount_minor;
  if wanted.status <> 'PENDING' or balance > books.budget_minor
    or option.committed_count >= option.total_available or slot.committed_count >= slot.capacity
  then return null;
  end if;

  at := date_trunc('milliseconds', clock_timestamp());
  instant := to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');
  ledger_link := sha256(books.ledger_hash || convert_to('["' || event || '",' || books.ledger_count + 1 || ',"' ||
    registration || '","COMMIT",' || wanted.amount_minor || ',' || balance || ',"' || approver || '","' || instant ||
    '"]', 'UTF8'));
  detail := '{"user_id":"' || wanted.user_id || '","event_option_id":"' || option.id || '","amount_minor":' ||
    wanted.amount_minor || ',"slot_id":"' || slot.id || '"}';
  audit_link := sha256(books.audit_hash || convert_to('["' || event || '",' || books.audit_count + 1 ||
    ',"registration.approved","' || registration || '","' || approver || '",null,"PENDING","APPROVED",' ||
    to_json(detail) || ',' || coalesce(to_json(claim)::text, 'null') || ',"' || instant || '"]', 'UTF8'));

  update registrations r
     set status = 'APPROVED', assigned_slot_id = slot.id, approved_at = at, approved_by = approver
   where r.tenant_id = tenant and r.event_id = event and r.id = registration;
  update event_options o
     set committed_count = committed_count + 1, pending_count = pending_count - 1,
         amount_committed_minor = amount_committed_minor + wanted.amount_minor
   where o.tenant_id = tenant and o.event_id = event and o.id = option.id;
  update pickup_slots s set committed_count = committed_count + 1, pending_count = pending_count - 1
   where s.tenant_id = tenant and s.event_id = event and s.id = slot.id;
  update event_books b
     set budget_committed_minor = balance, pending_minor = pending_minor - wanted.amount_minor,
         pending_count = pending_count - 1, approved_count = approved_count + 1,
         ledger_count = ledger_count + 1, ledger_hash = ledger_link,
         audit_count = audit_count + 1, audit_hash = audit_link
   where b.tenant_id = tenant and b.event_id = event;
  insert into ledger_entries (tenant_id, event_id, entry_no, registration_id, kind, amount_minor, balance_minor,
    actor_id, created_at, previous_hash, hash)
  values (tenant, event, books.ledger_count + 1, registration, 'COMMIT', wanted.amount_minor, balance, approver, at,
    books.ledger_hash, ledger_link);
  insert into audit_entries (tenant_id, scope_id, entry_no, action, subject_id, actor_id, from_status, to_status,
    detail, idempotency_key, created_at, previous_hash, hash)
  values (tenant, event, books.audit_count + 1, 'registration.approved', registration, approver, 'PENDING',
    'APPROVED', detail::json, claim, at, books.audit_hash, audit_link);

  answer := json_build_object('id', registration, 'event_id', event, 'user_id', wanted.user_id,
    'event_option_id', option.id, 'status', 'APPROVED', 'amount_committed', wanted.amount_minor,
    'assigned_pickup_slot', slot.label, 'created_at', wanted.created_at, 'approved_at', at, 'approved_by', approver);
  if claim is not null then
    insert into idempotency_keys (tenant_id, caller_id, operation, key, request_hash, status, answer)
    values (tenant, approver, 'decideRegistration', claim, sha256(convert_to(registration::text, 'UTF8')), 200,
      convert_to(answer::text, 'UTF8'));
  end if;
  return answer;
end $$`
