import messageSheet from './message.css?inline'
import { useState } from 'react'
import { useSheets } from '../ui/use-sheets.ts'
import { HtmlFrame } from './HtmlFrame.tsx'
import { defineWords } from '../words.ts'

const useWords = defineWords('message', {
  en: { as: 'How it is shown', html: 'As a page', text: 'As plain text', subject: 'Subject' },
  de: { as: 'Wie es gezeigt wird', html: 'Als Seite', text: 'Als reiner Text', subject: 'Betreff' },
})

type Props = { subject: string; text: string; html: string }

/** A message as it is sent: both of its parts, one of them shown. */
export function MessageView({ subject, text, html }: Props) {
  useSheets(messageSheet)
  const say = useWords()
  const [part, setPart] = useState<'html' | 'text'>('html')
  return (
    <div>
      <p className="mailsubject">
        <span className="sr">{say('subject')}: </span>
        {subject}
      </p>
      <div className="row mailtabs" role="group" aria-label={say('as')}>
        {(['html', 'text'] as const).map((one) => (
          <button
            key={one}
            type="button"
            className={one === part ? 'chip on' : 'chip'}
            aria-pressed={one === part}
            onClick={() => setPart(one)}
          >
            {say(one)}
          </button>
        ))}
      </div>
      {part === 'html' ? (
        <HtmlFrame html={html} title={subject} />
      ) : (
        <pre className="mailtext" tabIndex={0} aria-label={say('text')}>
          {text}
        </pre>
      )}
    </div>
  )
}
