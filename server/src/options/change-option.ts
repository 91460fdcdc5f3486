import type { optionInput, optionPatch } from '@allot/contract'
import type { z } from 'zod'
import { noteChange } from '../events/books.sql.ts'
import type { EventKey } from '../events/books.sql.ts'
import { lockExisting, readInstant, readMoney } from '../events/change-event.ts'
import { bumpEventVersion, findEvent } from '../events/events.sql.ts'
import type { EventWithMoney, OptionRow } from '../events/events.sql.ts'
import type { Actor } from '../platform/actor.ts'
import type { Tx } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { Problem, invalid } from '../platform/problem.ts'
import { countOptions, findOption, insertOption, updateOptionRow } from './options.sql.ts'

/** Every batch reads all options of its event: this bounds what that costs. */
export const MOST_OPTIONS = 500

export type OptionNow = { option: OptionRow; event: EventWithMoney }

export async function createOption(
  tx: Tx,
  actor: Actor,
  key: EventKey,
  input: z.infer<typeof optionInput>,
  at?: Date,
): Promise<OptionNow> {
  const books = await lockExisting(tx, key, at)
  const [event, options] = await Promise.all([findEvent(tx, key), countOptions(tx, key)])
  if (!event) throw new Problem('EVENT_NOT_FOUND')
  if (options >= MOST_OPTIONS) throw new Problem('TOO_MANY', `An event has at most ${MOST_OPTIONS} options.`)
  const option: OptionRow = {
    event_id: key.eventId,
    id: newId(),
    option_name: input.option_name,
    option_type: input.option_type,
    description: input.description ?? null,
    total_available: input.total_available,
    committed_count: 0,
    pending_count: 0,
    promised_count: 0,
    waiting_count: 0,
    amount_committed_minor: 0,
    cost_minor: readCost(input.cost_per_unit, event.currency),
    hold_stock: input.hold_stock ?? null,
    starts_at: readInstant(input.starts_at),
    ends_at: readInstant(input.ends_at),
    is_active: true,
    picture: null,
  }
  checkTimes(option)
  await insertOption(tx, key.tenantId, option, books.now)
  bumpEventVersion(tx, key, books.now)
  const { option_name, option_type, total_available, cost_minor } = option
  const detail = { option_name, option_type, total_available, cost_minor }
  noteChange(tx, key, books, actor, { action: 'option.created', subjectId: option.id, detail })
  return { option, event }
}

/**
 * Changes the fields sent. What is asked already keeps the price of its day.
 *
 * @throws Problem OPTION_OVERCOMMITTED where the stock would fall below what is committed: nothing is changed then
 */
export async function updateOption(
  tx: Tx,
  actor: Actor,
  key: EventKey,
  optionId: string,
  patch: z.infer<typeof optionPatch>,
): Promise<OptionNow> {
  const books = await lockExisting(tx, key)
  const [event, before] = await Promise.all([findEvent(tx, key), findOption(tx, key, optionId)])
  if (!event) throw new Problem('EVENT_NOT_FOUND')
  if (!before) throw new Problem('OPTION_NOT_FOUND')
  const { cost_per_unit: cost, starts_at: starts, ends_at: ends, ...rest } = patch
  const option: OptionRow = {
    ...before,
    ...rest,
    cost_minor: cost === undefined ? before.cost_minor : readCost(cost, event.currency),
    starts_at: starts === undefined ? before.starts_at : readInstant(starts),
    ends_at: ends === undefined ? before.ends_at : readInstant(ends),
  }
  checkTimes(option)
  if (option.total_available < before.committed_count) {
    throw new Problem(
      'OPTION_OVERCOMMITTED',
      `${before.committed_count} of ${before.option_name} are promised already, so the stock cannot go below that.`,
    )
  }
  if (JSON.stringify(option) === JSON.stringify(before)) return { option, event }
  await updateOptionRow(tx, key.tenantId, option, books.now)
  bumpEventVersion(tx, key, books.now)
  const action = before.is_active && !option.is_active ? 'option.archived' : 'option.updated'
  noteChange(tx, key, books, actor, { action, subjectId: optionId, detail: { before, after: option } })
  return { option, event }
}

function readCost(amount: number | null | undefined, currency: string): number | null {
  return amount === null || amount === undefined ? null : readMoney('body.cost_per_unit', amount, currency)
}

function checkTimes({ starts_at: starts, ends_at: ends }: OptionRow): void {
  if (ends && !starts) throw invalid('body.ends_at', 'needs a starts_at to end after')
  if (starts && ends && ends < starts) {
    throw invalid('body.ends_at', `must not be before starts_at, ${starts.toISOString()}`)
  }
}
