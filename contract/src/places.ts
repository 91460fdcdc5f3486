import { z } from 'zod'
import { count, id, instant, text } from './common.ts'
import * as examples from './place-examples.ts'

/** So many slots at most are made by one request. */
export const MOST_PLANNED = 500
/** So many people at most are moved by one. */
export const MOST_MOVED = 500

const said = (most: number) => z.string().trim().min(1).max(most).nullable()

const locationFields = {
  name: text(60),
  code: said(20).meta({ description: 'As on signs and plans' }),
  building: said(100),
  floor: said(50),
  capacity: z
    .int()
    .min(1)
    .max(1_000_000)
    .nullable()
    .meta({ description: 'How many people fit at once; null: any number' }),
  directions: said(1000).meta({ description: 'How to find it' }),
  accessibility: said(1000).meta({ description: 'What to know with a wheelchair, a pram, poor sight' }),
}

export const locationInput = z
  .strictObject({
    name: locationFields.name,
    code: locationFields.code.optional(),
    building: locationFields.building.optional(),
    floor: locationFields.floor.optional(),
    capacity: locationFields.capacity.optional(),
    directions: locationFields.directions.optional(),
    accessibility: locationFields.accessibility.optional(),
  })
  .meta({ id: 'NewLocation', examples: [examples.newLocation] })

export const locationPatch = z
  .strictObject(locationFields)
  .partial()
  .meta({ id: 'LocationChange', examples: [examples.locationChange] })

export const location = z
  .object({
    id,
    event_id: id,
    ...locationFields,
    slots_count: count,
    created_at: instant,
    updated_at: instant,
  })
  .meta({ id: 'Location', examples: [examples.location] })
export type LocationView = z.infer<typeof location>

export const locationParams = z.strictObject({ event_id: id, location_id: id })

const localDate = z.iso
  .date('must be a date such as 2027-05-21')
  .refine((date) => date >= '1970-01-01', 'must not be before 1970')
  .meta({ example: '2027-05-21' })
const clock = (end: boolean) =>
  z
    .string()
    .regex(
      end ? /^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/ : /^(?:[01]\d|2[0-3]):[0-5]\d$/,
      `must be a time such as 09:00${end ? ', at most 24:00' : ''}`,
    )
const hours = z.strictObject({ from: clock(false), to: clock(true) })

export const slotPlanInput = z
  .strictObject({
    location_id: id,
    days: z.array(localDate).min(1).max(62).meta({ description: 'In the time zone of the event' }),
    opening: z.array(hours).min(1).max(12).meta({ description: 'Of each of the days, by the clock there' }),
    breaks: z.array(hours).max(24).default([]),
    slot_minutes: z.int().min(5).max(120),
    people_per_slot: z.int().min(1).max(1_000_000),
    language: z
      .enum(['en', 'de'])
      .default('en')
      .meta({ description: 'Of the day in a label, where there are several' }),
    dry_run: z.boolean().default(false).meta({ description: 'Says what would come of it, and changes nothing' }),
  })
  .meta({ id: 'SlotPlan', examples: [examples.slotPlan] })
export type SlotPlanInput = z.infer<typeof slotPlanInput>

const plannedSlot = z.object({
  slot_id: id.nullable().meta({ description: 'null of one that would be made' }),
  label: z.string(),
  starts_at: instant,
  ends_at: instant,
  capacity: count,
  people: count.meta({ description: 'Who hold it or ask for it' }),
  outcome: z.enum(['CREATED', 'CHANGED', 'UNCHANGED']),
})

const leftSlot = z.object({ slot_id: id, label: z.string(), people: count })

export const slotPlanResult = z
  .object({
    location_id: id,
    dry_run: z.boolean(),
    created: count,
    slots: z.array(plannedSlot).max(MOST_PLANNED).meta({ description: 'All that are planned, in the order of time' }),
    held: z.array(leftSlot).meta({
      description: 'Slots of those days that do not fit the plan, and stay: people hold them or ask for them',
    }),
    removed: z
      .array(leftSlot)
      .meta({ description: 'Slots of those days that do not fit the plan, and that nobody has' }),
    remainders: z
      .array(z.object({ date: z.string(), from: z.string(), to: z.string(), minutes: count }))
      .meta({ description: 'What is open, but too short for one more slot' }),
    clock_changes: z
      .array(z.object({ date: z.string(), kind: z.enum(['skipped', 'repeated']), from: z.string(), to: z.string() }))
      .meta({ description: 'Opening hours that the clocks leave out, or show twice' }),
  })
  .meta({ id: 'SlotPlanResult', examples: [examples.slotPlanResult] })
export type SlotPlanView = z.infer<typeof slotPlanResult>

export const slotMove = z
  .strictObject({
    to_slot_id: id,
    registration_ids: z.array(id).min(1).max(MOST_MOVED).optional(),
    count: z.int().min(1).max(MOST_MOVED).optional().meta({ description: 'Instead: so many, those who asked last' }),
    dry_run: z.boolean().default(false),
  })
  .refine((move) => move.registration_ids === undefined || move.count === undefined, {
    path: ['count'],
    error: 'is for where nobody is named: leave it out, or registration_ids',
  })
  .meta({ id: 'SlotMove', examples: [examples.slotMove] })
export type SlotMoveInput = z.infer<typeof slotMove>

export const slotMoveResult = z
  .object({
    from_slot_id: id,
    to_slot_id: id,
    dry_run: z.boolean(),
    total: count,
    moved: count,
    refused: count,
    rows: z.array(
      z.object({
        registration_id: id,
        outcome: z.enum(['MOVED', 'UNCHANGED', 'REFUSED']),
        code: z.string().nullable(),
        message: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'SlotMoveResult', examples: [examples.slotMoveResult] })
export type SlotMoveView = z.infer<typeof slotMoveResult>

export const slotBalance = z
  .object({
    over: count.meta({ description: 'How many ask for a slot beyond those who fit' }),
    unplaced: count.meta({ description: 'For how many of them no slot of their day has room' }),
    moves: z
      .array(
        z.object({
          from_slot_id: id,
          from_label: z.string(),
          to_slot_id: id,
          to_label: z.string(),
          count,
          registration_ids: z.array(id).meta({ description: 'Those who asked last' }),
        }),
      )
      .meta({ description: 'Those of fewest people first; at most 50 moves of 500 people together' }),
  })
  .meta({ id: 'SlotBalance', examples: [examples.slotBalance] })
export type SlotBalanceView = z.infer<typeof slotBalance>
