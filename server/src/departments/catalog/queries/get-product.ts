import type { Database } from '../../../host/database/pool.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { refusals } from '../domain/refusals.ts'
import type { ShopPlace } from './shown-here.ts'
import { findProduct, findProductByHandle, type ProductPage, type ProductRecord } from './find-product.ts'

export async function getProduct(database: Pick<Database, 'row'>, id: string): Promise<Result<ProductRecord>> {
  const product = await findProduct(database, id)
  return product ? ok(product) : refusals.product_not_found()
}

export async function getPublishedProduct(
  database: Pick<Database, 'row'>,
  handle: string,
  { locale, place }: { readonly locale: string; readonly place: ShopPlace },
): Promise<Result<ProductPage>> {
  const product = await findProductByHandle(database, handle, { locale, publishedOnly: true, place })
  return product ? ok(product) : refusals.product_not_found()
}
