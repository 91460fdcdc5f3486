import { render } from '@react-email/render'
import type { Language, Placeholder } from '@allot/contract'
import { createElement as h } from 'react'
import type { ReactNode } from 'react'
import { isolate } from './clean.ts'
import { isLink } from './template.ts'
import type { Paragraph, Piece } from './template.ts'
import { style } from './style.ts'
import type { Values } from './values.ts'
import { words } from './words.ts'

/** A message before it has a form: what it says, in order. */
export type Letter = {
  language: Language
  organization: string
  subject: string
  paragraphs: Paragraph[]
  values: Values
  details: [label: string, value: string][]
  /** The code to show, and the address of its picture in the message. */
  code: { token: string; imageUrl: string } | undefined
  alternatives: { name: string; left: number; url: string }[]
  /** Where one says what one gets; undefined where that is no choice. */
  settingsUrl: string | undefined
  isTrial: boolean
}

/** The part for programs that show HTML. React escapes whatever is put into it. */
export async function htmlOf(letter: Letter): Promise<string> {
  const html = await render(pageOf(letter))
  // What React marks its places with is of no use in a letter.
  return html.replaceAll(/<!--.*?-->/g, '')
}

function pageOf(letter: Letter): ReactNode {
  const { language, organization, subject, paragraphs, details, code, alternatives, settingsUrl } = letter
  const said = words[language]
  return h(
    'html',
    { lang: language, dir: 'ltr' },
    h(
      'head',
      null,
      h('meta', { charSet: 'utf-8' }),
      h('meta', { name: 'viewport', content: 'width=device-width' }),
      h('meta', { name: 'color-scheme', content: 'light dark' }),
      h('meta', { name: 'format-detection', content: 'telephone=no,date=no,address=no,email=no' }),
      h('title', null, subject),
      h('style', { dangerouslySetInnerHTML: { __html: style } }),
    ),
    h(
      'body',
      null,
      h(
        'div',
        { className: 'page' },
        h(
          'div',
          { className: 'card' },
          h('p', { className: 'from', dir: 'auto' }, organization),
          letter.isTrial && h('p', { className: 'from' }, said.trial),
          h('h1', { dir: 'auto' }, subject),
          ...paragraphs.map((paragraph, index) => paragraphOf(paragraph, letter, index)),
          details.length > 0 &&
            h(
              'table',
              { role: 'presentation' },
              h(
                'tbody',
                null,
                ...details.map(([label, value]) =>
                  h(
                    'tr',
                    { key: label },
                    h('td', { className: 'label' }, label),
                    h('td', { dir: 'auto', className: 'lines' }, value),
                  ),
                ),
              ),
            ),
          code &&
            h(
              'div',
              { className: 'code' },
              h('img', { src: code.imageUrl, alt: said.code, width: 216, height: 216 }),
              h('p', null, groupsOf(code.token)),
            ),
          alternatives.length > 0 && h('h2', null, said.instead),
          alternatives.length > 0 &&
            h(
              'ul',
              null,
              ...alternatives.map(({ name, left, url }) =>
                h('li', { key: url }, h('a', { href: url }, h('bdi', null, name)), ` (${said.left(left)})`),
              ),
            ),
        ),
        h(
          'p',
          { className: 'foot' },
          h('bdi', null, said.footer(organization)),
          settingsUrl !== undefined && [' ', h('a', { key: 'choose', href: settingsUrl }, said.choose)],
        ),
      ),
    ),
  )
}

function paragraphOf({ pieces, button }: Paragraph, { language, values }: Letter, key: number): ReactNode {
  if (button !== undefined) {
    const link = { className: 'button', href: values[button] ?? '' }
    return h('p', { key }, h('a', link, words[language].buttons[button] ?? values[button]))
  }
  return h(
    'p',
    { key, dir: 'auto', className: 'lines' },
    ...pieces.map((piece, place) => ('text' in piece ? piece.text : valueIn(piece.name, values, place))),
  )
}

function valueIn(name: Placeholder, values: Values, key: number): ReactNode {
  const value = values[name] ?? ''
  return isLink(name) ? h('a', { key, href: value }, value) : h('bdi', { key }, value)
}

/** The part for everybody else. */
export function textOf(letter: Letter): string {
  const { language, organization, details, code, alternatives, settingsUrl, values } = letter
  const said = words[language]
  const parts = [
    ...(letter.isTrial ? [said.trial] : []),
    ...letter.paragraphs.map(({ pieces, button }) =>
      button === undefined ? plainOf(pieces, values) : `${said.buttons[button] ?? ''}: ${values[button] ?? ''}`,
    ),
    details.map(([label, value]) => `${label}: ${isolate(value)}`).join('\n'),
    code ? `${said.code}: ${groupsOf(code.token)}` : '',
    alternatives.length === 0
      ? ''
      : [
          `${said.instead}:`,
          ...alternatives.map(({ name, left, url }) => `- ${isolate(name)} (${said.left(left)}): ${url}`),
        ].join('\n'),
    `-- \n${said.footer(isolate(organization))}${settingsUrl === undefined ? '' : `\n${said.choose}: ${settingsUrl}`}`,
  ]
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}

/** Pieces as one text, every value kept apart where it runs from right to left. */
export function plainOf(pieces: readonly Piece[], values: Values): string {
  return pieces.map((piece) => ('text' in piece ? piece.text : isolate(values[piece.name] ?? ''))).join('')
}

/** A token in groups of four, which a person can read out. */
function groupsOf(token: string): string {
  return token.replaceAll(/(.{4})(?=.)/g, '$1 ')
}
