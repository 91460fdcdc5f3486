import type { App } from '../platform/http.ts'

/** The parts of a JSON schema that say what is wrong with a value. */
export type Schema = {
  $ref?: string
  type?: string
  anyOf?: Schema[]
  allOf?: Schema[]
  enum?: string[]
  format?: string
  pattern?: string
  minLength?: number
  maxLength?: number
  minimum?: number
  maximum?: number
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
}

export type DocumentedOperation = {
  operationId: string
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  path: string
  permission: string
  /** Names of the parameters in the path. */
  params: string[]
  query: Record<string, Schema>
  body: Schema | undefined
  /** Whether its answer goes on for as long as somebody reads it. */
  isStream: boolean
}

type Parameter = { in: string; name: string; schema: Schema }
type Entry = {
  operationId: string
  'x-allot-permission': string
  parameters?: Parameter[]
  requestBody?: { content: Record<string, { schema: Schema }> }
  responses: Record<number, { content?: Record<string, unknown> } | undefined>
}
type Document = { paths: Record<string, Record<string, Entry>>; components: { schemas: Record<string, Schema> } }

/** Every operation of the OpenAPI document, its body's schema looked up. */
export function operationsOf(app: App): DocumentedOperation[] {
  const document = app.swagger() as unknown as Document
  const lookUp = (schema: Schema): Schema => {
    if (schema.$ref !== undefined) return lookUp(document.components.schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {})
    if (schema.allOf?.[0]) return lookUp(schema.allOf[0])
    const { properties, items } = schema
    if (items) return { ...schema, items: lookUp(items) }
    if (!properties) return schema
    return {
      ...schema,
      properties: Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, lookUp(one)])),
    }
  }
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, entry]) => {
      const body = entry.requestBody?.content['application/json']?.schema
      const query = (entry.parameters ?? []).filter((parameter) => parameter.in === 'query')
      return {
        operationId: entry.operationId,
        method: method.toUpperCase() as DocumentedOperation['method'],
        path,
        permission: entry['x-allot-permission'],
        params: [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? ''),
        query: Object.fromEntries(query.map(({ name, schema }) => [name, schema])),
        body: body && lookUp(body),
        isStream: entry.responses[200]?.content?.['text/event-stream'] !== undefined,
      }
    }),
  )
}
