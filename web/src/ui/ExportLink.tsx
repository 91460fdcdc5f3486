import { IconDownload } from '@tabler/icons-react'
import { defineWords } from '../words.ts'

const useWords = defineWords('export', {
  en: { export: 'Export', text: 'What the list shows, all of it, as a CSV file' },
  de: { export: 'Exportieren', text: 'Was die Liste zeigt, und zwar alles, als CSV-Datei' },
})

/**
 * A list as a file: the browser fetches it from the API, with the cookie of the session, and saves it.
 *
 * @param isSmall the sign alone, where there is no room for the word
 */
export function ExportLink({ href, isSmall = false }: { href: string; isSmall?: boolean }) {
  const say = useWords()
  return (
    <a className={isSmall ? 'iconb' : 'btn'} href={href} title={say('text')} aria-label={say('export')} download>
      <IconDownload className="ic" aria-hidden />
      {!isSmall && say('export')}
    </a>
  )
}
