import type { ReactNode } from 'react'
import { Mark } from './StatusMark.tsx'
import type { MarkKind } from './StatusMark.tsx'

type Props = {
  label: ReactNode
  value: ReactNode
  note?: ReactNode
  mark?: MarkKind
  /** The page's largest figure is what can still be given. */
  isHero?: boolean
  onOpen?: () => void
}

/** A figure with its name; where it can be opened, the rows behind it explain it. */
export function Figure({ label, value, note, mark, isHero = false, onOpen }: Props) {
  const figure = <span className={isHero ? 'big' : undefined}>{value}</span>
  return (
    <dl className="fig">
      <dt>
        {mark && <Mark kind={mark} />}
        {label}
      </dt>
      <dd className={isHero ? 'big' : undefined}>
        {onOpen ? (
          <button type="button" className="figopen" onClick={onOpen}>
            {figure}
          </button>
        ) : (
          figure
        )}
        {note !== undefined && <small>{note}</small>}
      </dd>
    </dl>
  )
}
