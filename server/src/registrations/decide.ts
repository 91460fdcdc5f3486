import { decideAll } from '@allot/core'
import type { Actor as RuleActor, AllocationRequest } from '@allot/core'
import type { EventKey } from '../events/books.sql.ts'
import type { EventWithMoney } from '../events/events.sql.ts'
import { canSeeEvent } from '../events/find-event.ts'
import type { Actor } from '../platform/actor.ts'
import type { Tx } from '../platform/database.ts'
import { keyReused, readAnswer } from '../platform/idempotency.ts'
import { idsAt } from '../platform/ids.ts'
import { Problem } from '../platform/problem.ts'
import { hasPermission } from '../platform/roles.ts'
import type { Secrets } from '../platform/secrets.ts'
import { answerTo, rowAfter } from './answer.ts'
import { refused } from './ask.ts'
import type { Ask, Case, Given, Scene, Services } from './ask.ts'
import { changedBy, keepAnswers, saveDecisions } from './save-decisions.ts'
import { lockSnapshot } from './snapshot.sql.ts'
import type { PersonRow, SnapshotRows, Wanted } from './snapshot.sql.ts'
import { proposeSlots, snapshotOf } from './snapshot.ts'

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
  return db.transaction(key.tenantId, (tx) => decideWithin(tx, secrets, key, asks, at))
}

/** The same as a part of a transaction that does more. */
export async function decideWithin(
  tx: Tx,
  secrets: Secrets,
  key: EventKey,
  asks: readonly Ask[],
  at?: Date,
): Promise<Given[]> {
  const rows = await lockSnapshot(tx, key, wantedOf(asks))
  const { books, event } = rows
  if (!books || !event) return asks.map(({ requestId }) => refused(new Problem('EVENT_NOT_FOUND'), requestId))

  const now = at ?? books.now
  const { early, open, twins } = sortOut(asks, event, rows, secrets)
  const proposed = proposeSlots(slotLabelsOf(open), rows, books, event)
  const snapshot = snapshotOf(rows, books, event, proposed)
  const { decisions, changes } = decideAll(snapshot, requestsOf(open, rows, now), now)

  const scene: Scene = {
    key,
    event,
    books,
    now,
    snapshot,
    rows: byId(rows.registrations),
    people: byId(rows.people),
    slots: byId(rows.slots),
    approvers: namesOf(rows.people, asks),
  }
  const cases = open.map((ask, index): Case => {
    const decision = decisions[index]
    if (!decision) throw new Error('an ask was left undecided')
    const row = rowAfter(scene, ask, decision)
    if (row) scene.rows.set(row.id, row)
    return { ask, decision, row, answer: answerTo(scene, ask, decision, row, secrets) }
  })
  saveDecisions(tx, scene, changedBy(cases), changes, proposed, secrets)
  keepAnswers(tx, key.tenantId, cases, secrets)

  const answers = new Map<Ask, Given>(early)
  for (const { ask, answer } of cases) answers.set(ask, answer)
  for (const [ask, first] of twins) answers.set(ask, repeat(ask, first, answers.get(first)))
  return asks.map((ask) => answers.get(ask) ?? refused(new Problem('INTERNAL'), ask.requestId))
}

function byId<Row extends { id: string }>(rows: readonly Row[]): Map<string, Row> {
  return new Map(rows.map((row) => [row.id, row]))
}

/** Whoever may turn out to have approved something: who did before, and who asks now. */
function namesOf(people: readonly PersonRow[], asks: readonly Ask[]): Map<string, string> {
  const names = new Map(people.map(({ id, name }) => [id, name]))
  for (const { actor } of asks) names.set(actor.userId, actor.name)
  return names
}

/** What has to be read for a batch. */
function wantedOf(asks: readonly Ask[]): Wanted {
  const questions = asks.map(({ question }) => question)
  const decides = questions.filter((question) => question.kind === 'decide')
  const claims = asks.flatMap(({ claim }) => (claim ? [claim] : []))
  return {
    registrationIds: questions.flatMap((question) => (question.kind === 'register' ? [] : [question.registrationId])),
    givenUpIds: decides.filter(({ to }) => to === 'REJECTED' || to === 'CANCELLED').map((one) => one.registrationId),
    personIds: questions.flatMap((question) => (question.kind === 'register' ? [question.personId] : [])),
    slotLabels: slotLabelsOf(asks),
    byOwner: asks.some(({ actor }) => actor.role === 'owner'),
    callerIds: claims.map(({ callerId }) => callerId),
    operations: claims.map(({ operation }) => operation),
    keys: claims.map(({ key }) => key),
  }
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
  const active = new Set(rows.people.filter(({ is_active }) => is_active).map(({ id }) => id))

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
    } else if (question.kind === 'register' && !active.has(question.personId)) {
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
  if (question.kind !== 'decide') return false
  return rows.registrations.some(({ id, user_id }) => id === question.registrationId && user_id === actor.userId)
}

function slotLabelsOf(asks: readonly Ask[]): string[] {
  return asks.flatMap(({ question: { slotLabel } }) => (typeof slotLabel === 'string' ? [slotLabel] : []))
}

function requestsOf(asks: readonly Ask[], rows: SnapshotRows, now: Date): AllocationRequest[] {
  const nextId = idsAt(now)
  return asks.map(({ question, actor }) => {
    const asker = ruleActorOf(actor, rows)
    return question.kind === 'register'
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
