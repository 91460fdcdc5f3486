import { Webhook } from 'standardwebhooks'
import { expect, test } from 'vitest'
import { newWebhookSecret, signatureHeaders } from './signature.ts'

const body = Buffer.from(JSON.stringify({ type: 'registration.approved', data: { event_name: 'Grüße 🎁' } }))
const sign = (secrets: string[], at = new Date()) => signatureHeaders(secrets, 'message-1', at, body)
const isGood = (secret: string, headers: Record<string, string>, sent = body.toString()) => {
  try {
    new Webhook(secret).verify(sent, headers)
    return true
  } catch {
    return false
  }
}

test('a receiver with the library of the standard takes a message, and only as it was sent', () => {
  const secret = newWebhookSecret()
  const headers = sign([secret])
  expect(isGood(secret, headers)).toBe(true)
  expect(isGood(newWebhookSecret(), headers)).toBe(false)
  expect(isGood(secret, headers, body.toString().replace('approved', 'rejected'))).toBe(false)
  expect(isGood(secret, { ...headers, 'webhook-id': 'message-2' })).toBe(false)
  expect(isGood(secret, { ...headers, 'webhook-timestamp': String(Number(headers['webhook-timestamp']) + 1) })).toBe(
    false,
  )
  expect(isGood(secret, sign([secret], new Date(Date.now() - 3_600_000)))).toBe(false)
})

test('while a secret is changed, a receiver with either takes it', () => {
  const [older, newer] = [newWebhookSecret(), newWebhookSecret()]
  const headers = sign([newer, older])
  expect([older, newer].map((secret) => isGood(secret, headers))).toEqual([true, true])
  expect(headers['webhook-signature']).toMatch(/^v1,[\w+/]{43}= v1,[\w+/]{43}=$/)
})

test('a secret has 256 bits, and no two are alike', () => {
  const secrets = Array.from({ length: 100 }, newWebhookSecret)
  expect(new Set(secrets).size).toBe(100)
  for (const secret of secrets) expect(Buffer.from(secret.replace(/^whsec_/, ''), 'base64')).toHaveLength(32)
})
