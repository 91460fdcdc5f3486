import { expect, test } from 'vitest'
import { commonPasswords } from './common-passwords.ts'
import { PASSWORD_LENGTH, checkPassword, createTurns } from './passwords.ts'

const refusal = (password: string, email = 'ines@example.org') => {
  try {
    checkPassword(password, email, 'password')
    return undefined
  } catch (error) {
    return error
  }
}

test('what everybody tries first is refused, however it is written', () => {
  for (const password of ['Password123!', 'QWERTYUIOP', '\uff11\uff12345678910', 'ababababab', 'the Ines account']) {
    expect(refusal(password)).toMatchObject({
      code: 'INVALID',
      members: { errors: [{ path: 'body.password' }] },
    })
  }
  expect(refusal('green lamps hum softly')).toBeUndefined()
  // A short name stands in too many words to say anything.
  expect(refusal('bold oak by the sea', 'bo@example.org')).toBeUndefined()
})

test('the list holds nothing that is refused for its length already', () => {
  expect(commonPasswords.size).toBeGreaterThan(100)
  expect([...commonPasswords].filter((password) => password.length < PASSWORD_LENGTH.least)).toEqual([])
  expect([...commonPasswords].filter((password) => password !== password.toLowerCase())).toEqual([])
})

test('so many work at once, so many wait, and the next is told to come back; a failure gives its turn on', async () => {
  const inTurn = createTurns(2, 3)
  const state = { busy: 0, most: 0 }
  const work = () =>
    inTurn(async () => {
      state.busy += 1
      state.most = Math.max(state.most, state.busy)
      await new Promise((resolve) => setImmediate(resolve))
      state.busy -= 1
      throw new Error('failed')
    })
  const outcomes = await Promise.allSettled(Array.from({ length: 6 }, work))
  expect(state.most).toBe(2)
  expect(outcomes.map((outcome) => outcome.status === 'rejected' && outcome.reason.message)).toEqual([
    ...Array<string>(5).fill('failed'),
    'Too many people are signing in at once. Trying again is safe.',
  ])
})
