import { pino } from 'pino'
import type { Logger } from 'pino'

export type Log = Logger

/** Structured lines on standard output. Whatever could let somebody in is taken out before it is written. */
export function createLog(level: string): Log {
  return pino({
    level,
    redact: {
      paths: ['req.headers.authorization', 'req.headers.cookie', '*.password', '*.key', '*.qr_token', '*.code'],
      censor: '[redacted]',
    },
    serializers: {
      // Addresses carry no tokens by design; queries may carry what a person typed, so only their path is kept.
      req: (request: { id: string; method: string; url: string }) => ({
        id: request.id,
        method: request.method,
        path: request.url.split('?', 1)[0],
      }),
    },
  })
}
