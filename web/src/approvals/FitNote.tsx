import { IconAlertTriangle, IconCheck, IconClock, IconGift, IconRoute } from '@tabler/icons-react'
import { useLanguage } from '../words.ts'
import { CoinIcon } from './CoinIcon.tsx'
import { fitText } from './fit-text.ts'
import type { FitText } from './fit-text.ts'
import type { Fit } from './trial.ts'
import { Unread } from './Unread.tsx'
import { useWhatIfWords } from './what-if-words.ts'

/** What would become of a request, in a line: that it fits, or what is short in bold, then by how much. */
export function FitNote({ fit, currency, onUnread }: { fit: Fit; currency: string; onUnread: () => void }) {
  const say = useWhatIfWords()
  const language = useLanguage()
  if (fit.kind === 'unread') return <Unread onSeen={onUnread} />
  const { head, key, values, message = '' } = fitText(fit, currency, language)
  const text = key === undefined ? message : say(`fit_${key}`, values)
  if (fit.kind === 'fits') {
    return (
      <span title={text}>
        <IconCheck className="ic okc" aria-hidden /> {text}
      </span>
    )
  }
  return (
    <span title={text}>
      {head === undefined ? (
        <IconAlertTriangle className="ic neg" aria-hidden />
      ) : (
        <b className="neg">
          <HeadIcon head={head} currency={currency} /> {say(`short_${head}`)}
        </b>
      )}{' '}
      {text}
    </span>
  )
}

function HeadIcon({ head, currency }: { head: NonNullable<FitText['head']>; currency: string }) {
  switch (head) {
    case 'money':
      return <CoinIcon currency={currency} className="ic" />
    case 'places':
      return <IconRoute className="ic" aria-hidden />
    case 'stock':
      return <IconGift className="ic" aria-hidden />
    case 'slot':
      return <IconClock className="ic" aria-hidden />
  }
}
