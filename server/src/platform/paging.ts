import type { Page } from '@allot/contract'
import type { FastifyReply } from 'fastify'
import { invalid } from './problem.ts'

/** Where a page begins: after a key (deep) or after a count of rows (shallow). */
export type Range = { after: string | undefined; skip: number; limit: number }

/** Reads the place a cursor names. It carries a key and no right: what it points to is looked up like any other. */
export function rangeOf(page: Page, isKey: (text: string) => boolean): Range {
  if (page.cursor === undefined) return { after: undefined, skip: page.skip, limit: page.limit }
  const after = Buffer.from(page.cursor, 'base64url').toString('utf8')
  if (!isKey(after)) throw invalid('query.cursor', 'must be the X-Next-Cursor of the page before')
  return { after, skip: 0, limit: page.limit }
}

/** A page of rows with how many there are in all; where counting stopped early, there are at least so many. */
export type Counted<Row> = {
  rows: Row[]
  total: number
  isMore?: boolean
  /** Where looking stopped before the page was full: the key behind which to go on. */
  resumeAfter?: string | number
}

/** Puts the paging headers on a list: how many there are in all, and where the next page begins, if there is one. */
export function sendPage<Row, View>(
  reply: FastifyReply,
  range: Range,
  { rows, total, isMore = false, resumeAfter }: Counted<Row>,
  keyOf: (row: Row) => string | number,
  view: (row: Row) => View,
): View[] {
  // Of what was not counted to its end, what is shown is there in any case.
  reply.header('x-total-count', isMore ? Math.max(total, range.skip + rows.length) : total)
  if (isMore) reply.header('x-total-count-relation', 'at-least')
  const last = rows.at(-1)
  const behind = last !== undefined && rows.length === range.limit ? keyOf(last) : resumeAfter
  if (behind !== undefined) {
    const cursor = Buffer.from(String(behind)).toString('base64url')
    const next = new URL(reply.request.url, 'http://localhost')
    next.searchParams.delete('skip')
    next.searchParams.set('cursor', cursor)
    reply.header('x-next-cursor', cursor).header('link', `<${next.pathname}${next.search}>; rel="next"`)
  }
  return rows.map(view)
}

/** Entry numbers, the key of ledger and audit lists. */
export function isEntryNo(text: string): boolean {
  return /^[1-9]\d{0,14}$/.test(text)
}
