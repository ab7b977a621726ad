import { findProductsByHandles, putRelated, type Relation } from '../../departments/catalog/index.ts'
import type { House } from '../../host/context.ts'
import { ok } from '../../kernel/result.ts'
import type { LoadingProducts } from './load-products.ts'

interface DemoRelation extends Omit<Relation, 'productId'> {
  readonly other: string
}

const RELATED: Readonly<Record<string, readonly DemoRelation[]>> = {
  'moka-pot': [{ kind: 'cross_sell', other: 'stoneware-mug', bothWays: true }],
  'olive-wood-board': [{ kind: 'accessory', other: 'linen-tea-towel', bothWays: false }],
  'bobble-hat': [{ kind: 'substitute', other: 'chunky-beanie', bothWays: true }],
}

/** A few goods that go with one another, and one hat instead of the other. Said twice it is said once. */
export async function loadRelated(house: House, { run }: Pick<LoadingProducts, 'run'>): Promise<void> {
  const handles = Object.entries(RELATED).flatMap(([handle, related]) => [handle, ...related.map(({ other }) => other)])
  const products = await findProductsByHandles(house.database, handles)
  for (const [handle, related] of Object.entries(RELATED)) {
    const product = products.get(handle)
    const relations = related.flatMap(({ other, ...relation }) => {
      const there = products.get(other)
      return there ? [{ ...relation, productId: there.id }] : []
    })
    if (product) {
      await run(async (ctx) => {
        const put = await putRelated(ctx, { productId: product.id, version: product.version, relations })
        return put.ok ? ok() : put
      })
    }
  }
}
