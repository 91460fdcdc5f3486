import peopleSheet from '../people/people.css?inline'
import inboxSheet from './inbox.css?inline'
import { Link } from '@tanstack/react-router'
import { paths } from '../paths.ts'
import { useSheets } from '../ui/use-sheets.ts'
import { InboxList } from './InboxList.tsx'
import { useInboxWords } from './words.ts'

/** What I was told, among the pages of those who organise. */
export function InboxPage() {
  useSheets(peopleSheet, inboxSheet)
  const say = useInboxWords()
  return (
    <div className="ppl">
      <header className="hd">
        <h1 className="grow">{say('title')}</h1>
        <Link to={paths.profile}>{say('choose')}</Link>
      </header>
      <InboxList />
    </div>
  )
}
