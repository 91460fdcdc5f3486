import { useEffect, useRef } from 'react'
import { useWhatIfWords } from './what-if-words.ts'

/** Stands where part of an answer has not been read yet, and has it read when it is on screen. */
export function Unread({ onSeen }: { onSeen: () => void }) {
  const say = useWhatIfWords()
  const latest = useRef(onSeen)
  useEffect(() => {
    latest.current = onSeen
  })
  useEffect(() => {
    latest.current()
    const timer = setInterval(() => latest.current(), 300)
    return () => clearInterval(timer)
  }, [])
  return <span className="dim">{say('unread')}</span>
}
