import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import { ExportDialog } from './ExportDialog.tsx'
import type { ListKind } from './columns.ts'
import { useExportWords } from './words.ts'

export type ExportProps = {
  eventId: string
  kind: ListKind
  /** What the list is narrowed to, as the API has it. */
  query: Record<string, string | readonly string[] | undefined>
}

/** A list as a file: opens the dialog that asks which, and how. */
export function ExportButton(props: ExportProps) {
  const say = useExportWords()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <button type="button" className="btn" title={say('text')} onClick={() => setOpen(true)}>
        <IconDownload className="ic" aria-hidden />
        {say('export')}
      </button>
      {isOpen && <ExportDialog {...props} onClose={() => setOpen(false)} />}
    </>
  )
}
