import type { Schema } from '@allot/contract/client'

type Me = Schema<'Me'>

/**
 * How it stands with the session: it goes on as far as anybody knows (`calm`), it has ended and its person is being
 * asked to come in again, they said not now, somebody else came in, to whom nothing of this page belongs, or the
 * person left, and the page is about to go as well.
 */
export type SessionState =
  | { kind: 'calm'; renewals: number }
  | { kind: 'asking' | 'declined'; me: Me; renewals: number }
  | { kind: 'another' | 'left'; renewals: number }

/** What became of a session that a request was refused for: it was there all along, is there again, or is not. */
export type Outcome = 'kept' | 'renewed' | 'ended'

export type Renewal = ReturnType<typeof createRenewal>

/**
 * Asks the person of a session that ended to come in again, over the page, while what was refused waits. However many
 * requests are refused at once, the person is asked once, and all of them go on together.
 *
 * @param readMe who is signed in now; undefined where nobody is
 */
export function createRenewal(readMe: () => Promise<Me | undefined>) {
  let known: Me | undefined
  let state: SessionState = { kind: 'calm', renewals: 0 }
  let looking: Promise<Me | undefined> | undefined
  let waiting: ((outcome: Outcome) => void)[] = []
  const listeners = new Set<() => void>()

  const become = (next: SessionState) => {
    state = next
    listeners.forEach((changed) => changed())
  }
  const settle = (outcome: Outcome) => {
    const those = waiting
    waiting = []
    those.forEach((goOn) => goOn(outcome))
  }
  const look = () => {
    looking ??= readMe().finally(() => {
      looking = undefined
    })
    return looking
  }
  // Asked anew each time: what is waited for changes it.
  const is = (kind: SessionState['kind']) => state.kind === kind
  const isSame = (me: Me) => me.user.id === known?.user.id && me.tenant.id === known.tenant.id
  const wait = () => new Promise<Outcome>((goOn) => waiting.push(goOn))

  /** Somebody is in. Where it is another person, whatever waits never goes on: the page is about to be left. */
  const recognise = (me: Me): void => {
    if (known && !isSame(me)) return become({ kind: 'another', renewals: state.renewals })
    known = me
    if (state.kind === 'calm' || state.kind === 'another' || state.kind === 'left') return undefined
    become({ kind: 'calm', renewals: state.renewals + 1 })
    return settle('renewed')
  }

  return {
    recognise,
    /**
     * Has the session renewed, for a request that was refused without one.
     *
     * @param isIntended a person asked for it just now; who said "not now" is not asked again by what reads by itself
     */
    async renew(isIntended: boolean): Promise<Outcome> {
      if (!known || is('another')) return 'ended'
      if (is('asking')) return wait()
      const me = await look().catch(() => 'nobody knows' as const)
      if (me === 'nobody knows') return 'ended'
      if (me) {
        const wasCalm = is('calm')
        recognise(me)
        if (is('another')) return wait()
        return wasCalm ? 'kept' : 'renewed'
      }
      if (is('declined') && !isIntended) return 'ended'
      if (!is('asking')) become({ kind: 'asking', me: known, renewals: state.renewals })
      return wait()
    },
    /** Looks whether they came in elsewhere meanwhile, by a link that opened another tab. */
    async look(): Promise<void> {
      if (state.kind !== 'asking') return
      const me = await look().catch(() => undefined)
      if (me) recognise(me)
    },
    /** Not now: what waits is told that it was refused, and what is typed stays where it is. */
    decline(): void {
      if (state.kind !== 'asking') return
      become({ ...state, kind: 'declined' })
      settle('ended')
    },
    /** The person goes: nobody is asked back in any more, and what waited for them never goes on. */
    forget(): void {
      known = undefined
      waiting = []
      become({ kind: 'left', renewals: state.renewals })
    },
    get: () => state,
    subscribe(changed: () => void) {
      listeners.add(changed)
      return () => {
        listeners.delete(changed)
      }
    },
  }
}

/** Coming in and going out are about a session themselves: there a refusal is the answer. */
const doors = ['/auth/sign-in', '/auth/link', '/auth/sign-out']
/** Refused for a password that is not right as well: with a session, that is the answer. */
const asksPassword = '/auth/password'

/**
 * Sends requests; one that is refused because the session ended is sent again once it is renewed, word for word, its
 * Idempotency-Key included, so that it is done once.
 */
export function createRenewingFetch(renewal: Renewal, send: (request: Request) => Promise<Response>) {
  return async (input: Request): Promise<Response> => {
    const again = input.clone()
    const response = await send(input)
    const { pathname } = new URL(input.url)
    if (response.status !== 401 || doors.includes(pathname)) return response
    // What carries a key is an intent of the person; everything else reads by itself.
    const outcome = await renewal.renew(input.headers.has('idempotency-key'))
    const isRepeated = outcome === 'renewed' || (outcome === 'kept' && pathname !== asksPassword)
    return isRepeated ? send(again) : response
  }
}
