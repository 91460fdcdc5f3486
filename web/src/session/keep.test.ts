import { QueryClient } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { hasKept, keepAnswers, restoreKept } from './keep.ts'
import { forgetKept } from './kept.ts'
import { meQuery, welcome } from './session.ts'
import type { Me } from './session.ts'

const ann = { user: { id: 'ann' }, tenant: { id: 'northwind' } } as Me
const bob = { user: { id: 'bob' }, tenant: { id: 'northwind' } } as Me
const stored = new Map<string, string>()

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2027-05-21T09:00:00Z') })
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => stored.set(key, value),
    removeItem: (key: string) => stored.delete(key),
  })
  // A window that was opened just now remembers nobody.
  vi.stubGlobal('sessionStorage', { getItem: () => null, setItem: () => {}, removeItem: () => {}, length: 0 })
})

afterEach(() => {
  stored.clear()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('what one asked for is there again without a network, as old as it is', async () => {
  const client = await givenSomebody(ann)
  const stop = keepAnswers(client)
  await read(client, ['mine'], ['the hoodie'])
  vi.advanceTimersByTime(200)
  stop()

  vi.setSystemTime(new Date('2027-05-22T12:00:00Z'))
  const later = new QueryClient()
  expect(restoreKept(later)).toBe(true)
  expect(later.getQueryData(meQuery.queryKey)).toEqual(ann)
  expect(later.getQueryData(['mine'])).toEqual(['the hoodie'])
  expect(later.getQueryState(['mine'])?.dataUpdatedAt).toBe(Date.parse('2027-05-21T09:00:00Z'))
})

test('what does not say that it is kept is not, such as what an organiser read', async () => {
  const client = await givenSomebody(ann)
  await client.fetchQuery({ queryKey: ['event', 'gala', 'variance'], queryFn: () => 'the budget' })
  keepAnswers(client)()
  expect([...stored.values()].join('')).not.toContain('the budget')
})

test('what was kept before stays, where this visit did not read it', async () => {
  const first = await givenSomebody(ann)
  await read(first, ['mine'], ['the hoodie'])
  keepAnswers(first)()
  keepAnswers(await givenSomebody(ann))()

  const later = new QueryClient()
  restoreKept(later)
  expect(later.getQueryData(['mine'])).toEqual(['the hoodie'])
})

test('nothing of the person before is left once somebody else is here', async () => {
  const first = await givenSomebody(ann)
  await read(first, ['mine'], ['the hoodie'])
  keepAnswers(first)()
  keepAnswers(await givenSomebody(bob))()

  expect([...stored.values()].join('')).not.toMatch(/hoodie|ann/)
})

test('whoever signs in on a device, in any window, finds nothing of the one before', async () => {
  keepAnswers(await givenSomebody(ann))()
  welcome(ann)
  expect(hasKept()).toBe(true)
  welcome(bob)
  expect(stored.size).toBe(0)
})

test('after signing out nothing is kept, and nothing restored', async () => {
  keepAnswers(await givenSomebody(ann))()
  expect(hasKept()).toBe(true)
  forgetKept()
  expect(stored.size).toBe(0)
  expect(hasKept()).toBe(false)
  expect(restoreKept(new QueryClient())).toBe(false)
})

test('an answer that comes while one is leaving is not kept any more', async () => {
  const client = await givenSomebody(ann)
  const stop = keepAnswers(client)
  await read(client, ['mine'], ['the hoodie'])
  client.clear()
  forgetKept()
  vi.advanceTimersByTime(1_000)
  stop()
  expect(stored.size).toBe(0)
})

test('what cannot be read is as good as nothing', () => {
  stored.set('allot-mine', '{"userId":')
  expect(restoreKept(new QueryClient())).toBe(false)
})

async function givenSomebody(me: Me): Promise<QueryClient> {
  const client = new QueryClient()
  await client.fetchQuery({ ...meQuery, queryFn: () => me })
  return client
}

function read(client: QueryClient, queryKey: string[], answer: unknown): Promise<unknown> {
  return client.fetchQuery({ queryKey, queryFn: () => answer, meta: { isKept: true } })
}
