import type { Schema } from '@allot/contract/client'
import { describe, expect, test } from 'vitest'
import { codeOf } from './link-code.ts'
import { createRenewal, createRenewingFetch } from './renewal.ts'

type Me = Schema<'Me'>
const person = (id: string) => ({ user: { id }, tenant: { id: 'northwind' } }) as Me
const ann = person('ann')
const bob = person('bob')

/** A server with one cookie: it answers who is in, and notes every request that it did. */
function givenServer(signedIn: Me | undefined) {
  const done: string[] = []
  const server = {
    signedIn,
    done,
    looks: 0,
    send: async (request: Request) => {
      if (!server.signedIn) return new Response(null, { status: 401 })
      done.push([request.method, request.headers.get('idempotency-key'), await request.text()].join(' '))
      return new Response(null, { status: 200 })
    },
  }
  const renewal = createRenewal(async () => {
    server.looks++
    return server.signedIn
  })
  return { server, renewal, fetch: createRenewingFetch(renewal, (request) => server.send(request)) }
}

const save = (key = 'k1') =>
  new Request('http://allot.example/events', { method: 'POST', body: '{"a":1}', headers: { 'Idempotency-Key': key } })
const read = () => new Request('http://allot.example/events')

/** Lets what is under way come as far as it can without anybody doing anything. */
const rest = () => new Promise((resolve) => setImmediate(resolve))

describe('a session that ends in the middle', () => {
  test('the person is asked, and the request goes on word for word with its key', async () => {
    const { server, renewal, fetch } = givenServer(undefined)
    renewal.recognise(ann)
    const saved = fetch(save())
    await rest()
    expect(renewal.get()).toMatchObject({ kind: 'asking', me: ann })

    server.signedIn = ann
    renewal.recognise(ann)
    expect((await saved).status).toBe(200)
    expect(server.done).toEqual(['POST k1 {"a":1}'])
    expect(renewal.get()).toEqual({ kind: 'calm', renewals: 1 })
  })

  test('however many are refused at once, one is asked once, and all go on', async () => {
    const { server, renewal, fetch } = givenServer(undefined)
    renewal.recognise(ann)
    const answers = ['k1', 'k2', 'k3'].map((key) => fetch(save(key)))
    await rest()
    answers.push(fetch(read()))
    await rest()
    expect(server.looks).toBe(1)

    server.signedIn = ann
    renewal.recognise(ann)
    expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([200, 200, 200, 200])
  })

  test('somebody else who comes in gets nothing of it: what waited never goes on', async () => {
    const { server, renewal, fetch } = givenServer(undefined)
    renewal.recognise(ann)
    let isAnswered = false
    void fetch(save()).then(() => (isAnswered = true))
    await rest()

    server.signedIn = bob
    renewal.recognise(bob)
    renewal.forget()
    await rest()
    expect(isAnswered).toBe(false)
    expect(server.done).toEqual([])
  })

  test('somebody else who came in through another window is noticed before anything is sent again', async () => {
    const { server, renewal, fetch } = givenServer(undefined)
    renewal.recognise(ann)
    server.send = async () => {
      server.signedIn = bob
      return new Response(null, { status: 401 })
    }
    void fetch(save())
    await rest()
    expect(renewal.get().kind).toBe('another')
  })

  test('the same person who came in through another window is not asked at all', async () => {
    const { server, renewal, fetch } = givenServer(undefined)
    renewal.recognise(ann)
    const saved = fetch(save())
    await rest()
    server.signedIn = ann
    await renewal.look()
    expect((await saved).status).toBe(200)
  })

  test('not now: the refusal is the answer, what reads by itself does not ask again, an intent does', async () => {
    const { renewal, fetch } = givenServer(undefined)
    renewal.recognise(ann)
    const saved = fetch(save())
    await rest()
    renewal.decline()
    expect((await saved).status).toBe(401)

    expect((await fetch(read())).status).toBe(401)
    expect(renewal.get().kind).toBe('declined')
    void fetch(save('k2'))
    await rest()
    expect(renewal.get().kind).toBe('asking')
  })

  test('a page that never knew anybody is told so at once, and leads to the sign-in page', async () => {
    const { server, fetch } = givenServer(undefined)
    expect((await fetch(read())).status).toBe(401)
    expect(server.looks).toBe(0)
  })

  test('a request is sent again once and no more', async () => {
    const { server, renewal, fetch } = givenServer(ann)
    renewal.recognise(ann)
    let sent = 0
    server.send = async () => {
      sent++
      return new Response(null, { status: 401 })
    }
    expect((await fetch(save())).status).toBe(401)
    expect(sent).toBe(2)
  })
})

test.each(['/auth/sign-in', '/auth/link', '/auth/sign-out', '/auth/password'])(
  'a refusal of %s is the answer while there is a session: nothing is sent twice',
  async (path) => {
    const { server, renewal, fetch } = givenServer(ann)
    renewal.recognise(ann)
    let sent = 0
    server.send = async () => {
      sent++
      return new Response(null, { status: 401 })
    }
    expect((await fetch(new Request(`http://allot.example${path}`, { method: 'POST' }))).status).toBe(401)
    expect(sent).toBe(1)
    expect(renewal.get().kind).toBe('calm')
  },
)

test.each([
  ['https://allot.example/sign-in#code=aoKW4mzE_zMv-g_cYs72', 'aoKW4mzE_zMv-g_cYs72'],
  ['  aoKW4mzE_zMv-g_cYs72dW45\n', 'aoKW4mzE_zMv-g_cYs72dW45'],
  ['https://allot.example/sign-in', undefined],
  ['', undefined],
])('of %j the code is %j', (pasted, code) => {
  expect(codeOf(pasted)).toBe(code)
})
