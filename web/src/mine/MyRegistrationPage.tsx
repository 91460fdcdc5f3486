import phoneSheet from '../ui/phone.css?inline'
import mineSheet from './mine.css?inline'
import { useSheets } from '../ui/use-sheets.ts'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { ApiError } from '../api.ts'
import { paths } from '../paths.ts'
import { ErrorNote, Skeleton } from '../ui/Notes.tsx'
import { MineBar } from './MineBar.tsx'
import { MyRegistration } from './MyRegistration.tsx'
import { mineQuery } from './my-registrations.ts'
import { useMineWords } from './words.ts'

/** One thing asked for: how it stands, what happens next, and the code to show. */
export function MyRegistrationPage() {
  useSheets(phoneSheet, mineSheet)
  const { registrationId = '' } = useParams({ strict: false })
  // The address says which registration, not of which event: that is found among my own.
  const mine = useQuery(mineQuery)
  const found = mine.data?.find(({ id }) => id === registrationId)
  if (found) return <MyRegistration key={registrationId} first={found} firstAt={mine.dataUpdatedAt} />
  return (
    <div className="mob">
      <MineBar title="" slug={undefined} />
      <main className="mm">
        {mine.data ? (
          <Gone />
        ) : mine.error ? (
          <NotRead error={mine.error} onRetry={() => void mine.refetch()} />
        ) : (
          <Waiting />
        )}
      </main>
    </div>
  )
}

function NotRead({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const isForbidden = error instanceof ApiError && error.problem.status === 403
  return isForbidden ? <Gone /> : <ErrorNote error={error} onRetry={onRetry} />
}

function Gone() {
  const say = useMineWords()
  return (
    <div className="empty">
      <p>{say('gone')}</p>
      <Link className="btn lg" to={paths.mine}>
        {say('title')}
      </Link>
    </div>
  )
}

function Waiting() {
  return (
    <div aria-busy="true">
      <Skeleton width={90} />
      <p style={{ marginTop: 12 }}>
        <Skeleton width="80%" height={28} />
      </p>
      <p style={{ margin: '12px 0 20px' }}>
        <Skeleton />
      </p>
      <Skeleton height={320} />
    </div>
  )
}
