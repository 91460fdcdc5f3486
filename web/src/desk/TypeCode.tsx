import { useState } from 'react'
import { DeskSheet } from './Sheet.tsx'
import { readToken } from './token.ts'
import { useDeskWords } from './words.ts'

/** For a code that no camera can read: it is typed off the page it stands on. */
export function TypeCode({ onCode, onClose }: { onCode: (text: string) => void; onClose: () => void }) {
  const say = useDeskWords()
  const [text, setText] = useState('')
  const [isWrong, setWrong] = useState(false)
  return (
    <DeskSheet title={say('typeCode')} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (readToken(text) === undefined) setWrong(true)
          else onCode(text)
        }}
      >
        <label htmlFor="code">{say('code')}</label>
        <input
          id="code"
          className={isWrong ? 'inp tall err' : 'inp tall'}
          autoFocus
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={60}
          value={text}
          aria-invalid={isWrong}
          aria-describedby="codenote"
          onChange={({ target }) => {
            setText(target.value)
            setWrong(false)
          }}
        />
        <p id="codenote" className={isWrong ? 'neg' : 'mut'} role={isWrong ? 'alert' : undefined}>
          {say(isWrong ? 'codeWrong' : 'codeNote')}
        </p>
        <button type="submit" className="btn pri lg full">
          {say('check')}
        </button>
      </form>
    </DeskSheet>
  )
}
