import { ApiError, api, take, takeReply } from '../api.ts'
import { differencesOf, mergeDrafts } from './differences.ts'
import { changedFields, changedRowFields, changedRows, draftOf, eventBody, newOptionBody, optionBody } from './draft.ts'
import type { Draft, EventFields, FieldName, Row } from './draft.ts'
import type { Once } from './intents.ts'
import { loadEvent, versionOf } from './load-event.ts'
import type { Loaded } from './load-event.ts'

export type Base = Loaded & { draft: Draft }
export const baseOf = (loaded: Loaded): Base => ({ ...loaded, draft: draftOf(loaded.event) })

/** A refusal of one row of the table: the rows before it are saved. */
export class RowError extends Error {
  readonly rowKey: string
  readonly reason: unknown
  constructor(rowKey: string, reason: unknown) {
    super('an option was refused')
    this.name = 'RowError'
    this.rowKey = rowKey
    this.reason = reason
  }
}

export type Saved = { kind: 'saved' } | { kind: 'changed'; theirs: Base }

type Saving = {
  language: string
  once: Once
  /** What is saved by now: the form goes on from there, whatever comes after. */
  onSaved: (base: Base, mine: Draft) => void
}

/** Creates an event that nobody sees yet. */
export async function createDraft(fields: EventFields, { language, once }: Saving): Promise<Base> {
  const names = (Object.keys(fields) as FieldName[]).filter((name) => fields[name] !== '')
  const sent = eventBody(fields, names, language)
  const body = {
    event_type: 'OTHER' as const,
    registration_limit: 'one_per_option' as const,
    pickup_slot_capacity: 10,
    event_budget_amount: 0,
    ...sent,
    name: fields.name.trim(),
    currency: fields.currency,
    published: false,
  }
  const { data, response } = await once(`create ${JSON.stringify(body)}`, (headers) =>
    takeReply(api.POST('/events', { body, headers })),
  )
  return baseOf({ event: data, version: versionOf(response) })
}

/**
 * Sends what is changed, and only that; never over what somebody else changed meanwhile unseen. Fields that only they
 * changed are taken over; where both did, nothing is sent and both versions are given back.
 */
export async function saveDraft(base: Base, mine: Draft, saving: Saving): Promise<Saved> {
  const outcome = await saveFields(base, mine, saving)
  if (outcome.kind === 'changed') return outcome
  return saveRows(outcome.base, outcome.mine, saving)
}

type FieldsSaved = { kind: 'saved'; base: Base; mine: Draft } | { kind: 'changed'; theirs: Base }

async function saveFields(base: Base, mine: Draft, saving: Saving): Promise<FieldsSaved> {
  const names = changedFields(base.draft.fields, mine.fields)
  if (names.length === 0) return { kind: 'saved', base, mine }
  const eventId = base.event.id
  const body = eventBody(mine.fields, names, saving.language)
  try {
    const { data, response } = await saving.once(`event ${base.version} ${JSON.stringify(body)}`, (headers) =>
      takeReply(
        api.PUT('/events/{event_id}', {
          params: { path: { event_id: eventId }, header: { 'If-Match': base.version } },
          body,
          headers,
        }),
      ),
    )
    const saved = baseOf({ event: data, version: versionOf(response) })
    // Its rows are compared with those there are once they are sent; until then what I began with counts.
    const next = { ...saved, draft: { ...saved.draft, rows: base.draft.rows } }
    const draft = { fields: saved.draft.fields, rows: mine.rows }
    saving.onSaved(next, draft)
    return { kind: 'saved', base: next, mine: draft }
  } catch (error) {
    if (!(error instanceof ApiError && error.problem.code === 'STALE')) throw error
  }
  const theirs = baseOf(await loadEvent(eventId))
  if (differencesOf(base.draft, theirs.draft, mine).length > 0) return { kind: 'changed', theirs }
  const merged = mergeDrafts(base.draft, theirs.draft, mine, {})
  saving.onSaved(theirs, merged)
  return saveFields(theirs, merged, saving)
}

async function saveRows(base: Base, mine: Draft, saving: Saving): Promise<Saved> {
  if (changedRows(base.draft.rows, mine.rows).length > 0) {
    const theirs = baseOf(await loadEvent(base.event.id))
    if (differencesOf(base.draft, theirs.draft, mine).length > 0) return { kind: 'changed', theirs }
    let draft = mergeDrafts(base.draft, theirs.draft, mine, {})
    saving.onSaved(theirs, draft)
    for (const row of changedRows(theirs.draft.rows, draft.rows)) {
      const id = await saveRow(theirs, row, draft.fields.timezone, saving).catch((error: unknown) => {
        throw new RowError(row.key, error)
      })
      draft = withSaved(draft, row, id)
      theirs.draft = takeOver(theirs.draft, draft, id)
      saving.onSaved({ ...theirs }, draft)
    }
  }
  const fresh = baseOf(await loadEvent(base.event.id))
  saving.onSaved(fresh, fresh.draft)
  return { kind: 'saved' }
}

/** The form once a row is saved: with the id it has got, or without it. */
function withSaved({ fields, rows }: Draft, saved: Row, id: string): Draft {
  const next = saved.isRemoved ? [] : [{ ...saved, id }]
  return { fields, rows: rows.flatMap((row) => (row.key === saved.key ? next : [row])) }
}

/** What the server has now, by what was just saved of one option. */
function takeOver(known: Draft, { rows }: Draft, id: string): Draft {
  const isIt = (row: Row) => row.id === id
  return { fields: known.fields, rows: [...known.rows.filter((row) => !isIt(row)), ...rows.filter(isIt)] }
}

/** @returns the id of the option, which a new one has from now on */
async function saveRow({ event, draft }: Base, row: Row, zone: string, { once, language }: Saving): Promise<string> {
  const before = draft.rows.find(({ id }) => id !== null && id === row.id)
  if (row.id === null) {
    const body = newOptionBody(row, zone, language)
    const option = await once(`option ${row.key} ${JSON.stringify(body)}`, (headers) =>
      take(api.POST('/events/{event_id}/options', { params: { path: { event_id: event.id } }, body, headers })),
    )
    return option.id
  }
  const params = { path: { event_id: event.id, option_id: row.id } }
  if (row.isRemoved) {
    await once(`remove ${row.id}`, (headers) =>
      take(api.DELETE('/events/{event_id}/options/{option_id}', { params, headers })),
    )
    return row.id
  }
  const body = optionBody(row, changedRowFields(before, row), zone, language)
  await once(`option ${row.id} ${JSON.stringify(body)}`, (headers) =>
    take(api.PUT('/events/{event_id}/options/{option_id}', { params, body, headers })),
  )
  return row.id
}
