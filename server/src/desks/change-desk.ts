import type { DeskInput, DeskPatch } from '@allot/contract'
import { differences } from '../audit/differences.ts'
import { noteChange } from '../events/books.sql.ts'
import type { EventKey } from '../events/books.sql.ts'
import { lockExisting } from '../events/change-event.ts'
import type { Actor } from '../platform/actor.ts'
import type { Tx } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { Problem, invalid } from '../platform/problem.ts'
import { countDesks, findDesk, findOptionIds, isDeskNamed, saveDesk, saveDeskOptions } from './desks.sql.ts'
import type { DeskFields, DeskKey, DeskOptionFields, DeskRow } from './desks.sql.ts'
import { revokeDevices } from './devices.sql.ts'
import { endLeases } from './leases.sql.ts'

/** More than any hall has. */
const MOST_DESKS = 100

export async function createDesk(tx: Tx, actor: Actor, event: EventKey, input: DeskInput): Promise<DeskRow> {
  const books = await lockExisting(tx, event)
  if ((await countDesks(tx, event)) >= MOST_DESKS) {
    throw new Problem('TOO_MANY', `An event has at most ${MOST_DESKS} desks. Archive one first.`)
  }
  const desk: DeskFields = { id: newId(), name: input.name, location: input.location || null, is_active: true }
  const key = { ...event, deskId: desk.id }
  await checkName(tx, key, desk.name)
  const options = await optionsOf(tx, key, [], input, books.now)
  await saveDesk(tx, event, desk, books.now)
  await saveDeskOptions(tx, key, options)
  noteChange(tx, event, books, actor, {
    action: 'desk.created',
    subjectId: desk.id,
    detail: { name: desk.name, location: desk.location, options: options.map(({ eventOptionId }) => eventOptionId) },
  })
  return mustFindDesk(tx, key)
}

/** Changes the fields sent. What is counted is counted now: what was handed out before no longer matters. */
export async function updateDesk(tx: Tx, actor: Actor, key: DeskKey, patch: DeskPatch): Promise<DeskRow> {
  const books = await lockExisting(tx, key)
  const before = await mustFindDesk(tx, key)
  const { name = before.name, location = before.location } = patch
  if (name !== before.name) await checkName(tx, key, name)
  const options = await optionsOf(tx, key, before.options.map(fieldsOf), patch, books.now)
  await saveDesk(tx, key, { id: key.deskId, name, location: location || null, is_active: true }, books.now)
  await saveDeskOptions(tx, key, options)
  const after = await mustFindDesk(tx, key)
  const changed = differences(before, after, ['name', 'location', 'options'])
  if (Object.keys(changed).length > 0) {
    const detail = { name: after.name, changed }
    noteChange(tx, key, books, actor, { action: 'desk.changed', subjectId: key.deskId, detail })
  }
  return after
}

/** Closes a desk: its tablets are revoked, and what they held is free again. */
export async function archiveDesk(tx: Tx, actor: Actor, key: DeskKey): Promise<null> {
  const books = await lockExisting(tx, key)
  const desk = await mustFindDesk(tx, key)
  await saveDesk(tx, key, { ...desk, is_active: false }, books.now)
  const revoked = await revokeDevices(tx, key, null, books.now)
  const ended = await endLeases(tx, key, { deviceIds: revoked }, books.now)
  const detail = { name: desk.name, revoked: revoked.length, freed: ended.length }
  noteChange(tx, key, books, actor, { action: 'desk.archived', subjectId: key.deskId, detail })
  return null
}

/** @throws Problem DESK_NOT_FOUND also where it is archived */
export async function mustFindDesk(tx: Tx, key: DeskKey): Promise<DeskRow> {
  const desk = await findDesk(tx, key)
  if (!desk?.is_active) throw new Problem('DESK_NOT_FOUND')
  return desk
}

async function checkName(tx: Tx, key: DeskKey, name: string): Promise<void> {
  if (await isDeskNamed(tx, key, name)) throw new Problem('NAME_TAKEN', `The event has a desk ${name} already.`)
}

/** What a desk hands out after a change: what was counted before and is not counted anew keeps its count. */
async function optionsOf(
  tx: Tx,
  key: DeskKey,
  before: readonly DeskOptionFields[],
  { event_option_ids: wanted, counted = [] }: Pick<DeskPatch, 'event_option_ids' | 'counted'>,
  now: Date,
): Promise<DeskOptionFields[]> {
  const kept = new Map(before.map((option) => [option.eventOptionId, option]))
  const ids = [...new Set(wanted ?? kept.keys())]
  const known = await findOptionIds(tx, key, ids)
  const unknown = ids.find((id) => !known.has(id))
  if (unknown !== undefined) throw new Problem('OPTION_NOT_FOUND', `The event has no option ${unknown}.`)
  const counts = new Map(counted.map(({ event_option_id: id, count }) => [id, count]))
  counted.forEach(({ event_option_id: id }, index) => {
    const path = `body.counted.${index}.event_option_id`
    if (!ids.includes(id)) throw invalid(path, 'is not handed out here: name it in event_option_ids as well')
  })
  return ids.map((eventOptionId) => {
    const count = counts.get(eventOptionId)
    if (count !== undefined) return { eventOptionId, counted: count, countedAt: now }
    return kept.get(eventOptionId) ?? { eventOptionId, counted: null, countedAt: null }
  })
}

function fieldsOf({ event_option_id: id, counted, counted_at: at }: DeskRow['options'][number]): DeskOptionFields {
  return { eventOptionId: id, counted, countedAt: at === null ? null : new Date(at) }
}
