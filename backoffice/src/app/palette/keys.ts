/** What a keyboard says of a key that went down; a part of KeyboardEvent, so that it can be tried without a browser. */
export interface Pressed {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
}

/** How long a first key waits for the second. */
export const SEQUENCE_MS = 1500

/**
 * Follows keys pressed one after another. Answers the keys of a shortcut once they are all pressed. A key that continues
 * nothing begins anew: `g x o` is no `g o`.
 */
export function createKeyFollower(
  now: () => number,
): (pressed: Pressed, known: readonly string[]) => string | undefined {
  let before: string[] = []
  let last = Number.NEGATIVE_INFINITY
  return ({ key, ctrlKey, metaKey, altKey }, known) => {
    if (ctrlKey || metaKey || altKey || key === 'Shift') return undefined
    if (now() - last > SEQUENCE_MS) before = []
    last = now()
    const typed = [...before, key]
    for (let from = 0; from < typed.length; from++) {
      const rest = typed.slice(from).join(' ')
      if (known.includes(rest)) {
        before = []
        return rest
      }
      if (known.some((keys) => keys.startsWith(`${rest} `))) {
        before = typed.slice(from)
        return undefined
      }
    }
    before = []
    return undefined
  }
}

/** Ctrl+K, or Cmd+K on a Mac. */
export function opensPalette({ key, ctrlKey, metaKey, altKey }: Pressed): boolean {
  return key.toLowerCase() === 'k' && (ctrlKey || metaKey) && !altKey
}

const TYPED_INTO =
  'input:not([type=checkbox],[type=radio],[type=button],[type=submit]),textarea,select,[role=combobox],[role=textbox]'

/** Whether keys belong to what has the focus: somebody is typing there. */
export function takesKeys(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return target.isContentEditable || target.matches(TYPED_INTO)
}
