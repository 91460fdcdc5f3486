import { useEffect, useSyncExternalStore } from 'react'
import type { Desk, DeskState } from './desk.ts'

/** While the server answers, what is on the screen is renewed this often; while it does not, it is looked for, in milliseconds. */
const BEAT_MS = 15_000
const LOOK_MS = 5_000

export function useDesk(desk: Desk): DeskState {
  return useSyncExternalStore(desk.subscribe, desk.get)
}

/** Keeps a desk in step with the server, and has it send what it did as soon as there is one again. */
export function useBeat(desk: Desk): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let isOver = false
    const beat = async () => {
      clearTimeout(timer)
      await desk.catchUp()
      if (isOver) return
      const { offlineSince, kept } = desk.get()
      const isBehind = offlineSince !== undefined || kept.unsent.length > 0
      timer = setTimeout(() => void beat(), isBehind ? LOOK_MS : BEAT_MS)
    }
    const comeBack = () => void beat()
    const seen = () => document.visibilityState === 'visible' && void beat()
    void beat()
    addEventListener('online', comeBack)
    addEventListener('offline', comeBack)
    document.addEventListener('visibilitychange', seen)
    return () => {
      isOver = true
      clearTimeout(timer)
      removeEventListener('online', comeBack)
      removeEventListener('offline', comeBack)
      document.removeEventListener('visibilitychange', seen)
    }
  }, [desk])
}

/** The screen stays on: whoever stands in the queue does not wait for a tablet that sleeps. */
export function useWakeLock(): void {
  useEffect(() => {
    let lock: WakeLockSentinel | undefined
    const stayAwake = async () => {
      if (document.visibilityState !== 'visible') return
      // Refused when the battery is low: the desk works all the same.
      lock = await navigator.wakeLock?.request('screen').catch(() => undefined)
    }
    const keepAwake = () => void stayAwake()
    keepAwake()
    document.addEventListener('visibilitychange', keepAwake)
    return () => {
      document.removeEventListener('visibilitychange', keepAwake)
      void lock?.release()
    }
  }, [])
}
