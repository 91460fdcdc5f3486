import { useRef } from 'react'
import { useCamera } from './use-camera.ts'
import { useDeskWords } from './words.ts'

const words = { starting: 'starting', seeing: 'hold', denied: 'denied', none: 'noCamera' } as const

/** What the camera sees, with the frame to hold a code into. */
export function CameraView({ isWanted, onText }: { isWanted: boolean; onText: (text: string) => void }) {
  const say = useDeskWords()
  const video = useRef<HTMLVideoElement>(null)
  const state = useCamera(video, isWanted, onText)
  return (
    <section className={state === 'denied' || state === 'none' ? 'cam blind' : 'cam'} aria-label={say('camera')}>
      <video ref={video} muted playsInline aria-hidden tabIndex={-1} />
      <i className="co a" />
      <i className="co b" />
      <i className="co c" />
      <i className="co d" />
      <p>{say(words[state])}</p>
    </section>
  )
}
