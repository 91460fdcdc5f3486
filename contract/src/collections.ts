import { optionTypes, registrationStatuses, scanOutcomes, scanTimings } from '@allot/core'
import { z } from 'zod'
import * as examples from './collection-examples.ts'
import { count, flag, id, instant, page, text } from './common.ts'
import { logFindings } from './offline.ts'

export const scanNonce = z
  .string()
  .regex(/^[\x21-\x7e]{8,100}$/, 'must be 8 to 100 printable ASCII characters without blanks')
  .meta({ description: 'Made anew for each scan; sent again with the same scan, it gets the same answer' })

/** Whatever a scanner reads is a code: what is none is answered as one that is not there. */
const qrToken = z.string().trim().min(1).max(500).meta({ description: 'What the code holds' })

export const scan = z
  .strictObject({
    qr_token: qrToken.optional(),
    registration_id: id.optional().meta({ description: 'Instead of a code: who was found by name' }),
    desk_id: id,
    nonce: scanNonce,
    at: instant.meta({ description: 'By the clock of the desk; what counts is the clock of the server' }),
    override_slot: z.boolean().optional().meta({
      description: 'Hands out although it is not their slot, where the event allows that',
    }),
  })
  .refine((asked) => (asked.qr_token === undefined) !== (asked.registration_id === undefined), {
    path: ['qr_token'],
    message: 'say either qr_token or registration_id',
  })
  .meta({ id: 'Scan', examples: [examples.scan] })
export type ScanInput = z.infer<typeof scan>

const scanOutcome = z.enum(scanOutcomes)
export type ScanOutcome = z.infer<typeof scanOutcome>

const scannedRegistration = z
  .object({
    id,
    status: z.enum(registrationStatuses),
    person_name: z.string(),
    event_option_id: id,
    option_name: z.string(),
    option_type: z.enum(optionTypes),
    slot: z.string().nullable(),
    slot_starts_at: instant.nullable(),
    slot_ends_at: instant.nullable(),
    notes: z.string().nullable(),
  })
  .meta({ id: 'ScannedRegistration' })

export const scanAnswer = z
  .object({
    outcome: scanOutcome.meta({
      description:
        '`COLLECTED`: hand it out. `ALREADY_COLLECTED`: `collection` says when, where and by whom. `NOT_APPROVED`: see the ' +
        'status. `WRONG_EVENT`: the code is of another event. `WRONG_SLOT`: not their time; see `may_override`. ' +
        '`WRONG_DESK`: another desk hands this out, or holds it while it has no network. `REVOKED`: the code was replaced, ' +
        'or the registration cancelled. `NOT_FOUND`: no code of ours',
    }),
    message: z.string().meta({ description: 'The outcome in a sentence' }),
    registration: scannedRegistration.nullable(),
    collection: z
      .object({
        id,
        collected_at: instant,
        collected_by_name: z.string().nullable().meta({ description: 'null where a tablet did it' }),
        desk_name: z.string(),
      })
      .nullable()
      .meta({ description: 'Where it is collected, by this scan or before' }),
    timing: z.enum(scanTimings).nullable().meta({
      description: 'How the scan lies to the times of their slot; null where there are none',
    }),
    may_override: z.boolean().meta({ description: 'Of WRONG_SLOT: whether it may be sent again with override_slot' }),
    left_on_table: z.int().nullable().meta({
      description: 'What is left of this option on the table of this desk; null where it was not counted',
    }),
    slot_progress: z
      .object({ total: count, collected: count })
      .nullable()
      .meta({ description: 'How many of their slot are approved, and have collected' }),
  })
  .meta({ id: 'ScanAnswer', examples: [examples.scanAnswer] })
export type ScanAnswer = z.infer<typeof scanAnswer>

export const collectionUndo = z
  .strictObject({ reason: text(500).meta({ description: 'Stands in the audit trail' }) })
  .meta({ id: 'CollectionUndo', examples: [examples.undo] })

export const collectionParams = z.strictObject({ event_id: id, collection_id: id })

export const collection = z
  .object({
    id,
    event_id: id,
    registration_id: id,
    person_name: z.string(),
    event_option_id: id,
    option_name: z.string(),
    option_type: z.enum(optionTypes),
    slot: z.string().nullable(),
    slot_starts_at: instant.nullable(),
    desk_id: id,
    desk_name: z.string(),
    device_id: id.nullable().meta({ description: 'The tablet, where one did it' }),
    device_name: z.string().nullable(),
    collected_by: id.nullable(),
    collected_by_name: z.string().nullable(),
    collected_at: instant,
    said_at: instant.nullable().meta({ description: 'By the clock of the desk' }),
    is_offline: z.boolean().meta({ description: 'Whether the desk had no network, and said so later' }),
    is_slot_overridden: z.boolean(),
    undone_at: instant.nullable(),
    undone_by_name: z.string().nullable(),
    undone_reason: z.string().nullable(),
  })
  .meta({ id: 'Collection', examples: [examples.collection] })
export type CollectionView = z.infer<typeof collection>

export const collectionQuery = page.extend({
  desk_id: id.optional(),
  event_option_id: id.optional(),
  undone: flag.optional().meta({ description: 'Only those that were undone, or only those that hold' }),
  q: z.string().trim().max(200).optional().meta({ description: 'What a word of a name begins with' }),
})
export type CollectionQuery = z.infer<typeof collectionQuery>

export const inventoryOption = z
  .object({
    event_option_id: id,
    option_name: z.string(),
    option_type: z.enum(optionTypes),
    total_available: count,
    on_hand: z.int().meta({ description: 'Not handed out yet' }),
    promised: z.int().meta({ description: 'Approved, and not handed out yet' }),
    handed_out: count,
    left: z.int().meta({ description: 'Neither approved nor handed out' }),
    desks: z.array(
      z.object({
        desk_id: id,
        name: z.string(),
        counted: count,
        left_on_table: z.int().meta({ description: 'Below 0 where more was handed out than was counted' }),
      }),
    ),
  })
  .meta({ id: 'InventoryOption', examples: [examples.inventoryOption] })
export type InventoryOptionView = z.infer<typeof inventoryOption>

const daySlot = z.object({
  slot: z.string(),
  location: z.string().nullable(),
  starts_at: instant,
  ends_at: instant.nullable(),
  total: count.meta({ description: 'Approved people of this slot' }),
  collected: count,
})

export const dayDesk = z
  .object({
    desk_id: id,
    name: z.string(),
    location: z.string().nullable(),
    collected: count,
    refused: z.array(z.object({ outcome: scanOutcome, count })),
    last_scan_at: instant.nullable(),
    devices: z.object({ online: count, offline: count }).meta({
      description: 'Its tablets: seen within the last two minutes, or not',
    }),
    lease: z
      .object({ expires_at: instant, people_count: count })
      .nullable()
      .meta({ description: 'What its tablets hold for the time without a network, together' }),
  })
  .meta({ id: 'DayDesk' })

export const dayFinding = z
  .object({
    finding: z.enum(logFindings),
    outcome: scanOutcome,
    scanned_at: instant,
    said_at: instant.nullable(),
    desk_id: id,
    desk_name: z.string(),
    registration_id: id.nullable(),
    person_name: z.string().nullable(),
    option_name: z.string().nullable(),
    collection_id: id.nullable(),
  })
  .meta({ id: 'DayFinding' })

export const day = z
  .object({
    now: instant,
    timezone: z.string(),
    expected_now: z.array(daySlot).meta({ description: 'The slots of right now' }),
    next_slots: z.array(daySlot).meta({ description: 'At most six' }),
    scans: z
      .array(z.object({ minute: instant, desk_id: id, count }))
      .meta({ description: 'Of the last 60 minutes, by minute and desk; minutes without a scan are left out' }),
    desks: z.array(dayDesk),
    slots: z
      .array(
        daySlot.extend({
          late_median_minutes: z.number().nullable().meta({
            description:
              'By how much those who have collected came after the beginning of their slot; below 0 before it',
          }),
        }),
      )
      .meta({ description: 'Those with a time, at most 2,000' }),
    collected_total: count,
    approved_total: count,
    no_shows: count.meta({ description: 'Approved people whose slot is over, and who have not collected' }),
    walk_ups: count.meta({ description: 'Who asked on the day itself, after the event had begun, and was approved' }),
    findings: z.array(dayFinding).meta({ description: 'What somebody should look at, newest first; at most 50' }),
  })
  .meta({ id: 'Day', examples: [examples.day] })
export type DayView = z.infer<typeof day>
