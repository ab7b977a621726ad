import type { ProductImage } from '../../departments/catalog/index.ts'
import { truncate } from '../../kernel/text.ts'
import type { ImportWarning } from './report.ts'
import type { ImportedProduct } from './rows/assemble-product.ts'
import type { PictureIds } from './stored-pictures.ts'

/** A picture of a product as its file names it, and the file that is known of it. */
export interface AddressedPicture {
  readonly sku: string | null
  readonly address: string
  readonly alts: ProductImage['alts']
  readonly position: number
  readonly row: number
  readonly line: number
  readonly fileId: string | null
}

const ADDRESS = /^https?:\/\/\S+$/i
const LONGEST = 2_000
const isAddress = (src: string) => ADDRESS.test(src) && src.length <= LONGEST

/** Every address that the products name, once. */
export function addressesOf(products: readonly ImportedProduct[]): string[] {
  const all = products.flatMap(({ images, variants }) => [
    ...images.map(({ src }) => src),
    ...variants.map(({ picture }) => picture),
  ])
  return [...new Set(all.filter(isAddress))]
}

/**
 * The pictures of products whose addresses were all fetched before are put on them at once; the others are fetched when the products
 * stand (jobs/fetch-pictures.ts), for nobody should wait in a transaction for a stranger. What is no address is said.
 */
export function knownPictures(
  products: readonly ImportedProduct[],
  known: ReadonlyMap<string, string>,
  warnings: ImportWarning[],
): PictureIds {
  const byHandle = new Map<string, readonly AddressedPicture[]>()
  for (const product of products) {
    const pictures = picturesOf(product, known)
    for (const { address, row, line, sku } of pictures)
      if (!isAddress(address)) {
        const column = sku === null ? 'Image Src' : 'Variant Image'
        warnings.push({ row, line, code: 'picture_no_address', column, value: truncate(address, 60) })
      }
    byHandle.set(
      product.draft.handle,
      pictures.filter(({ address }) => isAddress(address)),
    )
  }
  return {
    idOf: (src) => known.get(src),
    of: (handle) => {
      const pictures = byHandle.get(handle) ?? []
      const missing = [...new Set(pictures.flatMap(({ address, fileId }) => (fileId === null ? [address] : [])))]
      const images = pictures.flatMap(({ sku, fileId, alts }) => (sku === null && fileId ? [{ fileId, alts }] : []))
      const isWhole = missing.length === 0 && images.length > 0
      return {
        images: isWhole ? images : undefined,
        notStoredYet: missing,
        toFetch: missing.length === 0 ? [] : pictures,
      }
    },
  }
}

function picturesOf({ images, variants }: ImportedProduct, known: ReadonlyMap<string, string>): AddressedPicture[] {
  const ofProduct = images.map(({ src, alts, place }, at) => ({
    sku: null,
    address: src,
    alts,
    position: at + 1,
    ...place,
  }))
  const ofVariants = variants
    .filter(({ picture }) => picture !== '')
    .map(({ sku, picture, place }, at) => ({ sku, address: picture, alts: {}, position: at + 1, ...place }))
  return [...ofProduct, ...ofVariants].map((one) => ({ ...one, fileId: known.get(one.address) ?? null }))
}
