import { describe, expect, test } from 'vitest'
import { createAddressGuard } from '../platform/public-address.ts'
import { behaviours, givenReceiver } from '../testing/receivers.ts'
import { send } from './send.ts'

const guard = createAddressGuard({ allowLoopback: true })
const limits = { timeoutMs: 400, drainBytes: 65_536, drainMs: 100 }
const body = Buffer.from('{"type":"webhook.test"}')
const post = (url: string, by = guard) => send(by, url, { 'content-type': 'application/json' }, body, limits)

describe('whatever a receiver does, an attempt comes to an end in time', () => {
  test('one that takes it', async () => {
    const receiver = await givenReceiver()
    expect(await post(`${receiver.url}?token=x`)).toMatchObject({ statusCode: 204, error: null })
    expect(receiver.received).toMatchObject([
      { path: '/hooks?token=x', body: body.toString(), headers: { 'content-type': 'application/json' } },
    ])
  })

  test.each([
    [500, 'The receiver answered 500.'],
    [404, 'The receiver answered 404.'],
    [429, 'The receiver answered 429.'],
    [410, 'The receiver answered 410: it wants no more of this.'],
  ])('one that answers %i', async (code, error) => {
    const receiver = await givenReceiver(behaviours.status(code))
    expect(await post(receiver.url)).toMatchObject({ statusCode: code, error })
  })

  test('one that redirects: nobody follows', async () => {
    const inside = await givenReceiver()
    const receiver = await givenReceiver(behaviours.redirectTo(inside.url))
    expect(await post(receiver.url)).toMatchObject({
      statusCode: 302,
      error: 'The receiver answered 302: redirects are not followed.',
    })
    expect(inside.received).toEqual([])
  })

  test.each([
    ['hangs', behaviours.hang],
    ['drips its headers', behaviours.dripHeaders],
  ])('one that %s', async (_what, behaviour) => {
    const receiver = await givenReceiver(behaviour)
    const outcome = await post(receiver.url)
    expect(outcome).toMatchObject({ statusCode: null, error: 'There was no answer within 0.4 seconds.' })
    expect(outcome.milliseconds).toBeLessThan(2_000)
  })

  test.each([
    ['drips its body', behaviours.dripBody],
    ['sends ten megabytes', behaviours.flood],
    ['closes in the middle of its body', behaviours.closeInTheMiddle],
  ])('one that answers 200 and %s: its status counts, and the rest is left', async (_what, behaviour) => {
    const receiver = await givenReceiver(behaviour)
    const outcome = await post(receiver.url)
    expect(outcome).toMatchObject({ statusCode: 200, error: null })
    expect(outcome.milliseconds).toBeLessThan(2_000)
  })

  test('what comes behind a status is not waited for, and not taken in whole', async () => {
    const patient = { timeoutMs: 60_000, drainBytes: 65_536, drainMs: 60_000 }
    const ask = (url: string, how: object) => send(guard, url, {}, body, { ...patient, ...how })
    const dripping = await givenReceiver(behaviours.dripBody)
    expect((await ask(dripping.url, { drainMs: 100 })).milliseconds).toBeLessThan(20_000)
    const flooding = await givenReceiver()
    let isWhole: boolean | undefined
    flooding.behave((response) => {
      response.on('close', () => (isWhole = response.writableFinished))
      behaviours.flood(response)
    })
    expect((await ask(flooding.url, {})).milliseconds).toBeLessThan(20_000)
    await expect.poll(() => isWhole).toBe(false)
  })

  test.each([
    ['closes early', behaviours.closeEarly, 'The receiver closed the connection before it answered.'],
    ['speaks something else', behaviours.nonsense, 'The answer is no HTTP that can be read.'],
    [
      'has headers without end',
      behaviours.status(200, { 'x-much': 'x'.repeat(40_000) }),
      'The headers of the answer are too large.',
    ],
  ])('one that %s', async (_what, behaviour, error) => {
    const receiver = await givenReceiver(behaviour)
    expect(await post(receiver.url)).toMatchObject({ statusCode: null, error })
  })

  test('one that is not there, one without TLS where TLS is asked for, and a name that nobody has', async () => {
    expect(await post('http://127.0.0.1:9/')).toMatchObject({ statusCode: null, error: 'The connection was refused.' })
    const { url } = await givenReceiver()
    expect(await post(url.replace('http:', 'https:'))).toMatchObject({
      error: expect.stringMatching(/^The certificate of the receiver, or its TLS, is not right/),
    })
    const nowhere = createAddressGuard({ resolve: () => Promise.resolve([]) })
    expect(await post('https://hooks.example.org/', nowhere)).toMatchObject({
      error: 'The address has a name that stands for no address.',
    })
  })

  test('a name server that never answers', async () => {
    const slow = createAddressGuard({ resolve: () => new Promise(() => {}) })
    expect(await post('https://hooks.example.org/', slow)).toMatchObject({
      error: 'There was no answer within 0.4 seconds.',
    })
  })
})

describe('the address is looked at when something is sent, too', () => {
  test('what was public when it was saved and leads inside now gets nothing', async () => {
    const receiver = await givenReceiver()
    const { port } = new URL(receiver.url)
    const strict = createAddressGuard({ resolve: () => Promise.resolve(['127.0.0.1']) })
    for (const url of [receiver.url.replace('http:', 'https:'), `https://hooks.example.org:${port}/`]) {
      expect(await post(url, strict)).toMatchObject({ statusCode: null, error: expect.stringContaining('public') })
    }
    expect(receiver.open.most).toBe(0)
  })

  test('the connection goes to the address that was looked at: a name that means something else a moment later misleads nobody', async () => {
    const meant = await givenReceiver()
    const { port } = new URL(meant.url)
    const answers = [['127.0.0.1'], ['127.0.0.66'], ['127.0.0.66']]
    let asked = 0
    const rebinding = createAddressGuard({
      allowLoopback: true,
      resolve: () => Promise.resolve(answers[asked++] ?? []),
    })
    expect(await post(`http://hooks.example.org:${port}/`, rebinding)).toMatchObject({ statusCode: 204 })
    expect(asked).toBe(1)
    expect(meant.received).toMatchObject([{ headers: { host: `hooks.example.org:${port}` } }])
  })
})
