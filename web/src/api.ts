import { createApiClient } from '@allot/contract/client'
import type { Schema } from '@allot/contract/client'
import { createRenewal, createRenewingFetch } from './session/renewal.ts'

/** Asks who is there without asking anybody back in. */
const plain = createApiClient()
export const renewal = createRenewal(async () => {
  const { data, response } = await plain.GET('/me')
  if (data) return data
  if (response.status === 401) return undefined
  throw new Error(`nobody knows who is there: ${response.status}`)
})

/**
 * The one client of the API: the same place, by cookie. Whatever a page can do, the API can do. A session that ends
 * in the middle of it is renewed over the page, and the request goes on.
 */
export const api = createApiClient({ fetch: createRenewingFetch(renewal, (request) => fetch(request)) })

export type Problem = Schema<'Problem'>
export type { Schema }

/** A refusal of the API, with all it said: what is short, what there is instead, which field is not right. */
export class ApiError extends Error {
  readonly problem: Problem
  readonly retryAfterSeconds: number | undefined

  constructor(problem: Problem, retryAfterSeconds?: number) {
    super(problem.detail)
    this.name = 'ApiError'
    this.problem = problem
    this.retryAfterSeconds = retryAfterSeconds
  }
}

/** Nothing came back: no network, or no server. Whether it was done is unknown; the same key makes asking again safe. */
export class Unreachable extends Error {
  constructor() {
    super('the server did not answer')
    this.name = 'Unreachable'
  }
}

/** Whether nobody is signed in any more. */
export function isSignedOut(error: unknown): boolean {
  return error instanceof ApiError && error.problem.status === 401
}

/** Whether nothing was said about the request itself: no network, no server, or one that cannot answer just now. */
export function isUnanswered(error: unknown): boolean {
  return error instanceof Unreachable || (error instanceof ApiError && error.problem.status >= 500)
}

type Reply<Data> = { data?: Data; error?: unknown; response: Response }

/** The data of an answer, or an `ApiError` with the refusal. */
export async function take<Data>(reply: Promise<Reply<Data>>): Promise<Data> {
  const { data } = await takeReply(reply)
  return data
}

/** The data of an answer with the answer itself, for its headers: how many there are, where the next page begins. */
export async function takeReply<Data>(reply: Promise<Reply<Data>>): Promise<{ data: Data; response: Response }> {
  let settled: Reply<Data>
  try {
    settled = await reply
  } catch {
    throw new Unreachable()
  }
  const { data, error, response } = settled
  if (!response.ok) {
    const wait = Number(response.headers.get('retry-after')) || undefined
    throw new ApiError(isProblem(error) ? error : unknownProblem(response.status), wait)
  }
  return { data: data as Data, response }
}

/**
 * A page of a list: what is on it, how many there are in all, and the cursor of the next. `isMore` where they were not
 * counted to the end.
 */
export type ListPage<Item> = { items: Item[]; total: number; isMore?: boolean; next: string | undefined }

export async function takePage<Item>(reply: Promise<Reply<Item[]>>): Promise<ListPage<Item>> {
  const { data, response } = await takeReply(reply)
  return {
    items: data,
    total: Number(response.headers.get('x-total-count') ?? data.length),
    isMore: response.headers.has('x-total-count-relation'),
    next: response.headers.get('x-next-cursor') ?? undefined,
  }
}

/** Pages of which one is looked through after the other; a list of ten million has no more. */
const MOST_PAGES = 1_000

/**
 * A page with something on it. In a huge event the server looks at ten thousand rows for each request: where none of
 * them is asked for, the page is empty, and the next goes on behind them.
 */
export async function seekPage<Page extends ListPage<unknown>>(
  read: (cursor: string | undefined) => Promise<Page>,
  cursor: string | undefined,
): Promise<Page> {
  let page = await read(cursor)
  for (let pages = 1; page.items.length === 0 && page.next !== undefined && pages < MOST_PAGES; pages += 1)
    page = await read(page.next)
  return page
}

/** A new key for one intent. Keep it while trying again: the server then does the work once. */
export function newIntent(): { 'Idempotency-Key': string } {
  return { 'Idempotency-Key': crypto.randomUUID() }
}

function isProblem(error: unknown): error is Problem {
  return typeof error === 'object' && error !== null && 'code' in error && 'detail' in error
}

function unknownProblem(status: number): Problem {
  return {
    type: 'about:blank',
    title: 'Refused',
    status,
    detail: `The server answered ${status}.`,
    code: 'BAD_REQUEST',
  }
}
