import { useState } from 'react'
import type { Schema } from '../api.ts'
import { useMay } from '../session/session.ts'
import { Dialog, useTell } from '../ui/Dialog.tsx'
import { ErrorNote } from '../ui/Notes.tsx'
import { sayMoment } from '../ui/format.ts'
import { useLanguage } from '../words.ts'
import { useDraw } from './waitlist-query.ts'
import { useWaitlistWords } from './words.ts'

type Props = { event: Schema<'Event'>; lottery: Schema<'Lottery'> }

/** The lottery: what was fixed beforehand, the draw, and what anybody needs to compute it again. */
export function Lottery({ event, lottery: { commitment, seed, drawn_at: drawnAt } }: Props) {
  const say = useWaitlistWords()
  const language = useLanguage()
  const tell = useTell()
  const mayDraw = useMay('event.manage')
  const [isAsking, setAsking] = useState(false)
  const draw = useDraw(event.id, () => {
    setAsking(false)
    tell(say('drawDone'))
  })
  return (
    <section className="wll" aria-labelledby="lottery">
      <h2 id="lottery">{say('drawTitle')}</h2>
      <p className="s3 mut">
        {drawnAt === null ? say('drawText') : say('drawn', { when: sayMoment(drawnAt, event.timezone, language) })}
      </p>
      <dl className="who">
        <dt>{say('commitment')}</dt>
        <dd className="mono">{commitment}</dd>
        {seed !== null && (
          <>
            <dt>{say('seed')}</dt>
            <dd className="mono">{seed}</dd>
          </>
        )}
      </dl>
      {drawnAt === null && mayDraw && (
        <button type="button" className="btn" onClick={() => setAsking(true)}>
          {say('draw')}
        </button>
      )}
      {isAsking && (
        <Dialog onClose={() => setAsking(false)} title={say('drawAsk')}>
          <div className="col dialog">
            <p className="mut">{say('drawAskText')}</p>
            {draw.error && <ErrorNote error={draw.error} />}
            <div className="row">
              <button type="button" className="btn pri" disabled={draw.isPending} onClick={() => draw.run('draw')}>
                {say('drawDo')}
              </button>
              <button type="button" className="btn" onClick={() => setAsking(false)} data-autofocus>
                {say('keep')}
              </button>
            </div>
          </div>
        </Dialog>
      )}
    </section>
  )
}
