import { createTransport } from 'nodemailer'

/** One message on its way to one address. */
export type Mail = {
  to: { name: string; address: string }
  replyTo: string | null
  /** Stays the same at every attempt, so that a message that was accepted twice is seen to be one. */
  messageId: string
  subject: string
  text: string
  html: string
  attachments: readonly { filename: string; contentType: string; content: Buffer; contentId?: string }[]
}

/** What became of an attempt: accepted, worth trying again, or refused for good. */
export type MailOutcome = { outcome: 'SENT' | 'TRY_AGAIN' | 'FAILED'; answer: string }

export type Mailer = {
  /** Hands a message over; always comes to an end, and never throws. */
  send(mail: Mail): Promise<MailOutcome>
  close(): void
}

export type MailerOptions = {
  url: string
  from: string
  /** Longest waits, in milliseconds; shorter ones in tests. */
  waits?: Partial<typeof waits>
}

/** Connections at the same time, and so messages on their way at once. */
export const MOST_CONNECTIONS = 4
const waits = { connection: 10_000, greeting: 10_000, answer: 20_000, whole: 30_000 }

/** Opens the mail server that `SMTP_URL` names: a few connections, used one message after the other. */
export function openMailer({ url, from, waits: given = {} }: MailerOptions): Mailer {
  const limits = { ...waits, ...given }
  const { protocol, hostname, port, username, password } = new URL(url)
  const transport = createTransport({
    pool: true,
    maxConnections: MOST_CONNECTIONS,
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? (protocol === 'smtps:' ? 465 : 587) : Number(port),
    secure: protocol === 'smtps:',
    ...(username === '' ? {} : { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
    connectionTimeout: limits.connection,
    dnsTimeout: limits.connection,
    greetingTimeout: limits.greeting,
    socketTimeout: limits.answer,
    // Nothing in a message is ever fetched from anywhere.
    disableFileAccess: true,
    disableUrlAccess: true,
  })

  async function hand(mail: Mail): Promise<MailOutcome> {
    try {
      const { response } = await transport.sendMail({
        from,
        to: mail.to,
        ...(mail.replyTo === null ? {} : { replyTo: mail.replyTo }),
        messageId: mail.messageId,
        subject: mail.subject,
        text: mail.text,
        html: mail.html,
        attachments: mail.attachments.map(({ contentId, ...attachment }) =>
          contentId === undefined
            ? attachment
            : { ...attachment, cid: contentId, contentDisposition: 'inline' as const },
        ),
        // Nobody's out-of-office answers a machine (RFC 3834).
        headers: { 'Auto-Submitted': 'auto-generated' },
      })
      return { outcome: 'SENT', answer: shorten(response) }
    } catch (error) {
      return failureOf(error)
    }
  }

  return {
    send: async (mail) => {
      let timer: NodeJS.Timeout | undefined
      // A server that answers a little every now and then keeps every other clock from running out.
      const late = new Promise<MailOutcome>((resolve) => {
        const answer = 'The mail server took too long.'
        timer = setTimeout(() => resolve({ outcome: 'TRY_AGAIN', answer }), limits.whole)
      })
      const outcome = await Promise.race([hand(mail), late])
      clearTimeout(timer)
      return outcome
    },
    close: () => transport.close(),
  }
}

/**
 * A refusal for good is one of this receiver or this message. A server that cannot be reached, or does not let us in, may be
 * set right: what is tried again is not lost.
 */
function failureOf(error: unknown): MailOutcome {
  const { code, command, responseCode, response, message } = error as {
    code?: string
    command?: string
    responseCode?: number
    response?: string
    message?: string
  }
  const answer = shorten(response ?? message ?? 'The mail server did not answer.')
  const isRefused = responseCode !== undefined && responseCode >= 500
  const isAboutMessage = command !== undefined && /^(RCPT TO|DATA)/.test(command)
  const isNoAddress = code === 'EENVELOPE' && responseCode === undefined
  return { outcome: (isRefused && isAboutMessage) || isNoAddress ? 'FAILED' : 'TRY_AGAIN', answer }
}

function shorten(text: string): string {
  return text
    .replaceAll(/\p{C}+/gu, ' ')
    .trim()
    .slice(0, 500)
}
