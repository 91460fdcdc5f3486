import './keys-dialog.css'
import { Switch } from '@mantine/core'
import { Fragment } from 'react'
import { keyTable } from '../session/keys.ts'
import type { DoneBy, KeyPlace } from '../session/keys.ts'
import { useProfileChoice } from '../session/profile.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { ErrorNote } from '../ui/Notes.tsx'
import { sayKey } from '../ui/say-key.ts'
import { useLanguage } from '../words.ts'
import { useKeyWords } from './key-words.ts'

/** All keys there are, and the switch for single letters. */
export function KeysDialog({ onClose }: { onClose: () => void }) {
  const say = useKeyWords()
  const { profile, choose, error } = useProfileChoice()
  return (
    <Dialog title={say('title')} size="lg" onClose={onClose}>
      <div className="allkeys">
        <KeyList place="anywhere" />
        <KeyList place="approvals" />
        <KeyList place="slots" />
      </div>
      <Switch
        mt="lg"
        checked={profile.single_letter_keys}
        onChange={({ currentTarget }) => choose({ single_letter_keys: currentTarget.checked })}
        label={say('letters')}
        description={say('lettersText')}
      />
      {error && <ErrorNote error={error} />}
    </Dialog>
  )
}

/** The compiler asks for the words of every key of every place. */
type Word = { [Place in KeyPlace]: `${Place} ${DoneBy<Place>}` }[KeyPlace]

function KeyList({ place }: { place: KeyPlace }) {
  const say = useKeyWords()
  return (
    <section>
      <h3>{say(place)}</h3>
      <table aria-label={say('where', { place: say(place) })}>
        <tbody>
          {keyTable[place].map(({ does, keys }) => (
            <tr key={does}>
              <th scope="row">
                {keys.map((name) => (
                  <KeyName key={name} name={name} />
                ))}
              </th>
              <td>{say(`${place} ${does}` as Word)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** One key, or one after the other: G, then E. */
function KeyName({ name }: { name: string }) {
  const say = useKeyWords()
  const language = useLanguage()
  if (name === ' ') return <kbd className="kbd">{say('space')}</kbd>
  return name.split(' ').map((one, index) => (
    <Fragment key={one}>
      {index > 0 && <span className="sr">{say('followedBy')}</span>}
      <kbd className="kbd">{sayKey(one, language)}</kbd>
    </Fragment>
  ))
}
