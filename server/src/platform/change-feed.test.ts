import { expect, inject, test } from 'vitest'
import { createTestDatabase } from '../testing/databases.ts'
import { openChangeFeed } from './change-feed.ts'
import { openDatabase } from './database.ts'
import type { Database } from './database.ts'
import { createLog } from './log.ts'

test('where what is said is not heard, as behind a pooler that lends sessions out, it looks every second', async () => {
  const database = await createTestDatabase(inject('postgres'))
  const db = openDatabase(database.app, 2)
  const deaf: Database = { ...db, pool: { query: () => Promise.resolve() } as unknown as Database['pool'] }
  const feed = openChangeFeed(deaf, createLog('silent'))
  let looks = 0
  feed.start(
    () => {},
    () => void (looks += 1),
  )
  await new Promise((resolve) => setTimeout(resolve, 4_500))
  expect(feed.isListening()).toBe(false)
  expect(looks).toBeGreaterThanOrEqual(3)
  await feed.close()
  await db.close()
  await database.drop()
})

test('where it is heard, it listens, and hardly ever looks', async () => {
  const database = await createTestDatabase(inject('postgres'))
  const db = openDatabase(database.app, 2)
  const feed = openChangeFeed(db, createLog('silent'))
  let looks = 0
  feed.start(
    () => {},
    () => void (looks += 1),
  )
  await new Promise((resolve) => setTimeout(resolve, 3_500))
  expect(feed.isListening()).toBe(true)
  expect(looks).toBeLessThanOrEqual(2)
  await feed.close()
  await db.close()
  await database.drop()
})
