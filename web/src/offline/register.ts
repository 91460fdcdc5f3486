/** Has the browser keep the pages for a phone, once it has nothing better to do; see service-worker.ts. */
export function keepAppOffline(): void {
  // Where it cannot be had (a private window, storage switched off), the pages need a network as before.
  const register = () => void navigator.serviceWorker.register('/service-worker.js').catch(() => undefined)
  whenCalm(register)
}

/** Has the browser keep the page of a desk as well, which only the tablets of desks need. */
export function keepDeskOffline(): void {
  const register = async () => {
    await navigator.serviceWorker.register('/service-worker.js')
    const { active } = await navigator.serviceWorker.ready
    active?.postMessage(keepDesk)
  }
  whenCalm(() => void register().catch(() => undefined))
}

/** What the page of a desk says to the worker. */
export const keepDesk = 'keep the desk'

function whenCalm(register: () => void): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  if (document.readyState === 'complete') register()
  else addEventListener('load', register, { once: true })
}
