import { IconWifiOff } from '@tabler/icons-react'
import { sayTime } from '../ui/format.ts'
import { Logo } from '../ui/Logo.tsx'
import { useLanguage } from '../words.ts'
import type { DeskState } from './desk.ts'
import { useDeskWords } from './words.ts'

type Props = { state: DeskState; onLeave: (() => void) | undefined }

/** Which desk this is, whether there is a network, and how much is still to be sent. */
export function DeskBar({ state: { kept, offlineSince, isSending }, onLeave }: Props) {
  const say = useDeskWords()
  const language = useLanguage()
  const { desk, event } = kept.own
  const count = kept.unsent.length
  const toSend = count === 0 ? '' : `, ${say('toSend', { count })}`
  return (
    <header className="dtop">
      <b title={event.name}>
        <Logo size={20} />
        <span className="tr">{useDeskName(desk)}</span>
      </b>
      <span className="grow" />
      {onLeave && (
        <button type="button" className="btn sm" onClick={onLeave}>
          {say('leave')}
        </button>
      )}
      <span role="status">
        {offlineSince === undefined ? (
          <span className="live">
            <i />
            {count === 0 ? say('online') : `${say(isSending ? 'sending' : 'online')}${toSend}`}
          </span>
        ) : (
          <span className="offb">
            <IconWifiOff className="ic" aria-hidden />
            <span>
              <span className="wide">
                {say('offlineSince', { time: sayTime(offlineSince, event.timezone, language) })}
              </span>
              <span className="narrow">{say('offline')}</span>
              {toSend}
            </span>
          </span>
        )}
      </span>
    </header>
  )
}

export function useDeskName({ name, location }: { name: string; location: string | null }): string {
  const say = useDeskWords()
  return location === null ? name : say('titleAt', { desk: name, location })
}
