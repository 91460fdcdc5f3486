import { IconCheck, IconHelp, IconX } from '@tabler/icons-react'
import { Skeleton } from '../ui/Notes.tsx'
import { sayCount } from '../ui/format.ts'
import { useLanguage } from '../words.ts'
import type { Board } from './board.ts'
import { useOptionWords } from './words.ts'

const icons = { moved: IconCheck, refused: IconX, unknown: IconHelp } as const
const tones = { moved: 'ic okc', refused: 'ic neg', unknown: 'ic warnc' } as const

/** What became of a move, person by person; shown while it runs, and after it where somebody stayed behind. */
export function MoveResults({ board }: { board: Board }) {
  const say = useOptionWords()
  const language = useLanguage()
  const { move } = board.moves
  if (!move) return null
  const { results, movers, isRunning, to } = move
  const open = results.filter(({ outcome }) => outcome === 'unknown').length
  if (!isRunning && results.every(({ outcome }) => outcome === 'moved')) return null
  return (
    <section className="slres" aria-label={say('result')}>
      <h2>
        {isRunning
          ? say('moving', {
              done: sayCount(results.length, language),
              total: sayCount(movers.length, language),
              slot: to,
            })
          : say('result')}
      </h2>
      <ul className="ppl">
        {movers.map(({ id, person }, index) => {
          const result = results[index]
          const Glyph = result && icons[result.outcome]
          return (
            <li key={id}>
              {Glyph ? <Glyph className={tones[result.outcome]} aria-hidden /> : <Skeleton width={16} height={16} />}
              <span className="grow">
                {person}
                {result?.outcome === 'refused' && <small className="neg">{result.why}</small>}
                {result?.outcome === 'unknown' && <small>{say('unknown')}</small>}
                {result?.outcome === 'moved' && <small>{say('didMove')}</small>}
              </span>
            </li>
          )
        })}
      </ul>
      {!isRunning && open > 0 && (
        <button type="button" className="btn" onClick={board.moves.retry}>
          {say('retry', { count: open })}
        </button>
      )}
    </section>
  )
}
