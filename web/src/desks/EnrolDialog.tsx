import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { encode } from 'uqr'
import { api, take } from '../api.ts'
import type { Schema } from '../api.ts'
import { ShownOnce } from '../people/ShownOnce.tsx'
import { useAction } from '../session/action.ts'
import { eventKey } from '../session/event.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { TextField } from '../ui/Fields.tsx'
import { ErrorNote } from '../ui/Notes.tsx'
import { sayLeft } from './countdown.ts'
import { devicesQuery } from './desks-query.ts'
import type { DeskOf } from './desks-query.ts'
import { useDesksWords } from './words.ts'

/** Makes a one-time code, shows it as a QR code for as long as it is good, and says when a tablet used it. */
export function EnrolDialog({ desk, onClose }: { desk: DeskOf; onClose: () => void }) {
  const say = useDesksWords()
  const client = useQueryClient()
  const [name, setName] = useState('')
  const make = useAction((tablet: string, headers) =>
    take(
      api.POST('/events/{event_id}/desks/{desk_id}/devices', {
        params: { path: { event_id: desk.event_id, desk_id: desk.id } },
        body: tablet === '' ? {} : { name: tablet },
        headers,
      }),
    ),
  )
  const close = () => {
    void client.invalidateQueries({ queryKey: eventKey(desk.event_id, 'desks') })
    onClose()
  }
  return (
    <Dialog onClose={close} title={say('enrolTitle', { desk: desk.name })} closeOnClickOutside={false}>
      {make.data ? (
        <Code desk={desk} made={make.data} onAgain={make.reset} onClose={close} />
      ) : (
        <form
          className="col dialog"
          onSubmit={(submitted) => {
            submitted.preventDefault()
            make.run(name.trim())
          }}
        >
          <TextField
            label={say('tabletName')}
            hint={say('tabletHint')}
            most={100}
            isFirst
            value={name}
            onChange={setName}
          />
          {make.error && <ErrorNote error={make.error} />}
          <div className="row">
            <button type="submit" className="btn pri" disabled={make.isPending}>
              {say('makeCode')}
            </button>
          </div>
        </form>
      )}
    </Dialog>
  )
}

/** How often one looks whether the code was used, in milliseconds. */
const LOOK_MS = 2_000

type CodeProps = { desk: DeskOf; made: Schema<'DeskDeviceWithCode'>; onAgain: () => void; onClose: () => void }

function Code({ desk, made, onAgain, onClose }: CodeProps) {
  const say = useDesksWords()
  const [nowMs, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000)
    return () => clearInterval(timer)
  }, [])
  const left = Date.parse(made.expires_at) - nowMs
  const devices = useQuery({ ...devicesQuery(desk.event_id, desk.id), refetchInterval: LOOK_MS })
  const isUsed = devices.data?.items.some(({ id, status }) => id === made.device.id && status === 'ENROLLED') ?? false
  if (isUsed) {
    return (
      <div className="col dialog">
        <p role="status">{say('enrolled', { desk: desk.name })}</p>
        <div className="row">
          <button type="button" className="btn pri" onClick={onClose}>
            {say('close')}
          </button>
        </div>
      </div>
    )
  }
  return (
    <div className="col dialog">
      {left > 0 ? (
        <>
          <p className="mut">{say('enrolText')}</p>
          <CodePicture text={made.enrol_url} label={say('enrolQr', { desk: desk.name })} />
          <p className="enrolleft">{say('lasts', { time: sayLeft(left) })}</p>
          <p className="s2 mut">{say('link')}</p>
          <ShownOnce label={say('link')} value={made.enrol_url} />
        </>
      ) : (
        <p role="alert">{say('ranOut')}</p>
      )}
      <div className="row">
        {left <= 0 && (
          <button type="button" className="btn pri" onClick={onAgain}>
            {say('again')}
          </button>
        )}
        <button type="button" className="btn" onClick={onClose}>
          {say('close')}
        </button>
      </div>
    </div>
  )
}

/** Four modules of quiet around it, dark on white in either scheme: what a camera needs. */
function CodePicture({ text, label }: { text: string; label: string }) {
  const { size, path } = useMemo(() => {
    const code = encode(text, { ecc: 'M', border: 4 })
    const dark = code.data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])))
    return { size: code.size, path: dark.join('') }
  }, [text])
  return (
    <svg className="enrolqr" viewBox={`0 0 ${size} ${size}`} shapeRendering="crispEdges" role="img" aria-label={label}>
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#0b1413" />
    </svg>
  )
}
