import { IconChecks, IconRoute, IconShieldCheck } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { api, take } from '../api.ts'
import { paths } from '../paths.ts'
import { useAction } from '../session/action.ts'
import { useMe } from '../session/session.ts'
import { AllotmentBar } from '../ui/AllotmentBar.tsx'
import { FieldArt } from '../ui/FieldArt.tsx'
import { Mark } from '../ui/StatusMark.tsx'
import type { MarkKind } from '../ui/StatusMark.tsx'
import { sayMoney } from '../ui/format.ts'
import { useLanguage } from '../words.ts'
import { ErrorNote } from '../ui/Notes.tsx'
import { useFirstRunWords } from './first-run-words.ts'

/** What the server makes of it, in major units of any currency; its own test holds it to these numbers. */
const sample = { budget: 400, committed: 285, requested: 345, options: 4, slots: 8, requests: 18 }

/** A made-up event to look around in, for an organisation that has none yet. */
export function SampleOffer() {
  const say = useFirstRunWords()
  const language = useLanguage()
  const client = useQueryClient()
  const navigate = useNavigate()
  const { tenant } = useMe()
  const money = (amount: number) => sayMoney(amount, tenant.currency, language)
  const make = useAction((_: null, headers) => take(api.POST('/tenant/sample-event', { headers })), {
    onDone: ({ id }) => {
      void client.invalidateQueries({ queryKey: ['events'] })
      void navigate({ to: paths.overview(id) })
    },
  })
  const { budget, committed, requested } = sample
  return (
    <aside className="sampler" aria-labelledby="sampler">
      <h2 id="sampler">{say('lookAround')}</h2>
      <p className="mut s3">{say('lookAroundText')}</p>
      <div className="samplercard">
        <FieldArt seed="a summer day" width={840} height={240} />
        <div>
          <b>{say('sampleName')}</b>
          <small>{say('sampleText', { ...sample, budget: money(budget) })}</small>
          <AllotmentBar
            committed={committed}
            pending={requested}
            total={budget}
            size="md"
            scale="zone"
            label={say('sampleBar', {
              budget: money(budget),
              committed: money(committed),
              requested: money(requested),
            })}
          />
          <div className="row samplerkeys" aria-hidden>
            <Key kind="approved" text={say('keyCommitted')} />
            <Key kind="pending" text={say('keyRequested')} />
            <Key kind="over" text={say('keyOver')} />
          </div>
        </div>
      </div>
      <ul className="samplertry">
        <li>
          <IconChecks className="ic" aria-hidden />
          {say('tryApprove')}
        </li>
        <li>
          <IconRoute className="ic" aria-hidden />
          {say('tryFill')}
        </li>
        <li>
          <IconShieldCheck className="ic" aria-hidden />
          {say('tryAsk')}
        </li>
      </ul>
      <button type="button" className="btn full" disabled={make.isPending} onClick={() => make.run(null)}>
        {say(make.isPending ? 'sampleLoading' : 'sampleLoad')}
      </button>
      {make.error && <ErrorNote error={make.error} />}
    </aside>
  )
}

function Key({ kind, text }: { kind: MarkKind; text: string }) {
  return (
    <span className="key">
      <Mark kind={kind} />
      {text}
    </span>
  )
}
