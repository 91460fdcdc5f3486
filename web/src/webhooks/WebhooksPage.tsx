import peopleSheet from '../people/people.css?inline'
import webhooksSheet from './webhooks.css?inline'
import { IconPlus } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { paths } from '../paths.ts'
import { useMay, useMe } from '../session/session.ts'
import { Empty, ErrorNote, Skeleton } from '../ui/Notes.tsx'
import { sayCount, sayMoment } from '../ui/format.ts'
import { useSheets } from '../ui/use-sheets.ts'
import { useLanguage } from '../words.ts'
import { EndpointDialog } from './EndpointDialog.tsx'
import { EndpointView } from './EndpointView.tsx'
import { EndpointMark } from './WebhookMarks.tsx'
import { endpointsQuery } from './webhook-query.ts'
import type { Endpoint } from './webhook-query.ts'
import { useWebhookWords } from './words.ts'

/** Where messages about what happens are sent, for owners; the one that is open stands in the address. */
export function WebhooksPage() {
  useSheets(peopleSheet, webhooksSheet)
  const say = useWebhookWords()
  const mayManage = useMay('tenant.manage')
  const { endpoint } = useSearch({ strict: false }) as { endpoint?: string }
  if (!mayManage) return <Empty>{say('notAllowed')}</Empty>
  return endpoint === undefined ? <Endpoints /> : <EndpointView key={endpoint} endpointId={endpoint} />
}

function Endpoints() {
  const say = useWebhookWords()
  const [isAdding, setAdding] = useState(false)
  const list = useInfiniteQuery(endpointsQuery)
  const endpoints = list.data?.pages.flatMap(({ items }) => items) ?? []
  const close = () => setAdding(false)
  return (
    <div className="ppl">
      <header className="hd">
        <h1 className="grow">{say('title')}</h1>
        <div className="row acts">
          <button type="button" className="btn pri" onClick={() => setAdding(true)}>
            <IconPlus className="ic" aria-hidden />
            {say('add')}
          </button>
        </div>
      </header>
      <p className="mut lead">{say('lead')}</p>
      {list.error && <ErrorNote error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Skeleton height={120} />}
      {list.data && endpoints.length === 0 && <Empty>{say('empty')}</Empty>}
      {endpoints.length > 0 && (
        <table className="tb ppt wht">
          <thead>
            <tr>
              <th scope="col">{say('url')}</th>
              <th scope="col">{say('description')}</th>
              <th scope="col" className="whn">
                {say('events')}
              </th>
              <th scope="col" className="whw">
                {say('lastSuccess')}
              </th>
              <th scope="col" className="whs">
                {say('state')}
              </th>
            </tr>
          </thead>
          <tbody>
            {endpoints.map((endpoint) => (
              <Row key={endpoint.id} endpoint={endpoint} />
            ))}
          </tbody>
        </table>
      )}
      {list.hasNextPage && (
        <button type="button" className="btn more" onClick={() => void list.fetchNextPage()}>
          {say('more')}
        </button>
      )}
      {isAdding && <EndpointDialog endpoint={undefined} onClose={close} onSaved={close} />}
    </div>
  )
}

function Row({ endpoint }: { endpoint: Endpoint }) {
  const say = useWebhookWords()
  const language = useLanguage()
  const { timezone } = useMe().tenant
  const { id, url, description, events, last_success_at: last } = endpoint
  return (
    <tr>
      <td className="tr" title={url}>
        <Link to={paths.webhooks} search={{ endpoint: id } as never} aria-label={say('open', { url })}>
          {url}
        </Link>
      </td>
      <td className="tr mut" title={description}>
        {description}
      </td>
      <td className="mut">{say('sends', { count: events.length, shown: sayCount(events.length, language) })}</td>
      <td className="mut">{last === null ? say('never') : sayMoment(last, timezone, language)}</td>
      <td>
        <EndpointMark endpoint={endpoint} />
      </td>
    </tr>
  )
}
