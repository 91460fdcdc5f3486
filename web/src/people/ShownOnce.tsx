import { useRef, useState } from 'react'
import { usePeopleWords } from './words.ts'

/** A secret that is shown this once: to be copied with one press, or by hand. */
export function ShownOnce({ label, value }: { label: string; value: string }) {
  const say = usePeopleWords()
  const field = useRef<HTMLInputElement>(null)
  const [copied, setCopied] = useState<'no' | 'yes' | 'failed'>('no')
  const copy = async () => {
    field.current?.select()
    try {
      await navigator.clipboard.writeText(value)
      setCopied('yes')
    } catch {
      setCopied('failed')
    }
  }
  return (
    <>
      <div className="once">
        <input
          ref={field}
          className="inp"
          aria-label={label}
          readOnly
          value={value}
          onFocus={({ target }) => target.select()}
        />
        <button type="button" className="btn pri" onClick={() => void copy()} data-autofocus>
          {say(copied === 'yes' ? 'copied' : 'copy')}
        </button>
      </div>
      <p className="s2 mut" role="status">
        {copied === 'failed' && say('copyFailed')}
      </p>
    </>
  )
}
