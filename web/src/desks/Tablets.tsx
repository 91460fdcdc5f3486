import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, take } from '../api.ts'
import { useAction } from '../session/action.ts'
import { eventKey } from '../session/event.ts'
import { useMay } from '../session/session.ts'
import { SidePanel } from '../ui/Dialog.tsx'
import { Empty, ErrorNote, Skeleton } from '../ui/Notes.tsx'
import { Mark } from '../ui/StatusMark.tsx'
import type { MarkKind } from '../ui/StatusMark.tsx'
import { sayDistance, sayTime } from '../ui/format.ts'
import { useLanguage } from '../words.ts'
import { devicesQuery } from './desks-query.ts'
import type { DeskOf, Device } from './desks-query.ts'
import { useDesksWords } from './words.ts'

const marks: Record<Device['status'], MarkKind> = {
  WAITING: 'pending',
  ENROLLED: 'approved',
  REVOKED: 'rejected',
  EXPIRED: 'cancelled',
}

/** How often one looks who was seen, in milliseconds. */
const LOOK_MS = 10_000

/** The tablets of a desk: when each was seen, what it holds, and the way to take it out of use. */
export function Tablets({ desk, zone, onClose }: { desk: DeskOf; zone: string; onClose: () => void }) {
  const say = useDesksWords()
  const { data, error, isPending, refetch } = useQuery({
    ...devicesQuery(desk.event_id, desk.id),
    refetchInterval: LOOK_MS,
  })
  return (
    <SidePanel onClose={onClose} title={say('tabletsOf', { desk: desk.name })}>
      {error && <ErrorNote error={error} onRetry={() => void refetch()} />}
      {isPending && <Skeleton height={80} />}
      {data?.items.length === 0 && <Empty>{say('noTablets')}</Empty>}
      <ul className="tablets">
        {data?.items.map((device) => (
          <Tablet key={device.id} device={device} desk={desk} zone={zone} />
        ))}
      </ul>
    </SidePanel>
  )
}

function Tablet({ device, desk, zone }: { device: Device; desk: DeskOf; zone: string }) {
  const say = useDesksWords()
  const language = useLanguage()
  const client = useQueryClient()
  const mayManage = useMay('event.manage')
  const [isSure, setSure] = useState(false)
  const revoke = useAction(
    (deviceId: string, headers) =>
      take(
        api.DELETE('/events/{event_id}/desks/{desk_id}/devices/{device_id}', {
          params: { path: { event_id: desk.event_id, desk_id: desk.id, device_id: deviceId } },
          headers,
        }),
      ),
    { onDone: () => void client.invalidateQueries({ queryKey: eventKey(desk.event_id, 'desks') }) },
  )
  const name = device.name ?? say('unnamed')
  const { lease, last_seen_at: seenAt, findings_count: findings, status } = device
  const more = [
    status === 'ENROLLED' &&
      (seenAt === null ? say('neverSeen') : say('seen', { when: sayDistance(seenAt, language) })),
    lease && say('holds', { count: lease.people_count, time: sayTime(lease.expires_at, zone, language) }),
    findings > 0 && say('findings', { count: findings }),
  ].filter((part): part is string => typeof part === 'string')
  const canRevoke = mayManage && (status === 'ENROLLED' || status === 'WAITING')
  return (
    <li>
      <div className="row sb">
        <b className="tr" title={name}>
          {name}
        </b>
        <span className="st">
          <Mark kind={marks[status]} />
          {say(status)}
        </span>
      </div>
      {more.length > 0 && <p className="s3 mut">{more.join(', ')}</p>}
      {canRevoke && !isSure && (
        <button
          type="button"
          className="btn sm dng"
          aria-label={say('revokeOf', { tablet: name })}
          onClick={() => setSure(true)}
        >
          {say('revoke')}
        </button>
      )}
      {canRevoke && isSure && (
        <div className="note bad" role="alert">
          <p className="grow">{say('revokeText')}</p>
          <button
            type="button"
            className="btn sm dng"
            disabled={revoke.isPending}
            onClick={() => revoke.run(device.id)}
          >
            {say('revokeSure')}
          </button>
        </div>
      )}
      {revoke.error && <ErrorNote error={revoke.error} />}
    </li>
  )
}
