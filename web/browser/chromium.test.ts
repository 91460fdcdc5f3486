import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { findChromium } from './testing/chromium.ts'

const folder = mkdtempSync(join(tmpdir(), 'allot-chromium-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function putProgram(name: string): string {
  const path = join(folder, name)
  writeFileSync(path, '#!/bin/sh\n')
  chmodSync(path, 0o755)
  return path
}
const cannotInstall = () => false

describe('the Chromium to test with', () => {
  test('where there is none and none can be had, one sentence says what to install', () => {
    const sentence = /^The tests of the pages need Chromium: install it .+, or let ALLOT_CHROMIUM name one\.$/
    expect(() => findChromium({ PATH: folder }, cannotInstall)).toThrow(sentence)
    // apt may say that all went well, and leave nothing where we look.
    expect(() => findChromium({ PATH: folder }, () => true)).toThrow(sentence)
    expect(() => findChromium({}, cannotInstall)).toThrow(sentence)
  })

  test('is installed where there is none', () => {
    const place = join(folder, 'chromium')
    const install = () => putProgram('chromium') === place
    expect(findChromium({ PATH: `/nowhere:${folder}` }, install)).toBe(place)
    rmSync(place)
  })

  test('is the one on the PATH, under whichever of its names', () => {
    const chrome = putProgram('google-chrome')
    expect(findChromium({ PATH: folder }, cannotInstall)).toBe(chrome)
    expect(findChromium({ PATH: folder, ALLOT_CHROMIUM: '' }, cannotInstall)).toBe(chrome)
  })

  test('is the one that ALLOT_CHROMIUM names, or nothing', () => {
    const own = putProgram('my-own')
    expect(findChromium({ PATH: folder, ALLOT_CHROMIUM: own }, cannotInstall)).toBe(own)
    expect(() => findChromium({ PATH: folder, ALLOT_CHROMIUM: join(folder, 'missing') }, cannotInstall)).toThrow(
      'ALLOT_CHROMIUM names',
    )
  })
})
