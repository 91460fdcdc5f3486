// Before the first paint, so that nobody who chose dark is dazzled: the scheme chosen, or else the system's.
;(() => {
  let chosen = null
  try {
    chosen = localStorage.getItem('allot-theme')
  } catch {
    // Storage may be switched off; the system's scheme is right then.
  }
  const dark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light')
})()
