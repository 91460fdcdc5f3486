import { readFile } from 'node:fs/promises'
import swagger from '@fastify/swagger'
import { problems } from '@allot/contract'
import type { ProblemCode } from '@allot/contract'
import scalar from '@scalar/fastify-api-reference'
import { createJsonSchemaTransformObject, jsonSchemaTransform } from 'fastify-type-provider-zod'
import type { App } from './platform/http.ts'
import { anybody, sayAccess } from './platform/roles.ts'
import type { Access } from './platform/roles.ts'

const { version } = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string
}

/** The page that shows the document: everything comes from this server, and nothing is asked of any other. */
const DOCS_POLICY =
  "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; " +
  "font-src 'self' data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'"

/** Mounts what `mount` mounts, and beside it the document of it all: /openapi.json, and /docs, which shows it. */
export async function openApiRoutes(app: App, mount: () => void): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Allot',
        version,
        description:
          'Event registration with a hard budget. Every POST, PUT and DELETE takes an Idempotency-Key; refusals are ' +
          'problem documents (RFC 9457), listed at /problems.',
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      tags: [
        { name: 'events', description: 'Events, their budget, and what is committed of it' },
        { name: 'options', description: 'What people ask for: tracks to join, items to take home' },
        { name: 'slots', description: 'When and where things are picked up' },
        { name: 'registrations', description: 'Asking, deciding, and finding out beforehand' },
        { name: 'waitlist', description: 'Waiting for room, coming up, and what is offered' },
        { name: 'desks', description: 'Where things are handed out, and the tablets there' },
        { name: 'collections', description: 'What is handed out on the day, and how the day goes' },
        { name: 'desk', description: 'What a tablet at a desk may do, with and without a network' },
        { name: 'proof', description: 'The ledger, the audit trail, and their verification' },
        { name: 'me', description: 'Oneself: signing in and out, and what one has asked for' },
        { name: 'tenant', description: 'An organisation: its people, API keys and settings, by its owner' },
        { name: 'exports', description: 'Files made while nobody waits for them' },
        { name: 'webhooks', description: 'Telling other systems what happens, by its owner' },
        { name: 'operator', description: 'Tenants, from outside' },
        { name: 'probes', description: 'What machines ask' },
      ],
      components: {
        securitySchemes: {
          apiKey: { type: 'http', scheme: 'bearer', description: 'An API key; it acts as its person' },
          session: {
            type: 'apiKey',
            in: 'cookie',
            name: 'allot',
            description: 'A sign-in cookie; over https its name is __Host-allot',
          },
          device: { type: 'http', scheme: 'bearer', description: 'The key of a tablet at a desk' },
          operator: { type: 'http', scheme: 'bearer', description: "The operator's token" },
        },
      },
    },
    transform: (document) => {
      const transformed = jsonSchemaTransform(document)
      const { schema, url } = transformed
      if (!schema || schema.hide) return transformed
      const { config } = document.route as { config?: { access?: Access } }
      return { schema: describe(schema, document.route, config?.access ?? { kind: 'public' }), url }
    },
    transformObject: (document) => tidySchemas(transformObject(document) as OpenApiDocument) as never,
  })

  mount()

  const hidden = { config: { ...anybody, isProbe: false }, schema: { hide: true } }
  app.get('/openapi.json', hidden, (_request, reply) => reply.send(app.swagger()))
  app.get('/problems', hidden, async (_request, reply) => {
    reply.type('text/markdown; charset=utf-8')
    return reply.send(await readFile(new URL('../../docs/problems.md', import.meta.url), 'utf8'))
  })
  app.addHook('onSend', (request, reply, _payload, done) => {
    if (request.url.startsWith('/docs')) reply.header('content-security-policy', DOCS_POLICY)
    done()
  })
  await app.register(scalar, {
    routePrefix: '/docs',
    configuration: {
      url: '/openapi.json',
      pageTitle: 'Allot API',
      withDefaultFonts: false,
      telemetry: false,
      hideClientButton: true,
      showDeveloperTools: 'never',
      agent: { disabled: true },
      mcp: { disabled: true },
    },
  })
}

const transformObject = createJsonSchemaTransformObject({})
type OpenApiDocument = { components?: { schemas?: Record<string, unknown> } }

/**
 * Each schema comes in two forms, for what goes in (its name with `Input` behind) and for what goes out: keeps those
 * that are used, and gives the plain name to the one that stands alone.
 */
function tidySchemas(document: OpenApiDocument): OpenApiDocument {
  const schemas = document.components?.schemas ?? {}
  const used = new Set<string>()
  const visit = (value: unknown) => {
    for (const [, name] of JSON.stringify(value).matchAll(/"#\/components\/schemas\/([^"]+)"/g)) {
      if (name === undefined || used.has(name)) continue
      used.add(name)
      visit(schemas[name] ?? null)
    }
  }
  visit({ ...document, components: { ...document.components, schemas: {} } })
  const plain = (name: string) => (name.endsWith('Input') && !used.has(name.slice(0, -5)) ? name.slice(0, -5) : name)
  const kept = Object.fromEntries([...used].sort().map((name) => [plain(name), schemas[name]]))
  const whole = JSON.stringify({ ...document, components: { ...document.components, schemas: kept } })
  return JSON.parse(
    whole.replaceAll(
      /"#\/components\/schemas\/([^"]+)"/g,
      (_, name: string) => `"#/components/schemas/${plain(name)}"`,
    ),
  ) as OpenApiDocument
}

/** What changes nothing that is kept under a key: a question, and the sessions of a browser. */
const withoutKey = new Set([
  'checkConflicts',
  'signIn',
  'signInByLink',
  'changePassword',
  'signOut',
  'signOutEverywhere',
])

type Described = {
  operationId?: string
  body?: unknown
  bodyTypes?: readonly string[]
  params?: unknown
  querystring?: unknown
  refusals?: readonly ProblemCode[]
  response?: unknown
  mediaType?: string
}

/** Adds to an operation what every one of its kind has: who may, the headers it takes, and every way it can refuse. */
function describe(schema: Described, route: { method: string | string[] }, access: Access): Record<string, unknown> {
  const { refusals = [], response = {}, mediaType = 'application/json', bodyTypes, ...rest } = schema
  const changes = ['POST', 'PUT', 'DELETE'].includes(String(route.method)) && !withoutKey.has(schema.operationId ?? '')
  const codes: ProblemCode[] = [
    ...(access.kind === 'public' ? [] : (['UNAUTHENTICATED', 'FORBIDDEN'] as const)),
    ...(access.kind === 'tenant' || access.kind === 'device' ? (['TENANT_REQUIRED', 'TENANT_SUSPENDED'] as const) : []),
    ...(access.kind === 'device' && !access.evenRevoked ? (['DEVICE_REVOKED'] as const) : []),
    ...(schema.body ? (['BODY_NOT_JSON', 'BODY_TOO_LARGE', 'NOT_JSON_TYPE'] as const) : []),
    ...((schema.body ?? schema.params ?? schema.querystring ?? changes) ? (['INVALID'] as const) : []),
    ...(changes && access.kind !== 'public' ? (['KEY_REUSED', 'CROSS_SITE'] as const) : []),
    ...refusals,
    'TOO_MANY_REQUESTS',
    'BUSY',
    'UNAVAILABLE',
    'INTERNAL',
  ]
  const takesVersion = codes.includes('STALE')
  return {
    ...rest,
    ...(bodyTypes ? { consumes: bodyTypes, body: { type: 'string', format: 'binary' } } : {}),
    ...(changes ? { headers: headersOf(takesVersion) } : {}),
    'x-allot-permission': sayAccess(access),
    security: securityOf(access),
    response: { ...withDescriptions(response as Record<string, unknown>, mediaType), ...refusalResponses(codes) },
  }
}

function headersOf(takesVersion: boolean): Record<string, unknown> {
  const key = {
    type: 'string',
    maxLength: 255,
    description: 'The same key and request give the first answer again, for 24 hours; the work is done once',
  }
  const version = { type: 'string', description: 'The ETag you have seen; if it is another by now, 412' }
  return { type: 'object', properties: { 'Idempotency-Key': key, ...(takesVersion ? { 'If-Match': version } : {}) } }
}

function securityOf(access: Access): Record<string, string[]>[] {
  if (access.kind === 'public') return []
  if (access.kind === 'operator') return [{ operator: [] }]
  if (access.kind === 'device') return [{ device: [] }]
  return [{ apiKey: [] }, { session: [] }, ...(access.orDevice ? [{ device: [] }] : [])]
}

const successes: Record<string, string> = { 200: 'As asked', 201: 'Created', 202: 'Taken on', 204: 'Done' }

function withDescriptions(response: Record<string, unknown>, mediaType: string): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(response).map(([status, schema]) => [
      status,
      status === '204'
        ? { description: successes[status], type: 'null' }
        : { description: successes[status], content: { [mediaType]: { schema } } },
    ]),
  )
}

/** One response for each status, which names the codes it can carry. */
function refusalResponses(codes: readonly ProblemCode[]): Record<string, unknown> {
  const byStatus = new Map<number, Set<ProblemCode>>()
  for (const code of codes) {
    const { status } = problems[code]
    byStatus.set(status, (byStatus.get(status) ?? new Set()).add(code))
  }
  return Object.fromEntries(
    [...byStatus].map(([status, named]) => [
      status,
      {
        description: [...named].map((code) => `${code}: ${problems[code].title}`).join('; '),
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  )
}
