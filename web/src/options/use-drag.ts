import type { PointerEvent as ReactPointerEvent } from 'react'
import type { Board, Load } from './board.ts'
import { moveGhost } from './ghost.ts'
import type { Mover } from './moves.ts'
import type { Slot } from './slots-query.ts'

/** So far a pointer goes before it is a drag and no longer a click. */
const SLACK = 6

/**
 * Dragging with a mouse or a pen: whoever is chosen comes along, or the one who is dragged. A finger scrolls instead,
 * and has the buttons.
 */
export function useDrag(board: Board, slot: Slot, mover: Mover | undefined) {
  const onPointerDown = (down: ReactPointerEvent) => {
    if (!mover || down.button !== 0 || down.pointerType === 'touch') return
    const start = { x: down.clientX, y: down.clientY }
    const movers = board.chosen.has(mover.id) ? [...board.chosen.values()] : [mover]
    const load: Load = { movers, from: slot }
    let isDragging = false
    const end = () => {
      removeEventListener('pointermove', onMove)
      removeEventListener('pointerup', onUp)
      removeEventListener('pointercancel', onCancel)
      removeEventListener('keydown', onKey, true)
      moveGhost(undefined)
    }
    const onMove = ({ clientX: x, clientY: y }: PointerEvent) => {
      if (!isDragging && Math.hypot(x - start.x, y - start.y) < SLACK) return
      if (!isDragging) {
        isDragging = true
        board.pickUp(load)
      }
      moveGhost({ x, y, people: movers.length })
      board.hoverOver(slotAt(x, y))
    }
    const slotAt = (x: number, y: number) => {
      const id = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-slot]')?.dataset.slot
      return board.slots.find((one) => one.id === id)
    }
    const onUp = ({ clientX, clientY }: PointerEvent) => {
      end()
      if (!isDragging) return
      swallowClick()
      const target = slotAt(clientX, clientY)
      if (target) board.dropOn(target, load)
      else board.putBack(load)
    }
    const onCancel = () => {
      end()
      if (isDragging) board.putBack(load)
    }
    const onKey = (pressed: KeyboardEvent) => {
      if (pressed.key !== 'Escape') return
      pressed.stopPropagation()
      onCancel()
    }
    addEventListener('pointermove', onMove)
    addEventListener('pointerup', onUp)
    addEventListener('pointercancel', onCancel)
    addEventListener('keydown', onKey, true)
  }
  return { onPointerDown }
}

/** The click that ends a drag is not one on what lies below it. */
function swallowClick(): void {
  const swallow = (click: MouseEvent) => {
    click.stopPropagation()
    click.preventDefault()
  }
  addEventListener('click', swallow, { capture: true, once: true })
  setTimeout(() => removeEventListener('click', swallow, { capture: true }), 0)
}
