import type { Clock } from './clock.ts'
import type { Held } from './lease.ts'
import type { LogHead } from './log.ts'
import type { DeskPerson, OwnDesk } from './transport.ts'
import type { Finding, Unsent } from './sync.ts'

/** Who this tablet is: its key, and what it signs with. The private half cannot be read, not even by this page. */
export type Enrolled = { key: string; deviceId: string; deskId: string; eventId: string; privateKey: CryptoKey }

/** Everything a tablet has to know when it is opened without a network. It is written as one, so that it fits. */
export type Kept = {
  enrolled: Enrolled | undefined
  own: OwnDesk
  /** Those of the slot of now, as they were last told. */
  people: DeskPerson[]
  clock: Clock
  held: Held | undefined
  head: LogHead | undefined
  unsent: Unsent[]
  findings: Finding[]
  /** Whom it holds for the time without a network, and renews that by itself. */
  holding: 'nobody' | 'slot' | 'anyone'
}

const name = 'allot-desk'
const table = 'kept'
const only = 'desk'

export async function readKept(): Promise<Kept | undefined> {
  return (await inStore('readonly', (store) => store.get(only))) as Kept | undefined
}

export async function writeKept(kept: Kept): Promise<void> {
  await inStore('readwrite', (store) => store.put(kept, only))
}

export async function forgetDesk(): Promise<void> {
  await inStore('readwrite', (store) => store.delete(only))
}

let opened: Promise<IDBDatabase> | undefined

/** Settles once it is on the disk: what was handed out is not forgotten by a tablet whose battery dies. */
async function inStore(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest): Promise<unknown> {
  const database = await (opened ??= open())
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(table, mode, { durability: 'strict' })
    const request = act(transaction.objectStore(table))
    transaction.addEventListener('complete', () => resolve(request.result))
    transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('nothing was kept')))
  })
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1)
    request.addEventListener('upgradeneeded', () => request.result.createObjectStore(table))
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error ?? new Error('the storage could not be opened')))
  })
}
