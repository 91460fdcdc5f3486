import { useEffect, useRef } from 'react'
import { createTyping } from './typing.ts'
import { useDeskWords } from './words.ts'

type Props = {
  isActive: boolean
  onScan: (text: string) => void
  onNext: () => void
  onUndo: () => void
  onFind: () => void
}

/**
 * Where a hardware scanner types: a field nobody sees, which takes the focus back whenever nothing else has it. What
 * a person presses on a keyboard comes in here as well; see typing.ts for how the two are told apart.
 */
export function ScannerField({ isActive, ...actions }: Props) {
  const say = useDeskWords()
  const field = useRef<HTMLInputElement>(null)
  const latest = useRef(actions)
  latest.current = actions
  useEffect(() => {
    if (!isActive) return
    const typing = createTyping(({ kind, text }) => {
      if (field.current) field.current.value = ''
      if (kind === 'scan') latest.current.onScan(text)
      if (kind === 'next') latest.current.onNext()
      if (kind === 'undo') latest.current.onUndo()
      if (kind === 'find') latest.current.onFind()
    })
    const takeFocus = () => {
      if (document.activeElement === document.body || document.activeElement === null) field.current?.focus()
    }
    const onKey = (pressed: KeyboardEvent) => {
      if (pressed.ctrlKey || pressed.metaKey || pressed.altKey || pressed.isComposing) return
      const { target } = pressed
      const isElsewhere = target instanceof HTMLElement && target !== field.current && target !== document.body
      // A button that has the focus is pressed by Enter; what a scanner types goes to the field all the same.
      if (isElsewhere && pressed.key === 'Enter' && !typing.isRunning()) return
      if (isElsewhere && target instanceof HTMLInputElement) return
      if (typing.press(pressed.key)) pressed.preventDefault()
    }
    takeFocus()
    const timer = setInterval(takeFocus, 500)
    document.addEventListener('keydown', onKey)
    return () => {
      clearInterval(timer)
      typing.stop()
      document.removeEventListener('keydown', onKey)
    }
  }, [isActive])
  return (
    <input
      ref={field}
      className="sr"
      aria-label={say('scanner')}
      inputMode="none"
      autoComplete="off"
      autoCapitalize="off"
      spellCheck={false}
      readOnly
    />
  )
}
