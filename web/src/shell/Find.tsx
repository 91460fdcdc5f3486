import '@mantine/spotlight/styles.css'
import './find.css'
import { useDebouncedValue } from '@mantine/hooks'
import { Spotlight, createSpotlight } from '@mantine/spotlight'
import { IconSearch } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useId, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { paths } from '../paths.ts'
import { ErrorNote } from '../ui/Notes.tsx'
import { StatusMark } from '../ui/StatusMark.tsx'
import { sayKey } from '../ui/say-key.ts'
import { useLanguage } from '../words.ts'
import { useFindWords } from './find-words.ts'
import { useOpeners } from './openers.ts'
import { useFindings } from './use-findings.ts'
import type { Finding } from './use-findings.ts'

const [store, spotlight] = createSpotlight()

/** What is typed is looked for once the typing rests, in milliseconds. */
const REST_MS = 200

type Props = {
  eventId: string | undefined
  /** How often it has been asked for: each time it opens. */
  asked: number
}

/** Finds pages, events, and in an open event its people and options; by keyboard alone, if one likes. */
export function Find({ eventId, asked }: Props) {
  const say = useFindWords()
  const [query, setQuery] = useState('')
  useEffect(() => {
    if (asked > 0) spotlight.open()
  }, [asked])
  return (
    <Spotlight.Root
      store={store}
      query={query}
      onQueryChange={setQuery}
      shortcut={null}
      // The window's name, for those who hear it; the field says the same to the eye.
      title={say('title')}
      classNames={{ content: 'finder', header: 'findtitle' }}
      overlayProps={{ backgroundOpacity: 0.35, blur: 0 }}
      transitionProps={{ duration: 120, transition: 'fade' }}
    >
      <Finder query={query} eventId={eventId} />
    </Spotlight.Root>
  )
}

function Finder({ query, eventId }: { query: string; eventId: string | undefined }) {
  const say = useFindWords()
  const language = useLanguage()
  const navigate = useNavigate()
  const { showKeys } = useOpeners()
  const listId = useId()
  const [rested] = useDebouncedValue(query.trim(), REST_MS)
  const { groups, isCut, isLooking, error, retry } = useFindings(rested, eventId)
  const all = groups.flatMap(({ items }) => items)
  const [chosenId, setChosen] = useState<string>()
  useEffect(() => setChosen(undefined), [rested])
  const chosen = all.find(({ id }) => id === chosenId) ?? all[0]
  const isSettled = !isLooking && rested === query.trim()
  const idOf = (finding: Finding) => `${listId}${finding.id}`

  const open = ({ to }: Finding) => {
    spotlight.close()
    if (to === undefined) showKeys()
    else if (to === paths.apiDocs) location.assign(to)
    else void navigate({ to })
  }
  const move = (by: number) => {
    const at = chosen ? all.indexOf(chosen) : 0
    const next = all.at((at + by) % all.length)
    if (!next) return
    setChosen(next.id)
    document.getElementById(idOf(next))?.scrollIntoView({ block: 'nearest' })
  }
  const onKeyDown = (pressed: KeyboardEvent) => {
    // Enter and arrows also choose among what an input method suggests.
    if (pressed.nativeEvent.isComposing) return
    if (pressed.key === 'ArrowDown') move(1)
    if (pressed.key === 'ArrowUp') move(-1)
    // What is found for an earlier text is not what Enter means.
    if (pressed.key === 'Enter' && chosen && rested === query.trim()) open(chosen)
  }
  return (
    <>
      <Spotlight.Search
        role="combobox"
        aria-label={say('title')}
        aria-expanded={all.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={chosen && idOf(chosen)}
        placeholder={say(eventId === undefined ? 'placeholder' : 'placeholderEvent')}
        leftSection={<IconSearch className="ic l dim" aria-hidden />}
        maxLength={100}
        autoComplete="off"
        spellCheck={false}
        onKeyDown={onKeyDown}
      />
      <div className="findings" id={listId} role="listbox" aria-label={say('title')} aria-busy={!isSettled}>
        {groups.map((group) => (
          <div key={group.id} role="group" aria-labelledby={`${listId}${group.id}`}>
            <div className="fgroup tr" id={`${listId}${group.id}`} role="presentation">
              {group.label}
            </div>
            {group.items.map((finding) => (
              <Spotlight.Action
                key={finding.id}
                // Spotlight keeps an id to itself; a screen reader follows the choice by it.
                ref={(element: HTMLButtonElement | null) => element?.setAttribute('id', idOf(finding))}
                role="option"
                aria-selected={finding === chosen}
                data-selected={finding === chosen || undefined}
                onMouseMove={() => setChosen(finding.id)}
                onClick={() => open(finding)}
              >
                <FindingRow finding={finding} />
              </Spotlight.Action>
            ))}
          </div>
        ))}
      </div>
      {Boolean(error) && (
        <div className="fnote">
          <ErrorNote error={error} onRetry={retry} />
        </div>
      )}
      {all.length === 0 && isSettled && !error && <p className="fnote mut">{say('nothing', { query: rested })}</p>}
      {isCut && isSettled && <p className="fnote dim s2">{say('mostShown')}</p>}
      <p className="sr" role="status">
        {isSettled &&
          !error &&
          (all.length === 0 ? say('nothing', { query: rested }) : say('found', { count: all.length }))}
      </p>
      <footer className="fhints" aria-hidden>
        <span>
          <span className="kbd">↑</span> <span className="kbd">↓</span> {say('hintMove')}
        </span>
        <span>
          <span className="kbd">↵</span> {say('hintOpen')}
        </span>
        <span>
          <span className="kbd">{sayKey('Escape', language)}</span> {say('hintClose')}
        </span>
        <span className="grow" />
        {!isSettled && <span className="flooking">{say('looking')} …</span>}
      </footer>
    </>
  )
}

function FindingRow({ finding: { label, note, status, icon: Glyph } }: { finding: Finding }) {
  return (
    <>
      <Glyph className="ic" aria-hidden />
      <span className="fname tr" title={label}>
        {label}
      </span>
      {note !== undefined && note !== '' && <span className="fabout tr">{note}</span>}
      {status && <StatusMark status={status} />}
    </>
  )
}
