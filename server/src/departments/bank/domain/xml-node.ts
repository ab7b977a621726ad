/** An element: text under `#text`, attributes under `@name`, children by their names, several of one name in an array. */
export type XmlNode = Readonly<Record<string, unknown>>

/** What lies at a path of names, the first of each; undefined where a step is missing. */
function step(node: unknown, path: string): unknown {
  let at: unknown = node
  for (const name of path.split('.')) {
    if (Array.isArray(at)) at = at[0]
    if (typeof at !== 'object' || at === null) return undefined
    at = (at as XmlNode)[name]
  }
  return at
}

/** The element at a path, of several the first. */
export function nodeAt(node: unknown, path: string): XmlNode | undefined {
  const found = step(node, path)
  const one: unknown = Array.isArray(found) ? found[0] : found
  return typeof one === 'object' && one !== null ? (one as XmlNode) : undefined
}

/** All elements at a path, below the first of each step. */
export function nodesAt(node: unknown, path: string): readonly XmlNode[] {
  const found = step(node, path)
  return Array.isArray(found) ? (found as unknown[]).filter((one): one is XmlNode => typeof one === 'object') : []
}

/** The text at the first of these paths that has one; empty without. */
export function textAt(node: unknown, ...paths: readonly string[]): string {
  for (const path of paths) {
    const text = textOf(step(node, path))
    if (text !== '') return text
  }
  return ''
}

/** All texts at a path. */
export function textsAt(node: unknown, path: string): readonly string[] {
  const found = step(node, path)
  return (Array.isArray(found) ? (found as unknown[]) : [found]).map(textOf).filter((text) => text !== '')
}

function textOf(value: unknown): string {
  const one: unknown = Array.isArray(value) ? value[0] : value
  if (typeof one === 'string') return one.trim()
  const inner: unknown = typeof one === 'object' && one !== null ? (one as XmlNode)['#text'] : undefined
  return typeof inner === 'string' ? inner.trim() : ''
}
