import type { Database } from '../../../host/database/pool.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { allowedActions } from '../domain/allowed-actions.ts'
import { refusals } from '../domain/refusals.ts'
import { findProduct, findProductByHandle, type ProductPage, type ProductRecord } from './find-product.ts'

export interface ProductDetail extends ProductRecord {
  readonly allowedActions: ReturnType<typeof allowedActions>
}

export async function getProduct(database: Pick<Database, 'row'>, id: string): Promise<Result<ProductDetail>> {
  const product = await findProduct(database, id)
  return product ? ok({ ...product, allowedActions: allowedActions(product) }) : refusals.product_not_found()
}

export async function getPublishedProduct(
  database: Pick<Database, 'row'>,
  handle: string,
  locale: string,
): Promise<Result<ProductPage>> {
  const product = await findProductByHandle(database, handle, { locale, publishedOnly: true })
  return product ? ok(product) : refusals.product_not_found()
}
