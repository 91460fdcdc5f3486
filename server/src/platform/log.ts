import { pino } from 'pino'
import type { DestinationStream, Logger, LoggerOptions } from 'pino'

export type Log = Logger

/**
 * Structured lines, on standard output unless said. Whatever could let somebody in is taken out before it is written,
 * and so are the rows that the database quotes when it refuses them.
 */
export function createLog(level: string, destination?: DestinationStream): Log {
  const options: LoggerOptions = {
    level,
    redact: {
      paths: ['req.headers.authorization', 'req.headers.cookie', '*.password', '*.key', '*.qr_token', '*.code'],
      censor: '[redacted]',
    },
    serializers: {
      // Addresses carry no tokens by design; queries may carry what a person typed, so only their path is kept.
      req: (request: { method: string; url: string }) => ({
        method: request.method,
        path: request.url.split('?', 1)[0],
      }),
      err: withoutRows,
    },
  }
  return destination === undefined ? pino(options) : pino(options, destination)
}

/** Where a line says its level: `{"level":30,` … */
const LEVEL_AT = 9

/**
 * Standard output, some lines at a time and each within a tenth of a second: a write for every line costs as much as
 * the line. What is a warning or worse is written at once, and everything is when the process ends; only one that is
 * killed takes the last tenth of a second along.
 */
export function gatheredOutput(): DestinationStream {
  const output = pino.destination({ sync: true, minLength: 8192, periodicFlush: 100 })
  return {
    write: (line) => {
      output.write(line)
      if (line.charAt(LEVEL_AT) > '3') output.flush()
    },
  }
}

type DatabaseFault = { code?: unknown; detail?: unknown; where?: unknown; internalQuery?: unknown }

/**
 * An error as it is logged. What PostgreSQL adds to its message are values: of a row, of a key, of a statement. Its
 * code has another name here, for what is called `code` is taken for a sign-in code, and not written.
 */
function withoutRows(error: Error): object {
  const { code, detail: _, where: __, internalQuery: ___, ...rest } = pino.stdSerializers.err(error) as DatabaseFault
  return { ...rest, ...(code === undefined ? {} : { errorCode: code }) }
}
