import { z } from 'zod'
import type { ProblemCode } from './problems.ts'

/**
 * One operation of the API: its name, what comes in, what goes out, and which refusals it knows beside those that any
 * request can meet. The OpenAPI document is generated from these.
 */
export type Operation = {
  operationId: string
  tags: [string]
  summary: string
  description?: string
  params?: z.ZodType
  querystring?: z.ZodType
  body?: z.ZodType
  /** What the body is where it is not JSON but a file. */
  bodyTypes?: readonly string[]
  response: Record<number, z.ZodType>
  /** What the answer is where it is not JSON. */
  mediaType?: string
  refusals: readonly ProblemCode[]
}

export const nothing = z.null().describe('Done; there is nothing to say')
export const list = <Item extends z.ZodType>(item: Item) => z.array(item)
export const paged =
  'X-Total-Count says how many there are, or, where X-Total-Count-Relation is at-least, how many were counted before it was ' +
  'enough; X-Next-Cursor and Link where the next page begins.'
export const countedSoFar =
  'Where neither a counter nor an index knows what a filter finds, one request looks at 10,000 rows. There may be more ' +
  'then: X-Total-Count is what was counted so far, and X-Total-Count-Relation is at-least; everywhere else it is exact. ' +
  'A page that ends there is shorter than its limit, or empty, and X-Next-Cursor says that the list goes on.'

/** What the answer of an export is. */
export const exported = {
  response: { 200: z.string().meta({ description: 'UTF-8 with a byte order mark; lines end in CR LF (RFC 4180)' }) },
  mediaType: 'text/csv',
}
export const exportNote =
  'Takes the filters of the list, and no page: all there is, as it was when the answer began, one line for each. The first ' +
  'line names the columns. Text that a spreadsheet would run as a formula has an apostrophe in front. An answer that ends ' +
  'without its last chunk is not whole: ask again. A few exports go on at once; another is told to wait (BUSY).'
