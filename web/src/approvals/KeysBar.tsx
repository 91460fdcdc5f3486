import { Modal, Switch } from '@mantine/core'
import type { ReactNode } from 'react'
import { useLetterKeys } from '../session/letter-keys.ts'
import { useApprovalWords } from './words.ts'

const isMac = /Mac|iPhone|iPad/.test(navigator.platform)
export const modKey = isMac ? '⌘' : 'Ctrl '

/** At the bottom: how many are chosen, and the keys that act on them. */
export function KeysBar({ children, onHelp }: { children: ReactNode; onHelp: () => void }) {
  const say = useApprovalWords()
  const { hasLetters } = useLetterKeys()
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
          <Keys names={['/']} label={say('keyFilter')} isExtra />
        </>
      )}
      <span className="grow" />
      <button type="button" className="keysall" onClick={onHelp}>
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

/** All keys, and the switch for single letters. */
export function KeysDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const say = useApprovalWords()
  const { hasLetters, setLetters } = useLetterKeys()
  const rows: [string[], string][] = [
    [['J', 'K', '↓', '↑'], say('keyMove')],
    [['X'], say('keyChoose')],
    [['Shift X'], say('keyRange')],
    [[`${modKey}A`], say('keyAll')],
    [['A'], say('keyApprove')],
    [[`${modKey}↵`], say('keyApply')],
    [['R'], say('keyReject')],
    [['E'], say('keyExplain')],
    [[`${modKey}Z`], say('keyUndo')],
    [['/'], say('keyFilter')],
    [['Esc'], say('keyClose')],
  ]
  return (
    <Modal opened={isOpen} onClose={onClose} title={say('keys')} closeButtonProps={{ 'aria-label': say('close') }}>
      <table className="keytab">
        <tbody>
          {rows.map(([names, label]) => (
            <tr key={label}>
              <th scope="row">
                {names.map((name) => (
                  <span key={name} className="kbd">
                    {name}
                  </span>
                ))}
              </th>
              <td>{label}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Switch
        mt="md"
        checked={hasLetters}
        onChange={({ currentTarget }) => setLetters(currentTarget.checked)}
        label={say('keysOn')}
        description={say('keysNote')}
      />
    </Modal>
  )
}
