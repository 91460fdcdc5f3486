import firstRunSheet from './first-run.css?inline'
import { useSheets } from '../ui/use-sheets.ts'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { IconCheck, IconPlus } from '@tabler/icons-react'
import { api, takePage } from '../api.ts'
import { paths } from '../paths.ts'
import { useMay, useMe } from '../session/session.ts'
import { AllotmentBar } from '../ui/AllotmentBar.tsx'
import { sayMoney } from '../ui/format.ts'
import { useLanguage } from '../words.ts'
import { SampleOffer } from './SampleOffer.tsx'
import { useFirstRunWords } from './first-run-words.ts'

/** An organisation without any event: what to do first, and what the budget will look like. */
export function FirstRun() {
  useSheets(firstRunSheet)
  const say = useFirstRunWords()
  const language = useLanguage()
  const { user, tenant } = useMe()
  return (
    <div className="scrolls firstrun">
      <section className="em">
        <p className="mut">{say('welcome', { name: user.name.split(/\s+/)[0] ?? user.name })}</p>
        <h1>{say('title')}</h1>
        <p className="mut lead">{say('text')}</p>
        <Link className="btn pri lg" to={paths.newEvent}>
          <IconPlus className="ic l" aria-hidden />
          {say('create')}
        </Link>
        <div className="ghost">
          <div className="row sb s3">
            <span>{say('looks')}</span>
            <span className="dim">{say('committed', { amount: sayMoney(0, tenant.currency, language) })}</span>
          </div>
          <AllotmentBar committed={0} pending={0} total={1} size="lg" label={say('emptyBar')} />
          <div className="gl">
            <span>{say('asYouApprove')}</span>
            <span>{say('theLimit')}</span>
          </div>
        </div>
        <h2>{say('before')}</h2>
        <Todo />
      </section>
      <SampleOffer />
    </div>
  )
}

function Todo() {
  const say = useFirstRunWords()
  const language = useLanguage()
  const { tenant, user } = useMe()
  const mayManage = useMay('tenant.manage')
  const people = useQuery({
    queryKey: ['users', 'first'],
    enabled: mayManage,
    queryFn: () => takePage(api.GET('/users', { params: { query: { limit: 100 } } })),
  })
  const others = (people.data?.items ?? []).filter(({ id, is_active }) => is_active && id !== user.id)
  const hasApprover = others.some(({ role }) => ['owner', 'organizer', 'approver'].includes(role))
  const hasPeople = others.some(({ role }) => role === 'member')
  const currency = new Intl.DisplayNames(language, { type: 'currency' }).of(tenant.currency) ?? tenant.currency
  return (
    <ol className="todo">
      <Task
        number={1}
        isDone
        title={say('organisation')}
        text={`${tenant.name}, ${currency}, ${tenant.timezone.replaceAll('_', ' ')}`}
        link={mayManage ? { to: paths.settings, label: say('change') } : undefined}
      />
      <Task
        number={2}
        isDone={hasApprover}
        title={say('approver')}
        text={say(mayManage ? 'approverText' : 'askOwner')}
        link={mayManage ? { to: paths.people, label: say('invite') } : undefined}
      />
      <Task
        number={3}
        isDone={hasPeople}
        title={say('people')}
        text={say(mayManage ? 'peopleText' : 'askOwner')}
        link={mayManage ? { to: paths.people, label: say('bring') } : undefined}
      />
    </ol>
  )
}

type TaskProps = {
  number: number
  isDone: boolean
  title: string
  text: string
  link: { to: string; label: string } | undefined
}

function Task({ number, isDone, title, text, link }: TaskProps) {
  const say = useFirstRunWords()
  return (
    <li className={isDone ? 'done' : undefined}>
      <i aria-hidden>{isDone ? <IconCheck className="ic" /> : number}</i>
      <span>
        <b>{title}</b>
        {isDone && <span className="sr"> {say('done')}</span>}
        <small>{text}</small>
      </span>
      {link && (
        <Link className="btn sm" to={link.to}>
          {link.label}
        </Link>
      )}
    </li>
  )
}
