import { expect, test } from 'vitest'
import { base64Url, hashText, readToken } from './token.ts'

const token = 'K7QM2D2FXR4TK7QM2D2FXR4TK7QM2D2F'

test('a code is read however it came', () => {
  for (const text of [token, `${token}\r\n`, token.toLowerCase(), token.match(/.{4}/g)?.join(' ') ?? ''])
    expect(readToken(text)).toBe(token)
})

test('what cannot be a code is none: a link, an empty line, one letter too few or too many, a figure that is not used', () => {
  for (const text of ['', 'https://example.org', token.slice(1), `${token}A`, token.replace('K', '1'), '4006381333931'])
    expect(readToken(text)).toBeUndefined()
})

test('a code is known by its SHA-256', async () => {
  expect(await hashText('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
})

test('bytes go out in base64url without padding', () => {
  expect(base64Url(new Uint8Array([251, 255, 254, 1]))).toBe('-__-AQ')
})
