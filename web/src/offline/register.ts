/** Has the browser keep the pages for a phone, once it has nothing better to do; see service-worker.ts. */
export function keepAppOffline(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  // Where it cannot be had (a private window, storage switched off), the pages need a network as before.
  const register = () => void navigator.serviceWorker.register('/service-worker.js').catch(() => undefined)
  if (document.readyState === 'complete') register()
  else addEventListener('load', register, { once: true })
}
