import { listCategories, saveCategory, saveProduct, type SavedProduct } from '../../departments/catalog/index.ts'
import { setStock } from '../../departments/inventory/index.ts'
import { setPrices } from '../../departments/pricing/index.ts'
import type { Context } from '../../host/context.ts'
import type { CurrencyCode } from '../../kernel/currency.ts'
import { ok, type Refusal, type Result } from '../../kernel/result.ts'
import { refusals } from './refusals.ts'
import type { ImportDifference, RowRefusal } from './report.ts'
import { rowRefusalOf, type ImportedProduct } from './shopify/assemble-product.ts'
import type { PictureIds } from './stored-pictures.ts'

export interface ImportSettings {
  readonly currency: CurrencyCode
  readonly locationCode: string
  /** Image Src -> id of the picture that was found for it; undefined leaves pictures as they are. */
  readonly pictures: PictureIds | undefined
}

export interface ChunkOutcome {
  readonly created: number
  readonly changed: number
  readonly unchanged: number
  readonly differences: readonly ImportDifference[]
}

interface Saved {
  readonly product: ImportedProduct
  readonly saved: SavedProduct
}

/**
 * Brings some products, their prices and their stock to what the file says, in the transaction of `ctx`. The differences are
 * taken from what is written (the catalogue's, and the audit entries of prices and stock), so that what a dry run shows and
 * what a run does cannot drift apart. Departments in the order of docs/lock-order.md: catalog, pricing, inventory.
 */
export async function importChunk(
  ctx: Context,
  products: readonly ImportedProduct[],
  settings: ImportSettings,
): Promise<Result<ChunkOutcome>> {
  const seen: ImportDifference[] = []
  const categories = await saveCategories(ctx, products)
  if (!categories.ok) return categories
  const all: Saved[] = []
  const refused: RowRefusal[] = []
  for (const product of products) {
    const saved = await saveOne(ctx, product, { settings, categories: categories.value })
    if (saved.ok) all.push({ product, saved: saved.value })
    // Held for others' approval: the file is not wrong, it waits, whole.
    else if (isHeld(saved.refusal)) return saved
    else refused.push(...(saved.refusal.others ?? [saved.refusal]).map((flaw) => rowRefusalOf(flaw, product)))
  }
  if (refused.length > 0) return rowsRefused(refused)
  for (const { product, saved } of all) {
    const { handle } = product.draft
    seen.push(...saved.differences.map(({ sku = null, ...rest }) => ({ handle, ...rest, sku })))
    const files = settings.pictures?.of(handle).notStoredYet ?? []
    if (files.length > 0) seen.push({ handle, sku: null, field: 'images', before: null, after: files })
  }
  const counted = await setPricesAndStock(watched(ctx, all, seen), all, settings)
  if (!counted.ok) return counted
  return ok(outcomeOf(all, seen))
}

/** Every refused row, the first in front. */
export function rowsRefused(refused: readonly RowRefusal[]): Result<never> {
  const others = refused.map((row) => row.refusal)
  return refusals.rows_refused({ params: { count: refused.length }, others })
}

async function saveCategories(
  ctx: Context,
  products: readonly ImportedProduct[],
): Promise<Result<Map<string, string>>> {
  const known = await listCategories(ctx.tx, { locale: 'en' })
  const ids = new Map(known.map((category) => [category.handle, category.id]))
  for (const { category } of products) {
    if (!category || ids.has(category.handle)) continue
    const saved = await saveCategory(ctx, { handle: category.handle, names: { en: category.name } })
    if (!saved.ok) return saved
    ids.set(category.handle, saved.value.categoryId)
  }
  return ok(ids)
}

async function saveOne(
  ctx: Context,
  { draft, category, variants }: ImportedProduct,
  { settings: { pictures }, categories }: { settings: ImportSettings; categories: ReadonlyMap<string, string> },
): Promise<Result<SavedProduct>> {
  return saveProduct(ctx, {
    ...draft,
    ...(category ? { categoryId: categories.get(category.handle) } : {}),
    ...(pictures
      ? {
          images: pictures.of(draft.handle).images,
          variants: (draft.variants ?? []).map((variant, at) => ({
            ...variant,
            imageFileId: pictures.idOf(variants[at]?.picture ?? ''),
          })),
        }
      : {}),
  })
}

async function setPricesAndStock(
  ctx: Context,
  all: readonly Saved[],
  { currency, locationCode }: ImportSettings,
): Promise<Result<void>> {
  const variants = all.flatMap(({ product, saved }) =>
    product.variants.map((variant) => ({ ...variant, variantId: saved.variantIds[variant.sku] ?? '' })),
  )
  const prices = await setPrices(
    ctx,
    variants.map(({ variantId, amount, compareAt }) => ({ variantId, currency, amount, compareAt })),
  )
  if (!prices.ok) return atRow(prices.refusal, variants, 'Variant Price')
  const counts = variants.filter((variant) => variant.quantity !== undefined)
  const stock = await setStock(
    ctx,
    counts.map(({ variantId, quantity = 0 }) => ({ variantId, locationCode, quantity })),
    { cause: 'import' },
  )
  return stock.ok ? ok() : atRow(stock.refusal, counts, 'Variant Inventory Qty')
}

/** `prices.3.amount` of another department's refusal, as the row that the fourth price came from. */
function atRow(
  refusal: Refusal,
  variants: readonly { place: { row: number; line: number } }[],
  column: string,
): Result<never> {
  const place = isHeld(refusal) ? undefined : variants[Number(refusal.field?.split('.')[1])]?.place
  if (!place) return { ok: false, refusal }
  const params = { ...refusal.params, ...place, column }
  return rowsRefused([{ ...place, column, refusal: { ...refusal, field: `${place.row}.${column}`, params } }])
}

/** The same context, which also notes down what pricing and inventory say that they changed. */
function watched(ctx: Context, all: readonly Saved[], seen: ImportDifference[]): Context {
  const owners = new Map(
    all.flatMap(({ product, saved }) =>
      Object.entries(saved.variantIds).map(
        ([sku, id]) => [id as string, { handle: product.draft.handle, sku }] as const,
      ),
    ),
  )
  return Object.freeze({
    ...ctx,
    audit: (entry: Parameters<Context['audit']>[0]) => {
      ctx.audit(entry)
      const owner = owners.get(entry.objectId.split(' ')[0] ?? '')
      if (!owner) return
      for (const { field, before = null, after = null } of entry.changes ?? []) {
        if (before !== after)
          seen.push({ ...owner, field: `${entry.objectType}.${field}`, before: plain(before), after: plain(after) })
      }
    },
  })
}

const plain = (value: unknown): unknown => (typeof value === 'bigint' ? Number(value) : value)

function outcomeOf(all: readonly Saved[], differences: readonly ImportDifference[]): ChunkOutcome {
  const touched = new Set(differences.map((difference) => difference.handle))
  const created = all.filter(({ saved }) => saved.created).length
  const changed = all.filter(({ saved, product }) => !saved.created && touched.has(product.draft.handle)).length
  return { created, changed, unchanged: all.length - created - changed, differences }
}

const isHeld = ({ code }: Refusal) => code === 'host.held_for_approval'
