import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { sayCount, sayMoney } from '../ui/format.ts'
import { useLanguage } from '../words.ts'
import type { GroupName } from './lines.ts'
import type { Workbench } from './use-workbench.ts'
import { useWhatIfWords } from './what-if-words.ts'

type Props = { name: GroupName; isOpen: boolean; bench: Workbench; currency: string }

/** The head of a group: how many, and what can be done with all of them. */
export function GroupHead({ name, isOpen, bench, currency }: Props) {
  const say = useWhatIfWords()
  const language = useLanguage()
  const { trial: state, selection, total, whatIf } = bench
  const summary = state.trial?.summary
  if (!summary) return null
  const { refused, fitting, unread } = state.groups
  const counts = {
    refused: summary.refused,
    // As far as it was read.
    fitting: unread.length === 0 ? summary.changed : fitting.length,
    unread: unread.length,
    rest: Math.max(0, total - summary.total),
  }
  const count = counts[name]
  const text =
    name === 'refused'
      ? say(unread.length === 0 ? 'group_refusedText' : 'group_refusedSome', { of: sayCount(summary.total, language) })
      : name === 'fitting' && unread.length === 0
        ? say('group_fittingText', { amount: sayMoney(summary.amount, currency, language) })
        : ''
  const Chevron = isOpen ? IconChevronDown : IconChevronRight
  return (
    <div className="grph">
      <button type="button" className="grpb" aria-expanded={isOpen} onClick={() => bench.toggleGroup(name)}>
        <Chevron className="ic" aria-hidden /> <b>{say(`group_${name}`, { count, n: sayCount(count, language) })}</b>{' '}
        <span className="dim">{text}</span>
      </button>
      {name === 'refused' && refused.length === summary.refused && (
        <button type="button" className="linkb" onClick={() => selection.choose(refused)}>
          {say('onlyThese')}
        </button>
      )}
      {(name === 'refused' || (name === 'fitting' && summary.refused === 0)) && (
        <button type="button" className="linkb" onClick={() => whatIf.setGrouped(false)}>
          {say('oneList')}
        </button>
      )}
    </div>
  )
}
