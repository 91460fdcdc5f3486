import { scanFindings, scanOutcomes } from '@allot/core'
import { z } from 'zod'
import { count, id, instant, text } from './common.ts'
import * as examples from './desk-examples.ts'
import { deskEvent } from './desks.ts'

const hexHash = z.string().regex(/^[0-9a-f]{64}$/, 'must be a SHA-256 in 64 hexadecimal digits')

/** What the first entry of a lease's log says of the one before it. */
export const firstPreviousHash = '0'.repeat(64)
export const MOST_LOG_ENTRIES = 200

export const leaseInput = z
  .strictObject({
    minutes: z.int().min(5).max(240).optional().meta({ description: 'From now on; 60 where it is left out' }),
    slots: z.array(text(100)).max(100).optional().meta({ description: 'Only people of the slots with these labels' }),
    registration_ids: z.array(id).max(500).optional().meta({ description: 'Only these' }),
    most: z.int().min(1).max(2_000).optional().meta({
      description: 'How many it holds at most; 500 where it is left out. Whose slot is now or next comes first.',
    }),
  })
  .meta({ id: 'LeaseRequest', examples: [examples.leaseInput] })
export type LeaseInput = z.infer<typeof leaseInput>

const leasedPerson = z
  .object({
    registration_id: id,
    qr_hash: hexHash.meta({ description: 'SHA-256 of the text in the QR code' }),
    person_name: z.string(),
    option_name: z.string(),
    option_type: z.string(),
    event_option_id: id,
    slot: z.string().nullable(),
    slot_starts_at: instant.nullable(),
    slot_ends_at: instant.nullable(),
  })
  .meta({ id: 'LeasedPerson' })
export type LeasedPersonView = z.infer<typeof leasedPerson>

export const lease = z
  .object({
    id,
    granted_at: instant,
    expires_at: instant,
    now: instant.meta({
      description: 'The clock of the server: a tablet counts from here, whatever its own clock says',
    }),
    next_seq: count.meta({ description: 'The number of the next entry of its log that the server has not' }),
    last_hash: hexHash.meta({ description: 'The hash of the last entry that the server has; zeros where it has none' }),
    event: deskEvent,
    desk: z.object({ id, name: z.string(), location: z.string().nullable() }),
    people: z
      .array(leasedPerson)
      .meta({ description: 'Approved and not collected; only this tablet hands out to them' }),
    items: z.array(
      z.object({
        event_option_id: id,
        option_name: z.string(),
        left_on_table: z.int().nullable().meta({
          description: 'Where the desk was counted: no more of it may be handed out without a network',
        }),
      }),
    ),
  })
  .meta({ id: 'Lease', examples: [examples.grantedLease] })
export type LeaseView = z.infer<typeof lease>

const logEntry = z
  .strictObject({
    seq: z.int().min(1).max(1_000_000).meta({ description: 'From 1 in each lease, without gaps' }),
    nonce: z.string().regex(/^[\x21-\x7e]{8,100}$/, 'must be 8 to 100 printable ASCII characters without blanks'),
    registration_id: id,
    qr_hash: hexHash.optional().meta({ description: 'Of the code that was scanned' }),
    at: instant.meta({ description: 'By the clock of the tablet' }),
    kind: z.enum(['collect', 'undo']),
    previous_hash: hexHash.meta({
      description: 'SHA-256 of the canonical text of the entry before it; zeros for the first',
    }),
    signature: z
      .string()
      .regex(/^[\w-]{86}$/, 'must be an Ed25519 signature, 64 bytes in base64url')
      .meta({ description: 'Of the canonical text, with the key that the tablet enrolled with' }),
  })
  .meta({
    id: 'LogEntry',
    description:
      'Its canonical text is the JSON array [device_id, lease_id, seq, nonce, registration_id, at, kind, previous_hash] ' +
      'without blanks, each as it stands here.',
  })
export type LogEntryInput = z.infer<typeof logEntry>

export const logInput = z
  .strictObject({
    lease_id: id,
    sent_at: instant.optional().meta({
      description: 'What the clock of the tablet says at sending: by it the server knows how wrong that is',
    }),
    entries: z.array(logEntry).min(1).max(MOST_LOG_ENTRIES),
  })
  .meta({ id: 'OfflineLog', examples: [examples.logInput] })
export type LogInput = z.infer<typeof logInput>

export const logFindings = scanFindings
export type LogFinding = (typeof logFindings)[number]

export const logOutcomes = [...scanOutcomes, 'UNDONE', 'NOT_UNDONE', 'REFUSED'] as const
export type LogOutcome = (typeof logOutcomes)[number]

const loggedEntry = z
  .object({
    seq: z.int(),
    outcome: z.enum(logOutcomes).meta({
      description:
        'REFUSED: this entry and all behind it were not taken, and nothing of them is done; NOT_UNDONE: there was nothing ' +
        'of this tablet to undo',
    }),
    finding: z.enum(logFindings).nullable().meta({ description: 'Recorded, and for an organiser to look at' }),
    message: z.string(),
  })
  .meta({ id: 'LoggedEntry' })
export type LoggedEntryView = z.infer<typeof loggedEntry>

export const logAnswer = z
  .object({
    lease_id: id,
    next_seq: z.int().meta({ description: 'Where the log goes on' }),
    entries: z.array(loggedEntry),
  })
  .meta({ id: 'OfflineLogAnswer', examples: [examples.logAnswer] })
export type LogAnswerView = z.infer<typeof logAnswer>
