// Runs before the first paint: a person who chose dark never sees a white flash. Read again by src/app/theme/appearance.ts.
;(() => {
  const root = document.documentElement
  try {
    const scheme = localStorage.getItem('fondaco-appearance') || 'auto'
    const dark = scheme === 'dark' || (scheme === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches)
    root.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light')
    root.dataset.density = localStorage.getItem('fondaco-density') === 'dense' ? 'dense' : 'roomy'
    if (localStorage.getItem('fondaco-contrast')) root.dataset.contrast = 'more'
    root.lang = localStorage.getItem('fondaco-language') || root.lang
  } catch {
    // A browser that keeps nothing still works, in light and English.
  }
})()
