import type { Schema } from '@allot/contract/client'
import { ownClock } from './clock.ts'
import { createDesk } from './desk.ts'
import type { Desk } from './desk.ts'
import { enrol, readEnrolmentCode } from './enrol.ts'
import { readKept, writeKept } from './storage.ts'
import type { Kept } from './storage.ts'
import { createSessionTransport, createTabletTransport } from './transport.ts'

export type Opened =
  | { kind: 'nowhere' | 'elsewhere' | 'noStorage' }
  | { kind: 'code'; code: string }
  | { kind: 'working'; desk: Desk; isTablet: boolean }

/** Whose this page is: of the desk its tablet stands at, unless a code says that it is to stand at another. */
export async function openDesk(): Promise<Opened> {
  if (!(await takeTurn())) return { kind: 'elsewhere' }
  const code = readEnrolmentCode(location.hash)
  if (code !== undefined) return { kind: 'code', code }
  try {
    const kept = await readKept()
    return kept ? workAsTablet(kept) : { kind: 'nowhere' }
  } catch {
    return { kind: 'noStorage' }
  }
}

/** What a tablet did at another desk is told before it forgets that desk. */
export class StillUnsent extends Error {}

/** Makes this a tablet of the desk the code is for. @throws StillUnsent where it would forget what nobody knows yet */
export async function enrolHere(code: string): Promise<Opened> {
  const before = await readKept()
  if (before && before.unsent.length > 0) {
    const opened = workAsTablet(before)
    if (opened.kind === 'working') await opened.desk.catchUp()
    if (opened.kind === 'working' && opened.desk.get().kept.unsent.length > 0) throw new StillUnsent()
  }
  const kept = await enrol(code, undefined)
  history.replaceState(null, '', location.pathname)
  return workAsTablet(kept)
}

/** Somebody who has signed in works at a desk: nothing of it is kept on the device. */
export function workAsPerson(event: Schema<'Event'>, desk: Schema<'Desk'>): Opened {
  const { id, name, timezone } = event
  const now = new Date().toISOString()
  const kept: Kept = {
    enrolled: undefined,
    own: { desk, event: { id, name, timezone, slot_override: 'ask' }, now, slot_now: null, expected: [] },
    people: [],
    clock: ownClock,
    held: undefined,
    head: undefined,
    unsent: [],
    findings: [],
    holding: 'nobody',
  }
  const transport = createSessionTransport(id, desk.id)
  return { kind: 'working', desk: createDesk(kept, transport, async () => {}), isTablet: false }
}

function workAsTablet(kept: Kept): Opened {
  const { enrolled } = kept
  if (!enrolled) return { kind: 'nowhere' }
  const transport = createTabletTransport(enrolled.key, enrolled.eventId)
  return { kind: 'working', desk: createDesk(kept, transport, writeKept), isTablet: true }
}

let isMine: Promise<boolean> | undefined

/** One window works, for as long as it is open: two would hand out the same, and write one log over the other. */
function takeTurn(): Promise<boolean> {
  isMine ??= new Promise((resolve) => {
    void navigator.locks.request('allot-desk', { ifAvailable: true }, (lock) => {
      resolve(lock !== null)
      return lock === null ? undefined : new Promise(() => {})
    })
  })
  return isMine
}
