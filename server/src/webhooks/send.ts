import { request as requestHttp } from 'node:http'
import type { ClientRequest, IncomingMessage, RequestOptions } from 'node:http'
import { request as requestHttps } from 'node:https'
import { NotPublic } from '../platform/public-address.ts'
import type { AddressGuard, Target } from '../platform/public-address.ts'

/** What became of one attempt: `error` is a sentence for the owner of the endpoint, and null where it arrived. */
export type Outcome = { statusCode: number | null; milliseconds: number; error: string | null }

export type SendLimits = {
  /** From looking up the name to the status of the answer, in milliseconds. */
  timeoutMs: number
  /** So much of an answer is read, to let the receiver finish, and thrown away; in bytes and in milliseconds. */
  drainBytes: number
  drainMs: number
}
export const sendLimits: SendLimits = { timeoutMs: 15_000, drainBytes: 65_536, drainMs: 1_000 }

/**
 * Posts a body once. No redirect is followed, and the connection goes to an address that the guard has just looked at. The
 * status decides: what comes behind it is nobody's business here.
 *
 * @returns always; whatever goes wrong is an outcome
 */
export async function send(
  guard: AddressGuard,
  url: string,
  headers: Record<string, string>,
  body: Buffer,
  limits: SendLimits = sendLimits,
): Promise<Outcome> {
  const startedAt = performance.now()
  const over = new AbortController()
  const timer = setTimeout(() => over.abort(), limits.timeoutMs)
  const outcome = (statusCode: number | null, error: string | null): Outcome => ({
    statusCode,
    milliseconds: Math.round(performance.now() - startedAt),
    error,
  })
  try {
    const target = await orAborted(guard.locate(url), over.signal)
    const statusCode = await post(target, headers, body, limits, over.signal)
    return outcome(statusCode, sayStatus(statusCode))
  } catch (error) {
    return outcome(null, over.signal.aborted ? sayTimeout(limits) : sayFailure(error))
  } finally {
    clearTimeout(timer)
  }
}

/** @returns the status of the answer; nothing of it is open any more */
function post(
  { url, addresses }: Target,
  headers: Record<string, string>,
  body: Buffer,
  limits: SendLimits,
  signal: AbortSignal,
): Promise<number> {
  const options: RequestOptions = {
    method: 'POST',
    headers: { ...headers, 'content-length': body.length },
    // A connection of its own for each attempt: one that is kept was opened to what a name stood for at another time.
    agent: false,
    signal,
    // Asked for a name, this gives the addresses that were looked at; nobody is asked again in between.
    lookup: (_name, { all }, give) => {
      const [first] = addresses
      if (all) return give(null, addresses)
      return give(null, first?.address ?? '', first?.family)
    },
  }
  return new Promise((resolve, reject) => {
    let status: number | undefined
    const request: ClientRequest = (url.protocol === 'https:' ? requestHttps : requestHttp)(url, options)
    request.on('error', (error) => (status === undefined ? reject(error) : resolve(status)))
    request.on('response', (answer) => {
      const { statusCode = 0 } = answer
      status = statusCode
      drain(answer, limits, () => {
        request.destroy()
        resolve(statusCode)
      })
    })
    request.end(body)
  })
}

/** Reads a bounded part of an answer: cut off at once, some receivers would take it for a failure of theirs. */
function drain(answer: IncomingMessage, { drainBytes, drainMs }: SendLimits, done: () => void): void {
  const timer = setTimeout(done, drainMs)
  let read = 0
  const end = () => {
    clearTimeout(timer)
    done()
  }
  answer.on('data', (chunk: Buffer) => {
    read += chunk.length
    if (read >= drainBytes) end()
  })
  answer.on('end', end)
  answer.on('close', end)
  answer.on('error', end)
}

function orAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(new Error('aborted')), { once: true })
    promise.then(resolve, reject)
  })
}

function sayStatus(statusCode: number): string | null {
  if (statusCode >= 200 && statusCode < 300) return null
  if (statusCode >= 300 && statusCode < 400) return `The receiver answered ${statusCode}: redirects are not followed.`
  if (statusCode === 410) return 'The receiver answered 410: it wants no more of this.'
  return `The receiver answered ${statusCode}.`
}

function sayTimeout({ timeoutMs }: SendLimits): string {
  return `There was no answer within ${timeoutMs / 1000} seconds.`
}

const failures: Record<string, string> = {
  ECONNREFUSED: 'The connection was refused.',
  ECONNRESET: 'The receiver closed the connection before it answered.',
  EPIPE: 'The receiver closed the connection before it answered.',
  ENETUNREACH: 'The network of the receiver cannot be reached.',
  EHOSTUNREACH: 'The receiver cannot be reached.',
  ETIMEDOUT: 'The receiver did not take the connection in time.',
  HPE_HEADER_OVERFLOW: 'The headers of the answer are too large.',
}

function sayFailure(error: unknown): string {
  if (error instanceof NotPublic) return `The address ${error.message}.`
  const code = codeOf(error)
  const known = failures[code]
  if (known !== undefined) return known
  if (code.startsWith('HPE_')) return 'The answer is no HTTP that can be read.'
  if (/^(ERR_TLS|ERR_SSL|CERT|DEPTH|SELF_SIGNED|UNABLE_TO|EPROTO)/.test(code)) {
    return `The certificate of the receiver, or its TLS, is not right (${code.slice(0, 60)}).`
  }
  return `The message could not be sent (${code.slice(0, 60)}).`
}

/** Of several addresses that were tried in vain, what the first of them said. */
function codeOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return codeOf(error.errors[0])
  return error instanceof Error && 'code' in error ? String(error.code) : 'UNKNOWN'
}
