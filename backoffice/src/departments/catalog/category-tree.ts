/** A tree as a list of its nodes, siblings in their order. */
export interface TreeNode {
  readonly id: string
  readonly parentId: string | null
  readonly name: string
}

export interface TreePlace {
  readonly parentId: string | null
  /** Null: behind all others there. */
  readonly beforeId: string | null
}

export interface TreeRow<Node> {
  readonly node: Node
  readonly depth: number
  readonly below: number
  readonly isOpen: boolean
}

/** The rows that are to be seen: those at the top, and those below what is open. */
export function visibleRows<Node extends TreeNode>(items: readonly Node[], open: ReadonlySet<string>): TreeRow<Node>[] {
  const children = childrenOf(items)
  const rowsBelow = (parentId: string | null, depth: number): TreeRow<Node>[] =>
    (children.get(parentId) ?? []).flatMap((node) => {
      const below = children.get(node.id)?.length ?? 0
      const isOpen = below > 0 && open.has(node.id)
      return [{ node, depth, below, isOpen }, ...(isOpen ? rowsBelow(node.id, depth + 1) : [])]
    })
  return rowsBelow(null, 1)
}

/** Those whose name has the words, with the way to them. */
export function foundRows<Node extends TreeNode>(items: readonly Node[], words: string): TreeRow<Node>[] {
  const asked = plain(words)
  return items
    .filter(({ name }) => plain(name).includes(asked))
    .map((node) => ({ node, depth: 1, below: 0, isOpen: false }))
}

const plain = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().trim()

/** The names above a node, from the top down. */
export function wayTo(items: readonly TreeNode[], id: string): string[] {
  const byId = new Map(items.map((one) => [one.id, one]))
  const way: string[] = []
  for (let at = byId.get(byId.get(id)?.parentId ?? ''); at && way.length < 50; at = byId.get(at.parentId ?? '')) {
    way.unshift(at.name)
  }
  return way
}

export type TreeStep = 'up' | 'down' | 'in' | 'out'

/** Where one step leads: among its siblings, below the one above it, or out beside its parent. Undefined where it leads nowhere. */
export function placeAfter(items: readonly TreeNode[], id: string, step: TreeStep): TreePlace | undefined {
  const node = items.find((one) => one.id === id)
  if (!node) return undefined
  const siblings = items.filter(({ parentId }) => parentId === node.parentId)
  const at = siblings.indexOf(node)
  switch (step) {
    case 'up':
      return at > 0 ? { parentId: node.parentId, beforeId: siblings[at - 1]?.id ?? null } : undefined
    case 'down':
      return at < siblings.length - 1 ? { parentId: node.parentId, beforeId: siblings[at + 2]?.id ?? null } : undefined
    case 'in':
      return at > 0 ? { parentId: siblings[at - 1]?.id ?? null, beforeId: null } : undefined
    default: {
      const parent = items.find((one) => one.id === node.parentId)
      if (!parent) return undefined
      const beside = items.filter(({ parentId }) => parentId === parent.parentId)
      return { parentId: parent.parentId, beforeId: beside[beside.indexOf(parent) + 1]?.id ?? null }
    }
  }
}

/** Whether one lies below another, or is it. */
export function isWithin(items: readonly TreeNode[], id: string | null, ancestor: string): boolean {
  const byId = new Map(items.map((one) => [one.id, one]))
  for (let at = id, steps = 0; at !== null && steps <= items.length; steps++) {
    if (at === ancestor) return true
    at = byId.get(at)?.parentId ?? null
  }
  return false
}

/** The tree as it is once the node has moved; as it was where that cannot be. */
export function movedInTree<Node extends TreeNode>(
  items: readonly Node[],
  id: string,
  place: TreePlace,
): readonly Node[] {
  const node = items.find((one) => one.id === id)
  if (!node || isWithin(items, place.parentId, id)) return items
  const others = items.filter((one) => one !== node)
  const before = others.findIndex((one) => one.id === place.beforeId)
  const at = before < 0 ? others.length : before
  return [...others.slice(0, at), { ...node, parentId: place.parentId }, ...others.slice(at)]
}

function childrenOf<Node extends TreeNode>(items: readonly Node[]): ReadonlyMap<string | null, Node[]> {
  const ids = new Set(items.map(({ id }) => id))
  return Map.groupBy(items, ({ parentId }) => (parentId !== null && ids.has(parentId) ? parentId : null))
}
