const KEY = 'fondaco-single-keys'

/** WCAG 2.1.4: shortcuts of single keys can be turned off, for who speaks to the computer or presses keys by chance. */
export function singleKeysOn(): boolean {
  try {
    return localStorage.getItem(KEY) !== 'off'
  } catch {
    return true
  }
}

export function turnSingleKeys(on: boolean): void {
  try {
    if (on) localStorage.removeItem(KEY)
    else localStorage.setItem(KEY, 'off')
  } catch {
    // Without storage they stay on.
  }
}
