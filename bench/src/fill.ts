import type pg from 'pg'
import { createApiKey, createUser } from '../../server/src/accounts/change-user.ts'
import { createEvent } from '../../server/src/events/change-event.ts'
import type { EventKey } from '../../server/src/events/books.sql.ts'
import { createOption } from '../../server/src/options/change-option.ts'
import type { Actor } from '../../server/src/platform/actor.ts'
import { newId } from '../../server/src/platform/ids.ts'
import { newApiKey, sha256 } from '../../server/src/platform/secrets.ts'
import type { Ask, Services } from '../../server/src/registrations/ask.ts'
import { decideBatch } from '../../server/src/registrations/decide.ts'
import { createSlot } from '../../server/src/slots/change-slot.ts'
import { createTenant } from '../../server/src/tenants/change-tenant.ts'

/** Somebody with an API key. */
export type Keyed = { userId: string; key: string }

/** A tenant with those who decide and those who ask; everybody has a key of their own. */
export type World = { tenantId: string; organizer: Actor & Keyed; approvers: (Actor & Keyed)[]; people: Keyed[] }

export type FilledEvent = EventKey & {
  optionIds: string[]
  /** What waits for a decision, oldest first. */
  pendingIds: string[]
}

export const OPTIONS = 4
export const SLOTS = 10
export const PRICE = 25
const ENOUGH = 1_000_000

/** Makes a tenant; the people and their keys are written by the owner in one statement each. */
export async function fillTenant(owner: pg.Client, services: Services, people: number): Promise<World> {
  const tenantId = newId()
  const staff = await services.db.transaction(tenantId, async (tx) => {
    await createTenant(tx, tenantId, { name: 'Bench', currency: 'EUR', timezone: 'UTC' })
    const staff: (Actor & Keyed)[] = []
    for (const [index, role] of (['organizer', ...Array<'approver'>(8).fill('approver')] as const).entries()) {
      const email = `${role}.${index}@bench.example.org`
      const { id: userId, name } = await createUser(tx, tenantId, null, { email, name: `${role} ${index}`, role })
      const { id: apiKeyId, key } = await createApiKey(tx, tenantId, null, { user_id: userId, name: 'bench' })
      staff.push({ tenantId, userId, name, role, via: 'key', apiKeyId, rateLimitPerMinute: null, key })
    }
    return staff
  })
  const [organizer, ...approvers] = staff
  if (!organizer) throw new Error('nobody organises')

  const members = Array.from({ length: people }, () => ({ userId: newId(), key: newApiKey(tenantId) }))
  const userIds = members.map(({ userId }) => userId)
  await writePeople(
    owner,
    `insert into users (tenant_id, id, email, name, role)
     select $1, id, 'person.' || nr || '@bench.example.org', 'Person ' || nr, 'member'
       from unnest($2::uuid[]) with ordinality as person (id, nr) returning *`,
    [tenantId, userIds],
  )
  await owner.query(
    `insert into api_keys (tenant_id, id, user_id, name, key_hash)
     select $1, uuidv7(), user_id, 'bench', key_hash from unnest($2::uuid[], $3::bytea[]) as key (user_id, key_hash)`,
    [tenantId, userIds, members.map(({ key }) => sha256(key))],
  )
  return { tenantId, organizer, approvers, people: members }
}

const names = (list: string) => `('{${list}}'::text[])`
const givenNames = names(
  'Nadia,Olga,Priya,Quentin,Rosa,Sven,Tomas,Ursula,Viktor,Wanda,Xenia,Yusuf,Zoe,Abel,Bea,Carl,Dora,Emil,Fay,Gus',
)
const familyNames = names(
  'Larsen,Moreau,Novak,Okafor,Petrov,Quist,Raman,Silva,Tanaka,Ueda,Varga,Weiss,Xu,Yilmaz,Zhou,Ames',
)

/** What `words_of` says of these, whose names and departments are two words each: it takes far longer to look for them. */
const wordsOfMore = `(
  values (false, lower(p.name)), (false, split_part(lower(p.name), ' ', 2)),
         (false, p.email), (false, substr(p.email, 6)), (false, 'bench.example.org'), (false, 'example.org'), (false, 'org'),
         (true, lower(p.department)), (true, split_part(lower(p.department), ' ', 2)))`

/** More people, without keys, in twenty departments: for events that are larger than anybody asks for at once. */
export async function addPeople(owner: pg.Client, tenantId: string, count: number): Promise<{ userId: string }[]> {
  return writePeople(
    owner,
    `insert into users (tenant_id, id, email, name, role, department)
     select $1, uuidv7(), 'more.' || nr || '@bench.example.org',
            ${givenNames}[1 + nr / 3 % 20] || ' ' || ${familyNames}[1 + nr / 60 % 16], 'member', 'Department ' || nr / 7 % 20
       from generate_series(1, $2::integer) as nr returning *`,
    [tenantId, count],
    wordsOfMore,
  )
}

/** Writes people and, all at once, the words they are found by: as each is written that takes several times as long. */
async function writePeople(
  owner: pg.Client,
  insert: string,
  parameters: unknown[],
  words = 'words_of(p.name, p.email, p.department)',
): Promise<{ userId: string }[]> {
  await owner.query('set session_replication_role = replica')
  const { rows } = await owner.query<{ userId: string }>(
    `with people as (${insert}),
          words as (
            insert into person_words (tenant_id, user_id, is_department, word)
            select p.tenant_id, p.id, w.is_department, w.word
              from people p, lateral ${words} as w (is_department, word) order by 3, 4)
     select id as "userId" from people order by id`,
    parameters,
  )
  await owner.query('reset session_replication_role')
  return rows
}

/** How large an event is. */
export type EventSize = {
  registrations: number
  /** How many of those that wait are approved; these go the server's own way, so that the chains are right. */
  approved?: number
  /** One in ten registrations is rejected and one in ten cancelled; otherwise all of them wait. */
  isMixed?: boolean
  /** What there is of each option, and in each slot; left out, more than anybody asks for. */
  stock?: readonly number[]
  capacity?: readonly number[]
}

type Fillers = Omit<World, 'people'> & { people: readonly { userId: string }[] }

/** Makes an event of any size: four options, ten slots, more budget than anybody asks for. */
export async function fillEvent(
  owner: pg.Client,
  services: Services,
  world: Fillers,
  size: EventSize,
): Promise<FilledEvent> {
  const { key, optionIds } = await writeEvent(owner, services, world, size)
  const { rows } = await owner.query<{ id: string }>(
    "select id from registrations where tenant_id = $1 and event_id = $2 and status = 'PENDING' order by id",
    [key.tenantId, key.eventId],
  )
  const waiting = rows.map(({ id }) => id)
  const { approved = 0 } = size
  await approveAll(services, world, key, waiting.slice(0, approved))
  await owner.query('vacuum analyze')
  return { ...key, optionIds, pendingIds: waiting.slice(approved) }
}

/** Writes an event with its registrations, and counts them into its books; nobody is approved. */
export async function writeEvent(
  owner: pg.Client,
  services: Services,
  world: Fillers,
  size: EventSize,
): Promise<{ key: EventKey; optionIds: string[] }> {
  const { registrations, isMixed = false } = size
  const { key, optionIds, slotIds } = await createEmptyEvent(services, world, size)
  const people = Math.ceil(registrations / OPTIONS)
  if (people > world.people.length) throw new Error(`${people} people are needed, there are ${world.people.length}`)
  const ids = [key.tenantId, key.eventId]
  // What is written refers to nothing that is not there; asking so for each of 100,000 rows takes most of the time.
  await owner.query('set session_replication_role = replica')
  await owner.query(
    `insert into registrations (tenant_id, event_id, id, user_id, event_option_id, status, amount_minor,
       preferred_slot_id, qr_hash, created_at, created_by)
     select $1, $2, uuidv7(), person.id, ($4::uuid[])[1 + nr % ${OPTIONS}],
            case when $7 and nr % 10 = 3 then 'REJECTED' when $7 and nr % 10 = 7 then 'CANCELLED' else 'PENDING' end,
            ${PRICE * 100}, ($5::uuid[])[1 + nr % ${SLOTS}], sha256(uuid_send(gen_random_uuid())), now(), person.id
       from generate_series(0, $6::integer - 1) as nr
       join unnest($3::uuid[]) with ordinality as person (id, place) on person.place = 1 + nr / ${OPTIONS}
      order by nr`,
    [...ids, world.people.slice(0, people).map(({ userId }) => userId), optionIds, slotIds, registrations, isMixed],
  )
  await owner.query('reset session_replication_role')
  for (const count of counts) await owner.query(count, ids)
  return { key, optionIds }
}

export async function createEmptyEvent(
  { db }: Services,
  { tenantId, organizer }: Fillers,
  { stock, capacity }: Omit<EventSize, 'registrations'>,
) {
  return db.transaction(tenantId, async (tx) => {
    const { event } = await createEvent(tx, organizer, {
      name: 'Rush',
      event_type: 'OTHER',
      event_budget_amount: PRICE * ENOUGH,
      registration_limit: 'one_per_option',
      pickup_slot_capacity: ENOUGH,
      published: true,
    })
    const key = { tenantId, eventId: event.id }
    const optionIds: string[] = []
    const slotIds: string[] = []
    for (let nr = 1; nr <= OPTIONS; nr += 1) {
      const { option } = await createOption(tx, organizer, key, {
        option_name: `Gift ${nr}`,
        option_type: 'INVENTORY',
        total_available: stock?.[nr - 1] ?? ENOUGH,
        cost_per_unit: PRICE,
      })
      optionIds.push(option.id)
    }
    for (let nr = 1; nr <= SLOTS; nr += 1) {
      const wish = { label: `Desk ${nr}`, capacity: capacity?.[nr - 1] ?? null }
      slotIds.push((await createSlot(tx, organizer, key, wish)).slot.id)
    }
    return { key, optionIds, slotIds }
  })
}

async function approveAll(services: Services, { approvers }: Fillers, key: EventKey, ids: string[]): Promise<void> {
  const [actor] = approvers
  if (!actor) throw new Error('nobody approves')
  for (let from = 0; from < ids.length; from += 1_000) {
    const asks = ids.slice(from, from + 1_000).map((registrationId): Ask => {
      return { question: { kind: 'decide', registrationId, to: 'APPROVED' }, actor, claim: undefined, requestId: '' }
    })
    const answers = await decideBatch(services, key, asks)
    if (answers.some(({ status }) => status !== 200)) throw new Error('an approval failed while filling')
  }
}

const counts = [
  `update event_books b
      set pending_minor = c.asked, pending_count = c.pending, rejected_count = c.rejected, cancelled_count = c.cancelled,
          registered_users_count = c.people
     from (select coalesce(sum(amount_minor) filter (where status = 'PENDING'), 0) as asked,
                  count(*) filter (where status = 'PENDING') as pending,
                  count(*) filter (where status = 'REJECTED') as rejected,
                  count(*) filter (where status = 'CANCELLED') as cancelled,
                  count(distinct user_id) filter (where status = 'PENDING') as people
             from registrations where tenant_id = $1 and event_id = $2) c
    where b.tenant_id = $1 and b.event_id = $2`,
  `update event_options o set pending_count = c.pending
     from (select event_option_id as id, count(*) as pending from registrations
            where tenant_id = $1 and event_id = $2 and status = 'PENDING' group by 1) c
    where o.tenant_id = $1 and o.event_id = $2 and o.id = c.id`,
  `update pickup_slots s set pending_count = c.pending
     from (select preferred_slot_id as id, count(*) as pending from registrations
            where tenant_id = $1 and event_id = $2 and status = 'PENDING' group by 1) c
    where s.tenant_id = $1 and s.event_id = $2 and s.id = c.id`,
]
