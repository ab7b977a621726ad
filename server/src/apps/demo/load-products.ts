import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { listCategories, listContacts, saveProduct, type ProductDraft } from '../../departments/catalog/index.ts'
import { setStock } from '../../departments/inventory/index.ts'
import { setPrices } from '../../departments/pricing/index.ts'
import type { Context, House } from '../../host/context.ts'
import { storeImage } from '../../host/files/index.ts'
import { ok, type Result } from '../../kernel/result.ts'
import { recordOf, type DemoRecords } from './load-record.ts'
import { picturesFolder, village, type DemoProduct } from './village.ts'

export interface LoadingProducts {
  readonly filesFolder: string
  readonly onProgress: (sentence: string) => void
  readonly run: <T>(command: (ctx: Context) => Promise<Result<T>>) => Promise<T>
}

/** Each product with its prices and its opening stock in one transaction; pictures before, outside of any. */
export async function loadProducts(
  house: House,
  products: readonly DemoProduct[],
  loading: LoadingProducts,
): Promise<void> {
  const categories = await listCategories(house.database, { locale: 'en' })
  const categoryIds = new Map(categories.map(({ handle, id }) => [handle, id]))
  const contacts = await listContacts(house.database)
  const records = {
    products: village.record().products,
    contactIds: new Map(contacts.map(({ name, id }) => [name, id])),
  }
  const fileIds = await storePictures(house, products, loading)
  for (const product of products) {
    await loading.run((ctx) => saveOne(ctx, product, draftOf(product, { categoryIds, fileIds, records })))
  }
}

const AT_ONCE = 2
const TOLD_EVERY = 20

async function storePictures(
  house: House,
  products: readonly DemoProduct[],
  { filesFolder, onProgress }: LoadingProducts,
): Promise<Map<string, string>> {
  const names = [...new Set(products.flatMap(({ images }) => images.map(({ file }) => file)))]
  const fileIds = new Map<string, string>()
  const waiting = names.values()
  const store = async (): Promise<void> => {
    for (const name of waiting) {
      const outcome = await storeImage(house, filesFolder, await readFile(join(picturesFolder, name)))
      if (!('stored' in outcome)) throw new Error(`The demo picture ${name} cannot be used: ${outcome.flaw}`)
      fileIds.set(name, outcome.stored.fileId)
      if (fileIds.size % TOLD_EVERY === 0) onProgress(`${fileIds.size} of ${names.length} pictures are in place.`)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, store))
  return fileIds
}

interface Known {
  readonly categoryIds: ReadonlyMap<string, string>
  readonly fileIds: ReadonlyMap<string, string>
  readonly records: DemoRecords
}

function draftOf(product: DemoProduct, { categoryIds, fileIds, records }: Known): ProductDraft {
  const { handle, names, descriptions, vendor, category, taxCategory, options, variants, images } = product
  const pictures = images.map(({ file, alts, options: shows }) => ({ fileId: fileIds.get(file) ?? '', alts, shows }))
  return {
    ...recordOf(product, records),
    handle,
    names,
    descriptions,
    vendor,
    categoryId: categoryIds.get(category) ?? null,
    taxCategory,
    state: 'published',
    options: options.map(({ code, names: titles, values }) => ({ code, names: titles, choices: values })),
    variants: variants.map(({ sku, gtin, options: chosen = {}, weightGrams }) => ({
      sku,
      gtin: gtin ?? null,
      optionValues: chosen,
      weightGrams,
      requiresShipping: true,
      content: records.products[handle]?.content ?? null,
      imageFileId: pictures.find(({ shows }) => shows && isShown(shows, chosen))?.fileId ?? null,
    })),
    images: pictures.map(({ fileId, alts }) => ({ fileId, alts })),
  }
}

/** A picture of the blue one shows every variant that is blue. */
function isShown(shows: Readonly<Record<string, string>>, chosen: Readonly<Record<string, string>>): boolean {
  return Object.entries(shows).every(([option, value]) => chosen[option] === value)
}

async function saveOne(ctx: Context, product: DemoProduct, draft: ProductDraft): Promise<Result<void>> {
  const saved = await saveProduct(ctx, draft)
  if (!saved.ok) return saved
  const { variantIds } = saved.value
  const idOf = (sku: string): string => variantIds[sku] ?? ''
  const priced = await setPrices(
    ctx,
    product.variants.flatMap(({ sku, prices, compareAt = {} }) =>
      Object.entries(prices).map(([currency, amount]) => {
        const before = compareAt[currency]
        return {
          variantId: idOf(sku),
          currency,
          amount: BigInt(amount),
          ...(before === undefined ? {} : { compareAt: BigInt(before) }),
        }
      }),
    ),
  )
  if (!priced.ok) return priced
  const counted = await setStock(
    ctx,
    product.variants.flatMap(({ sku, stock }) =>
      Object.entries(stock).map(([locationCode, quantity]) => ({ variantId: idOf(sku), locationCode, quantity })),
    ),
    { cause: 'opening' },
  )
  return counted.ok ? ok() : counted
}
