import { problems } from '@allot/contract'
import type { ProblemCode, ProblemDocument } from '@allot/contract'

type Members = Partial<Omit<ProblemDocument, 'type' | 'title' | 'status' | 'code' | 'detail'>>

/** A refusal on its way to the door, where it becomes a problem document (RFC 9457). */
export class Problem extends Error {
  readonly code: ProblemCode
  readonly members: Members
  readonly retryAfterSeconds: number | undefined

  constructor(code: ProblemCode, detail?: string, members: Members = {}, retryAfterSeconds?: number) {
    super(detail ?? problems[code].title)
    this.name = 'Problem'
    this.code = code
    this.members = members
    this.retryAfterSeconds = retryAfterSeconds
  }

  get status(): number {
    return problems[this.code].status
  }

  document(requestId?: string): ProblemDocument {
    return {
      type: `/problems#${this.code.toLowerCase()}`,
      title: problems[this.code].title,
      status: this.status,
      detail: this.message,
      code: this.code,
      ...(requestId === undefined ? {} : { request_id: requestId }),
      ...this.members,
    }
  }
}

/** Longest name of a field that is repeated in an answer: whoever sent a megabyte of it knows the rest. */
const MOST_PATH = 200

/** A 422 that names the field and says what would be right. */
export function invalid(where: string, message: string): Problem {
  const path = shortPath(where)
  return new Problem('INVALID', `${path}: ${message}`, { errors: [{ path, message }] })
}

export function shortPath(path: string): string {
  return path.length > MOST_PATH ? `${path.slice(0, MOST_PATH)}…` : path
}
