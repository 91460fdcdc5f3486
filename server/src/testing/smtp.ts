import type { Socket } from 'node:net'
import { simpleParser } from 'mailparser'
import type { ParsedMail } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import type { SMTPServerOptions } from 'smtp-server'
import type { MailerOptions } from '../platform/mailer.ts'

/** A mail server of this machine, with what it has taken. */
export type TestSmtp = {
  mail: MailerOptions
  /** Every message that was taken, in order. */
  taken: ParsedMail[]
  /** Its connections: cut one, and it has hung up. */
  sockets: Set<Socket>
  /** The same as they came. */
  raw: string[]
  /** Waits until so many have come, for a bounded time. */
  until(count: number): Promise<ParsedMail[]>
  close(): Promise<void>
}

/** @param options how it behaves otherwise: where it refuses, hangs or hangs up */
export async function givenSmtp(
  options: SMTPServerOptions = {},
  waits: MailerOptions['waits'] = {},
): Promise<TestSmtp> {
  const taken: ParsedMail[] = []
  const raw: string[] = []
  const take = async (message: Buffer) => {
    const parsed = await simpleParser(message)
    raw.push(message.toString('utf8'))
    taken.push(parsed)
  }
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    closeTimeout: 100,
    onData: (stream, _session, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        void take(Buffer.concat(chunks)).finally(done)
      })
    },
    ...options,
  })
  server.on('error', () => {})
  const sockets = new Set<Socket>()
  server.server.on('connection', (socket: Socket) => sockets.add(socket))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    mail: { url: `smtp://127.0.0.1:${port}`, from: 'Allot <events@example.org>', waits },
    taken,
    sockets,
    raw,
    until: async (count) => {
      const deadline = performance.now() + 20_000
      while (taken.length < count) {
        if (performance.now() > deadline) throw new Error(`${taken.length} of ${count} messages came`)
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
      return taken
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
