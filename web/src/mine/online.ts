import { useEffect, useState, useSyncExternalStore } from 'react'
import { useIsConfirmed } from '../session/session.ts'

/**
 * Whether there seems to be a server: the browser believes to be online, and what is shown is not only kept from
 * before. The browser may err on the hopeful side; a request then says so.
 */
export function useOnline(): boolean {
  const isOnline = useSyncExternalStore(subscribe, () => navigator.onLine)
  return useIsConfirmed() && isOnline
}

function subscribe(changed: () => void): () => void {
  addEventListener('online', changed)
  addEventListener('offline', changed)
  return () => {
    removeEventListener('online', changed)
    removeEventListener('offline', changed)
  }
}

/** The time, which moves on by itself: what opens or closes meanwhile does so on the page. */
export function useNow(everySeconds = 20): Date {
  const [now, setNow] = useState(() => new Date())
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), everySeconds * 1000)
    return () => clearInterval(timer)
  }, [everySeconds])
  return now
}

/** The name in the browser's tab. */
export function useTitle(title: string | undefined): void {
  useEffect(() => {
    if (title === undefined) return
    const before = document.title
    document.title = `${title} · Allot`
    return () => {
      document.title = before
    }
  }, [title])
}
