import { Link } from '@tanstack/react-router'
import { ApiError } from '../api.ts'
import { paths } from '../paths.ts'
import { ErrorNote, Note } from '../ui/Notes.tsx'
import { useStudioWords } from './studio-words.ts'

/** A refusal in place; where the session has ended, the way back in, which leads here again. */
export function WriteError({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const say = useStudioWords()
  if (error instanceof ApiError && error.problem.status === 401) {
    return (
      <Note
        kind="wrn"
        actions={
          <Link className="btn sm" to={paths.signIn()} search={{ next: location.pathname + location.search }}>
            {say('signIn')}
          </Link>
        }
      >
        {say('sessionEnded')}
      </Note>
    )
  }
  const isRefusal = error instanceof ApiError && error.problem.status < 500
  return <ErrorNote error={error} {...(isRefusal || !onRetry ? {} : { onRetry })} />
}
