import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Schema } from '../api.ts'
import { useMay } from '../session/session.ts'
import { Dialog, useTell } from '../ui/Dialog.tsx'
import { AreaField, TextField } from '../ui/Fields.tsx'
import { ErrorNote, Note, Skeleton } from '../ui/Notes.tsx'
import { sayCount, sayMoment, sayMoney } from '../ui/format.ts'
import { useLanguage } from '../words.ts'
import { closingQuery, useClosing } from './closing-query.ts'
import type { Closing as ClosingView, ClosingRequest } from './closing-query.ts'
import { useClosingWords } from './words.ts'

type Way = ClosingRequest['uncollected']
type Event = Schema<'Event'>

/** What closing the books would settle, what to make of each option, and the way to do it; or to undo it. */
export function Closing({ event }: { event: Event }) {
  const say = useClosingWords()
  const { data: closing, error, refetch } = useQuery(closingQuery(event.id))
  return (
    <section aria-labelledby="clo-closing">
      <h2 id="clo-closing">{say('closing')}</h2>
      {error && <ErrorNote error={error} onRetry={() => void refetch()} />}
      {!closing && !error && <Skeleton height={120} />}
      {closing && (closing.is_closed ? <Closed {...{ event, closing }} /> : <Open {...{ event, closing }} />)}
    </section>
  )
}

type Props = { event: Event; closing: ClosingView }

function Open({ event, closing }: Props) {
  const say = useClosingWords()
  const language = useLanguage()
  const mayManage = useMay('event.manage')
  const [chosen, setChosen] = useState<Record<string, Way>>({})
  const [isAsked, setAsked] = useState(false)
  const money = (amount: number) => sayMoney(amount, closing.currency, language)
  const lines = closing.options.filter(({ uncollected }) => uncollected.count > 0)
  const wayOf = (line: ClosingView['options'][number]) => chosen[line.event_option_id] ?? line.suggestion
  const { count, amount } = closing.total.uncollected
  const undecided = closing.undecided.pending + closing.undecided.waitlisted
  const options = lines.map((line) => ({ event_option_id: line.event_option_id, uncollected: wayOf(line) }))
  const back = lines.filter((line) => wayOf(line) === 'return')
  const after = closing.committed - back.reduce((sum, line) => sum + line.uncollected.amount, 0)
  return (
    <>
      <p>
        {say('open')}{' '}
        {count === 0
          ? say('allCollected')
          : say('intro', { count, shown: sayCount(count, language), amount: money(amount) })}
      </p>
      {lines.length > 0 && (
        <div className="closcroll" tabIndex={0} role="group" aria-label={say('closing')}>
          <table className="tb cloways">
            <thead>
              <tr>
                <th scope="col">{say('option')}</th>
                <th scope="col" className="r">
                  {say('approved')}
                </th>
                <th scope="col" className="r">
                  {say('collected')}
                </th>
                <th scope="col" className="r">
                  {say('missing')}
                </th>
                <th scope="col" />
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => (
                <tr key={line.event_option_id}>
                  <td>{line.option_name}</td>
                  <td className="r">{sayCount(line.approved.count, language)}</td>
                  <td className="r">{sayCount(line.collected.count, language)}</td>
                  <td className="r">
                    {sayCount(line.uncollected.count, language)} · {money(line.uncollected.amount)}
                  </td>
                  <td>
                    <div className="row" role="group" aria-label={say('whatOf', { option: line.option_name })}>
                      {(['return', 'write_off'] as const).map((way) => (
                        <button
                          key={way}
                          type="button"
                          className={wayOf(line) === way ? 'chip on' : 'chip'}
                          aria-pressed={wayOf(line) === way}
                          disabled={!mayManage}
                          onClick={() => setChosen({ ...chosen, [line.event_option_id]: way })}
                        >
                          {say(way)}
                        </button>
                      ))}
                    </div>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <p className="mut s3">
        {say('ways')} {say('after', { before: money(closing.committed), after: money(after) })}
      </p>
      {undecided > 0 && (
        <Note kind="wrn">{say('undecided', { count: undecided, shown: sayCount(undecided, language) })}</Note>
      )}
      {mayManage && (
        <p>
          <button type="button" className="btn" onClick={() => setAsked(true)}>
            {say('closeNow')}
          </button>
        </p>
      )}
      {isAsked && (
        <CloseDialog
          {...{ event, closing, options }}
          summary={say('after', { before: money(closing.committed), after: money(after) })}
          onClose={() => setAsked(false)}
        />
      )}
    </>
  )
}

type CloseProps = Props & {
  options: NonNullable<ClosingRequest['options']>
  summary: string
  onClose: () => void
}

function CloseDialog({ event, closing, options, summary, onClose }: CloseProps) {
  const say = useClosingWords()
  const tell = useTell()
  const [typed, setTyped] = useState('')
  const [isEarly, setEarly] = useState(false)
  const { close } = useClosing(event.id, () => {
    tell(say('done'))
    onClose()
  })
  const isSure = typed.trim() === event.name.trim() && (closing.is_over || isEarly)
  return (
    <Dialog onClose={onClose} title={say('closeTitle', { name: event.name })}>
      <form
        className="col dialog"
        noValidate
        onSubmit={(submitted) => {
          submitted.preventDefault()
          if (!isSure) return
          const early = closing.is_over ? {} : { early: true }
          close.run({ uncollected: 'return', options, expected_basis: closing.basis, ...early })
        }}
      >
        <p>{summary}</p>
        <p className="mut">{say('ways')}</p>
        {!closing.is_over && (
          <label className="row">
            <input type="checkbox" checked={isEarly} onChange={({ target }) => setEarly(target.checked)} />
            {say('notOver')}
          </label>
        )}
        <TextField label={say('typed')} hint={event.name} value={typed} onChange={setTyped} isFirst />
        {close.error && <ErrorNote error={close.error} />}
        <div className="row">
          <button type="submit" className="btn pri" disabled={!isSure || close.isPending}>
            {say('confirm')}
          </button>
          <button type="button" className="btn" onClick={onClose}>
            {say('cancel')}
          </button>
        </div>
      </form>
    </Dialog>
  )
}

function Closed({ event, closing }: Props) {
  const say = useClosingWords()
  const language = useLanguage()
  const mayManage = useMay('event.manage')
  const [isAsked, setAsked] = useState(false)
  const { returned, written_off: writtenOff } = closing.total
  const said = ({ count, amount }: { count: number; amount: number }) =>
    `${sayCount(count, language)} · ${sayMoney(amount, closing.currency, language)}`
  const time = closing.closed_at === null ? '' : sayMoment(closing.closed_at, event.timezone, language)
  return (
    <>
      <p>{say('closed', { time, name: closing.closed_by_name ?? '–' })}</p>
      <p className="mut">
        {say('returned')}: {said(returned)} · {say('writtenOff')}: {said(writtenOff)}
      </p>
      {mayManage && (
        <p>
          <button type="button" className="btn" onClick={() => setAsked(true)}>
            {say('reopen')}
          </button>
        </p>
      )}
      {isAsked && <ReopenDialog eventId={event.id} onClose={() => setAsked(false)} />}
    </>
  )
}

function ReopenDialog({ eventId, onClose }: { eventId: string; onClose: () => void }) {
  const say = useClosingWords()
  const tell = useTell()
  const [reason, setReason] = useState('')
  const { reopen } = useClosing(eventId, () => {
    tell(say('reopened'))
    onClose()
  })
  return (
    <Dialog onClose={onClose} title={say('reopenTitle')}>
      <form
        className="col dialog"
        noValidate
        onSubmit={(submitted) => {
          submitted.preventDefault()
          if (reason.trim() !== '') reopen.run({ reason: reason.trim() })
        }}
      >
        <p className="mut">{say('reopenText')}</p>
        <AreaField label={say('reason')} value={reason} onChange={setReason} most={500} />
        {reopen.error && <ErrorNote error={reopen.error} />}
        <div className="row">
          <button type="submit" className="btn pri" disabled={reason.trim() === '' || reopen.isPending}>
            {say('reopenConfirm')}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
