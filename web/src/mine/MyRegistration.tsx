import { IconCalendarPlus, IconClockEdit, IconCloudCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { Schema } from '../api.ts'
import { paths } from '../paths.ts'
import { eventQuery } from '../session/event.ts'
import { useLive } from '../session/live.ts'
import { useMe } from '../session/session.ts'
import { ErrorNote, Note } from '../ui/Notes.tsx'
import { StatusMark } from '../ui/StatusMark.tsx'
import { sayMoment } from '../ui/format.ts'
import { MyPlace } from '../waitlist/MyPlace.tsx'
import { useMyWaitlistWords } from '../waitlist/my-words.ts'
import { useLanguage } from '../words.ts'
import { CancelSheet } from './CancelSheet.tsx'
import { ChangeSlotSheet } from './ChangeSlotSheet.tsx'
import { HowToFind } from './HowToFind.tsx'
import { MineBar } from './MineBar.tsx'
import { MineRow } from './MineRow.tsx'
import { QrCode, inFours } from './QrCode.tsx'
import { Timeline } from './Timeline.tsx'
import { WhatItMeans, useHeadline } from './WhatItMeans.tsx'
import { offerCalendar } from './ics.ts'
import { isLive, mineOfEventQuery, myRegistrationQuery } from './my-registrations.ts'
import type { Registration } from './my-registrations.ts'
import { useOnline, useTitle } from './online.ts'
import { slotsQuery } from './slots.ts'
import { whereaboutsOf } from './where.ts'
import { useMineWords } from './words.ts'

/** How often one looks whether something was decided. */
const LOOK_AGAIN_MS = 30_000

type Props = { first: Registration; firstAt: number }

/** The registration as it was found, then as it is; without a network as it was last seen, its code included. */
export function MyRegistration({ first, firstAt }: Props) {
  const query = useQuery({
    ...myRegistrationQuery(first.event_id, first.id),
    initialData: first,
    initialDataUpdatedAt: firstAt,
    // A rejection changes nothing that is left, so the stream of the event does not tell of it.
    refetchInterval: ({ state }) =>
      state.data?.status === 'PENDING' || state.data?.status === 'WAITLISTED' || state.status === 'error'
        ? LOOK_AGAIN_MS
        : false,
  })
  const eventQ = useQuery(eventQuery(first.event_id))
  const isOnline = useOnline()
  useLive(isOnline && isLive(query.data) ? first.event_id : undefined)

  const registration = query.data
  const event = eventQ.data
  const seenAt = query.dataUpdatedAt
  useTitle(registration.option_name)

  const isStale = !isOnline || query.isError
  return (
    <div className="mob">
      <MineBar title={registration.event_name} slug={event?.slug} />
      <main className="mm" style={{ paddingTop: 4 }}>
        {isStale && <AsOf registration={registration} zone={event?.timezone} at={seenAt} />}
        <Status registration={registration} event={event} />
        {event && <Rest registration={registration} event={event} isOnline={!isStale} />}
        {!event && eventQ.error && <ErrorNote error={eventQ.error} onRetry={() => void eventQ.refetch()} />}
      </main>
    </div>
  )
}

function AsOf({ registration, zone, at }: { registration: Registration; zone: string | undefined; at: number }) {
  const say = useMineWords()
  const language = useLanguage()
  const time = sayMoment(new Date(at), zone ?? 'UTC', language)
  return <Note kind="wrn">{say(registration.status === 'APPROVED' ? 'offline' : 'offlinePlain', { time })}</Note>
}

/** How it stands, in words and as the code. */
function Status({ registration, event }: { registration: Registration; event: Schema<'Event'> | undefined }) {
  const say = useMineWords()
  const headline = useHeadline(registration)
  const picture = event?.options.find(({ id }) => id === registration.event_option_id)?.picture
  const { status, qr_token: token } = registration
  return (
    <>
      <p className={status === 'APPROVED' ? 'okst' : 'okst quiet'} role="status">
        <StatusMark status={status} isHeld={event?.hold_policy.stock === 'hold'} />
      </p>
      <h1>{headline}</h1>
      {picture && (
        <img
          className="mypic"
          src={picture.url}
          alt={picture.alt}
          width={picture.width}
          height={picture.height}
          loading="lazy"
        />
      )}
      <WhatItMeans registration={registration} event={event} />
      {status === 'APPROVED' && token !== null && (
        <section className="qr">
          <QrCode token={token} />
          <div className="qrt">
            <b className="mono">{inFours(token)}</b>
            <small>
              <IconCloudCheck className="ic" aria-hidden /> {say('worksOffline')}
            </small>
          </div>
        </section>
      )}
    </>
  )
}

type RestProps = { registration: Registration; event: Schema<'Event'>; isOnline: boolean }

function Rest({ registration, event, isOnline }: RestProps) {
  const say = useMineWords()
  const sayWaiting = useMyWaitlistWords()
  const [sheet, setSheet] = useState<'slot' | 'cancel'>()
  const others = useQuery(mineOfEventQuery(event.id)).data?.filter(
    (other) => other.id !== registration.id && isLive(other),
  )
  const { option_name: option, status } = registration
  const close = () => setSheet(undefined)
  return (
    <>
      {status === 'WAITLISTED' && (
        <MyPlace eventId={event.id} registrationId={registration.id} zone={event.timezone} isOnline={isOnline} />
      )}
      <Actions registration={registration} event={event} isOnline={isOnline} onChangeSlot={() => setSheet('slot')} />
      {isLive(registration) && <HowToFind registration={registration} />}
      <Timeline registration={registration} event={event} />
      {others && others.length > 0 && (
        <>
          <h2>{say('alsoYours')}</h2>
          {others.map((other) => (
            <MineRow key={other.id} registration={other} event={event} />
          ))}
        </>
      )}
      {isLive(registration) ? (
        <>
          <button
            type="button"
            className="btn lg dng full"
            style={{ marginTop: 18 }}
            disabled={!isOnline}
            onClick={() => setSheet('cancel')}
          >
            {status === 'WAITLISTED'
              ? sayWaiting('leave')
              : status === 'APPROVED'
                ? say('cancel', { option })
                : say('withdraw')}
          </button>
          <p className="s3 mut after">
            {status === 'WAITLISTED'
              ? sayWaiting('leaveNote')
              : say(status === 'APPROVED' ? 'cancelNote' : 'withdrawNote')}
          </p>
        </>
      ) : (
        <Link className="btn pri lg full" style={{ marginTop: 18 }} to={paths.eventPage(event.slug)}>
          {say('askAgain')}
        </Link>
      )}
      {sheet === 'slot' && <ChangeSlotSheet registration={registration} event={event} onClose={close} />}
      {sheet === 'cancel' && <CancelSheet registration={registration} event={event} onClose={close} />}
    </>
  )
}

type ActionProps = RestProps & { onChangeSlot: () => void }

/** What can be done with a live registration: another slot, and into the calendar once it is theirs. */
function Actions({ registration, event, isOnline, onChangeSlot }: ActionProps) {
  const say = useMineWords()
  const { tenant } = useMe()
  const [isSaved, setSaved] = useState(false)
  const slots = useQuery({ ...slotsQuery(event.id), enabled: isLive(registration) }).data ?? []
  const where = whereaboutsOf(registration, event)
  const hasSlots = isLive(registration) && slots.some(({ is_defined }) => is_defined)
  const canChangeSlot = hasSlots && (registration.pickup !== null || registration.option_type === 'INVENTORY')
  const canSave = registration.status === 'APPROVED' && where.startsAt !== null
  if (!canChangeSlot && !canSave) return null
  const save = () => {
    if (where.startsAt === null) return
    const url = location.origin + paths.myRegistration(registration.id)
    const places = [where.place, event.venue === where.place ? null : event.venue].filter((part) => part !== null)
    offerCalendar(
      {
        uid: `${registration.id}@${location.hostname}`,
        title: `${registration.option_name} · ${event.name}`,
        startsAt: new Date(where.startsAt),
        endsAt: where.endsAt === null ? undefined : new Date(where.endsAt),
        place: places.length === 0 ? undefined : places.join(', '),
        text: `${tenant.name}\n${say('calendarText', { url })}`,
        url,
      },
      `${event.slug}.ics`,
    )
    setSaved(true)
  }
  return (
    <div className="two2">
      {canChangeSlot && (
        <button type="button" className="btn lg" disabled={!isOnline} onClick={onChangeSlot}>
          <IconClockEdit className="ic l" aria-hidden />
          {say('changeSlot')}
        </button>
      )}
      {canSave && (
        <button type="button" className="btn lg" onClick={save}>
          <IconCalendarPlus className="ic l" aria-hidden />
          {say('calendar')}
        </button>
      )}
      <span className="sr" role="status">
        {isSaved ? say('calendarSaved') : ''}
      </span>
    </div>
  )
}
