import type { DeskDeviceView, DeskView, HeldLeaseView } from '@allot/contract'
import { sayTime } from '../events/event-view.ts'
import type { DeskRow } from './desks.sql.ts'
import type { DeviceRow } from './devices.sql.ts'

export function viewDesk({ options, created_at: created, updated_at: updated, ...desk }: DeskRow): DeskView {
  return {
    ...desk,
    options: options.map((option) => ({
      ...option,
      counted_at: option.counted_at === null ? null : new Date(option.counted_at).toISOString(),
    })),
    created_at: created.toISOString(),
    updated_at: updated.toISOString(),
  }
}

/** @param now of the database: by it codes and leases run out */
export function viewDevice(device: DeviceRow, now: Date): DeskDeviceView {
  return {
    id: device.id,
    desk_id: device.desk_id,
    name: device.name,
    status: statusOf(device, now),
    created_at: device.created_at.toISOString(),
    code_expires_at: device.enrolled_at ? null : sayTime(device.code_expires_at),
    enrolled_at: sayTime(device.enrolled_at),
    last_seen_at: sayTime(device.last_seen_at),
    revoked_at: sayTime(device.revoked_at),
    lease: leaseOf(device, now),
    findings_count: device.findings_count,
  }
}

function statusOf(device: DeviceRow, now: Date): DeskDeviceView['status'] {
  if (device.revoked_at) return 'REVOKED'
  if (device.enrolled_at) return 'ENROLLED'
  return device.code_expires_at && device.code_expires_at > now ? 'WAITING' : 'EXPIRED'
}

function leaseOf(device: DeviceRow, now: Date): HeldLeaseView | null {
  const { lease_id: id, granted_at: granted, expires_at: expires, people_count: people } = device
  if (id === null || granted === null || expires === null || expires <= now) return null
  return { id, granted_at: granted.toISOString(), expires_at: expires.toISOString(), people_count: people }
}
