import type { ProductImage, Texts } from '../../departments/catalog/index.ts'
import { truncate } from '../../kernel/text.ts'
import type { AddressedPicture } from './addressed-pictures.ts'
import type { ImportWarning, Place } from './report.ts'
import type { ImportedProduct } from './rows/assemble-product.ts'

/** A picture's id in the shop, or why it has none: a dry run stores nothing, and not every file is a picture. */
export type FoundPicture = { readonly fileId: string } | 'not_stored_yet' | 'unusable'

/** A folder of pictures, and the shop's store for them. */
export interface PictureSource {
  /** Names of the folder's files. */
  readonly names: readonly string[]
  find(name: string): Promise<FoundPicture>
}

/** What was found for a product. What was not found leaves what the shop has. */
export interface ProductPictures {
  readonly images: readonly ProductImage[] | undefined
  /** File names that a dry run would have stored. */
  readonly notStoredYet: readonly string[]
  /** All of the product's, where some are to be fetched from their addresses. */
  readonly toFetch?: readonly AddressedPicture[]
}

export interface PictureIds {
  /** For a Variant Image. */
  idOf(src: string): string | undefined
  of(handle: string): ProductPictures
}

/**
 * Finds the pictures of the products in a folder: by the file name of Image Src, else by the product's handle (`mug.jpg`,
 * `mug-2.jpg`). Nothing is fetched from the network: an address in a file is a stranger's, and may point into the house.
 */
export async function findPictures(
  products: readonly ImportedProduct[],
  source: PictureSource,
  warnings: ImportWarning[],
): Promise<PictureIds> {
  const shelf = new Shelf(source)
  const bySrc = new Map<string, string>()
  const byHandle = new Map<string, ProductPictures>()
  for (const product of products) {
    const wanted = wantedPictures(product, shelf)
    const images: ProductImage[] = []
    const notStoredYet: string[] = []
    for (const { src, name, alts, place, column } of wanted) {
      const found = name === undefined ? undefined : await shelf.find(name)
      if (found === undefined || found === 'unusable') {
        const code = found === undefined ? 'picture_missing' : 'picture_unusable'
        warnings.push({ ...place, code, column, value: truncate(src, 60) })
      } else if (found === 'not_stored_yet') notStoredYet.push(name ?? src)
      else {
        bySrc.set(src, found.fileId)
        if (column === 'Image Src') images.push({ fileId: found.fileId, alts })
      }
    }
    const complete = images.length > 0 && notStoredYet.length === 0
    byHandle.set(product.draft.handle, { images: complete ? images : undefined, notStoredYet })
  }
  return {
    idOf: (src) => bySrc.get(src),
    of: (handle) => byHandle.get(handle) ?? { images: undefined, notStoredYet: [] },
  }
}

interface WantedPicture {
  readonly src: string
  /** In the folder; undefined when nothing there fits. */
  readonly name: string | undefined
  readonly alts: Texts
  readonly place: Place
  readonly column: 'Image Src' | 'Variant Image'
}

function wantedPictures({ draft, images, variants, place }: ImportedProduct, shelf: Shelf): WantedPicture[] {
  const ofProduct =
    images.length > 0
      ? images.map(({ src, alts, place: at }) => ({ src, alts, place: at, name: shelf.nameOf(src) }))
      : shelf.namesOf(draft.handle).map((name) => ({ src: name, alts: {}, place, name }))
  const ofVariants = variants
    .filter(({ picture }) => picture !== '')
    .map(({ picture, place: at }) => ({ src: picture, alts: {}, place: at, name: shelf.nameOf(picture) }))
  return [
    ...ofProduct.map((one) => ({ ...one, column: 'Image Src' as const })),
    ...ofVariants.map((one) => ({ ...one, column: 'Variant Image' as const })),
  ]
}

/** The folder, each of whose files is looked at once. */
class Shelf {
  readonly #source: PictureSource
  readonly #byName: ReadonlyMap<string, string>
  readonly #found = new Map<string, FoundPicture>()

  constructor(source: PictureSource) {
    this.#source = source
    this.#byName = new Map(source.names.map((name) => [name.toLowerCase(), name]))
  }

  nameOf(src: string): string | undefined {
    return this.#byName.get(fileName(src))
  }

  namesOf(handle: string): string[] {
    return namesOf(handle, this.#source.names)
  }

  async find(name: string): Promise<FoundPicture> {
    const found = this.#found.get(name) ?? (await this.#source.find(name))
    this.#found.set(name, found)
    return found
  }
}

/** The last part of an address or path, without its query: `https://cdn.example/a/Mug%20blue.jpg?v=3` is `mug blue.jpg`. */
function fileName(src: string): string {
  const path = src.split(/[?#]/)[0] ?? ''
  const last = path.split(/[/\\]/).at(-1) ?? ''
  try {
    return decodeURIComponent(last).toLowerCase()
  } catch {
    return last.toLowerCase()
  }
}

/** `mug.jpg` first, then `mug-2.jpg`, `mug-3.jpg` in the order of their numbers. */
function namesOf(handle: string, names: readonly string[]): string[] {
  const numbered = names.flatMap((name) => {
    const stem = name.toLowerCase().replace(/\.[a-z]+$/, '')
    const rest = stem.startsWith(handle) ? stem.slice(handle.length) : undefined
    if (rest === '') return [{ name, number: 1 }]
    const number = Number(/^-(\d{1,3})$/.exec(rest ?? '')?.[1])
    return number >= 1 ? [{ name, number }] : []
  })
  return numbered.sort((a, b) => a.number - b.number || (a.name < b.name ? -1 : 1)).map(({ name }) => name)
}
