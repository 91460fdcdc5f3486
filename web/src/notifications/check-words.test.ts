import { expect, test } from 'vitest'
import { findWrong, insertAt } from './check-words.ts'

const known = [{ name: 'person.name' }, { name: 'event.name' }, { name: 'link.event' }]

test.each([
  ['Hello {{person.name}} at {{ event.name }}', undefined],
  ['Plain words, and {one} brace', undefined],
  ['{{link.event}}', undefined],
  ['   ', { kind: 'needed' }],
  ['Hello {{person.nme}}', { kind: 'unknown', name: 'person.nme' }],
  ['Hello {{}}', { kind: 'unknown', name: '' }],
  ['Hello {{person.name', { kind: 'braces' }],
  ['Hello person.name}}', { kind: 'braces' }],
])('a text %j is told what is wrong with it', (text, wrong) => {
  expect(findWrong('body', text, known)).toEqual(wrong)
})

test('a subject is one line, and has no links', () => {
  expect(findWrong('subject', 'One\nBcc: all@example.org', known)).toEqual({ kind: 'oneLine' })
  expect(findWrong('subject', '{{link.event}}', known)).toEqual({ kind: 'noLinks', name: 'link.event' })
  expect(findWrong('subject', '{{event.name}}', known)).toBeUndefined()
})

test('a placeholder takes the place of what is chosen, and the caret stands behind it', () => {
  expect(insertAt('Hello there!', 'person.name', 6, 11)).toEqual({ text: 'Hello {{person.name}}!', caret: 21 })
  expect(insertAt('', 'event.name', 0, 0)).toEqual({ text: '{{event.name}}', caret: 14 })
})
