import { z } from 'zod'
import { count, id, instant, page, text } from './common.ts'
import * as examples from './desk-examples.ts'

const location = z.string().trim().max(200).nullable()
const MOST_OPTIONS = 100

const countedOption = z.strictObject({ event_option_id: id, count: z.int().min(0).max(100_000_000) })

const deskFields = {
  name: text(100),
  location,
  event_option_ids: z
    .array(id)
    .max(MOST_OPTIONS)
    .meta({ description: 'What it hands out; none: everything of the event' }),
  counted: z
    .array(countedOption)
    .max(MOST_OPTIONS)
    .meta({
      description:
        'How many of an option lie on its table right now. What is handed out there is taken off from then on; an option that ' +
        'is not named keeps its count. Where event_option_ids says what the desk hands out, only those can be counted.',
    }),
}

export const deskInput = z
  .strictObject({
    name: deskFields.name,
    location: location.optional(),
    event_option_ids: deskFields.event_option_ids.optional(),
    counted: deskFields.counted.optional(),
  })
  .meta({ id: 'NewDesk', examples: [examples.deskInput] })
export type DeskInput = z.infer<typeof deskInput>

export const deskPatch = z
  .strictObject(deskFields)
  .partial()
  .meta({ id: 'DeskChange', examples: [examples.deskChange] })
export type DeskPatch = z.infer<typeof deskPatch>

const deskOption = z
  .object({
    event_option_id: id,
    option_name: z.string(),
    counted: count.nullable(),
    counted_at: instant.nullable(),
    left_on_table: z
      .int()
      .nullable()
      .meta({ description: 'What was counted, less what was collected here since; below 0 where more was handed out' }),
  })
  .meta({ id: 'DeskOption' })

export const desk = z
  .object({
    id,
    event_id: id,
    name: z.string(),
    location: z.string().nullable(),
    options: z.array(deskOption).meta({ description: 'What it hands out; none: everything of the event' }),
    is_active: z.boolean(),
    devices_count: count.meta({ description: 'Tablets that are enrolled' }),
    created_at: instant,
    updated_at: instant,
  })
  .meta({ id: 'Desk', examples: [examples.desk] })
export type DeskView = z.infer<typeof desk>

export const deskParams = z.strictObject({ event_id: id, desk_id: id })
export const deskDeviceParams = z.strictObject({ event_id: id, desk_id: id, device_id: id })
export const deskQuery = page

/** What a tablet may hand out without a network, in short. */
export const heldLease = z
  .object({
    id,
    granted_at: instant,
    expires_at: instant,
    people_count: count.meta({ description: 'Registrations that it holds' }),
  })
  .meta({ id: 'HeldLease' })
export type HeldLeaseView = z.infer<typeof heldLease>

export const deviceStatuses = ['WAITING', 'ENROLLED', 'REVOKED', 'EXPIRED'] as const
export type DeviceStatus = (typeof deviceStatuses)[number]

export const deskDevice = z
  .object({
    id,
    desk_id: id,
    name: z.string().nullable(),
    status: z.enum(deviceStatuses).meta({
      description: '`WAITING` for its code to be used, `EXPIRED` where nobody did in time',
    }),
    created_at: instant,
    code_expires_at: instant.nullable().meta({ description: 'Until when its code can be used' }),
    enrolled_at: instant.nullable(),
    last_seen_at: instant.nullable(),
    revoked_at: instant.nullable(),
    lease: heldLease.nullable(),
    findings_count: count.meta({ description: 'Entries of its offline logs that somebody should look at' }),
  })
  .meta({ id: 'DeskDevice', examples: [examples.device] })
export type DeskDeviceView = z.infer<typeof deskDevice>

export const deskDeviceInput = z
  .strictObject({ name: text(100).nullish() })
  .meta({ id: 'NewDeskDevice', examples: [examples.deviceInput] })

export const newDeskDevice = z
  .object({
    device: deskDevice,
    code: z.string().meta({ description: 'Shown once; good for one tablet, and for ten minutes' }),
    enrol_url: z.string().meta({ description: 'What to show as a QR code: the desk app, with the code behind #' }),
    expires_at: instant,
  })
  .meta({ id: 'DeskDeviceWithCode', examples: [examples.newDevice] })
export type NewDeskDeviceView = z.infer<typeof newDeskDevice>

export const enrolmentCode = z
  .string()
  .max(100)
  .regex(/^[\w-]{22}_[A-Z2-7]{32}$/, 'must be the code of a tablet, as it stands behind # in its link')

export const enrolment = z
  .strictObject({
    code: enrolmentCode,
    public_key: z
      .string()
      .max(100)
      .regex(/^[\w-]{43}$/, 'must be a raw Ed25519 public key, 32 bytes in base64url')
      .meta({ description: 'The raw Ed25519 key that the tablet signs its offline log with: 32 bytes in base64url' }),
    name: text(100).nullish(),
  })
  .meta({ id: 'Enrolment', examples: [examples.enrolment] })

export const deskEvent = z
  .object({
    id,
    name: z.string(),
    timezone: z.string(),
    slot_override: z.enum(['ask', 'never', 'always']).meta({
      description: 'Whether somebody of another slot may be let through',
    }),
  })
  .meta({ id: 'DeskEvent' })

export const enrolled = z
  .object({
    key: z.string().meta({ description: 'Shown once: `Authorization: Bearer …` for all that a tablet may do' }),
    device: deskDevice,
    desk,
    event: deskEvent,
  })
  .meta({ id: 'Enrolled', examples: [examples.enrolled] })
export type EnrolledView = z.infer<typeof enrolled>

const expectedSlot = z
  .object({
    slot: z.string(),
    starts_at: instant,
    ends_at: instant.nullable(),
    total: count.meta({ description: 'Approved people of this slot whom this desk may serve' }),
    collected: count,
  })
  .meta({ id: 'ExpectedSlot' })

/** What a tablet is told of the desk it stands at. */
export const ownDesk = z
  .object({
    desk,
    device: deskDevice,
    event: deskEvent,
    now: instant.meta({ description: 'The clock of the server' }),
    slot_now: z.string().nullable().meta({ description: 'The first of `expected`' }),
    expected: z.array(expectedSlot).max(20).meta({
      description: 'The slots of right now; those at the location of the desk alone, where there are such',
    }),
    lease: heldLease.nullable(),
  })
  .meta({ id: 'OwnDesk', examples: [examples.ownDesk] })
export type OwnDeskView = z.infer<typeof ownDesk>

export const deskPeopleQuery = z.strictObject({
  q: z.string().trim().max(200).optional().meta({ description: 'What words of a name begin with' }),
  slot: text(100).optional().meta({ description: 'Only people of the slot with this label' }),
  limit: z.coerce.number().int().min(1).max(100).default(20),
})

export const deskPerson = z
  .object({
    registration_id: id,
    person_name: z.string(),
    option_name: z.string(),
    option_type: z.string(),
    slot: z.string().nullable(),
    starts_at: instant.nullable(),
    ends_at: instant.nullable(),
    collected_at: instant.nullable(),
  })
  .meta({ id: 'DeskPerson', examples: [examples.deskPerson] })
export type DeskPersonView = z.infer<typeof deskPerson>
