import { optionTypes } from '@allot/core'
import { z } from 'zod'
import * as examples from './closing-examples.ts'
import { count, flag, id, instant, money, page, several, text } from './common.ts'

const uncollected = z.enum(['return', 'write_off']).meta({
  description: 'return: money and stock go back. write_off: what nobody collected is spent all the same',
})

/** What was approved of an option, or of all of them, and what became of it. */
const share = z.object({ count, amount: money })
const shares = {
  approved: share,
  collected: share,
  uncollected: share.meta({ description: 'Neither collected nor settled: what closing the books is about' }),
  returned: share,
  written_off: share,
}

const closingLine = z
  .object({
    event_option_id: id,
    option_name: z.string(),
    option_type: z.enum(optionTypes),
    ...shares,
    suggestion: uncollected,
  })
  .meta({ id: 'ClosingLine' })

export const closing = z
  .object({
    event_id: id,
    currency: z.string(),
    is_closed: z.boolean(),
    closed_at: instant.nullable(),
    closed_by_name: z.string().nullable(),
    ends_at: instant.nullable(),
    is_over: z.boolean().meta({ description: 'Whether it ended; before that, closing takes early: true' }),
    total: z.object(shares),
    options: z.array(closingLine),
    undecided: z.object({ pending: count, waitlisted: count }).meta({
      description: 'Who asked or waits and has no answer: they stay as they are, and nobody can answer them any more',
    }),
    budget: money,
    committed: money.meta({ description: 'Of the budget, now' }),
    committed_after: money.meta({ description: 'And once it is closed as was asked, or as is suggested' }),
    basis: z
      .string()
      .meta({ description: 'What this comes out from: send it as expected_basis to close exactly this' }),
  })
  .meta({ id: 'Closing', examples: [examples.closing] })
export type ClosingView = z.infer<typeof closing>

export const closingInput = z
  .strictObject({
    uncollected,
    options: z
      .array(z.strictObject({ event_option_id: id, uncollected }))
      .max(500)
      .optional()
      .meta({ description: 'Options for which it is otherwise' }),
    early: z.boolean().optional().meta({ description: 'Before the event has ended, or where it has no end' }),
    dry_run: z.boolean().optional().meta({ description: 'Says what would come of it, and closes nothing' }),
    expected_basis: z
      .string()
      .regex(/^[0-9a-f]{64}$/, 'must be the basis of a preview')
      .optional()
      .meta({ description: 'The basis of a preview: exactly that is closed, or nothing (409 CLOSING_CHANGED)' }),
  })
  .meta({ id: 'ClosingRequest', examples: [examples.closingRequest] })
export type ClosingInput = z.infer<typeof closingInput>

export const reopenInput = z
  .strictObject({ reason: text(500) })
  .meta({ id: 'Reopening', examples: [{ reason: 'A box was found.' }] })

const group = z.object({
  name: z.string().nullable(),
  asked: count,
  approved: count,
  collected: count,
  committed: money,
  spent: money,
})

export const findingKinds = [
  'MONEY_UNSPENT',
  'NO_SHOWS',
  'UNDECIDED',
  'OVERSUPPLY',
  'NOBODY_ASKED',
  'SHORT_SUPPLY',
  'SLOT_OVERRUN',
  'SLOT_EMPTY',
  'SCANS_REFUSED',
  'DESK_FINDINGS',
  'NOTHING_COLLECTED',
] as const

const finding = z
  .object({
    kind: z.enum(findingKinds),
    subject: z.string().nullable().meta({ description: 'The option or the slot that it is about' }),
    count,
    of: count.nullable(),
    amount: money.nullable(),
    message: z.string(),
    rows: z.string().nullable().meta({ description: 'The address, with its query, at which the API lists its rows' }),
  })
  .meta({ id: 'Finding' })
export type FindingView = z.infer<typeof finding>

export const compared = z
  .object({
    event_id: id,
    name: z.string(),
    currency: z.string(),
    event_date: instant.nullable(),
    budget: money,
    committed: money,
    spent: money,
    approved: count,
    collected: count,
    participants: count,
    cost_per_participant: money.nullable(),
  })
  .meta({ id: 'ComparedEvent' })
export type ComparedEvent = z.infer<typeof compared>

export const report = z
  .object({
    event_id: id,
    event_name: z.string(),
    currency: z.string(),
    timezone: z.string(),
    made_at: instant,
    is_closed: z.boolean(),
    budget: money,
    planned: money.meta({ description: 'All there was of the options, at the prices of now' }),
    committed: money.meta({ description: 'What was approved, whatever became of it' }),
    spent: money.meta({ description: 'What was collected or written off' }),
    asked: count,
    approved: count,
    collected: count,
    no_shows: count,
    participants: count.meta({ description: 'People who collected anything' }),
    cost_per_participant: money.nullable(),
    options: z.array(
      group.extend({
        event_option_id: id,
        option_type: z.enum(optionTypes),
        total: count,
        planned: money,
        waiting: count,
      }),
    ),
    departments: z.array(group).meta({ description: 'The 100 with the most people' }),
    slots: z
      .array(group.extend({ slot_id: id, capacity: count, starts_at: instant.nullable() }))
      .meta({ description: 'In the order of their beginning; at most 500' }),
    hours: z
      .array(z.object({ hour: z.string(), collected: count }))
      .meta({ description: "By the event's local time, such as 2027-05-21T09:00; at most 500" }),
    earlier: z.array(compared),
    findings: z.array(finding),
  })
  .meta({ id: 'EventReport', examples: [examples.report] })
export type ReportView = z.infer<typeof report>

export const reportQuery = z.strictObject({
  compare: several(id).meta({ description: 'Events to compare with; left out, the last three of the same type' }),
})

export const settledRows = z.enum(['collected', 'uncollected', 'returned', 'written_off'])
const rowFilter = {
  became: z
    .enum([...settledRows.options, 'missing'])
    .optional()
    .meta({ description: 'What became of what was approved; missing is all that was not collected, settled or not' }),
  event_option_id: several(id),
  slot_id: id.optional(),
}
export const outcomeQuery = page.extend(rowFilter)

export const outcome = z
  .object({
    registration_id: id,
    person_name: z.string(),
    department: z.string().nullable(),
    option_name: z.string(),
    slot: z.string().nullable(),
    amount: money,
    became: settledRows,
    collected_at: instant.nullable(),
  })
  .meta({ id: 'Outcome', examples: [examples.outcome] })
export type OutcomeView = z.infer<typeof outcome>

export const badgesQuery = z.strictObject({
  event_option_id: several(id),
  slot_id: id.optional(),
  collected: flag.optional(),
})
export const pickupListQuery = z.strictObject({
  slot_id: id.optional(),
  desk_id: id.optional(),
  location: text(200).optional(),
})
