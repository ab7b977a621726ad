/** A program outside that drafts translations. What it says is never trusted: see keepsMarks. */
export interface MachineTranslator {
  /** As people know it. */
  readonly name: string
  readonly translate: (question: MachineQuestion) => Promise<MachineAnswer>
}

export interface MachineQuestion {
  readonly address: string
  readonly key: string | undefined
  readonly text: string
  readonly format: 'text' | 'html'
  readonly source: string
  readonly target: string
}

export type MachineAnswer =
  | { readonly outcome: 'translated'; readonly text: string }
  | { readonly outcome: 'unavailable'; readonly reason: MachineReason }

/** Its key is refused, it wants us to wait, it cannot say this language, it gave no answer that can be read. */
export type MachineReason = 'key_refused' | 'too_many' | 'bad_language' | 'no_answer'

export const MACHINE_PROVIDER = 'libretranslate'

declare module '../../../host/context.ts' {
  interface Ports {
    readonly machineTranslator?: MachineTranslator
  }
}

/** https, or a program on this machine: what is translated is not public yet. */
export function isMachineAddress(address: string): boolean {
  const url = URL.parse(address)
  if (!url || url.username !== '' || url.password !== '') return false
  const isHere = ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname)
  return url.protocol === 'https:' || (url.protocol === 'http:' && isHere)
}

export const formatOf = (source: string): MachineQuestion['format'] => (/^\s*</.test(source) ? 'html' : 'text')

/** Tags, blanks such as {name}, `%s`, addresses: what a translation holds exactly as its source does, in whatever order. */
const MARKS = /<[^<>]+>|\{[^{}]*\}|%(?:\d+\$)?[sd]|https?:\/\/[^\s<>"]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g

const marksOf = (text: string): string => (text.match(MARKS) ?? []).toSorted().join('\n')

/** Whether a draft can be offered at all. */
export function keepsMarks(source: string, draft: string): boolean {
  return draft.trim() !== '' && marksOf(source) === marksOf(draft)
}
