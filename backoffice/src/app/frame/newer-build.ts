const KEY = 'fondaco-reloaded-at'
const ONCE_IN_MS = 60_000
const LONGEST_PAUSE_MS = 5_000

let isWaiting = false

/** Whether what broke a screen is a file of it that did not come: nobody's fault, and the page comes back by itself. */
export const isMissingFile = (error: unknown): boolean =>
  isWaiting || (error instanceof Error && /dynamically imported module|importing a module script/i.test(error.message))

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
    void readAnew()
  })
}

/** While the house is away, which may just be starting again, the browser's own error page would come in place of ours, and stay. */
async function readAnew(): Promise<void> {
  isWaiting = true
  for (let pause = 100; !(await answers()); pause = Math.min(LONGEST_PAUSE_MS, pause * 2))
    await new Promise((resolve) => setTimeout(resolve, pause))
  window.location.reload()
}

async function answers(): Promise<boolean> {
  return await fetch(window.location.href, { method: 'HEAD', cache: 'no-store' }).then(
    ({ ok }) => ok,
    () => false,
  )
}
