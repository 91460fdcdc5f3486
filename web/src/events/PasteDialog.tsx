import { useState } from 'react'
import { useLanguage } from '../words.ts'
import type { Row } from './draft.ts'
import { AreaField } from '../ui/Fields.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { readSheet } from './read-sheet.ts'
import { useStudioWords } from './studio-words.ts'

/** Options out of a sheet: pasted, read, and shown for what they are before they are added. */
export function PasteDialog({ onRead, onClose }: { onRead: (rows: Row[]) => void; onClose: () => void }) {
  const say = useStudioWords()
  const language = useLanguage()
  const [text, setText] = useState('')
  const { rows, unclear } = readSheet(text, language)
  return (
    <Dialog onClose={onClose} title={say('paste')} size="lg">
      <form
        className="col dialog"
        onSubmit={(submitted) => {
          submitted.preventDefault()
          if (rows.length > 0) onRead(rows)
        }}
      >
        <AreaField
          label={say('pasteText')}
          rows={8}
          most={100_000}
          value={text}
          onChange={setText}
          placeholder={say('pasteExample')}
        />
        {unclear.slice(0, 5).map(({ line, text: said }) => (
          <p key={line} className="neg s3 tr">
            {say('pasteWrong', { line, text: said })}
          </p>
        ))}
        <div className="row">
          <button type="submit" className="btn pri" disabled={rows.length === 0}>
            {say('pasteRead', { count: rows.length })}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
