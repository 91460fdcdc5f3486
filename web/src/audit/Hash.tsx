import { HoverCard } from '@mantine/core'
import { IconCheck, IconCopy, IconLink } from '@tabler/icons-react'
import { useState } from 'react'
import { defineWords } from '../words.ts'

const useWords = defineWords('hash', {
  en: {
    open: 'Hash {{short}}: copy it',
    hash: 'Hash of this entry',
    previous: 'Hash of the entry before',
    first: 'This is the first entry.',
    why: 'Each is taken over the entry and the hash before it, so that a changed or missing entry would show.',
    copied: 'Copied',
  },
  de: {
    open: 'Prüfsumme {{short}}: kopieren',
    hash: 'Prüfsumme dieses Eintrags',
    previous: 'Prüfsumme des Eintrags davor',
    first: 'Das ist der erste Eintrag.',
    why: 'Jede geht über den Eintrag und die Prüfsumme davor, so dass ein geänderter oder fehlender Eintrag auffiele.',
    copied: 'Kopiert',
  },
})

/** A hash by its ends; whole with the one before it when looked at, and copied when pressed. */
export function Hash({ hash, previous }: { hash: string; previous: string }) {
  const say = useWords()
  const [isCopied, setCopied] = useState(false)
  const short = `${hash.slice(0, 4)}…${hash.slice(-4)}`
  const copy = async () => {
    await navigator.clipboard.writeText(hash)
    setCopied(true)
    setTimeout(() => setCopied(false), 2_000)
  }
  const Glyph = isCopied ? IconCheck : IconLink
  return (
    <HoverCard width={420} shadow="md" openDelay={250} position="bottom-end">
      <HoverCard.Target>
        <button
          type="button"
          className="hash"
          aria-label={say(isCopied ? 'copied' : 'open', { short })}
          onClick={() => void copy()}
        >
          <Glyph className="ic okc" aria-hidden /> {short}
        </button>
      </HoverCard.Target>
      <HoverCard.Dropdown className="hashcard">
        <b>{say('hash')}</b>
        <code>{hash}</code>
        <b>{say('previous')}</b>
        {previous === '' ? <p>{say('first')}</p> : <code>{previous}</code>}
        <p className="dim">{say('why')}</p>
        <p className="dim">
          <IconCopy className="ic" aria-hidden /> {say(isCopied ? 'copied' : 'open', { short })}
        </p>
      </HoverCard.Dropdown>
    </HoverCard>
  )
}
