import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Schema } from '../api.ts'
import { MessageView } from '../notifications/MessageView.tsx'
import { noticeSettingsQuery } from '../notifications/TenantNoticeSettings.tsx'
import { useKindWords } from '../notifications/kind-words.ts'
import { paths } from '../paths.ts'
import { useMe } from '../session/session.ts'
import { SidePanel, useTell } from '../ui/Dialog.tsx'
import { ErrorNote, Note, Skeleton } from '../ui/Notes.tsx'
import { sayCount, sayMoment, sayTimeExactly } from '../ui/format.ts'
import { useLanguage } from '../words.ts'
import { OutboxMark } from './OutboxTable.tsx'
import { outboxMessageQuery, outboxSummaryQuery, useRetryOne } from './outbox-query.ts'
import { useOutboxWords } from './words.ts'

type Full = Schema<'OutboxMessageInFull'>

/** One message: to whom, what became of it, each attempt, and the words. */
export function OutboxMessagePanel({ noticeId, onClose }: { noticeId: string; onClose: () => void }) {
  const sayKind = useKindWords()
  const say = useOutboxWords()
  const { data, error, refetch } = useQuery(outboxMessageQuery(noticeId))
  return (
    <SidePanel onClose={onClose} title={data ? sayKind(data.kind) : say('message')}>
      {error && !data && <ErrorNote error={error} onRetry={() => void refetch()} />}
      {!error && !data && <Skeleton height={320} />}
      {data && <Message message={data} />}
    </SidePanel>
  )
}

function Message({ message }: { message: Full }) {
  const say = useOutboxWords()
  const language = useLanguage()
  const { timezone } = useMe().tenant
  const moment = (at: string) => sayMoment(at, timezone, language)
  return (
    <>
      <dl className="who">
        <dt>{say('to')}</dt>
        <dd>
          {message.person_name}, {message.person_email}
        </dd>
        {message.event_id !== null && (
          <>
            <dt>{say('event')}</dt>
            <dd>
              <Link to={paths.overview(message.event_id)}>{message.event_name}</Link>
              {message.registration_id !== null && (
                <>
                  {' · '}
                  <Link to={paths.registration(message.event_id, message.registration_id)}>{say('registration')}</Link>
                </>
              )}
            </dd>
          </>
        )}
        <dt>{say('status')}</dt>
        <dd>
          <OutboxMark status={message.status} channel={message.channel} />
        </dd>
        <dt>{say('created')}</dt>
        <dd>{moment(message.created_at)}</dd>
        {message.done_at !== null && (
          <>
            <dt>{say('done')}</dt>
            <dd>{moment(message.done_at)}</dd>
          </>
        )}
        {message.next_attempt_at !== null && (
          <>
            <dt>{say('next')}</dt>
            <dd>
              {moment(message.next_attempt_at)}, {sayTimeExactly(message.next_attempt_at, timezone, language)}
            </dd>
          </>
        )}
        {message.message_id !== null && (
          <>
            <dt>{say('messageId')}</dt>
            <dd className="mono">{message.message_id}</dd>
          </>
        )}
      </dl>
      <Retry message={message} />
      {message.channel === 'mail' && <Attempts attempts={message.attempt_log} zone={timezone} />}
      <h3>{say('message')}</h3>
      <MessageView subject={message.subject} text={message.text} html={message.html} />
      <p className="s3 dim">{say('hidden')}</p>
    </>
  )
}

/** Why it did not go out, and the way to try it again. */
function Retry({ message: { id, status, last_error: why } }: { message: Full }) {
  const say = useOutboxWords()
  const tell = useTell()
  const { data: summary } = useQuery(outboxSummaryQuery)
  const { data: settings } = useQuery(noticeSettingsQuery)
  const retry = useRetryOne(id, () => tell(say('retriedOne')))
  if (status !== 'FAILED' && status !== 'KEPT') return why === null ? null : <Note kind="wrn">{why}</Note>
  return (
    <div className="obs">
      <Note
        kind={status === 'FAILED' ? 'bad' : 'wrn'}
        actions={
          summary?.is_mail_set_up &&
          !settings?.is_mail_paused && (
            <button type="button" className="btn" disabled={retry.isPending} onClick={() => retry.run('again')}>
              {say(status === 'FAILED' ? 'retry' : 'send')}
            </button>
          )
        }
      >
        {why ?? say(settings?.is_mail_paused ? 'paused' : 'noServer')}
      </Note>
      {retry.error && <ErrorNote error={retry.error} />}
    </div>
  )
}

function Attempts({ attempts, zone }: { attempts: Full['attempt_log']; zone: string }) {
  const say = useOutboxWords()
  const language = useLanguage()
  return (
    <>
      <h3>{say('attemptsTitle')}</h3>
      {attempts.length === 0 ? (
        <p className="mut s3">{say('noAttempt')}</p>
      ) : (
        <div className="obscroll" tabIndex={0} role="region" aria-label={say('attemptsTitle')}>
          <table className="tb oba">
            <thead>
              <tr>
                <th scope="col">{say('attempt')}</th>
                <th scope="col">{say('when')}</th>
                <th scope="col">{say('took')}</th>
                <th scope="col">{say('outcome')}</th>
              </tr>
            </thead>
            <tbody>
              {attempts.map((attempt) => (
                <tr key={attempt.attempt_no}>
                  <td>{sayCount(attempt.attempt_no, language)}</td>
                  <td>
                    {sayMoment(attempt.started_at, zone, language)}
                    <span className="dim">{sayTimeExactly(attempt.started_at, zone, language).slice(5)}</span>
                  </td>
                  <td>{say('seconds', { seconds: (attempt.milliseconds / 1000).toLocaleString(language) })}</td>
                  <td className="obans">
                    {say(attempt.outcome === 'FAILED' ? 'ATTEMPT_FAILED' : attempt.outcome)}
                    {attempt.answer !== null && <span className="mut">: {attempt.answer}</span>}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  )
}
