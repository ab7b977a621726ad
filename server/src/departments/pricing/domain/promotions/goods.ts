import type { GoodsSelector } from './promotion.ts'

/** One line of a basket as promotions see it. Amounts are whole minor units of the basket's currency. */
export interface PromotableLine {
  readonly product: string
  readonly variant: string
  readonly categories: readonly string[]
  readonly labels: readonly string[]
  /** Ids of those that it is in, by rule or by hand. */
  readonly collections: readonly string[]
  readonly brand: string | undefined
  readonly units: number
  /** What the units cost before any promotion. */
  readonly amount: number
  readonly reduced: boolean
  /** What the units must cost at least, whatever is given on them. */
  readonly floor: number
  /** No promotion takes anything off it, or counts it: a component of a bundle that stands for itself. */
  readonly closed: boolean
}

type Lists = Omit<GoodsSelector, 'except' | 'notReduced'>
type Matcher = (line: PromotableLine) => boolean

const matchers = new WeakMap<GoodsSelector, Matcher>()
const everything: Matcher = ({ closed }) => !closed

/** Whether a line is meant. Live promotions are asked of every basket: what a selector says is prepared once. */
export function matcherOf(selector: GoodsSelector | undefined): Matcher {
  if (selector === undefined) return everything
  const known = matchers.get(selector)
  if (known) return known
  const made = makeMatcher(selector)
  matchers.set(selector, made)
  return made
}

function makeMatcher(selector: GoodsSelector): Matcher {
  const isListed = listedIn(selector) ?? everything
  const isExcepted = selector.except && listedIn(selector.except)
  const { notReduced = false } = selector
  return (line) => !line.closed && !(notReduced && line.reduced) && isListed(line) && !isExcepted?.(line)
}

/** Undefined where no list is given. */
function listedIn({ products, variants, categories, labels, brands, collections }: Lists): Matcher | undefined {
  if (!products && !variants && !categories && !labels && !brands && !collections) return undefined
  const inProducts = products && new Set(products)
  const inVariants = variants && new Set(variants)
  const inBrands = brands && new Set(brands)
  return (line) =>
    inProducts?.has(line.product) === true ||
    inVariants?.has(line.variant) === true ||
    (inBrands !== undefined && line.brand !== undefined && inBrands.has(line.brand)) ||
    (categories !== undefined && haveCommon(line.categories, categories)) ||
    (labels !== undefined && haveCommon(line.labels, labels)) ||
    (collections !== undefined && haveCommon(line.collections, collections))
}

function haveCommon(some: readonly string[], others: readonly string[]): boolean {
  for (const one of some) if (others.includes(one)) return true
  return false
}
