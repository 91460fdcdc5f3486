import { useEffect, useState } from 'react'

/** How much time an offer has, in the unit that matters. */
export type TimeLeft =
  | { unit: 'days'; count: number }
  | { unit: 'hours'; hours: number; minutes: number }
  | { unit: 'minutes'; minutes: number }
  | { unit: 'seconds' }

/** Whole days from two days on, then hours and minutes; never more than there is. @param seconds left, above 0 */
export function timeLeft(seconds: number): TimeLeft {
  const minutes = Math.floor(seconds / 60)
  if (minutes >= 2 * 24 * 60) return { unit: 'days', count: Math.floor(minutes / (24 * 60)) }
  if (minutes >= 60) return { unit: 'hours', hours: Math.floor(minutes / 60), minutes: minutes % 60 }
  return minutes > 0 ? { unit: 'minutes', minutes } : { unit: 'seconds' }
}

type Say = {
  (key: 'days', values: { count: number }): string
  (key: 'hours', values: { hours: number; minutes: number }): string
  (key: 'minutes', values: { minutes: number }): string
  (key: 'seconds'): string
}

export function sayTimeLeft(seconds: number, say: Say): string {
  const left = timeLeft(seconds)
  switch (left.unit) {
    case 'days':
      return say('days', { count: left.count })
    case 'hours':
      return say('hours', { hours: left.hours, minutes: left.minutes })
    case 'minutes':
      return say('minutes', { minutes: left.minutes })
    case 'seconds':
      return say('seconds')
  }
}

/**
 * The seconds that are left by now of those the server said; the device's own clock only measures what went by since.
 *
 * @param readAt when it was said, in milliseconds of the device's clock
 */
export function useSecondsLeft(seconds: number, readAt: number): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000)
    return () => clearInterval(timer)
  }, [])
  return Math.max(0, Math.round(seconds - Math.max(0, now - readAt) / 1_000))
}
