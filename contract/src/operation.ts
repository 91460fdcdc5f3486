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
  response: Record<number, z.ZodType>
  refusals: readonly ProblemCode[]
}

export const nothing = z.null().describe('Done; there is nothing to say')
export const list = <Item extends z.ZodType>(item: Item) => z.array(item)
export const paged = 'X-Total-Count says how many there are, X-Next-Cursor and Link where the next page begins.'
