import helmet from 'helmet'
import { problems } from '@allot/contract'
import type { ProblemCode } from '@allot/contract'
import type { FastifyBaseLogger, FastifyInstance, FastifyReply, FastifyRequest, RawServerDefault } from 'fastify'
import Fastify, { LogController } from 'fastify'
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Actor, Caller } from './actor.ts'
import type { Database } from './database.ts'
import { newId } from './ids.ts'
import { checkJson, parseJsonBody } from './json-body.ts'
import { Problem, invalid, shortPath } from './problem.ts'
import { hasPermission } from './roles.ts'
import type { Access } from './roles.ts'
import type { Secrets } from './secrets.ts'
import type { Throttle } from './throttle.ts'

declare module 'fastify' {
  interface FastifyInstance {
    db: Database
    secrets: Secrets
    publicUrl: string
  }
  interface FastifyRequest {
    /** Who is asking; undefined on public routes. */
    caller: Caller | undefined
    /** The person in the tenant who is asking; only on routes that ask for a permission. */
    actor: Actor
  }
  interface FastifyContextConfig {
    access?: Access
    /** Probes are asked all day by machines, and are not counted. */
    isProbe?: boolean
    /** A stream lasts as long as somebody reads it: how long says nothing of how it is doing. */
    isStream?: boolean
  }
  interface FastifySchema {
    operationId?: string
    refusals?: readonly ProblemCode[]
    mediaType?: string
  }
}

export type App = FastifyInstance<RawServerDefault, IncomingMessage, ServerResponse, FastifyBaseLogger, ZodTypeProvider>

export type HttpOptions = {
  log: FastifyBaseLogger
  authenticate: (request: FastifyRequest) => Promise<Caller | undefined>
  /** For everything anonymous: by address. */
  anonymousThrottle: Throttle
  /** For API keys that have a limit of their own. */
  takeKeyLimit: (actor: Actor) => Promise<void>
  publicUrl: string
  trustedProxies: string[] | undefined
}

const BODY_LIMIT = 1_048_576
/** How long a connection that was refused may take to read the refusal, in milliseconds. */
const LINGER_MS = 500
const PROBLEM_TYPE = 'application/problem+json'
/** What an answer carries that is given before any hook could run. */
const bareHeaders = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
}

/** The door: reads requests, asks who is there and whether they may, and turns every refusal into a problem document. */
export async function createHttp(options: HttpOptions): Promise<App> {
  const app: App = Fastify({
    loggerInstance: options.log,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: (request) => requestIdOf(request.headers['x-request-id']),
    bodyLimit: BODY_LIMIT,
    requestTimeout: 15_000,
    http: { headersTimeout: 10_000 },
    frameworkErrors: (error, request, reply) => refuseUnrouted(error, request as FastifyRequest, reply as FastifyReply),
    clientErrorHandler: refuseUnread,
    trustProxy: options.trustedProxies ?? false,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 200 },
    return503OnClosing: true,
  }).withTypeProvider<ZodTypeProvider>()

  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, parseJsonBody)

  app.decorateRequest('caller', undefined)
  app.decorateRequest('actor', {
    getter(this: FastifyRequest) {
      if (this.caller?.kind !== 'person') throw new Error('this route has no actor')
      return this.caller.actor
    },
  })

  app.addHook('onRoute', (route) => {
    // The page that shows the API is a plugin's, which cannot say who may see it: everybody.
    if (route.url.startsWith('/docs/')) route.config = { ...route.config, access: { kind: 'public' } }
    if (!route.config?.access) throw new Error(`${String(route.method)} ${route.url} does not say who may use it`)
  })
  const safeguards = securityHeaders(options.publicUrl.startsWith('https://'))
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(safeguards)
    reply.header('x-request-id', request.id).header('cache-control', 'no-store')
    const access = request.routeOptions.config.access
    if (access) await admit(request, access, options)
  })

  // One line for each request, when it is answered: what was asked, what came of it, and how long it took. There is
  // nothing in it to be taken out, and looking for it would cost as much as writing it.
  const answers = options.log.child({}, { redact: [] })
  app.addHook('onResponse', (request, reply, done) => {
    const milliseconds = Math.round(reply.elapsedTime * 10) / 10
    answers.info({ reqId: request.id, req: request, status: reply.statusCode, milliseconds }, 'answered')
    done()
  })
  app.addHook('preValidation', (request, _reply, done) => {
    checkJson(request.query, 'query', 1)
    done()
  })

  app.setErrorHandler((error, request, reply) => {
    const problem = problemOf(error)
    if (problem.code === 'INTERNAL') request.log.error({ err: error }, 'request failed')
    return sendProblem(reply, problem)
  })
  app.setNotFoundHandler(async (request, reply) => {
    await options.anonymousThrottle.take(addressOf(request))
    return sendProblem(
      reply,
      new Problem('NOT_FOUND', `There is nothing at ${request.method} ${request.url.split('?')[0]}.`),
    )
  })
  return app
}

/** The headers that guard a browser, as helmet sets them. They are the same for every answer, so it is asked once. */
function securityHeaders(isSecure: boolean): Record<string, string> {
  const headers: Record<string, string> = {}
  const guard = helmet({
    contentSecurityPolicy: {
      // No inline script anywhere; styles are set by script as the pages move, which `unsafe-inline` is for.
      directives: {
        'default-src': ["'self'"],
        'font-src': ["'self'"],
        'style-src': ["'self'", "'unsafe-inline'"],
        'frame-ancestors': ["'none'"],
        'upgrade-insecure-requests': isSecure ? [] : null,
      },
    },
    strictTransportSecurity: isSecure,
    frameguard: { action: 'deny' },
  })
  const answer = {
    setHeader: (name: string, value: string) => (headers[name.toLowerCase()] = value),
    removeHeader: () => {},
  }
  guard({} as IncomingMessage, answer as unknown as ServerResponse, () => {})
  return headers
}

/** Lets a caller in, or says why not. */
async function admit(request: FastifyRequest, access: Access, options: HttpOptions): Promise<void> {
  const { anonymousThrottle } = options
  if (access.kind === 'public') {
    if (!request.routeOptions.config.isProbe) await anonymousThrottle.take(addressOf(request))
    return
  }
  const caller = await options.authenticate(request)
  if (!caller) {
    await anonymousThrottle.take(addressOf(request))
    throw new Problem('UNAUTHENTICATED', 'Send an API key as "Authorization: Bearer …", or sign in.')
  }
  request.caller = caller
  if (caller.kind === 'person' && caller.actor.via === 'session') checkSameSite(request, options.publicUrl)

  if (access.kind === 'operator') {
    if (caller.kind !== 'operator') throw new Problem('FORBIDDEN', 'Only the operator may do this.')
    return
  }
  if (caller.kind === 'operator') {
    throw new Problem('TENANT_REQUIRED', 'Tenant context required: this credential belongs to no tenant.')
  }
  const { actor } = caller
  if (actor.device || access.kind === 'device') return admitDevice(caller, access)
  if (actor.rateLimitPerMinute !== null) await options.takeKeyLimit(actor)
  if (!access.anyOf.some((permission) => hasPermission(actor.role, permission))) {
    throw new Problem('FORBIDDEN', `The role ${actor.role} may not do this; it needs ${access.anyOf.join(' or ')}.`)
  }
}

/** Lets a tablet in where a route names tablets, and nobody else where it is theirs alone. */
function admitDevice({ actor, isRevoked = false }: Extract<Caller, { kind: 'person' }>, access: Access): void {
  if (!actor.device) throw new Problem('FORBIDDEN', 'Only a tablet that is enrolled at a desk may do this.')
  if (isRevoked && !(access.kind === 'device' && access.evenRevoked)) {
    throw new Problem(
      'DEVICE_REVOKED',
      'This tablet was taken out of use. What it handed out before it can still send.',
    )
  }
  const isOpen = access.kind === 'device' || (access.kind === 'tenant' && access.orDevice === true)
  if (!isOpen) throw new Problem('FORBIDDEN', 'A tablet at a desk may not do this.')
}

/**
 * Closes cross-site request forgery for cookies: browsers say where a request comes from. What says nothing is no
 * browser, and carries no cookie that somebody else could ride on.
 */
export function checkSameSite(request: FastifyRequest, publicUrl: string): void {
  if (['GET', 'HEAD', 'OPTIONS'].includes(request.method)) return
  const site = request.headers['sec-fetch-site']
  const { origin } = request.headers
  const isSame =
    site !== undefined
      ? site === 'same-origin' || site === 'none'
      : origin === undefined || origin === publicUrl || origin === `${request.protocol}://${request.headers.host ?? ''}`
  if (!isSame) throw new Problem('CROSS_SITE', 'Requests with a cookie must come from the site itself.')
}

/** The address a limit counts by: of IPv6 the /64, which one household or machine has whole. */
export function addressOf(request: FastifyRequest): string {
  const { ip } = request
  if (!ip.includes(':') || ip.startsWith('::ffff:')) return ip
  const [head = '', tail = ''] = ip.split('::')
  const groups = head.split(':').filter(Boolean)
  const behind = tail.split(':').filter(Boolean)
  const zeros = Array<string>(Math.max(0, 8 - groups.length - behind.length)).fill('0')
  return [...groups, ...zeros, ...behind].slice(0, 4).join(':')
}

/** An address that cannot be decoded belongs to no route: no hook has run yet, so the headers are set here. */
function refuseUnrouted(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  void sendProblem(reply.headers({ ...bareHeaders, 'x-request-id': request.id }), problemOf(error))
}

/** Bytes that are no request, or whose headers are too large: there is only the connection to answer on. */
function refuseUnread(error: Error & { code?: string }, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || socket.destroyed || socket.writableEnded) return
  const isTooLarge = error.code === 'HPE_HEADER_OVERFLOW'
  const detail = isTooLarge
    ? 'The headers must be at most 16 kB together.'
    : 'This is no request of HTTP that can be read.'
  const body = JSON.stringify(new Problem('BAD_REQUEST', detail).document())
  const headers = {
    ...bareHeaders,
    'content-type': PROBLEM_TYPE,
    'content-length': Buffer.byteLength(body),
    connection: 'close',
  }
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  socket.end(['HTTP/1.1 400 Bad Request', ...lines, '', body].join('\r\n'))
  // Cut off while it still sends, the other side might never read why.
  setTimeout(() => socket.destroy(), LINGER_MS).unref()
}

export function sendProblem(reply: FastifyReply, problem: Problem): FastifyReply {
  if (problem.retryAfterSeconds !== undefined) reply.header('retry-after', problem.retryAfterSeconds)
  if (problem.code === 'UNAUTHENTICATED') reply.header('www-authenticate', 'Bearer')
  return reply
    .code(problem.status)
    .type(PROBLEM_TYPE)
    .send(JSON.stringify(problem.document(reply.request.id)))
}

/** Every error as a problem. What is nobody's fault but ours says nothing of its insides. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error
  const { code, statusCode, validation, validationContext } = error as Partial<FastifyFault>
  if (validation) return validationProblem(validation, validationContext ?? 'body')
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return new Problem('BODY_TOO_LARGE', 'The body must be at most 1 MB.')
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') {
    return new Problem('NOT_JSON_TYPE', 'Send the body with "Content-Type: application/json".')
  }
  if (code === 'FST_ERR_CTP_EMPTY_JSON_BODY') return new Problem('BODY_NOT_JSON', 'The body is empty.')
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) {
    return new Problem('BAD_REQUEST', 'The request cannot be read.')
  }
  return new Problem('INTERNAL', 'Something went wrong on our side. The request id helps to find out what.')
}

type Issue = { keyword?: string; instancePath: string; message?: string; params?: { keys?: string[] } }
type FastifyFault = { code: string; statusCode: number; validation: Issue[]; validationContext: string }

function validationProblem(issues: Issue[], context: string): Problem {
  const place = context === 'querystring' ? 'query' : context === 'params' ? 'path' : context
  const errors = issues.flatMap(({ keyword, instancePath, message, params }) => {
    const path = [place, ...instancePath.split('/').filter(Boolean)].join('.')
    const unknown = keyword === 'unrecognized_keys' ? (params?.keys ?? []) : []
    return unknown.length > 0
      ? unknown.map((key) => ({ path: shortPath(`${path}.${key}`), message: 'is not a field of this request' }))
      : [{ path, message: message ?? 'is not right' }]
  })
  const [first] = errors
  return first
    ? new Problem('INVALID', `${first.path}: ${first.message}`, { errors: errors.slice(0, 50) })
    : new Problem('INVALID', problems.INVALID.title)
}

/** A caller's own request id is kept where it is harmless in a log. */
function requestIdOf(given: string | string[] | undefined): string {
  return typeof given === 'string' && /^[\w.:-]{8,100}$/.test(given) ? given : newId()
}

/** If-Match of an event: the version it names; undefined where it is absent. */
export function versionWanted(request: FastifyRequest): number | undefined {
  const given = request.headers['if-match']
  if (given === undefined || given === '*') return undefined
  const match = /^"(\d{1,9})"$/.exec(given)
  if (!match) throw invalid('headers.if-match', 'must be the ETag of the event, such as "3"')
  return Number(match[1])
}
