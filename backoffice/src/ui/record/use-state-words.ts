import { useCodeWords } from '../use-code-words.ts'

/** For a record's timeline: its states by the words that its badge has, under `namespace`. */
export function useStateWords(namespace: string): (field: string, value: unknown) => unknown {
  const say = useCodeWords()
  return (field, value) => (field === 'state' && typeof value === 'string' ? say(namespace, value) : value)
}
