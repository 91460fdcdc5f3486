import { expect, test } from 'vitest'
import { appendEntry, canonicalText, firstHash } from './log.ts'
import type { LogHead } from './log.ts'
import { hashText } from './token.ts'

const start: LogHead = { leaseId: 'lease', seq: 1, hash: firstHash }
const collect = (registrationId: string) =>
  ({
    nonce: `nonce-${registrationId}`,
    registration_id: registrationId,
    at: '2027-05-21T10:00:00.000Z',
    kind: 'collect',
  }) as const

async function givenKeys() {
  const keys = (await crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify'])) as CryptoKeyPair
  return { keys, sign: (text: Uint8Array<ArrayBuffer>) => crypto.subtle.sign('Ed25519', keys.privateKey, text) }
}

test('entries hang together: each carries the hash of the one before, the first one zeros', async () => {
  const { sign } = await givenKeys()
  const first = await appendEntry('tablet', start, collect('ann'), sign)
  const second = await appendEntry('tablet', first.head, collect('bob'), sign)
  expect(first.entry).toMatchObject({ seq: 1, previous_hash: firstHash })
  expect(second.entry).toMatchObject({
    seq: 2,
    previous_hash: await hashText(canonicalText('tablet', 'lease', first.entry)),
  })
})

test('an entry is signed with all it says; changed in any way, the signature is not its own', async () => {
  const { keys, sign } = await givenKeys()
  const { entry } = await appendEntry('tablet', start, collect('ann'), sign)
  const signature = Buffer.from(entry.signature, 'base64url')
  const verify = (text: string) => crypto.subtle.verify('Ed25519', keys.publicKey, signature, Buffer.from(text))
  expect(await verify(canonicalText('tablet', 'lease', entry))).toBe(true)
  const changes = [{ seq: 2 }, { nonce: 'other-nonce' }, { registration_id: 'bob' }, { at: '2027-05-21T10:00:00.001Z' }]
  for (const change of [...changes, { kind: 'undo' as const }, { previous_hash: 'f'.repeat(64) }])
    expect(await verify(canonicalText('tablet', 'lease', { ...entry, ...change }))).toBe(false)
  expect(await verify(canonicalText('another', 'lease', entry))).toBe(false)
  expect(await verify(canonicalText('tablet', 'another', entry))).toBe(false)
})

test('the canonical text is what the API says it is', () => {
  const entry = { ...collect('ann'), seq: 1, previous_hash: firstHash }
  expect(canonicalText('tablet', 'lease', entry)).toBe(
    `["tablet","lease",1,"nonce-ann","ann","2027-05-21T10:00:00.000Z","collect","${firstHash}"]`,
  )
})
