import { ownClock, setClock } from './clock.ts'
import { writeKept } from './storage.ts'
import type { Kept } from './storage.ts'
import { base64Url } from './token.ts'
import { createTabletTransport, sendEnrolment } from './transport.ts'

/** The code of a tablet as it stands behind the # of its link, or as somebody typed it. */
export function readEnrolmentCode(text: string): string | undefined {
  return /(?:^|#)([\w-]{22}_[A-Z2-7]{32})$/.exec(text.trim())?.[1]
}

/**
 * Makes this tablet one of a desk: it makes a pair of keys, of which the private one never leaves it, and gives the
 * code for a key of its own.
 */
export async function enrol(code: string, name: string | undefined): Promise<Kept> {
  // A browser that evicts storage when it is full would make the tablet forget who it is.
  await navigator.storage?.persist?.().catch(() => false)
  const keys = (await crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify'])) as CryptoKeyPair
  const publicKey = base64Url(new Uint8Array(await crypto.subtle.exportKey('raw', keys.publicKey)))
  const { key, device, desk, event } = await sendEnrolment(code, publicKey, name)
  const enrolled = {
    key,
    deviceId: device.id,
    deskId: desk.id,
    eventId: event.id,
    privateKey: keys.privateKey,
  }
  const kept: Kept = {
    enrolled,
    own: { desk, event, now: new Date().toISOString(), slot_now: null, expected: [] },
    people: [],
    clock: ownClock,
    held: undefined,
    head: undefined,
    unsent: [],
    findings: [],
    // A desk at a place of its own serves the slots of that place, and may keep them; others are asked first.
    holding: desk.location === null ? 'nobody' : 'slot',
  }
  // The code is used up: whatever comes now, the key must not be lost.
  await writeKept(kept)
  const askedAt = Date.now()
  const own = await createTabletTransport(key, event.id)
    .readOwn()
    .catch(() => undefined)
  return own ? { ...kept, own, clock: setClock(own.now, askedAt, Date.now()) } : kept
}
