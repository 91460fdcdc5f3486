/** Somebody who has signed in. */
export type Session = { name: string; cookie: string }

/**
 * Signs in by a one-time link, without choosing a password.
 *
 * @returns the cookie as a browser sends it, `name=value`
 */
export async function openSession(address: string, code: string): Promise<string> {
  const reply = await fetch(`${address}/auth/link`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code }),
  })
  const cookie = reply.headers.getSetCookie()[0]?.split(';', 1)[0]
  if (!reply.ok || cookie === undefined) throw new Error(`the link did not sign in: ${await reply.text()}`)
  return cookie
}
