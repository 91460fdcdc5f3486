import { Problem } from './problem.ts'

/** PostgreSQL's code of an error, or the operating system's; empty where it has none. */
export function codeOf(error: unknown): string {
  const { code } = (error ?? {}) as { code?: unknown }
  return typeof code === 'string' ? code : ''
}

/** Lost, refused, or gone in the middle: codes of class 08 and 57P, of the operating system, and pg's own words. */
export function isConnectionLost(error: unknown): boolean {
  const code = codeOf(error)
  const message = error instanceof Error ? error.message : ''
  return (
    /^(08...|57P0[123]|ECONNREFUSED|ECONNRESET|EPIPE|ENOENT|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$/.test(
      code,
    ) ||
    /^(Connection terminated|Query read timeout|Client (was closed|has encountered a connection error))/.test(message)
  )
}

/** May be tried again at once: nothing of it happened. */
export function isTransient(error: unknown): boolean {
  return ['40001', '40P01'].includes(codeOf(error)) || isConnectionLost(error)
}

/** An error of the database in words for whoever asked; anything else as it is. */
export function asProblem(error: unknown): unknown {
  if (error instanceof Problem) return error
  const code = codeOf(error)
  const message = error instanceof Error ? error.message : ''
  if (code === '53100') return new Problem('STORAGE_FULL', 'The database has no room left to write.', {}, 30)
  if (isTransient(error))
    return new Problem('UNAVAILABLE', 'The database does not answer. Trying again is safe.', {}, 2)
  if (['55P03', '57014', '53300', '25P03'].includes(code) || message.startsWith('timeout exceeded when trying')) {
    return new Problem('BUSY', 'The database is too busy. Trying again is safe.', {}, 1)
  }
  return error
}
