import type { FastifyRequest } from 'fastify'
import { Problem, invalid } from './problem.ts'

const MOST_DEPTH = 20
const decoder = new TextDecoder('utf-8', { fatal: true })

/** Reads a JSON body, and refuses what a database or a log could stumble over, naming where it stands. */
export function parseJsonBody(request: FastifyRequest, body: Buffer): Promise<unknown> {
  return Promise.resolve().then(() => {
    // Many clients name a type even where they send nothing, as a DELETE does.
    if (body.length === 0 && request.method === 'DELETE') return undefined
    let value: unknown
    try {
      value = JSON.parse(decoder.decode(body))
    } catch {
      throw new Problem('BODY_NOT_JSON', 'The body must be JSON (RFC 8259) in UTF-8.')
    }
    checkJson(value, 'body', 1)
    return value
  })
}

/** Refuses what nothing here keeps, in a body as in a query: text that is none, and nesting without end. */
export function checkJson(value: unknown, path: string, depth: number): void {
  if (typeof value === 'string') return checkText(value, path)
  if (typeof value !== 'object' || value === null) return
  if (depth > MOST_DEPTH) throw invalid(path, `is nested deeper than ${MOST_DEPTH} levels`)
  for (const [key, child] of Object.entries(value)) {
    if (key === '__proto__') throw invalid(`${path}.__proto__`, 'is not a field of this request')
    checkText(key, path)
    checkJson(child, `${path}.${key}`, depth + 1)
  }
}

/** PostgreSQL keeps neither NUL nor half of a surrogate pair. */
function checkText(text: string, path: string): void {
  if (text.includes('\0')) throw invalid(path, 'must not contain the NUL character')
  if (!text.isWellFormed()) throw invalid(path, 'must be well-formed Unicode: it contains half of a surrogate pair')
}
