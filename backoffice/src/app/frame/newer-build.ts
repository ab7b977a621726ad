const KEY = 'fondaco-reloaded-at'
const ONCE_IN_MS = 60_000

/**
 * The house was renewed while this page was open, and a screen's file has another name now: the page is read anew, once. A file
 * that is missing for another reason shows its error the second time.
 */
export function followNewerBuild(): void {
  window.addEventListener('vite:preloadError', (event) => {
    try {
      const last = Number(sessionStorage.getItem(KEY) ?? 0)
      if (Date.now() - last < ONCE_IN_MS) return
      sessionStorage.setItem(KEY, String(Date.now()))
    } catch {
      // Where nothing is kept it could go round for ever.
      return
    }
    event.preventDefault()
    window.location.reload()
  })
}
