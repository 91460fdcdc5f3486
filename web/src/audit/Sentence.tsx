import { Fragment } from 'react'
import type { Slot } from '../options/slots-query.ts'
import type { AuditEntry } from './audit-query.ts'
import { known, useAuditWords, withOwn } from './words.ts'

/** Marks where a name stands in a sentence, so that it can be made bold there. */
const MARK = '\u0001'
const names = ['actor', 'person', 'option', 'slot', 'action'] as const

/** An entry in words: who did what, for whom. What there is no sentence for is shown as it is called. */
export function Sentence({ entry, slots }: { entry: AuditEntry; slots: readonly Slot[] | undefined }) {
  const say = useAuditWords()
  const { action, actor_id: actorId, detail } = entry
  const said = {
    actor: actorId === null ? say('operator') : (entry.actor_name ?? say('someone')),
    person: entry.person_name ?? say('someone'),
    option: entry.option_name ?? say('something'),
    slot: slotOf(detail, slots) ?? say('something'),
    action,
  }
  const marked = Object.fromEntries(names.map((name) => [name, `${MARK}${name}${MARK}`]))
  const isOwn = actorId !== null && detail?.user_id === actorId
  return (
    <>
      {sayMarked(marked, isOwn)
        .split(MARK)
        .map((part, index) => {
          const name = index % 2 === 1 ? names.find((one) => one === part) : undefined
          // The parts of one sentence never change places.
          return <Fragment key={`${index} ${part}`}>{name ? <b>{said[name]}</b> : part}</Fragment>
        })}
    </>
  )

  function sayMarked(values: Record<string, string>, isOwn: boolean): string {
    const own = isOwn ? withOwn.find((one) => one === action) : undefined
    if (own) return say(`${own}.own`, values)
    const plain = known.find((one) => one === action)
    return plain ? say(plain, values) : say('unknown', values)
  }
}

/** A slot by its label: kept in the entry, or looked up by its id. */
function slotOf(detail: AuditEntry['detail'], slots: readonly Slot[] | undefined): string | undefined {
  if (typeof detail?.label === 'string') return detail.label
  const after = detail?.after
  if (typeof after === 'object' && after !== null && 'label' in after && typeof after.label === 'string')
    return after.label
  return slots?.find(({ id }) => id === detail?.slot_id)?.label
}
