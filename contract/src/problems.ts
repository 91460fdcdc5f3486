import type { Conflict, Refusal } from '@allot/core'
import { z } from 'zod'
import { batchResult } from './batches.ts'
import { id } from './common.ts'
import { alternativeOption, alternativeSlot, conflict, conflictType, overlappingOption } from './conflicts.ts'
import * as examples from './examples.ts'
import { waitlistState } from './waitlist.ts'

type Entry = { status: number; title: string }

/** Every way in which Allot says no. docs/problems.md says the same in prose, and a test keeps the two equal. */
export const problems = {
  REGISTRATION_CLOSED: { status: 409, title: 'Registration is not open' },
  BUDGET_EXHAUSTED: { status: 409, title: 'The event budget cannot cover this registration' },
  INVENTORY_EXHAUSTED: { status: 409, title: 'This option has run out' },
  SLOT_CONFLICT: { status: 409, title: 'This pickup slot is full' },
  TIME_OVERLAP: { status: 409, title: 'This person is elsewhere at that time' },
  ALREADY_REGISTERED: { status: 409, title: 'This person already has a live registration' },
  INVALID_TRANSITION: { status: 409, title: 'This registration cannot go there from its present state' },
  OPTION_ARCHIVED: { status: 409, title: 'This option is archived' },
  OPTION_OVERCOMMITTED: { status: 409, title: 'More of this option is committed than that' },
  BUDGET_OVERCOMMITTED: { status: 409, title: 'More of the budget is committed than that' },
  SLOT_OVERCOMMITTED: { status: 409, title: 'More people hold this slot than that' },
  SLOT_FIXED: { status: 409, title: 'This slot can no longer be changed' },
  SLOT_IN_USE: { status: 409, title: 'People hold this slot' },
  LOCATION_FULL: { status: 409, title: 'More people would come at once than fit' },
  LOCATION_IN_USE: { status: 409, title: 'There are slots at this location' },
  WAITLIST_CLOSED: { status: 409, title: 'The waitlist is closed' },
  WAITLIST_NOT_NEEDED: { status: 409, title: 'There is room: register' },
  WAITLIST_ORDER: { status: 409, title: 'The order of this waitlist does not allow that' },
  NOT_WAITING: { status: 409, title: 'This registration is not waiting' },
  NO_OFFER: { status: 409, title: 'There is no open offer' },
  EVENT_CLOSED: { status: 409, title: 'The books of this event are closed' },
  EVENT_NOT_OVER: { status: 409, title: 'This event is not over' },
  EVENT_NOT_CLOSED: { status: 409, title: 'The books of this event are open' },
  CLOSING_CHANGED: { status: 409, title: 'Closing would come out otherwise by now' },
  HELD_BACK: { status: 409, title: 'Nothing of this batch was decided' },
  BATCH_REFUSED: { status: 409, title: 'Not all of this batch can be decided' },
  BATCH_CHANGED: { status: 409, title: 'This batch would come out otherwise by now' },
  JOB_OVER: { status: 409, title: 'This job is over' },
  EXPORT_NOT_DONE: { status: 409, title: 'This file is not there yet, or no more' },
  MAIL_NOT_SET_UP: { status: 409, title: 'There is no mail server' },
  WEBHOOK_NOT_ACTIVE: { status: 409, title: 'Nothing is sent to this webhook endpoint now' },
  WEBHOOK_ARCHIVED: { status: 409, title: 'This webhook endpoint is archived' },
  NAME_TAKEN: { status: 409, title: 'This name is already taken' },
  LAST_OWNER: { status: 409, title: 'A tenant needs an owner' },
  ALREADY_COLLECTED: { status: 409, title: 'This was collected already' },
  UNDO_OVER: { status: 409, title: 'It is too late to undo this yourself' },
  LEASED: { status: 409, title: 'A desk holds this while it has no network' },
  LOG_GAP: { status: 409, title: 'Entries of this log are missing' },
  TOO_MANY: { status: 409, title: 'There is a limit to how many of these there may be' },
  EVENTS_EXIST: { status: 409, title: 'There are events already' },
  BODY_NOT_JSON: { status: 400, title: 'The body is not JSON' },
  BAD_REQUEST: { status: 400, title: 'The request cannot be read' },
  UNAUTHENTICATED: { status: 401, title: 'Who are you?' },
  DEVICE_REVOKED: { status: 401, title: 'This tablet was taken out of use' },
  TENANT_REQUIRED: { status: 403, title: 'Tenant context required' },
  TENANT_SUSPENDED: { status: 403, title: 'This organisation is suspended' },
  FORBIDDEN: { status: 403, title: 'Your role does not allow this' },
  OWN_REGISTRATION: { status: 403, title: 'Nobody decides on their own registration' },
  CROSS_SITE: { status: 403, title: 'This request comes from another site' },
  NOT_FOUND: { status: 404, title: 'There is nothing here' },
  TENANT_NOT_FOUND: { status: 404, title: 'No such tenant' },
  USER_NOT_FOUND: { status: 404, title: 'No such person' },
  API_KEY_NOT_FOUND: { status: 404, title: 'No such API key' },
  EVENT_NOT_FOUND: { status: 404, title: 'No such event' },
  OPTION_NOT_FOUND: { status: 404, title: 'No such option in this event' },
  PICTURE_NOT_FOUND: { status: 404, title: 'This option has no picture' },
  SLOT_NOT_FOUND: { status: 404, title: 'No such pickup slot in this event' },
  LOCATION_NOT_FOUND: { status: 404, title: 'No such pickup location in this event' },
  OFFER_NOT_FOUND: { status: 404, title: 'No such offer' },
  REGISTRATION_NOT_FOUND: { status: 404, title: 'No such registration' },
  NOTICE_NOT_FOUND: { status: 404, title: 'No such message' },
  JOB_NOT_FOUND: { status: 404, title: 'No such job' },
  EXPORT_NOT_FOUND: { status: 404, title: 'No such export' },
  WEBHOOK_NOT_FOUND: { status: 404, title: 'No such webhook endpoint' },
  DELIVERY_NOT_FOUND: { status: 404, title: 'No such delivery' },
  DESK_NOT_FOUND: { status: 404, title: 'No such desk in this event' },
  DEVICE_NOT_FOUND: { status: 404, title: 'No such tablet at this desk' },
  COLLECTION_NOT_FOUND: { status: 404, title: 'No such collection in this event' },
  CODE_NOT_FOUND: { status: 404, title: 'No such code' },
  LEASE_NOT_FOUND: { status: 404, title: 'No such lease of this tablet' },
  CODE_EXPIRED: { status: 410, title: 'This code has run out' },
  STALE: { status: 412, title: 'Somebody changed this meanwhile' },
  BODY_TOO_LARGE: { status: 413, title: 'The body is too large' },
  NOT_JSON_TYPE: { status: 415, title: 'The body must be application/json' },
  NOT_PICTURE_TYPE: { status: 415, title: 'The body must be a picture' },
  INVALID: { status: 422, title: 'Something in the request is not right' },
  NONCE_REUSED: { status: 422, title: 'This nonce belongs to another scan' },
  KEY_REUSED: { status: 422, title: 'This idempotency key belongs to another request' },
  LINK_INVALID: { status: 422, title: 'This sign-in link is not valid' },
  TOO_MANY_REQUESTS: { status: 429, title: 'Too many requests' },
  INTERNAL: { status: 500, title: 'Something went wrong on our side' },
  BUSY: { status: 503, title: 'Too many are asking at once' },
  UNAVAILABLE: { status: 503, title: 'The database does not answer' },
  STORAGE_FULL: { status: 503, title: 'There is no room left to write' },
} as const satisfies Record<
  Exclude<Refusal['code'], 'CONFLICT' | 'NOT_YOURS' | 'SLOT_UNKNOWN'> | Conflict['type'],
  Entry
> &
  Record<string, Entry>

export type ProblemCode = keyof typeof problems

export const fieldError = z
  .object({
    path: z.string().meta({ description: 'Where in the request, such as body.event_budget_amount' }),
    message: z.string(),
  })
  .meta({ id: 'FieldError' })

/** RFC 9457. The conflict members stand there only where something was short. */
export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.enum(Object.keys(problems) as [ProblemCode, ...ProblemCode[]]),
    request_id: z.string().optional(),
    errors: z.array(fieldError).optional(),
    conflict_type: conflictType.optional(),
    message: z.string().optional(),
    alternatives: z.array(z.string()).optional(),
    alternative_options: z.array(alternativeOption).optional(),
    alternative_slots: z.array(alternativeSlot).optional(),
    overlapping_options: z.array(overlappingOption).optional(),
    conflicts: z.array(conflict).optional(),
    registration_id: id.optional(),
    expected_seq: z.int().optional(),
    waitlist: waitlistState.optional(),
    batch: batchResult.optional(),
  })
  .meta({
    id: 'Problem',
    examples: [examples.problem],
  })
export type ProblemDocument = z.infer<typeof problem>
