import speakers from 'virtual:speakers'
import { loadMessages, type Language } from './languages.ts'

export interface Spoken {
  readonly language: Language
  readonly messages: Record<string, object>
}

const catalogues = import.meta.glob<object>('/src/departments/*/locales/*.json', { import: 'default' })
const brought = new Set<string>()
let current: Spoken | undefined

/** The frame's words in another language, and those of every department that was opened: never a half-translated screen. */
export async function speakIn(language: Language): Promise<Spoken> {
  const messages = { ...(await loadMessages(language)) }
  // What is opened meanwhile is waited for too.
  for (let known = -1; known < brought.size;) {
    known = brought.size
    await Promise.all([...brought].map((namespace) => bring({ language, messages }, namespace)))
  }
  return (current = { language, messages })
}

/** A department's screen or card, with the words that it says: both are fetched at once. */
export async function withWords<Loaded>(department: string, load: () => Promise<Loaded>): Promise<Loaded> {
  const [loaded] = await Promise.all([load(), bringWords(speakers[department] ?? [department])])
  return loaded
}

async function bringWords(namespaces: readonly string[]): Promise<void> {
  for (const namespace of namespaces) brought.add(namespace)
  const spoken = current
  if (!spoken) return
  await Promise.all(namespaces.map((namespace) => bring(spoken, namespace)))
}

/** Put beside the others in the same object: who needs them is not drawn yet, and a new one would draw the whole office anew. */
async function bring({ language, messages }: Spoken, namespace: string): Promise<void> {
  const words = await catalogues[`/src/departments/${namespace}/locales/${language}.json`]?.()
  if (words) messages[namespace] = words
}
