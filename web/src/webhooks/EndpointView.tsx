import { IconChevronLeft } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { paths } from '../paths.ts'
import { useMe } from '../session/session.ts'
import { Dialog, useTell } from '../ui/Dialog.tsx'
import { ErrorNote, Note, Skeleton } from '../ui/Notes.tsx'
import { sayMoment } from '../ui/format.ts'
import { useLanguage } from '../words.ts'
import { Deliveries } from './Deliveries.tsx'
import { EndpointDialog } from './EndpointDialog.tsx'
import { RotateDialog } from './RotateDialog.tsx'
import { EndpointMark } from './WebhookMarks.tsx'
import { endpointQuery, useEndpointAct } from './webhook-query.ts'
import type { Endpoint, EndpointAct } from './webhook-query.ts'
import { useWebhookWords } from './words.ts'

/** One endpoint: whether it sends and if not why, what can be done, and what was sent there. */
export function EndpointView({ endpointId }: { endpointId: string }) {
  const say = useWebhookWords()
  const { data, error, refetch } = useQuery(endpointQuery(endpointId))
  return (
    <div className="ppl">
      <p className="whback">
        <Link to={paths.webhooks}>
          <IconChevronLeft className="ic" aria-hidden />
          {say('back')}
        </Link>
      </p>
      {!data && (
        <header className="hd">
          <h1>{say('title')}</h1>
        </header>
      )}
      {error && !data && <ErrorNote error={error} onRetry={() => void refetch()} />}
      {!error && !data && <Skeleton height={160} />}
      {data && <Shown endpoint={data} />}
    </div>
  )
}

type Open = 'change' | 'rotate' | 'remove'

function Shown({ endpoint }: { endpoint: Endpoint }) {
  const say = useWebhookWords()
  const tell = useTell()
  const navigate = useNavigate()
  const [open, setOpen] = useState<Open>()
  const close = () => setOpen(undefined)
  const done: Record<EndpointAct, string> = {
    pause: say('paused'),
    resume: say('resumed'),
    test: say('tested'),
    remove: say('removed'),
  }
  const act = useEndpointAct(endpoint.id, (what) => {
    tell(done[what])
    close()
    if (what === 'remove') void navigate({ to: paths.webhooks })
  })
  const { status } = endpoint
  const press = (what: EndpointAct, kind = 'btn') => (
    <button type="button" className={kind} disabled={act.isPending} onClick={() => act.run(what)}>
      {say(what)}
    </button>
  )
  return (
    <>
      <header className="hd">
        <div className="grow">
          <h1 className="whurl">{endpoint.url}</h1>
          {endpoint.description !== '' && <p className="mut">{endpoint.description}</p>}
        </div>
      </header>
      {status !== 'ARCHIVED' && (
        <div className="row whacts">
          {status === 'ACTIVE' && press('test', 'btn pri')}
          {status === 'ACTIVE' ? press('pause') : press('resume', 'btn pri')}
          <button type="button" className="btn" onClick={() => setOpen('change')}>
            {say('change')}
          </button>
          <button type="button" className="btn" onClick={() => setOpen('rotate')}>
            {say('rotate')}
          </button>
          <button type="button" className="btn dng" onClick={() => setOpen('remove')}>
            {say('remove')}
          </button>
        </div>
      )}
      {act.error && <ErrorNote error={act.error} />}
      <Why endpoint={endpoint} />
      <Facts endpoint={endpoint} />
      <Deliveries endpointId={endpoint.id} canReplay={status === 'ACTIVE'} />
      {open === 'change' && (
        <EndpointDialog
          endpoint={endpoint}
          onClose={close}
          onSaved={() => {
            tell(say('saved'))
            close()
          }}
        />
      )}
      {open === 'rotate' && <RotateDialog endpointId={endpoint.id} onClose={close} />}
      {open === 'remove' && (
        <Dialog onClose={close} title={say('removeTitle')}>
          <div className="col dialog">
            <p className="mut">{say('removeText')}</p>
            <div className="row">
              <button type="button" className="btn dng" disabled={act.isPending} onClick={() => act.run('remove')}>
                {say('removeDo')}
              </button>
              <button type="button" className="btn" onClick={close} data-autofocus>
                {say('keep')}
              </button>
            </div>
          </div>
        </Dialog>
      )}
    </>
  )
}

/** Why nothing arrives there, and what comes of that. */
function Why({ endpoint: { status, disabled_reason: reason, failing_since: failing } }: { endpoint: Endpoint }) {
  const say = useWebhookWords()
  const language = useLanguage()
  const { timezone } = useMe().tenant
  if (status === 'PAUSED') return <Note kind="wrn">{say('paused')}</Note>
  if (status === 'DISABLED') {
    return (
      <Note kind="bad">
        <b>{say('disabledTitle')}</b> {reason}
      </Note>
    )
  }
  if (status !== 'ACTIVE' || failing === null) return null
  return (
    <Note kind="wrn">
      <b>{say('failingTitle', { since: sayMoment(failing, timezone, language) })}</b> {say('failingText')}
    </Note>
  )
}

function Facts({ endpoint }: { endpoint: Endpoint }) {
  const say = useWebhookWords()
  const language = useLanguage()
  const { timezone } = useMe().tenant
  const { last_success_at: last, previous_secret_expires_at: until } = endpoint
  return (
    <dl className="who whfacts">
      <dt>{say('state')}</dt>
      <dd>
        <EndpointMark endpoint={endpoint} />
      </dd>
      <dt>{say('lastSuccess')}</dt>
      <dd>{last === null ? say('never') : sayMoment(last, timezone, language)}</dd>
      <dt>{say('events')}</dt>
      <dd className="mono">{endpoint.events.join(', ')}</dd>
      {until !== null && Date.parse(until) > Date.now() && (
        <>
          <dt>{say('rotate')}</dt>
          <dd>{say('secretBoth', { until: sayMoment(until, timezone, language) })}</dd>
        </>
      )}
    </dl>
  )
}
