import { loadShelf } from '../../inventory/index.ts'
import type { Reader } from '../../organisation/index.ts'
import type { Basket } from '../domain/basket.ts'

/** What the basket's place has of these goods; of a draft, what is set aside for it besides. */
export async function shelfOf(
  reader: Reader,
  { market, setAside }: Pick<Basket, 'market' | 'setAside'>,
  variantIds: readonly string[],
): ReturnType<typeof loadShelf> {
  const shelf = await loadShelf(reader, { variantIds, locationCode: market.locationCode })
  if (!setAside) return shelf
  const own = (variantId: string) => setAside.get(variantId) ?? 0
  return {
    available: new Map([...shelf.available].map(([id, pieces]) => [id, pieces + own(id)])),
    promises: new Map(
      [...shelf.promises].map(([id, promise]) => [id, { ...promise, onShelf: promise.onShelf + own(id) }]),
    ),
  }
}
