import type { Context } from '../../../host/context.ts'
import { ok, type Refused, type Result } from '../../../kernel/result.ts'
import { withoutPicture, withPicture, withPicturesAs } from '../domain/plan-pictures.ts'
import type { Product, ProductDraft, ProductImage } from '../domain/product.ts'
import { refusals } from '../domain/refusals.ts'
import { versionConflict } from '../domain/version-conflict.ts'
import { lockProduct } from '../store/locks.ts'
import { carryOut } from './save-product.ts'
import type { SavedProduct } from './write-plan.ts'

interface OnePicture {
  readonly productId: string
  readonly fileId: string
}

/** Puts a stored picture on a product. Whoever adds one takes nothing from anybody: no version is asked for. */
export function addPicture(ctx: Context, { productId, fileId }: OnePicture): Promise<Result<SavedProduct>> {
  return change(ctx, productId, (product) => ok(withPicture(product, fileId)))
}

export function removePicture(ctx: Context, { productId, fileId }: OnePicture): Promise<Result<SavedProduct>> {
  return change(ctx, productId, (product) => withoutPicture(product, fileId))
}

interface PicturesToArrange {
  readonly productId: string
  /** The version that the person saw: their order is of the pictures that they saw. */
  readonly version: number
  readonly pictures: readonly ProductImage[]
}

/** Order and words of all pictures at once; what the list does not name is taken off. */
export function arrangePictures(
  ctx: Context,
  { productId, version, pictures }: PicturesToArrange,
): Promise<Result<SavedProduct>> {
  return change(ctx, productId, (product) =>
    product.version === version ? withPicturesAs(product, pictures) : versionConflict(product, []),
  )
}

/** Why a file is not taken as a picture. */
export function refusePicture(flaw: 'not_a_picture' | 'too_many_pixels', megapixels: number): Refused {
  return flaw === 'not_a_picture' ? refusals.not_a_picture() : refusals.too_many_pixels({ params: { megapixels } })
}

async function change(
  ctx: Context,
  productId: string,
  plan: (product: Product) => Result<Partial<ProductDraft>>,
): Promise<Result<SavedProduct>> {
  const existing = await lockProduct(ctx, productId)
  if (!existing) return refusals.product_not_found()
  const planned = plan(existing)
  return planned.ok ? carryOut(ctx, existing, { handle: existing.handle, ...planned.value }) : planned
}
