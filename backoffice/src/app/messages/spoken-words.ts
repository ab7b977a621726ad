/**
 * At build time: which words the frame says of departments (the names of its menu), and whose words the screens of each
 * department say, so that a first visit loads neither the screens nor what stands on them. Found by reading what imports what.
 */
import { dirname, join } from 'node:path/posix'

/** Path below `src` and text. */
export type Sources = ReadonlyMap<string, string>
/** The words of each department in one language, by its name. */
export type Catalogues = Readonly<Record<string, object>>

const IMPORTS = /(?:^|\n)(?:import|export)\s+(?!type\b)(?:[^'";]*?\sfrom\s+)?'(\.[^']+)'|\bimport\('(\.[^']+)'\)/g
const SPEC = /defineDepartment\(\{\s*name: '([\w-]+)'/

/** For the name of each department: the departments whose words its screens and cards say. */
export function speakersOf(sources: Sources, catalogues: Catalogues): Record<string, string[]> {
  const specs = [...sources].flatMap(([path, text]) => {
    const name = SPEC.exec(text)?.[1]
    return name === undefined ? [] : [{ path, name }]
  })
  return Object.fromEntries(
    specs.map(({ path, name }) => {
      const said = [...reachedFrom(path, sources, () => true)].flatMap((one) => saidIn(sources.get(one), catalogues))
      return [name, [...new Set(said.map((key) => key.split('.')[0] ?? ''))].sort()]
    }),
  )
}

/** The keys of departments that are said before any screen of a department is there; some name all that stands below them. */
export function framesKeys(sources: Sources, catalogues: Catalogues): string[] {
  const isOfFrame = (from: string, to: string) => from.startsWith('app/') && !to.startsWith('departments/')
  return [...reachedFrom('app/main.tsx', sources, isOfFrame)].flatMap((one) => saidIn(sources.get(one), catalogues))
}

/** Of all words those under the keys, in their places. */
export function pick(catalogues: Catalogues, keys: readonly string[]): Catalogues {
  const picked: Record<string, object> = {}
  for (const key of keys) {
    const way = key.split('.')
    const last = way.pop() ?? ''
    let place = picked as Record<string, unknown>
    for (const part of way) place = (place[part] ??= {}) as Record<string, unknown>
    place[last] = wordsUnder(catalogues, key)
  }
  return picked
}

function wordsUnder(catalogues: Catalogues, key: string): unknown {
  return key.split('.').reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], catalogues)
}

function reachedFrom(start: string, sources: Sources, followsLazy: (from: string, to: string) => boolean): Set<string> {
  const reached = new Set<string>()
  const follow = (path: string) => {
    if (reached.has(path) || !sources.has(path)) return
    reached.add(path)
    for (const [, now, later] of sources.get(path)?.matchAll(IMPORTS) ?? []) {
      const to = join(dirname(path), now ?? later ?? '')
      if (now !== undefined || followsLazy(path, to)) follow(to)
    }
  }
  follow(start)
  return reached
}

/** `useTranslations('orders')`, `'orders.title'`, `orders.states.*` of a comment that declares what is put together. */
function saidIn(text = '', catalogues: Catalogues): string[] {
  const names = Object.keys(catalogues).join('|')
  const whole = [...text.matchAll(new RegExp(`useTranslations\\('(${names})'\\)`, 'g'))]
  const keys = [
    ...text.matchAll(new RegExp(`(?:['\`]|i18n-dynamic:[^\\n]*?\\s)((?:${names})(?:\\.[A-Za-z][\\w-]*)+)`, 'g')),
  ]
  const said = [...whole, ...keys].map(([, key = '']) => key)
  // Codes of refusals look the same.
  return said.filter((key) => wordsUnder(catalogues, key) !== undefined)
}
