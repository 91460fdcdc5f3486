import { IconX } from '@tabler/icons-react'
import { useId, useLayoutEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import { useMineWords } from './words.ts'

type Props = { title: string; children: ReactNode; onClose: () => void }

/**
 * A sheet from the bottom edge. The browser's own modal dialog: it keeps the focus inside, closes with Escape, makes
 * the page behind it inert, and gives the focus back.
 */
export function Sheet({ title, children, onClose }: Props) {
  const say = useMineWords()
  const titleId = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  // Before the effects of what is inside: those measure, and nothing can be measured in a closed dialog.
  useLayoutEffect(() => {
    dialog.current?.showModal()
    document.documentElement.classList.add('sheeted')
    return () => document.documentElement.classList.remove('sheeted')
  }, [])
  return (
    <dialog
      ref={dialog}
      className="sheet"
      aria-labelledby={titleId}
      onClose={onClose}
      // A press beside the sheet reaches the dialog itself; one inside reaches what it contains.
      onClick={({ target, currentTarget }) => {
        if (target === currentTarget) currentTarget.close()
      }}
    >
      <div className="sheetin">
        <i className="grab" aria-hidden />
        <div className="row sb">
          <h2 className="sheett" id={titleId}>
            {title}
          </h2>
          <button type="button" className="rb2 bare" aria-label={say('close')} onClick={() => dialog.current?.close()}>
            <IconX className="ic l" aria-hidden />
          </button>
        </div>
        {children}
      </div>
    </dialog>
  )
}
