import {
  createKind,
  findProductByHandle,
  findProductsByHandles,
  listCategories,
  publishProduct,
  putBundle,
  type ProductDraft,
} from '../../departments/catalog/index.ts'
import { setPrices } from '../../departments/pricing/index.ts'
import type { Context, House } from '../../host/context.ts'
import { ok, type Result } from '../../kernel/result.ts'
import type { LoadingProducts } from './load-products.ts'
import { village, type DemoBundle } from './village.ts'

/** Goods that are sold as one: a box that is always the same, and three out of a choice. Once, however often it is run. */
export async function loadBundles(house: House, { run }: Pick<LoadingProducts, 'run'>): Promise<void> {
  const bundles = village.bundles()
  const there = await findProductsByHandles(
    house.database,
    bundles.map(({ handle }) => handle),
  )
  const skus = await skusOf(house)
  for (const bundle of bundles) {
    if (there.has(bundle.handle)) continue
    const draft = await draftOf(house, bundle)
    await run((ctx) => saveOne(ctx, { bundle, draft, skus }))
  }
}

/** SKU -> variant, of the goods that the shop has. */
async function skusOf(house: House): Promise<ReadonlyMap<string, string>> {
  const handles = village.products().map(({ handle }) => handle)
  const products = await findProductsByHandles(house.database, handles)
  return new Map(
    [...products.values()].flatMap(({ variants }) => variants.map(({ sku, id }): [string, string] => [sku, id])),
  )
}

async function draftOf(house: House, bundle: DemoBundle): Promise<ProductDraft> {
  const { handle, sku, names, descriptions, category, pictureOf } = bundle
  const [categories, shown] = await Promise.all([
    listCategories(house.database, { locale: 'en' }),
    findProductByHandle(house.database, pictureOf, { locale: 'en', publishedOnly: false }),
  ])
  const fileId = shown?.images[0]?.fileId
  return {
    handle,
    names,
    descriptions,
    vendor: 'Bottega Laguna',
    categoryId: categories.find((one) => one.handle === category)?.id ?? null,
    taxCategory: 'standard',
    variants: [{ sku, weightGrams: 0 }],
    images: fileId === undefined ? [] : [{ fileId, alts: names }],
  }
}

interface ToSave {
  readonly bundle: DemoBundle
  readonly draft: ProductDraft
  readonly skus: ReadonlyMap<string, string>
}

async function saveOne(ctx: Context, { bundle, draft, skus }: ToSave): Promise<Result<void>> {
  const { shape, groups, prices, sku } = bundle
  const saved = await createKind(ctx, 'bundle', draft)
  if (!saved.ok) return saved
  const { productId, version, variantIds } = saved.value
  const put = await putBundle(ctx, {
    productId,
    version,
    bundle: {
      shape,
      price: { way: 'own' },
      promotions: 'included',
      groups: groups.map(({ options, ...group }) => ({
        ...group,
        options: options.map((option) => ({
          variantId: skus.get(option.sku) ?? '',
          quantity: option.quantity,
          surcharges: {},
          chosen: option.chosen ?? 0,
        })),
      })),
    },
  })
  if (!put.ok) return put
  const variantId = variantIds[sku] ?? ''
  const priced = await setPrices(
    ctx,
    Object.entries(prices).map(([currency, amount]) => ({ variantId, currency, amount: BigInt(amount) })),
  )
  if (!priced.ok) return priced
  const published = await publishProduct(ctx, { productId })
  return published.ok ? ok() : published
}
