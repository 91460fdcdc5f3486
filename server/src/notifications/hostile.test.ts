import { noticeKindNames } from '@allot/contract'
import type { NoticeKind } from '@allot/contract'
import { simpleParser } from 'mailparser'
import type { AddressObject } from 'mailparser'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openMailer } from '../platform/mailer.ts'
import type { Mailer } from '../platform/mailer.ts'
import { hostileNames } from '../testing/hostile-names.ts'
import { givenSmtp } from '../testing/smtp.ts'
import type { TestSmtp } from '../testing/smtp.ts'
import { builtIn } from './built-in.ts'
import { headerLine, oneLine } from './clean.ts'
import { compose, composeShort } from './compose.ts'
import type { Brief } from './compose.ts'
import { exampleFacts, exampleToken } from './examples.ts'

/** A notice in which everything that anybody can type is this. */
function briefWith(kind: NoticeKind, typed: string, language: 'en' | 'de' = 'en'): Brief {
  const { event, slot, alternatives = [] } = exampleFacts
  if (!event || !slot) throw new Error('the example has an event and a slot')
  return {
    kind,
    template: builtIn[language][kind],
    token: exampleToken,
    version: 1,
    facts: {
      ...exampleFacts,
      event: { ...event, name: typed, venue: typed },
      option: typed,
      slot: { ...slot, label: typed, location: typed },
      previousSlot: typed,
      notes: typed,
      alternatives: alternatives.map((one) => ({ ...one, name: typed })),
    },
    about: {
      personName: typed,
      organizationName: typed,
      language,
      publicUrl: 'https://allot.example.org',
      eventId: '019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e',
      registrationId: '019b2f70-2c2d-7a5b-8e6f-3a4b5c6d7e05',
    },
  }
}

const invisible = /[\p{Cc}\p{Cs}\u061C\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/u
/** Every element and attribute of a page, without what stands between them. */
const bonesOf = (html: string) =>
  [
    ...html.replace(/<style>[\s\S]*?<\/style>/, '').matchAll(/<\/?([a-z0-9]+)((?:\s+[a-z-]+(?:="[^"]*")?)*)\s*\/?>/gi),
  ].map(([, name = '', attributes = '']) => `${name} ${attributes.replaceAll(/="[^"]*"/g, '').trim()}`)

describe('whatever anybody typed', () => {
  test(`${hostileNames.length} names through every kind of message: the page keeps its bones, its links are its own`, async () => {
    expect(hostileNames.length).toBeGreaterThanOrEqual(200)
    for (const kind of noticeKindNames) {
      const plain = await compose(briefWith(kind, 'Ann'))
      const bones = bonesOf(plain.html)
      expect(bones.length).toBeGreaterThan(15)
      for (const name of hostileNames) {
        const { subject, html, text, attachments } = await compose(briefWith(kind, name))
        const about = `${kind}: ${JSON.stringify(name)}`
        // Where nothing is left of what was typed, its line is left out.
        if (oneLine(name) !== '') expect(bonesOf(html), about).toEqual(bones)
        expect(html, about).not.toMatch(/<script|<svg|<base|<meta http/i)
        for (const [, url = ''] of html.matchAll(/\s(?:href|src)="([^"]*)"/g)) {
          expect(url, about).toMatch(/^(https:\/\/allot\.example\.org\/|cid:code@allot$)/)
        }
        expect(subject, about).not.toMatch(invisible)
        expect(subject.length).toBeGreaterThan(0)
        expect(subject.length, about).toBeLessThanOrEqual(400)
        expect(text.replaceAll(/[\n\u2068\u2069]/g, ''), about).not.toMatch(invisible)
        const calendar = attachments.find(({ contentType }) => contentType.startsWith('text/calendar'))
        const entries = String(calendar?.content ?? '').replaceAll(/\r\n[ \t]/g, '')
        expect(entries.match(/^(BEGIN|ATTENDEE|URL|UID|BCC)[:;]/gim)?.length ?? 0, about).toBe(calendar ? 4 : 0)
        const { title } = composeShort(briefWith(kind, name))
        expect(title, about).toBe(subject)
      }
    }
  }, 120_000)

  test('a text by an organiser is text: of what looks like markup or a link nothing becomes one', async () => {
    const brief = briefWith('registration_approved', 'Ann')
    const body = '<script>1</script>\n\n[click](https://evil.example) javascript:alert(1) {{link.registration}}'
    const { html } = await compose({ ...brief, template: { subject: '<b>{{person.name}}</b>', body } })
    expect(html).not.toContain('<script>')
    expect(html).toContain('&lt;script&gt;1&lt;/script&gt;')
    expect([...html.matchAll(/href="([^"]*)"/g)].filter(([, url = '']) => !url.startsWith('https://allot.'))).toEqual(
      [],
    )
  })
})

describe('on its way over SMTP', () => {
  let smtp: TestSmtp
  let mailer: Mailer
  beforeAll(async () => {
    smtp = await givenSmtp()
    mailer = openMailer(smtp.mail)
  })
  afterAll(async () => {
    mailer.close()
    await smtp.close()
  })

  test('no name adds a header, a receiver or a part, and each arrives as it was cleaned', async () => {
    for (const [no, name] of hostileNames.entries()) {
      const message = await compose(briefWith('registration_rejected', name))
      const to = { name: headerLine(name), address: 'ann@example.org' }
      const sent = await mailer.send({ ...message, to, replyTo: null, messageId: `<${no}@allot.example.org>` })
      expect(sent, JSON.stringify(name)).toMatchObject({ outcome: 'SENT' })
    }
    const known = new Set(
      'auto-submitted content-type date from message-id mime-version subject to content-transfer-encoding'.split(' '),
    )
    for (const [no, raw] of smtp.raw.entries()) {
      const name = hostileNames[no] ?? ''
      const mail = await simpleParser(raw)
      const about = JSON.stringify(name)
      expect(
        [...mail.headers.keys()].filter((header) => !known.has(header)),
        about,
      ).toEqual([])
      const to = mail.to as AddressObject
      expect(
        to.value.map(({ address }) => address),
        about,
      ).toEqual(['ann@example.org'])
      expect(
        mail.attachments.map(({ contentType }) => contentType),
        about,
      ).toEqual([])
      expect(mail.subject, about).toBe((await compose(briefWith('registration_rejected', name))).subject)
    }
  }, 120_000)
})
