import { IconPhotoUp, IconTrash } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { DragEvent } from 'react'
import { api, take } from '../api.ts'
import type { Schema } from '../api.ts'
import { useAction } from '../session/action.ts'
import { eventKey } from '../session/event.ts'
import { TextField } from '../ui/Fields.tsx'
import { ErrorNote } from '../ui/Notes.tsx'
import { usePictureWords } from './picture-words.ts'

const TYPES = ['image/jpeg', 'image/png', 'image/webp']
const MOST_BYTES = 5_000_000

type Props = { eventId: string; optionId: string; picture: Schema<'OptionPicture'> | null }

/** The picture of an option that is saved: chosen or dropped, said in words, shown; and taken away. At once, not with the form. */
export function PictureField({ eventId, optionId, picture: first }: Props) {
  const say = usePictureWords()
  const client = useQueryClient()
  const [picture, setPicture] = useState(first)
  const [alt, setAlt] = useState(first?.alt ?? '')
  const [file, setFile] = useState<File>()
  const [wrong, setWrong] = useState<'type' | 'size' | 'alt'>()
  const path = { event_id: eventId, option_id: optionId }
  const done = (now: Schema<'OptionPicture'> | null) => {
    setPicture(now)
    setFile(undefined)
    if (now === null) setAlt('')
    void client.invalidateQueries({ queryKey: eventKey(eventId) })
  }
  const send = useAction(
    ({ chosen, words }: { chosen: File; name: string; size: number; words: string }, headers) =>
      take(
        api.PUT('/events/{event_id}/options/{option_id}/picture', {
          params: { path, query: { alt: words } },
          headers: { ...headers, 'Content-Type': chosen.type },
          // What is sent is the file as it is; the type of the client knows a file as text.
          body: chosen as unknown as string,
          bodySerializer: (body) => body,
        }),
      ),
    { onDone: (option) => done(option.picture) },
  )
  const remove = useAction(
    (_: object, headers) =>
      take(api.DELETE('/events/{event_id}/options/{option_id}/picture', { params: { path }, headers })),
    { onDone: () => done(null) },
  )
  const choose = (chosen: File | undefined) => {
    if (!chosen) return
    setWrong(!TYPES.includes(chosen.type) ? 'type' : chosen.size > MOST_BYTES ? 'size' : undefined)
    setFile(TYPES.includes(chosen.type) && chosen.size <= MOST_BYTES ? chosen : undefined)
  }
  const submit = () => {
    if (!file) return
    if (alt.trim() === '') return setWrong('alt')
    setWrong(undefined)
    send.run({ chosen: file, name: file.name, size: file.size, words: alt.trim() })
  }
  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    choose(event.dataTransfer.files[0])
  }
  return (
    <fieldset className="picf">
      <legend>{say('picture')}</legend>
      <div className="row">
        {picture && <img src={picture.thumb_url} alt={picture.alt} width={96} height={96} />}
        <label className="picdrop grow" onDragOver={(event) => event.preventDefault()} onDrop={onDrop}>
          <input
            className="sr"
            type="file"
            accept={TYPES.join(',')}
            onChange={({ target }) => choose(target.files?.[0])}
          />
          <IconPhotoUp className="ic" aria-hidden /> {file ? file.name : say(picture ? 'replace' : 'choose')}
          <small className="dim">{say('limits')}</small>
        </label>
      </div>
      {(wrong === 'type' || wrong === 'size') && (
        <p className="neg s2" role="alert">
          {say(wrong === 'type' ? 'wrongType' : 'tooLarge')}
        </p>
      )}
      {file && (
        <>
          <TextField
            label={say('alt')}
            hint={say('altHint')}
            most={300}
            value={alt}
            onChange={setAlt}
            error={wrong === 'alt' ? say('altNeeded') : undefined}
          />
          <button type="button" className="btn pri sm" disabled={send.isPending} onClick={submit}>
            {say(send.isPending ? 'sending' : 'send')}
          </button>
        </>
      )}
      {picture && !file && (
        <button type="button" className="btn q sm" disabled={remove.isPending} onClick={() => remove.run({})}>
          <IconTrash className="ic" aria-hidden /> {say('remove')}
        </button>
      )}
      {(send.error ?? remove.error) && <ErrorNote error={send.error ?? remove.error} />}
    </fieldset>
  )
}
