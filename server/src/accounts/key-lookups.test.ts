import { roles } from '@allot/contract'
import { beforeAll, expect, test } from 'vitest'
import type { Database } from '../platform/database.ts'
import { sha256 } from '../platform/secrets.ts'
import { clientOf, givenApp, givenTenant } from '../testing/given-app.ts'
import type { TestApp, TestTenant } from '../testing/given-app.ts'
import { findActorsByKeys } from './api-keys.sql.ts'
import { createKeyLookups } from './key-lookups.ts'

let server: TestApp
let aster: TestTenant
let birch: TestTenant
beforeAll(async () => {
  server = await givenApp()
  aster = await givenTenant(server, 'Aster')
  birch = await givenTenant(server, 'Birch')
})

/** The database, and for which tenants it is read. */
function watched(): { db: Database; read: string[] } {
  const read: string[] = []
  const db: Database = {
    ...server.db,
    read: (tenantId, work) => {
      read.push(tenantId)
      return server.db.read(tenantId, work)
    },
  }
  return { db, read }
}

test('keys asked for at one moment are looked up together, each tenant’s by themselves', async () => {
  const { db, read } = watched()
  const lookUp = createKeyLookups(db, findActorsByKeys)
  const staff = [
    [aster, aster.owner],
    [aster, aster.approver],
    [aster, aster.member],
    [birch, birch.owner],
    [birch, birch.member],
    [aster, aster.member],
  ] as const
  const found = await Promise.all(staff.map(([{ tenantId }, { key }]) => lookUp(tenantId, sha256(key))))
  expect(found).toMatchObject(staff.map(([, { userId }]) => ({ user_id: userId })))
  expect(found.map((row) => row?.role)).toEqual(['owner', 'approver', 'member', 'owner', 'member', 'member'])
  expect(read).toEqual([aster.tenantId, birch.tenantId])

  expect(await lookUp(birch.tenantId, sha256(birch.owner.key))).toEqual(found[3])
  expect(read).toHaveLength(3)
})

test('a key is nobody’s in another tenant, whoever is asked for beside it', async () => {
  const lookUp = createKeyLookups(server.db, findActorsByKeys)
  const theirs = sha256(birch.owner.key)
  const found = await Promise.all([
    lookUp(aster.tenantId, theirs),
    lookUp(aster.tenantId, sha256(aster.owner.key)),
    lookUp(birch.tenantId, theirs),
    lookUp(birch.tenantId, sha256(aster.owner.key)),
  ])
  expect(found.map((row) => row?.user_id)).toEqual([undefined, aster.owner.userId, birch.owner.userId, undefined])
})

test('one that is revoked, has expired, or is of somebody who may not come in is nobody’s among others that are good', async () => {
  const make = async (user_id: string, more = {}) =>
    (await aster.owner.post('/api-keys', { user_id, name: 'x', ...more })).body
  const [left, stays] = [await aster.add('member'), await aster.add('approver')]
  const revoked = await make(stays.userId)
  await aster.owner.delete(`/api-keys/${revoked.id}`)
  await aster.owner.put(`/users/${left.userId}`, { is_active: false })
  const expired = await make(stays.userId, { expires_at: new Date(Date.now() + 1).toISOString() })
  const good = await make(stays.userId)

  const lookUp = createKeyLookups(server.db, findActorsByKeys)
  const keys = [revoked.key, left.key, expired.key, 'allot_unknown', good.key]
  const ask = () => Promise.all(keys.map((key) => lookUp(aster.tenantId, sha256(String(key)))))
  await expect.poll(async () => (await ask())[2]).toBeUndefined()
  expect((await ask()).map((row) => row?.user_id)).toEqual([undefined, undefined, undefined, undefined, stays.userId])
})

test('where the database fails, all that were asked for together are told, and the next are looked up again', async () => {
  const { db } = watched()
  let fails = true
  const failing: Database = {
    ...db,
    read: (tenantId, work) => (fails ? Promise.reject(new Error('no database')) : db.read(tenantId, work)),
  }
  const lookUp = createKeyLookups(failing, findActorsByKeys)
  const ask = () =>
    Promise.allSettled([aster.owner, aster.member].map(({ key }) => lookUp(aster.tenantId, sha256(key))))
  expect((await ask()).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  fails = false
  expect((await ask()).map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled'])
})

test('over HTTP everybody of a rush is who their key says they are, in their own tenant', async () => {
  const people = [aster, birch].flatMap((tenant) =>
    roles.map((role) => ({ person: tenant[role], tenantId: tenant.tenantId })),
  )
  const replies = await Promise.all(people.map(({ person }) => clientOf(server.app, person.key).get('/me')))
  expect(replies.map(({ body }) => [body.user?.id, body.tenant?.id])).toEqual(
    people.map(({ person, tenantId }) => [person.userId, tenantId]),
  )
})
