import phoneSheet from '../ui/phone.css?inline'
import mineSheet from '../mine/mine.css?inline'
import inboxSheet from './inbox.css?inline'
import { Link } from '@tanstack/react-router'
import { MineBar } from '../mine/MineBar.tsx'
import { MineFooter } from '../mine/MineFooter.tsx'
import { useTitle } from '../mine/online.ts'
import { paths } from '../paths.ts'
import { useSheets } from '../ui/use-sheets.ts'
import { InboxList } from './InboxList.tsx'
import { useInboxWords } from './words.ts'

/** What I was told, on a phone. */
export function MyInboxPage() {
  useSheets(phoneSheet, mineSheet, inboxSheet)
  const say = useInboxWords()
  useTitle(say('title'))
  return (
    <div className="mob mine">
      <MineBar title="" slug={undefined} />
      <main className="mm">
        <h1>{say('title')}</h1>
        <InboxList />
        <p className="s3">
          <Link to={paths.profile}>{say('choose')}</Link>
        </p>
      </main>
      <MineFooter />
    </div>
  )
}
