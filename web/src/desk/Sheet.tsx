import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import { useDeskWords } from './words.ts'

/** A dialog over the desk; the browser keeps the focus in it, and gives it back. */
export function DeskSheet({ title, onClose, children }: { title: string; onClose: () => void; children: ReactNode }) {
  const say = useDeskWords()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const element = dialog.current
    element?.showModal()
    return () => element?.close()
  }, [])
  return (
    <dialog ref={dialog} className="dsheet" aria-labelledby="sheettitle" onCancel={onClose}>
      <div className="row sb">
        <h2 id="sheettitle">{title}</h2>
        <button type="button" className="btn lg q" onClick={onClose}>
          {say('close')}
        </button>
      </div>
      {children}
    </dialog>
  )
}
