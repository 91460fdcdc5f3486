import { IconShieldCheck, IconShieldX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { ErrorNote, Note } from '../ui/Notes.tsx'
import { sayCount } from '../ui/format.ts'
import { useLanguage } from '../words.ts'
import { verificationQuery } from './budget-query.ts'
import { useBudgetWords } from './words.ts'

type Props = { eventId: string; zone: string }

/** The proof, on demand: every counter, sum and chain is computed anew. */
export function Verified({ eventId, zone }: Props) {
  const say = useBudgetWords()
  const language = useLanguage()
  const { data, isFetching, refetch } = useQuery(verificationQuery(eventId))
  const verify = () => void refetch()
  const text = say(isFetching ? 'verifying' : data ? 'again' : 'verify')
  return (
    <>
      <span role="status">
        {data?.is_intact && (
          <span className="verified">
            <IconShieldCheck className="ic" aria-hidden />
            <span>
              <b>{say('verified')}</b>{' '}
              {say('verifiedText', {
                count: data.ledger_entries,
                shown: sayCount(data.ledger_entries, language),
                time: saySeconds(data.checked_at, zone, language),
              })}
            </span>
          </span>
        )}
      </span>
      <button type="button" className="btn" disabled={isFetching} onClick={verify}>
        {!data && <IconShieldCheck className="ic" aria-hidden />}
        {text}
      </button>
    </>
  )
}

/** What does not add up, each in a sentence of the server's. */
export function Deviations({ eventId, zone }: Props) {
  const say = useBudgetWords()
  const language = useLanguage()
  const { data, error, refetch } = useQuery(verificationQuery(eventId))
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />
  if (!data || data.is_intact) return null
  return (
    <Note kind="bad">
      <IconShieldX className="ic" aria-hidden /> <b>{say('broken', { count: data.deviations.length })}</b>
      <ul className="bddev">
        {data.deviations.map((deviation) => (
          <li key={deviation}>{deviation}</li>
        ))}
      </ul>
      <p className="s2 mut">{say('brokenAt', { time: saySeconds(data.checked_at, zone, language) })}</p>
    </Note>
  )
}

function saySeconds(at: string, zone: string, language: string): string {
  const style = { timeZone: zone, hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' } as const
  return new Intl.DateTimeFormat(language, style).format(new Date(at))
}
