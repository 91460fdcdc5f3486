import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { clientOf } from './given-app.ts'
import type { TestApp, TestClient } from './given-app.ts'
import type { Reply } from './reply.ts'

/** A tablet at a desk, with the key it signs its log with, and the log it has kept so far. */
export type TestDevice = TestClient & {
  id: string
  key: string
  deskId: string
  privateKey: KeyObject
  /** Another server's client, with the same key. */
  at(server: Pick<TestApp, 'app'>): TestDevice
}

export type SignedEntry = {
  seq: number
  nonce: string
  registration_id: string
  at: string
  kind: 'collect' | 'undo'
  previous_hash: string
  signature: string
}

export const zeros = '0'.repeat(64)

/** A raw Ed25519 key as a tablet sends it. */
export function newSigningKey(): { privateKey: KeyObject; publicKey: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  return { privateKey, publicKey: String(publicKey.export({ format: 'jwk' }).x) }
}

/** Enrols a tablet at a desk, as whoever manages its event and whoever holds the tablet do it together. */
export async function enrolDevice(
  { app }: Pick<TestApp, 'app'>,
  organizer: TestClient,
  deskPath: string,
  name = 'Tablet',
): Promise<TestDevice> {
  const made = await must(201, organizer.post(`${deskPath}/devices`, { name }))
  const { privateKey, publicKey } = newSigningKey()
  const enrolment = { code: made.body.code, public_key: publicKey }
  const { body } = await must(201, clientOf(app, undefined).post('/desk/enrolments', enrolment))
  const key = String(body.key)
  const device = { id: String(body.device?.id), key, deskId: String(body.desk?.id), privateKey }
  const at = (server: Pick<TestApp, 'app'>): TestDevice => ({ ...clientOf(server.app, key), ...device, at })
  return at({ app })
}

/** A log as a tablet keeps it: each entry signed, and chained to the one before it. */
export function signLog(
  device: Pick<TestDevice, 'id' | 'privateKey'>,
  leaseId: string,
  did: readonly { registrationId: string; at?: Date; kind?: 'collect' | 'undo'; nonce?: string }[],
  behind: { seq: number; hash: string } = { seq: 0, hash: zeros },
): SignedEntry[] {
  let { seq, hash } = behind
  return did.map(({ registrationId, at = new Date(), kind = 'collect', nonce }) => {
    seq += 1
    const said = nonce ?? `${leaseId.slice(-8)}-${seq}-${registrationId.slice(-8)}`
    const fields = [device.id, leaseId, seq, said, registrationId, at.toISOString(), kind, hash]
    const text = JSON.stringify(fields)
    const entry = {
      seq,
      nonce: said,
      registration_id: registrationId,
      at: at.toISOString(),
      kind,
      previous_hash: hash,
      signature: sign(null, Buffer.from(text), device.privateKey).toString('base64url'),
    }
    hash = createHash('sha256').update(text).digest('hex')
    return entry
  })
}

/** Where a log goes on behind its last entry. */
export function endOf(
  device: Pick<TestDevice, 'id'>,
  leaseId: string,
  entries: readonly SignedEntry[],
): { seq: number; hash: string } {
  const last = entries.at(-1)
  if (!last) return { seq: 0, hash: zeros }
  const { seq, nonce, registration_id: id, at, kind, previous_hash: previous } = last
  const text = JSON.stringify([device.id, leaseId, seq, nonce, id, at, kind, previous])
  return { seq, hash: createHash('sha256').update(text).digest('hex') }
}

/** @throws Error where the answer is another */
export async function must(status: number, reply: Promise<Reply>): Promise<Reply> {
  const answer = await reply
  if (answer.status !== status) throw new Error(`${answer.status} instead of ${status}: ${answer.text}`)
  return answer
}
