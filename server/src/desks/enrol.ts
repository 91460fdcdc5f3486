import type { EnrolledView, NewDeskDeviceView } from '@allot/contract'
import { lockExisting } from '../events/change-event.ts'
import { noteChange } from '../events/books.sql.ts'
import type { Actor } from '../platform/actor.ts'
import type { Tx } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { Problem } from '../platform/problem.ts'
import { newCode, newDeviceKey, sha256 } from '../platform/secrets.ts'
import { mustFindDesk } from './change-desk.ts'
import { viewDesk, viewDevice } from './desk-view.ts'
import { findDeskEvent } from './desks.sql.ts'
import type { DeskKey } from './desks.sql.ts'
import { countLiveDevices, enrolDevice, findByCode, findDevice, insertDevice, revokeDevices } from './devices.sql.ts'
import type { DeviceKey, DeviceRow } from './devices.sql.ts'
import { endLeasesOf } from './lease.ts'

/** As long as it takes to walk to a desk, and not until tomorrow. */
const CODE_MINUTES = 10
const MOST_DEVICES = 30

/** Makes a code that enrols one tablet. It is in this answer, and of it only a hash is kept. */
export async function createDevice(
  tx: Tx,
  actor: Actor,
  key: DeskKey,
  name: string | null,
  publicUrl: string,
): Promise<NewDeskDeviceView> {
  const books = await lockExisting(tx, key)
  const desk = await mustFindDesk(tx, key)
  if ((await countLiveDevices(tx, key)) >= MOST_DEVICES) {
    throw new Problem('TOO_MANY', `A desk has at most ${MOST_DEVICES} tablets. Revoke one first.`)
  }
  const code = newCode(key.tenantId)
  const expiresAt = new Date(books.now.getTime() + CODE_MINUTES * 60_000)
  const deviceId = newId()
  const made = { id: deviceId, name, codeHash: sha256(code), codeExpiresAt: expiresAt, createdBy: actor.userId }
  await insertDevice(tx, key, { ...made, now: books.now })
  const detail = { desk: desk.name, device_id: deviceId, device: name }
  noteChange(tx, key, books, actor, { action: 'desk.device_added', subjectId: key.deskId, detail })
  const device = await mustFindDevice(tx, { tenantId: key.tenantId, deviceId })
  return {
    device: viewDevice(device, books.now),
    code,
    enrol_url: `${publicUrl}/desk#${code}`,
    expires_at: expiresAt.toISOString(),
  }
}

/** Takes a tablet out of use: its key is refused from now on, and what it held is free. */
export async function revokeDevice(tx: Tx, actor: Actor, key: DeskKey, deviceId: string): Promise<null> {
  const books = await lockExisting(tx, key)
  const desk = await mustFindDesk(tx, key)
  const device = await findDevice(tx, { tenantId: key.tenantId, deviceId })
  if (device?.desk_id !== key.deskId) throw new Problem('DEVICE_NOT_FOUND')
  const revoked = await revokeDevices(tx, key, deviceId, books.now)
  if (revoked.length === 0) return null
  const detail = { desk: desk.name, device_id: deviceId, device: device.name }
  const note = { action: 'desk.device_revoked', subjectId: key.deskId, detail }
  await endLeasesOf(tx, key, books, revoked, actor, 'revoked', [note])
  return null
}

export type Enrolment = { code: string; publicKey: Buffer; name: string | null }

/**
 * Turns a code into the key of a tablet. The code is good once: of several that come with it at the same moment one is
 * enrolled, since the books of its event are locked, and the others find no such code any more.
 */
export async function enrolWithCode(tx: Tx, tenantId: string, enrolment: Enrolment): Promise<EnrolledView> {
  const codeHash = sha256(enrolment.code)
  const found = await findByCode(tx, tenantId, codeHash)
  if (!found) throw noSuchCode()
  const event = { tenantId, eventId: found.event_id }
  const books = await lockExisting(tx, event)
  const device = await mustFindDevice(tx, { tenantId, deviceId: found.id })
  if (!device.code_expires_at || device.code_expires_at <= books.now) {
    throw new Problem(
      'CODE_EXPIRED',
      `A code is good for ${CODE_MINUTES} minutes. Have another one made for this desk.`,
    )
  }
  const key = newDeviceKey(tenantId)
  const { publicKey, name } = enrolment
  const isEnrolled = await enrolDevice(
    tx,
    { tenantId, deviceId: device.id },
    { codeHash, keyHash: sha256(key), publicKey, name, now: books.now },
  )
  if (!isEnrolled) throw noSuchCode()
  const enrolled = await mustFindDevice(tx, { tenantId, deviceId: device.id })
  const desk = await mustFindDesk(tx, { ...event, deskId: device.desk_id })
  const deskEvent = await findDeskEvent(tx, event)
  if (!deskEvent) throw new Error('the desk has no event')
  const by = { userId: device.id, apiKeyId: null }
  const detail = { desk: desk.name, device_id: device.id, device: enrolled.name }
  noteChange(tx, event, books, by, { action: 'desk.device_enrolled', subjectId: desk.id, detail })
  return { key, device: viewDevice(enrolled, books.now), desk: viewDesk(desk), event: deskEvent }
}

function noSuchCode(): Problem {
  return new Problem(
    'CODE_NOT_FOUND',
    'This code is not known, or was used already. Have another one made for this desk.',
  )
}

async function mustFindDevice(tx: Tx, key: DeviceKey): Promise<DeviceRow> {
  const device = await findDevice(tx, key)
  if (!device) throw new Error('a tablet that is there was not found')
  return device
}
