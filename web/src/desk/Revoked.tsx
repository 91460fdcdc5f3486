import { Plain } from './Welcome.tsx'
import { useDeskWords } from './words.ts'

type Props = { unsent: number; isTablet: boolean; onLeave: () => void }

/** A tablet that was taken out of use hands nothing out; it only tells what it did. */
export function Revoked({ unsent, isTablet, onLeave }: Props) {
  const say = useDeskWords()
  return (
    <Plain title={say('revokedTitle')}>
      {isTablet && <p>{say('revokedText')}</p>}
      <p role="status">{unsent > 0 ? say('revokedUnsent', { count: unsent }) : say('revokedDone')}</p>
      {unsent === 0 && (
        <button type="button" className="btn pri lg full" onClick={onLeave}>
          {say('forget')}
        </button>
      )}
    </Plain>
  )
}
