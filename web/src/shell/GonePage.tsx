import { Logo } from '../ui/Logo.tsx'
import { ErrorNote } from '../ui/Notes.tsx'
import { paths } from '../paths.ts'
import { defineWords } from '../words.ts'

const useWords = defineWords('gone', {
  en: {
    title: 'There is nothing here',
    text: 'It may have been archived, it may belong to another organisation, or the link is not whole.',
    home: 'Go to where you can go on',
    lost: 'This page could not be shown',
  },
  de: {
    title: 'Hier ist nichts',
    text: 'Es wurde vielleicht archiviert, gehört einer anderen Organisation, oder der Link ist nicht vollständig.',
    home: 'Dorthin, wo es weitergeht',
    lost: 'Diese Seite ließ sich nicht zeigen',
  },
})

/** A link to something archived, foreign or gone says so, and leads somewhere. */
export function GonePage() {
  const say = useWords()
  return (
    <main className="gone">
      <Logo size={32} />
      <h1>{say('title')}</h1>
      <p className="mut">{say('text')}</p>
      <a className="btn pri" href={paths.home}>
        {say('home')}
      </a>
    </main>
  )
}

/** Something unexpected: says so in place, and tries again. */
export function LostPage({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const say = useWords()
  return (
    <main className="gone">
      <Logo size={32} />
      <h1>{say('lost')}</h1>
      <ErrorNote error={error} onRetry={onRetry} />
      <a className="btn" href={paths.home}>
        {say('home')}
      </a>
    </main>
  )
}
