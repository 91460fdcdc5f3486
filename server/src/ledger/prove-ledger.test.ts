import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { ledgerProof } from '@allot/contract'
import type { LedgerProofView } from '@allot/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asOwner } from '../testing/as-owner.ts'
import { givenGala } from '../testing/gala.ts'
import type { Gala } from '../testing/gala.ts'
import { givenApp, givenTenant } from '../testing/given-app.ts'
import type { TestApp, TestTenant } from '../testing/given-app.ts'
import { linkLedger, saveLedger } from './ledger.sql.ts'

const run = promisify(execFile)

let server: TestApp
let tenant: TestTenant
let gala: Gala
let folder: string
let script: string

beforeAll(async () => {
  server = await givenApp()
  tenant = await givenTenant(server)
  gala = await givenGala(tenant)
  for (const name of ['ann', 'ben', 'cleo']) {
    await gala.register(name)
    await gala.approve(name)
  }
  await gala.cancel('ben')
  folder = await mkdtemp(join(tmpdir(), 'allot-proof-'))
  script = join(folder, 'check-proof.mjs')
  // What people are told to run is what is run here.
  const page = await readFile(new URL('../../../docs/using/proof.md', import.meta.url), 'utf8')
  await writeFile(script, /```js\n([^]*?)```/.exec(page)?.[1] ?? '')
})
afterAll(() => rm(folder, { recursive: true }))

async function proofOf({ path }: Gala): Promise<string> {
  const { status, text, headers } = await tenant.auditor.get(`${path}/ledger/proof`)
  expect(status).toBe(200)
  expect(headers['content-disposition']).toMatch(/^attachment; filename="gala[-a-z0-9]*-proof\.json"$/)
  return text
}

/** What the script of the page says of a file. */
async function check(text: string): Promise<string> {
  const file = join(folder, 'proof.json')
  await writeFile(file, text)
  return run(process.execPath, [script, file]).then(
    ({ stdout }) => stdout,
    ({ stdout, stderr }: { stdout: string; stderr: string }) => `failed: ${stdout}${stderr}`,
  )
}

test('anybody computes the proof again', async () => {
  const text = await proofOf(gala)
  const proof = ledgerProof.parse(JSON.parse(text))
  expect(proof).toMatchObject({ event_id: gala.eventId, currency: 'EUR', verification: { is_intact: true } })
  expect(proof.entries.map(({ kind, balance_minor }) => [kind, balance_minor])).toEqual([
    ['COMMIT', 2500],
    ['COMMIT', 5000],
    ['COMMIT', 7500],
    ['RELEASE', 5000],
  ])
  expect(await check(text)).toBe(
    `4 entries, unbroken. Committed: 5000 in minor units. Last hash: ${proof.entries.at(-1)?.hash}\n`,
  )
})

const tampered: [string, number, (entries: LedgerProofView['entries']) => void][] = [
  ['an amount', 2, ([, second]) => second && (second.amount_minor = 2400)],
  [
    'an amount, with every balance after it',
    2,
    (entries) => {
      for (const [index, entry] of entries.entries()) if (index > 0) entry.balance_minor -= 100
      if (entries[1]) entries[1].amount_minor -= 100
    },
  ],
  ['who decided', 3, ([, , third]) => third && (third.actor_id = tenant.owner.userId)],
  ['when', 1, ([first]) => first && (first.created_at = '2027-04-21T12:32:00.000Z')],
  ['an entry taken out', 2, (entries) => void entries.splice(1, 1)],
  ['two that changed places', 1, (entries) => void entries.unshift(...entries.splice(1, 1))],
]
test.each(tampered)('%s: it says from where it is broken', async (_what, entryNo, tamper) => {
  const proof = JSON.parse(await proofOf(gala)) as LedgerProofView
  tamper(proof.entries)
  expect(await check(JSON.stringify(proof))).toBe(`failed: Entry ${entryNo} is not what it was.\n`)
})

test('what was cut off on its way is no proof', async () => {
  const text = await proofOf(gala)
  for (const length of [text.length - 4, text.length / 2]) {
    expect(await check(text.slice(0, length))).toMatch(/^failed: [^]*JSON/)
  }
})

test('a ledger of many pages comes whole, and an empty one is empty', async () => {
  const long = await givenGala(tenant)
  expect(await check(await proofOf(long))).toBe('0 entries, unbroken. Committed: 0 in minor units. Last hash: none\n')
  await long.register('ann')
  const entries = Array.from({ length: 2_000 }, (_, index) => ({
    eventId: long.eventId,
    registrationId: long.registrationOf('ann'),
    kind: index % 2 === 0 ? ('COMMIT' as const) : ('RELEASE' as const),
    amountMinor: index % 2 === 0 ? 2500 : -2500,
    balanceMinor: index % 2 === 0 ? 2500 : 0,
    actorId: tenant.owner.userId,
    at: new Date(Date.UTC(2027, 0, 1, 0, 0, index)),
  }))
  const { head, links } = linkLedger({ count: 0, hash: Buffer.alloc(0) }, entries)
  await server.db.transaction(tenant.tenantId, async (tx) => saveLedger(tx, tenant.tenantId, links))
  await asOwner(server.database, 'update event_books set ledger_count = $2, ledger_hash = $3 where event_id = $1', [
    long.eventId,
    head.count,
    head.hash,
  ])
  const text = await proofOf(long)
  expect(JSON.parse(text)).toMatchObject({ verification: { is_intact: true, ledger_entries: 2_000, deviations: [] } })
  expect(await check(text)).toContain('2000 entries, unbroken.')
})
