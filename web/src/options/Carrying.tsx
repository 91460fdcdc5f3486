import { IconUsers } from '@tabler/icons-react'
import type { Board, Load } from './board.ts'
import { useGhost } from './ghost.ts'
import { useOptionWords } from './words.ts'

/** While people are picked up: how many, and which keys do what. */
export function CarryBar({ board, load }: { board: Board; load: Load }) {
  const say = useOptionWords()
  return (
    <div className="keysbar slbar">
      <b>{say('pickedUp', { count: load.movers.length })}</b>
      <span className="hm">
        <kbd className="kbd">←</kbd> <kbd className="kbd">→</kbd> <kbd className="kbd">↑</kbd>{' '}
        <kbd className="kbd">↓</kbd> {say('chooseSlot')}
      </span>
      <span className="hm">
        <kbd className="kbd">↵</kbd> {say('dropHere')}
      </span>
      <button type="button" className="btn sm" onClick={() => board.putBack(load)}>
        <kbd className="kbd hm">Esc</kbd> {say('putBack')}
      </button>
      <span className="grow" />
      <span className="dim hm">{say('dragNote')}</span>
    </div>
  )
}

/** The people at the pointer. */
export function DragGhost() {
  const say = useOptionWords()
  const ghost = useGhost()
  if (!ghost) return null
  return (
    <div className="drag slghost" style={{ left: ghost.x + 12, top: ghost.y + 8 }} aria-hidden>
      <IconUsers className="ic" />
      {say('pickedUp', { count: ghost.people })}
    </div>
  )
}
