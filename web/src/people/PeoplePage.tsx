import peopleSheet from './people.css?inline'
import { useSheets } from '../ui/use-sheets.ts'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { IconClipboardList, IconPlus } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { api, takePage } from '../api.ts'
import type { Schema } from '../api.ts'
import { paths } from '../paths.ts'
import { useMay } from '../session/session.ts'
import { sayCount } from '../ui/format.ts'
import { Empty, ErrorNote, Skeleton } from '../ui/Notes.tsx'
import { useLanguage } from '../words.ts'
import { LinkDialog } from './LinkDialog.tsx'
import { ManyDialog } from './ManyDialog.tsx'
import { PersonDialog } from './PersonDialog.tsx'
import { PersonRow } from './PersonRow.tsx'
import { usePeopleWords } from './words.ts'

/** What of people is open over the list. */
type Open = { kind: 'add' | 'many' } | { kind: 'change' | 'link'; user: Schema<'User'> } | null

/** Everybody in the organisation, found by name or mail, and what they may do. */
export function PeoplePage() {
  useSheets(peopleSheet)
  const say = usePeopleWords()
  const mayManage = useMay('tenant.manage')
  return mayManage ? <People /> : <Empty>{say('notAllowed')}</Empty>
}

function People() {
  const say = usePeopleWords()
  const language = useLanguage()
  const { q = '' } = useSearch({ strict: false }) as { q?: string }
  const navigate = useNavigate()
  const [open, setOpen] = useState<Open>(null)
  const search = (text: string) => void navigate({ to: paths.people, search: { q: text }, replace: true })
  const people = useInfiniteQuery({
    queryKey: ['users', 'list', q],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      takePage(
        api.GET('/users', {
          params: {
            query: { limit: 50, ...(q === '' ? {} : { q }), ...(pageParam === undefined ? {} : { cursor: pageParam }) },
          },
        }),
      ),
    getNextPageParam: (page) => page.next,
    placeholderData: (before) => before,
  })
  const users = people.data?.pages.flatMap(({ items }) => items) ?? []
  const first = people.data?.pages[0]
  return (
    <div className="ppl">
      <header className="hd">
        <h1 className="grow">{say('title')}</h1>
        <div className="row acts">
          <button type="button" className="btn" onClick={() => setOpen({ kind: 'many' })}>
            <IconClipboardList className="ic" aria-hidden />
            {say('addMany')}
          </button>
          <button type="button" className="btn pri" onClick={() => setOpen({ kind: 'add' })}>
            <IconPlus className="ic" aria-hidden />
            {say('add')}
          </button>
        </div>
      </header>
      <div className="find" role="search">
        <SearchField value={q} onSearch={search} />
        {first && (
          <span className="s3 mut" role="status">
            {say('count', { count: first.total, shown: sayCount(first.total, language, first.isMore) })}
          </span>
        )}
      </div>
      {people.error && <ErrorNote error={people.error} onRetry={() => void people.refetch()} />}
      {people.isPending && <Waiting />}
      {people.data && users.length === 0 && (
        <Empty
          action={
            q !== '' && (
              <button type="button" className="btn" onClick={() => search('')}>
                {say('clear')}
              </button>
            )
          }
        >
          {say(q === '' ? 'empty' : 'noneMatch')}
        </Empty>
      )}
      {users.length > 0 && <PeopleTable users={users} onOpen={setOpen} />}
      {people.hasNextPage && (
        <button
          type="button"
          className="btn more"
          disabled={people.isFetchingNextPage}
          onClick={() => void people.fetchNextPage()}
        >
          {say('more')}
        </button>
      )}
      {open?.kind === 'add' && (
        <PersonDialog user={null} onClose={() => setOpen(null)} onDone={(user) => setOpen({ kind: 'link', user })} />
      )}
      {open?.kind === 'change' && <PersonDialog user={open.user} onClose={() => setOpen(null)} />}
      {open?.kind === 'link' && <LinkDialog user={open.user} onClose={() => setOpen(null)} />}
      {open?.kind === 'many' && <ManyDialog onClose={() => setOpen(null)} />}
    </div>
  )
}

function PeopleTable({ users, onOpen }: { users: Schema<'User'>[]; onOpen: (open: Open) => void }) {
  const say = usePeopleWords()
  return (
    <table className="tb ppt">
      <thead>
        <tr>
          <th scope="col">{say('name')}</th>
          <th scope="col">{say('email')}</th>
          <th scope="col">{say('role')}</th>
          <th scope="col">{say('department')}</th>
          <th scope="col">{say('state')}</th>
          <th scope="col">
            <span className="sr">{say('change')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {users.map((user) => (
          <PersonRow
            key={user.id}
            user={user}
            onChange={() => onOpen({ kind: 'change', user })}
            onLink={() => onOpen({ kind: 'link', user })}
          />
        ))}
      </tbody>
    </table>
  )
}

function SearchField({ value, onSearch }: { value: string; onSearch: (q: string) => void }) {
  const say = usePeopleWords()
  const [typed, setTyped] = useState(value)
  const latest = useRef(onSearch)
  latest.current = onSearch
  useEffect(() => setTyped(value), [value])
  useEffect(() => {
    if (typed === value) return
    const timer = setTimeout(() => latest.current(typed), 250)
    return () => clearTimeout(timer)
  }, [typed, value])
  return (
    <input
      className="inp"
      type="search"
      maxLength={200}
      placeholder={say('search')}
      aria-label={say('search')}
      value={typed}
      onChange={({ target }) => setTyped(target.value)}
    />
  )
}

function Waiting() {
  return (
    <div className="set" aria-busy="true">
      {Array.from({ length: 6 }, (_, index) => (
        <Skeleton key={index} height={22} />
      ))}
    </div>
  )
}
