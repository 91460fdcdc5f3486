import { MOST_MONEY } from '@allot/core'
import { z } from 'zod'

/** Text a person typed, of a given length at most, without surrounding blanks. */
export const text = (most: number) => z.string().trim().min(1).max(most)

export const id = z
  .uuid()
  .toLowerCase()
  .meta({ description: 'An unguessable id (UUID)', example: '019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e' })

export const instant = z.iso
  .datetime({ offset: true, error: 'must be an ISO 8601 date and time with offset, such as 2027-05-21T09:00:00+02:00' })
  // An offset can lead out of the four-digit years, which the database and every other reader would write differently.
  .refine(isFourDigitYear, 'must be in the years 1 to 9999, in UTC')
  .meta({ description: 'ISO 8601 with offset', example: '2027-05-21T07:00:00Z' })

function isFourDigitYear(text: string): boolean {
  const year = new Date(text).getUTCFullYear()
  // What is no date at all has been told so already.
  return Number.isNaN(year) || (year >= 1 && year <= 9999)
}

export const money = z
  .number()
  .min(0)
  .max(MOST_MONEY)
  .meta({ description: "Major units, with at most the currency's decimals", example: 74.5 })

export const count = z.int().min(0).max(2_147_483_647)

/** Lists are JSON arrays, newest first. `cursor` goes on where the page before ended, however deep; `skip` counts. */
export const page = z.strictObject({
  skip: z.coerce.number().int().min(0).max(10_000, 'go deeper than 10000 with cursor').default(0),
  limit: z.coerce.number().int().min(1).max(100).default(10),
  cursor: z
    .string()
    .max(200)
    .regex(/^[\w-]+$/, 'must be the X-Next-Cursor of the page before')
    .optional(),
})
export type Page = z.infer<typeof page>

/** A parameter that may stand in a query string several times: `?slot=A&slot=B`. */
export const several = <Item extends z.ZodType>(item: Item) =>
  z.preprocess((given) => (given === undefined ? undefined : [given].flat()), z.array(item).max(100).optional())

/** A yes or no in a query string. */
export const flag = z.enum(['true', 'false']).transform((value) => value === 'true')

export const roles = ['owner', 'organizer', 'approver', 'auditor', 'desk', 'member'] as const
export const role = z.enum(roles)
export type Role = z.infer<typeof role>
