import { ok, type Result } from '../../../kernel/result.ts'
import type { Product, ProductDraft, ProductImage, VariantDraft } from './product.ts'
import { refusals } from './refusals.ts'

type PictureDraft = Pick<ProductDraft, 'images' | 'variants'>

/** At the end; a picture that is there already stays where it is. */
export function withPicture({ images }: Pick<Product, 'images'>, fileId: string): PictureDraft {
  return images.some((image) => image.fileId === fileId) ? {} : { images: [...images, { fileId, alts: {} }] }
}

/** The same pictures in another order or with other words. One that the product does not have is refused: it is uploaded first. */
export function withPicturesAs(
  product: Pick<Product, 'images' | 'variants'>,
  wanted: readonly ProductImage[],
): Result<PictureDraft> {
  const known = new Set(product.images.map(({ fileId }) => fileId))
  const at = wanted.findIndex(({ fileId }, place) => !known.has(fileId) || placeOf(wanted, fileId) !== place)
  if (at >= 0) return refusals.picture_not_found({ field: `pictures.${at}.fileId` })
  const left = product.images.filter(({ fileId }) => placeOf(wanted, fileId) < 0)
  return ok({ images: wanted, ...withoutPictures(product, left) })
}

export function withoutPicture(product: Pick<Product, 'images' | 'variants'>, fileId: string): Result<PictureDraft> {
  const images = product.images.filter((image) => image.fileId !== fileId)
  if (images.length === product.images.length) return refusals.picture_not_found()
  return ok({ images, ...withoutPictures(product, [{ fileId, alts: {} }]) })
}

/** A variant that showed one of them shows the product's first again. */
function withoutPictures({ variants }: Pick<Product, 'variants'>, left: readonly ProductImage[]): PictureDraft {
  const gone = new Set<string | null>(left.map(({ fileId }) => fileId))
  const live = variants.filter(({ retired }) => !retired)
  if (!live.some(({ imageFileId }) => gone.has(imageFileId))) return {}
  return {
    variants: live.map(({ sku, imageFileId }): VariantDraft => ({
      sku,
      imageFileId: gone.has(imageFileId) ? null : imageFileId,
    })),
  }
}

const placeOf = (images: readonly ProductImage[], fileId: string) =>
  images.findIndex((image) => image.fileId === fileId)
