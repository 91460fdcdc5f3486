import peopleSheet from './people.css?inline'
import { useSheets } from '../ui/use-sheets.ts'
import { useInfiniteQuery } from '@tanstack/react-query'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { api, takePage } from '../api.ts'
import type { Schema } from '../api.ts'
import { paths } from '../paths.ts'
import { useMay } from '../session/session.ts'
import { sayDay } from '../ui/format.ts'
import { Empty, ErrorNote, Skeleton } from '../ui/Notes.tsx'
import { Mark } from '../ui/StatusMark.tsx'
import { useLanguage } from '../words.ts'
import { KeyDialog } from './KeyDialog.tsx'
import { RevokeDialog } from './RevokeDialog.tsx'
import { usePeopleWords } from './words.ts'

/** The keys by which programs come in, each as a person. */
export function ApiKeysPage() {
  useSheets(peopleSheet)
  const say = usePeopleWords()
  const mayManage = useMay('tenant.manage')
  return mayManage ? <ApiKeys /> : <Empty>{say('notAllowed')}</Empty>
}

function ApiKeys() {
  const say = usePeopleWords()
  const [isMaking, setMaking] = useState(false)
  const [revoked, setRevoked] = useState<Schema<'ApiKey'> | null>(null)
  const keys = useInfiniteQuery({
    queryKey: ['api-keys'],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      takePage(
        api.GET('/api-keys', {
          params: { query: { limit: 50, ...(pageParam === undefined ? {} : { cursor: pageParam }) } },
        }),
      ),
    getNextPageParam: (page) => page.next,
  })
  const items = keys.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <div className="ppl">
      <header className="hd">
        <h1 className="grow">{say('keysTitle')}</h1>
        <div className="row acts">
          <button type="button" className="btn pri" onClick={() => setMaking(true)}>
            <IconPlus className="ic" aria-hidden />
            {say('keyAdd')}
          </button>
        </div>
      </header>
      <p className="mut lead">
        {say('keysText')} <a href={paths.apiDocs}>{say('apiDocs')}</a>
      </p>
      {keys.error && <ErrorNote error={keys.error} onRetry={() => void keys.refetch()} />}
      {keys.isPending && <Skeleton height={80} />}
      {keys.data && items.length === 0 && <Empty>{say('keysEmpty')}</Empty>}
      {items.length > 0 && (
        <table className="tb ppt keys">
          <thead>
            <tr>
              <th scope="col">{say('keyName')}</th>
              <th scope="col">{say('keyPerson')}</th>
              <th scope="col">{say('keyMade')}</th>
              <th scope="col">{say('keyExpires')}</th>
              <th scope="col">{say('keyState')}</th>
              <th scope="col">
                <span className="sr">{say('keyRevoke')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {items.map((key) => (
              <KeyRow key={key.id} apiKey={key} onRevoke={() => setRevoked(key)} />
            ))}
          </tbody>
        </table>
      )}
      {keys.hasNextPage && (
        <button type="button" className="btn more" onClick={() => void keys.fetchNextPage()}>
          {say('more')}
        </button>
      )}
      {isMaking && <KeyDialog onClose={() => setMaking(false)} />}
      {revoked && <RevokeDialog apiKey={revoked} onClose={() => setRevoked(null)} />}
    </div>
  )
}

function KeyRow({ apiKey, onRevoke }: { apiKey: Schema<'ApiKey'>; onRevoke: () => void }) {
  const say = usePeopleWords()
  const language = useLanguage()
  const home = Intl.DateTimeFormat().resolvedOptions().timeZone
  const day = (at: string) => sayDay(at, home, language)
  const isExpired = apiKey.expires_at !== null && new Date(apiKey.expires_at) < new Date()
  const isOver = isExpired || apiKey.revoked_at !== null
  return (
    <tr className={isOver ? 'off' : undefined}>
      <td className="tr" title={apiKey.name}>
        <b>{apiKey.name}</b>
      </td>
      <td className="tr" title={apiKey.user_name}>
        {apiKey.user_name}
      </td>
      <td className="mut">{day(apiKey.created_at)}</td>
      <td className="mut">{apiKey.expires_at === null ? say('keyNever') : day(apiKey.expires_at)}</td>
      <td>
        <span className="st">
          <Mark kind={isOver ? 'rejected' : 'approved'} />
          {apiKey.revoked_at !== null
            ? say('keyRevoked', { day: sayDay(apiKey.revoked_at, home, language, false) })
            : say(isExpired ? 'keyExpired' : 'keyValid')}
        </span>
      </td>
      <td className="r">
        {!isOver && (
          <button
            type="button"
            className="btn sm"
            aria-label={`${say('keyRevoke')}: ${apiKey.name}`}
            onClick={onRevoke}
          >
            {say('keyRevoke')}
          </button>
        )}
      </td>
    </tr>
  )
}
