import { isIP } from 'node:net'
import { Resolver } from 'node:dns/promises'
import ipaddr from 'ipaddr.js'

/**
 * Keeps requests that a tenant asks for away from the inside of the network: which addresses are public, and what a URL
 * must be to lead to one. What a name stands for can change at any time, so it is asked for again at each connection,
 * and the connection goes to the very addresses that were looked at.
 */
export type AddressGuard = {
  /**
   * Where a URL leads.
   *
   * @throws NotPublic with a sentence that says why it may not be gone to, or cannot
   */
  locate(url: string): Promise<Target>
}

/** A URL that may be gone to, and every address of its host; each of them is public. */
export type Target = { url: URL; addresses: { address: string; family: 4 | 6 }[] }

/** Why a URL may not be gone to, as the end of a sentence that begins with it. */
export class NotPublic extends Error {}

export type GuardOptions = {
  /** Lets through this machine itself, over http too. For tests. */
  allowLoopback?: boolean
  /** Every address of a name; none where it has none. */
  resolve?: (name: string) => Promise<string[]>
}

/** Names that stand for nothing public, whatever a resolver says: RFC 6761, 6762, 8375, and what clouds use inside. */
const innerNames = /(^|\.)(localhost|local|localdomain|internal|intranet|lan|home\.arpa|onion|invalid|test)$/
const RESOLVE_MS = 2_000
const RESOLVE_TRIES = 2

export function createAddressGuard({ allowLoopback = false, resolve = resolveName }: GuardOptions = {}): AddressGuard {
  const isAllowed = (address: string) => isPublicAddress(address) || (allowLoopback && isLoopback(address))
  return {
    locate: async (text) => {
      const url = readUrl(text, allowLoopback)
      const host = hostOf(url)
      const isInner = innerNames.test(host) || (isIP(host) === 0 && !host.includes('.'))
      if (isInner && !(allowLoopback && host === 'localhost')) throw new NotPublic('names nothing public')
      const addresses = await addressesOf(host, resolve)
      if (!addresses.every(isAllowed)) throw new NotPublic('does not lead to a public address')
      if (url.protocol === 'http:' && !addresses.every(isLoopback)) throw new NotPublic('must begin with https://')
      return { url, addresses: addresses.map((address) => ({ address, family: isIP(address) === 6 ? 6 : 4 })) }
    },
  }
}

/**
 * Reads a URL the way it will be used. The parser of the platform (WHATWG) turns every notation of an address into one:
 * decimal, octal, hexadecimal, short, percent-encoded, full-width.
 */
function readUrl(text: string, allowLoopback: boolean): URL {
  // The parser drops tabs and line ends and takes a backslash for a slash: what a person reads would be another address.
  if (/[\s\\\p{Cc}\p{Cf}]/u.test(text))
    throw new NotPublic('must have no blanks, backslashes or invisible characters in it')
  if (!/^https?:\/\/[^/]/i.test(text)) throw new NotPublic('must begin with https://')
  if (!URL.canParse(text)) throw new NotPublic('is not a URL')
  const url = new URL(text)
  if (url.protocol !== 'https:' && !allowLoopback) throw new NotPublic('must begin with https://')
  if (url.username !== '' || url.password !== '' || /^[^/]*\/\/[^/?#]*@/.test(text)) {
    throw new NotPublic('must have no name or password in it')
  }
  if (url.hash !== '' || text.includes('#')) throw new NotPublic('must have no # in it: what follows is never sent')
  if (url.port === '0') throw new NotPublic('must have a port that can be reached')
  url.hostname = url.hostname.replace(/\.$/, '')
  return url
}

function hostOf({ hostname }: URL): string {
  return hostname.replace(/^\[|\]$/g, '')
}

async function addressesOf(host: string, resolve: (name: string) => Promise<string[]>): Promise<string[]> {
  if (isIP(host) !== 0) return [host]
  const addresses = await resolve(host)
  if (addresses.length === 0) throw new NotPublic('has a name that stands for no address')
  return addresses
}

/**
 * Whether an address is one of the public internet. What carries another address inside it (mapped, NAT64, 6to4, Teredo)
 * is not: where it leads is for somebody else to decide.
 */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return false
  const address = ipaddr.parse(text)
  if (address.range() !== 'unicast') return false
  // Of IPv6 only 2000::/3 has been given out; the library calls the rest unicast as well.
  return address.kind() === 'ipv4' || ((address.toByteArray()[0] ?? 0) & 0xe0) === 0x20
}

function isLoopback(text: string): boolean {
  return ipaddr.isValid(text) && ipaddr.parse(text).range() === 'loopback'
}

/** Asks the name servers, with a time-out, and not the hosts file: what stands in there is not public. */
async function resolveName(name: string): Promise<string[]> {
  if (name === 'localhost') return ['127.0.0.1']
  const resolver = new Resolver({ timeout: RESOLVE_MS, tries: RESOLVE_TRIES })
  const ask = async (question: Promise<string[]>) => {
    try {
      return await question
    } catch (error) {
      // Of one kind there may be none. What cannot be asked about is not known to be public, and is not gone to.
      if (error instanceof Error && 'code' in error && ['ENODATA', 'ENOTFOUND'].includes(String(error.code))) return []
      throw new NotPublic('has a name that cannot be looked up now')
    }
  }
  const found = await Promise.all([ask(resolver.resolve4(name)), ask(resolver.resolve6(name))])
  return found.flat()
}
