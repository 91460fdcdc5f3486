import type { ReactNode } from 'react'
import { useHasLetters } from '../session/letter-keys.ts'
import { useOpeners } from '../shell/openers.ts'
import { useApprovalWords } from './words.ts'

/** At the bottom: how many are chosen, and the keys that act on them. */
export function KeysBar({ children }: { children: ReactNode }) {
  const say = useApprovalWords()
  const hasLetters = useHasLetters()
  const { showKeys } = useOpeners()
  return (
    <div className="keysbar">
      {children}
      {hasLetters && (
        <>
          <Keys names={['J', 'K']} label={say('keyMove')} />
          <Keys names={['X']} label={say('keyChoose')} />
          <Keys names={['A']} label={say('keyApprove')} />
          <Keys names={['R']} label={say('keyReject')} />
          <Keys names={['E']} label={say('keyExplain')} />
          <Keys names={['S']} label={say('keyWhatIf')} />
          <Keys names={['/']} label={say('keyFilter')} isExtra />
        </>
      )}
      <span className="grow" />
      <button type="button" className="keysall" onClick={showKeys}>
        <span className="kbd">?</span> {say('allKeys')}
      </button>
    </div>
  )
}

function Keys({ names, label, isExtra = false }: { names: string[]; label: string; isExtra?: boolean }) {
  return (
    <span className={isExtra ? 'hm' : undefined}>
      {names.map((name) => (
        <span key={name}>
          <span className="kbd">{name}</span>{' '}
        </span>
      ))}
      {label}
    </span>
  )
}
