import type { Database } from '../../../host/database/pool.ts'
import type { Refused } from '../../../kernel/result.ts'
import type { Bundle } from '../domain/bundles/bundle.ts'
import { bundleRefusal } from '../domain/bundles/judge-bundle.ts'
import { listBundleIds, loadBundles, loadComponentStates } from './bundles.ts'

/** Product id -> what keeps it out of the shop as a bundle; absent where nothing does. */
export async function loadBundleFlaws(
  reader: Pick<Database, 'rows'>,
  productIds: readonly string[],
): Promise<ReadonlyMap<string, Refused>> {
  const ids = await listBundleIds(reader, productIds)
  if (ids.length === 0) return new Map()
  const bundles = await loadBundles(reader, ids)
  const components = await loadComponentStates(reader, [...bundles.values()].flatMap(variantIdsOf))
  return new Map(
    ids.flatMap((id) => {
      const refused = bundleRefusal(bundles.get(id), components)
      return refused ? [[id, refused] as const] : []
    }),
  )
}

export function variantIdsOf({ groups }: Bundle): string[] {
  return groups.flatMap(({ options }) => options.map(({ variantId }) => variantId))
}
