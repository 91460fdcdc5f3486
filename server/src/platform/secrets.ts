import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createSecretKey,
  hkdfSync,
  randomBytes,
} from 'node:crypto'
import { isId } from './ids.ts'
import { drawRandom } from './random.ts'

/** What the server derives from its one secret; each use has a key of its own, so that one never opens another. */
export type Secrets = {
  /** A registration's QR token: 160 bits, shown again by deriving it again, never stored. A new generation is a new token. */
  qrToken(tenantId: string, registrationId: string, generation: number): string
  /** What stands in the link of an offer: it names its tenant, and 160 bits, derived again whenever it is needed. */
  offerToken(tenantId: string, registrationId: string): string
  /** Encrypts what must be kept but not be read in the database. */
  seal(text: string): Buffer
  open(sealed: Buffer): string
  /** What signs the sign-in cookies. */
  sessionSecret: string
}

export function deriveSecrets(secret: string): Secrets {
  const key = (use: string) => Buffer.from(hkdfSync('sha256', secret, 'allot', use, 32))
  // Made once: from a plain buffer, each use would make them anew, which costs more than the use itself.
  const qrKey = createSecretKey(key('qr-token'))
  const offerKey = createSecretKey(key('offer-token'))
  const sealKey = createSecretKey(key('seal'))
  const nextNonce = drawRandom(12, 256)
  return {
    qrToken(tenantId, registrationId, generation) {
      const mac = createHmac('sha256', qrKey).update(`${tenantId}/${registrationId}/${generation}`).digest()
      return base32(mac.subarray(0, 20))
    },
    offerToken(tenantId, registrationId) {
      const mac = createHmac('sha256', offerKey).update(`${tenantId}/${registrationId}/1`).digest()
      return `${shortTenant(tenantId)}_${base32(mac.subarray(0, 20))}`
    },
    seal(text) {
      const nonce = nextNonce()
      const cipher = createCipheriv('aes-256-gcm', sealKey, nonce)
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([nonce, cipher.getAuthTag(), body])
    },
    open(sealed) {
      const decipher = createDecipheriv('aes-256-gcm', sealKey, sealed.subarray(0, 12))
      decipher.setAuthTag(sealed.subarray(12, 28))
      return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]).toString('utf8')
    },
    sessionSecret: key('session').toString('hex'),
  }
}

export function sha256(content: string | Buffer): Buffer {
  return createHash('sha256').update(content).digest()
}

/** A secret to show once: 256 random bits. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

const keyPrefix = 'allot_'
const deviceKeyPrefix = 'allotdesk_'

/**
 * An API key names its tenant, so that it is looked up inside that tenant, under its row-level security like
 * everything else; the 256 random bits behind are what counts, and of the whole only a hash is kept.
 */
export function newApiKey(tenantId: string): string {
  return `${keyPrefix}${shortTenant(tenantId)}_${newSecret()}`
}

/** The key of a tablet at a desk: the same, and told apart by its beginning. */
export function newDeviceKey(tenantId: string): string {
  return `${deviceKeyPrefix}${shortTenant(tenantId)}_${newSecret()}`
}

/** A code that is good for once and for minutes: 160 bits behind the tenant it is looked up in. */
export function newCode(tenantId: string): string {
  return `${shortTenant(tenantId)}_${base32(randomBytes(20))}`
}

function shortTenant(tenantId: string): string {
  return Buffer.from(tenantId.replaceAll('-', ''), 'hex').toString('base64url')
}

/** The tenant an API key names; undefined where the text is no API key at all. */
export function tenantOfKey(key: string): string | undefined {
  return tenantIn(/^allot_([\w-]{22})_[\w-]{43}$/, key)
}

/** The tenant that the key of a tablet names; undefined where the text is none. */
export function tenantOfDeviceKey(key: string): string | undefined {
  return tenantIn(/^allotdesk_([\w-]{22})_[\w-]{43}$/, key)
}

/** The tenant that the token of an offer, or a code, names; undefined where the text is none. */
export function tenantOfOffer(token: string): string | undefined {
  return tenantIn(/^([\w-]{22})_[A-Z2-7]{32}$/, token)
}

function tenantIn(pattern: RegExp, text: string): string | undefined {
  const match = pattern.exec(text)
  if (!match?.[1]) return undefined
  const hex = Buffer.from(match[1], 'base64url').toString('hex')
  const id = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
  return isId(id) ? id : undefined
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** RFC 4648, without padding: 20 bytes are 32 letters, which a person can read out. */
function base32(bytes: Buffer): string {
  let text = ''
  let bits = 0
  let value = 0
  for (const byte of bytes) {
    value = (value << 8) | byte
    bits += 8
    while (bits >= 5) {
      text += alphabet.charAt((value >>> (bits - 5)) & 31)
      bits -= 5
    }
    value &= (1 << bits) - 1
  }
  return bits > 0 ? text + alphabet.charAt((value << (5 - bits)) & 31) : text
}
