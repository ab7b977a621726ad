import type { Context } from '../../../host/context.ts'
import type { Result } from '../../../kernel/result.ts'
import type { ProductState } from '../domain/product.ts'
import { refusals } from '../domain/refusals.ts'
import { lockProduct } from '../store/locks.ts'
import { carryOut } from './save-product.ts'
import type { SavedProduct } from './write-plan.ts'

/** Puts a product into the shop. Twice is once. */
export function publishProduct(ctx: Context, { productId }: { productId: string }): Promise<Result<SavedProduct>> {
  return setState(ctx, productId, 'published')
}

/** Takes a product out of the shop; baskets that hold it are told so when they are next priced. */
export function unpublishProduct(ctx: Context, { productId }: { productId: string }): Promise<Result<SavedProduct>> {
  return setState(ctx, productId, 'draft')
}

async function setState(ctx: Context, productId: string, state: ProductState): Promise<Result<SavedProduct>> {
  const existing = await lockProduct(ctx, productId)
  if (!existing) return refusals.product_not_found()
  return carryOut(ctx, existing, { handle: existing.handle, state })
}
