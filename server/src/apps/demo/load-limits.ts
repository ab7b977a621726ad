import { findProductsByHandles, putOrderLimit } from '../../departments/catalog/index.ts'
import type { House } from '../../host/context.ts'
import type { LoadingProducts } from './load-products.ts'

const HANDLE = 'playing-cards'

/** Few decks are printed: nobody buys them all. Said twice it is said once. */
export async function loadLimits(house: House, { run }: Pick<LoadingProducts, 'run'>): Promise<void> {
  const product = (await findProductsByHandles(house.database, [HANDLE])).get(HANDLE)
  if (!product) return
  const limit = { least: 1, most: 6, step: 1 }
  await run((ctx) => putOrderLimit(ctx, { productId: product.id, version: product.version, limit }))
}
