import './bell.css'
import { IconBell } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useInboxWords } from '../notifications/words.ts'
import { inboxSummaryQuery } from '../session/inbox.ts'

/** At most so many are counted. */
const MOST = 99

/** The way to one's inbox, with how much of it was not read. */
export function Bell({ to }: { to: string }) {
  const say = useInboxWords()
  const { data } = useQuery(inboxSummaryQuery)
  const count = data?.unread_count ?? 0
  const unread = count > MOST ? `${MOST}+` : String(count)
  const label = count === 0 ? say('bell') : say('bellUnread', { count, unread })
  return (
    <Link className="bell" to={to} aria-label={label} title={label}>
      <IconBell className="ic l" aria-hidden />
      {count > 0 && <b aria-hidden>{unread}</b>}
    </Link>
  )
}
