import { decideAll } from '@allot/core'
import type { Actor as RuleActor, AllocationRequest } from '@allot/core'
import type { EventKey } from '../events/books.sql.ts'
import type { EventWithMoney } from '../events/events.sql.ts'
import { canSeeEvent } from '../events/find-event.ts'
import type { Actor } from '../platform/actor.ts'
import type { Tx } from '../platform/database.ts'
import { keyReused, readAnswer } from '../platform/idempotency.ts'
import type { Claim } from '../platform/idempotency.ts'
import { idsAt } from '../platform/ids.ts'
import { Problem } from '../platform/problem.ts'
import { hasPermission } from '../platform/roles.ts'
import type { Secrets } from '../platform/secrets.ts'
import { answerTo } from './answer.ts'
import { refused } from './ask.ts'
import type { Ask, Case, Given, Scene, Services } from './ask.ts'
import { addAnswers, addDecisions, inOrderOf, nothingToWrite, save } from './save-decisions.ts'
import type { Writes } from './save-decisions.ts'
import { lockFreeSnapshots, lockSnapshot } from './snapshot.sql.ts'
import type { InEvent, LockedRows, SnapshotRows, Wanted } from './snapshot.sql.ts'
import { proposeSlots, snapshotOf } from './snapshot.ts'
import { withWaiting } from './waiting.ts'

/** Asks about one event, in the order in which they are decided. */
export type EventAsks = { eventId: string; asks: readonly Ask[] }

/**
 * Decides a batch of asks about one event, in order, in one transaction; each gets its own answer.
 *
 * @param at the instant at which they are decided; left out, the database's own time, read under the lock
 * @returns the answers, in the order of the asks
 * @throws Problem where the database cannot be used now: then nothing has happened, and trying again is safe
 */
export function decideBatch(
  { db, secrets }: Services,
  key: EventKey,
  asks: readonly Ask[],
  at?: Date,
): Promise<Given[]> {
  return db.transactionOnRows(key.tenantId, (tx) => decideWithin(tx, secrets, key, asks, at))
}

/**
 * Decides batches about several events of a tenant in one transaction: what each would pay for itself, they share. It
 * waits for nobody: an event that somebody else has locked is left for later.
 *
 * @returns the answers to each batch; undefined where its event is left for later
 * @throws Problem as `decideBatch` does
 */
export function decideTogether(
  { db, secrets }: Services,
  tenantId: string,
  batches: readonly EventAsks[],
): Promise<(Given[] | undefined)[]> {
  const eventIds = batches.map(({ eventId }) => eventId)
  return db.transactionOnRows(tenantId, async (tx) => {
    const free = await lockFreeSnapshots(tx, tenantId, eventIds, wantedOf(batches))
    const locked = await withAllWaiting(tx, tenantId, free, batches)
    const writes = nothingToWrite()
    const answers = batches.map(({ eventId, asks }) => {
      const rows = locked.get(eventId)
      return rows && decideOn(writes, secrets, { tenantId, eventId }, rows, asks)
    })
    save(tx, tenantId, writes)
    return answers
  })
}

/** The same as `decideBatch`, as a part of a transaction that does more. */
export async function decideWithin(
  tx: Tx,
  secrets: Secrets,
  key: EventKey,
  asks: readonly Ask[],
  at?: Date,
): Promise<Given[]> {
  const locked = await lockSnapshot(tx, key, wantedOf([{ eventId: key.eventId, asks }]))
  const rows = await withWaiting(tx, key, locked, personsOf(asks), { at, mayDraw: true })
  const writes = nothingToWrite()
  const answers = decideOn(writes, secrets, key, rows, asks, at)
  save(tx, key.tenantId, writes)
  return answers
}

/** Adds those who wait to what was read of each event; most often nobody does, and nothing is asked. */
async function withAllWaiting(
  tx: Tx,
  tenantId: string,
  locked: Map<string, LockedRows>,
  batches: readonly EventAsks[],
): Promise<Map<string, LockedRows>> {
  const waited = batches.filter(({ eventId }) => (locked.get(eventId)?.books?.waitlisted_count ?? 0) > 0)
  if (waited.length === 0) return locked
  const all = new Map(locked)
  for (const { eventId, asks } of waited) {
    const rows = locked.get(eventId)
    const key = { tenantId, eventId }
    if (rows) all.set(eventId, await withWaiting(tx, key, rows, personsOf(asks), { mayDraw: true }))
  }
  return all
}

/** Decides on what was read under the lock. */
function decideOn(
  writes: Writes,
  secrets: Secrets,
  key: EventKey,
  rows: LockedRows,
  asks: readonly Ask[],
  at?: Date,
): Given[] {
  const { books, event } = rows
  if (!books || !event) return asks.map(({ requestId }) => refused(new Problem('EVENT_NOT_FOUND'), requestId))

  const now = at ?? books.now
  const { early, open, twins } = sortOut(asks, event, rows, secrets)
  const proposed = proposeSlots(slotLabelsOf(open), rows, books, event)
  const snapshot = snapshotOf(rows, books, event, proposed)
  const decided = decideAll(snapshot, requestsOf(open, rows, now), now)

  const scene: Scene = {
    key,
    event,
    books,
    now,
    snapshot,
    rows: byId([...rows.registrations, ...(rows.waiting?.entries ?? []), ...(rows.waiting?.others ?? [])]),
    people: rows.people,
    slots: byId(rows.slots),
    askers: new Map(asks.map(({ actor }) => [actor.userId, actor.name])),
  }
  const cases: Case[] = []
  const changed = inOrderOf(scene, open, decided, (ask, decision, row) => {
    cases.push({ ask, decision, row, answer: answerTo(scene, ask, decision, row, secrets) })
  })
  addDecisions(
    writes,
    scene,
    changed,
    { ...decided, proposed, waiting: rows.waiting, isSettling: asks.length === 0 },
    secrets,
  )
  addAnswers(writes, cases, secrets)

  const answers = new Map<Ask, Given>(early)
  for (const { ask, answer } of cases) answers.set(ask, answer)
  for (const [ask, first] of twins) answers.set(ask, repeat(ask, first, answers.get(first)))
  return asks.map((ask) => answers.get(ask) ?? refused(new Problem('INTERNAL'), ask.requestId))
}

function byId<Row extends { id: string }>(rows: readonly Row[]): Map<string, Row> {
  return new Map(rows.map((row) => [row.id, row]))
}

/** What has to be read for batches. */
function wantedOf(batches: readonly EventAsks[]): Wanted {
  const claims = new Map<string, Claim>()
  const registrations: InEvent[] = []
  const givenUp: InEvent[] = []
  const people: InEvent[] = []
  const slots: Wanted['slots'][number][] = []
  let byOwner = false
  for (const { eventId, asks } of batches) {
    for (const { question, actor, claim } of asks) {
      if ('personId' in question) people.push({ eventId, id: question.personId })
      else registrations.push({ eventId, id: question.registrationId })
      if (question.kind === 'decide' && (question.to === 'REJECTED' || question.to === 'CANCELLED')) {
        givenUp.push({ eventId, id: question.registrationId })
      }
      if (claim) claims.set(nameClaim(claim.callerId, claim.operation, claim.key), claim)
      byOwner ||= actor.role === 'owner'
    }
    for (const label of slotLabelsOf(asks)) slots.push({ eventId, label })
  }
  return { registrations, givenUp, people, slots, byOwner, claims: [...claims.values()] }
}

/**
 * Parts the asks into those answered beforehand (done already under their key, or no good), those that repeat another
 * of the same batch, and the open ones, which the rules decide.
 */
function sortOut(
  asks: readonly Ask[],
  event: EventWithMoney,
  rows: SnapshotRows,
  secrets: Secrets,
): { early: [Ask, Given][]; open: Ask[]; twins: [Ask, Ask][] } {
  const early: [Ask, Given][] = []
  const open: Ask[] = []
  const twins: [Ask, Ask][] = []
  const firsts = new Map<string, Ask>()
  const kept = new Map(rows.answers.map((row) => [nameClaim(row.caller_id, row.operation, row.key), row]))

  for (const ask of asks) {
    const { claim, question, actor } = ask
    const name = claim && nameClaim(claim.callerId, claim.operation, claim.key)
    const answered = name === undefined ? undefined : kept.get(name)
    const first = name === undefined ? undefined : firsts.get(name)
    if (claim && answered) {
      early.push([ask, settle(ask, () => ({ ...readAnswer(secrets, claim, answered), isReplay: true }))])
    } else if (first) {
      twins.push([ask, first])
    } else if (!canSeeEvent(actor, event) && !isAboutOwn(ask, rows)) {
      early.push([ask, refused(new Problem('EVENT_NOT_FOUND'), ask.requestId)])
    } else if ('personId' in question && !rows.people.get(question.personId)?.is_active) {
      const problem = new Problem('USER_NOT_FOUND', 'There is no such person, or they may not come in.')
      early.push([ask, refused(problem, ask.requestId)])
    } else {
      open.push(ask)
      if (name !== undefined) firsts.set(name, ask)
    }
  }
  return { early, open, twins }
}

/** Giving up one's own is always allowed, also where the event has become a draft that one no longer sees. */
function isAboutOwn({ question, actor }: Ask, rows: SnapshotRows): boolean {
  if (question.kind !== 'decide' && question.kind !== 'decline') return false
  return rows.registrations.some(({ id, user_id }) => id === question.registrationId && user_id === actor.userId)
}

/** Who asks for something of their own. */
function personsOf(asks: readonly Ask[]): string[] {
  return asks.flatMap(({ question }) => ('personId' in question ? [question.personId] : []))
}

function slotLabelsOf(asks: readonly Ask[]): string[] {
  return asks.flatMap(({ question }) =>
    'slotLabel' in question && typeof question.slotLabel === 'string' ? [question.slotLabel] : [],
  )
}

function requestsOf(asks: readonly Ask[], rows: SnapshotRows, now: Date): AllocationRequest[] {
  const nextId = idsAt(now)
  return asks.map(({ question, actor }) => {
    const asker = ruleActorOf(actor, rows)
    return question.kind === 'register' || question.kind === 'wait'
      ? { ...question, registrationId: nextId(), actor: asker }
      : { ...question, actor: asker }
  })
}

/** Who asks, as the rules look at them. */
export function ruleActorOf(actor: Actor, { owners }: Pick<SnapshotRows, 'owners'>): RuleActor {
  return {
    id: actor.userId,
    canDecide: hasPermission(actor.role, 'registration.decide'),
    isSoleOwner: actor.role === 'owner' && owners === 1,
  }
}

/** The second of two equal asks in one batch gets the first one's answer. */
function repeat(ask: Ask, first: Ask, answer: Given | undefined): Given {
  const isSame = ask.claim && first.claim && ask.claim.requestHash.equals(first.claim.requestHash)
  if (!isSame || !answer) return refused(keyReused(), ask.requestId)
  return { ...answer, isReplay: true }
}

function settle({ requestId }: Ask, read: () => Given): Given {
  try {
    return read()
  } catch (error) {
    if (error instanceof Problem) return refused(error, requestId)
    throw error
  }
}

function nameClaim(callerId: string, operation: string, key: string): string {
  return JSON.stringify([callerId, operation, key])
}
