import type { Schema } from '../api.ts'

export type Template = Schema<'NoticeTemplate'>
export type Words = { subject: string; body: string }

/** What is wrong with a text before it is sent anywhere; the API says the same, and has the last word. */
export type Wrong = { kind: 'unknown' | 'noLinks'; name: string } | { kind: 'needed' | 'braces' | 'oneLine' }

const braces = /\{\{\s*([^{}]*?)\s*\}\}/g

/** What is wrong with a subject or a text, the first of it; undefined where nothing is. */
export function findWrong(
  field: keyof Words,
  text: string,
  placeholders: readonly Pick<Template['placeholders'][number], 'name'>[],
): Wrong | undefined {
  if (text.trim() === '') return { kind: 'needed' }
  if (field === 'subject' && /[\r\n]/.test(text)) return { kind: 'oneLine' }
  for (const [, name = ''] of text.matchAll(braces)) {
    if (!placeholders.some((known) => known.name === name)) return { kind: 'unknown', name }
    if (field === 'subject' && isLink(name)) return { kind: 'noLinks', name }
  }
  return /\{\{|\}\}/.test(text.replaceAll(braces, '')) ? { kind: 'braces' } : undefined
}

export function isLink(name: string): boolean {
  return name.startsWith('link.')
}

/** A text with a placeholder where the caret is, in place of what is chosen; and where the caret is after it. */
export function insertAt(text: string, name: string, from: number, to: number): { text: string; caret: number } {
  const placeholder = `{{${name}}}`
  return { text: text.slice(0, from) + placeholder + text.slice(to), caret: from + placeholder.length }
}
