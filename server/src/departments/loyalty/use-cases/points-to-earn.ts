import type { House } from '../../../host/context.ts'
import { countedOf, pointsFor, type Terms } from '../domain/programme.ts'
import { readCategories } from '../queries/order-facts.ts'

export interface LineToEarn {
  readonly variantId: string
  readonly kind: string
  readonly net: bigint
  readonly total: bigint
}

/** What a basket would earn if it were ordered now; nothing where the programme is off, or its buyer takes no part. */
export async function pointsToEarn(
  reader: Pick<House['database'], 'rows'>,
  { terms, lines, groups }: { terms: Terms; lines: readonly LineToEarn[]; groups: readonly string[] },
): Promise<bigint> {
  if (!terms.running || groups.some((group) => terms.excludedGroups.includes(group))) return 0n
  const ids = lines.map(({ variantId }) => variantId)
  // Which category a thing is in matters only where one is left out.
  const known = terms.excludedCategories.length > 0 ? await readCategories(reader, ids) : undefined
  const sold = lines.map((line) => ({ ...line, categories: known?.get(line.variantId) ?? [] }))
  return pointsFor(terms, countedOf(terms, sold))
}
