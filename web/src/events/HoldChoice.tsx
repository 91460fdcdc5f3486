import { AllotmentBar } from '../ui/AllotmentBar.tsx'
import type { Studio } from './studio-state.ts'
import { useStudioWords } from './studio-words.ts'

const parts = ['hold_stock', 'hold_slot', 'hold_budget'] as const

/** Organisers choose among those who asked, or who asks first has it: what the hatched part of a bar means. */
export function HoldChoice({ studio }: { studio: Studio }) {
  const say = useStudioWords()
  const { fields } = studio.draft
  const holding = parts.filter((part) => fields[part] === 'hold').length
  const choose = (mode: 'check' | 'hold') => {
    for (const part of parts) studio.setField(part, mode)
  }
  return (
    <fieldset className="hold">
      <legend className="sr">{say('hold')}</legend>
      <div aria-hidden>
        <h2>{say('hold')}</h2>
        <p className="s3 mut">{say('holdText')}</p>
      </div>
      <label className={holding === 0 ? 'hopt on' : 'hopt'}>
        <input type="radio" name="hold" checked={holding === 0} onChange={() => choose('check')} />
        <span>
          <b>{say('holdNo')}</b>
          <small>{say('holdNoText')}</small>
          <AllotmentBar committed={60} pending={90} total={100} scale="zone" />
        </span>
      </label>
      <label className={holding > 0 ? 'hopt on' : 'hopt'}>
        <input type="radio" name="hold" checked={holding > 0} onChange={() => choose('hold')} />
        <span>
          <b>{say('holdYes')}</b>
          <small>{say('holdYesText')}</small>
          <AllotmentBar committed={60} pending={30} total={100} scale="zone" holds />
        </span>
      </label>
    </fieldset>
  )
}
