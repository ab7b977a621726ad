import {
  keepKinds,
  listCategoryNames,
  loadKindsByHandle,
  saveCategory,
  saveProducts,
  type ProductKind,
  type SavedProduct,
} from '../../departments/catalog/index.ts'
import { setStock } from '../../departments/inventory/index.ts'
import { setCosts, setPrices } from '../../departments/pricing/index.ts'
import type { Context } from '../../host/context.ts'
import type { CurrencyCode } from '../../kernel/currency.ts'
import { money } from '../../kernel/money.ts'
import { ok, type Refusal, type Result } from '../../kernel/result.ts'
import type { AddressedPicture } from './addressed-pictures.ts'
import { refusals } from './refusals.ts'
import type { ImportDifference, RowRefusal } from './report.ts'
import { rowRefusalOf, type ImportedProduct } from './rows/assemble-product.ts'
import type { Columns } from './rows/read-columns.ts'
import type { PictureIds } from './stored-pictures.ts'

export interface ImportSettings {
  readonly currency: CurrencyCode
  readonly locationCode: string
  /** What the file calls its fields. */
  readonly columns: Pick<Columns, 'nameOf'>
  /** Image Src -> id of the picture that was found for it; undefined leaves pictures as they are. */
  readonly pictures: PictureIds | undefined
}

/** What became of one product, and what of it changed: prices and stock included. */
export interface ImportedOutcome {
  readonly handle: string
  readonly productId: string
  readonly version: number
  readonly created: boolean
  readonly differences: readonly ImportDifference[]
  /** To be fetched once the products stand. */
  readonly toFetch: readonly AddressedPicture[]
}

interface Saved {
  readonly product: ImportedProduct
  readonly saved: SavedProduct
}

interface Mode {
  readonly settings: ImportSettings
  /** Products are planned and not written; categories, prices and stock are, for whoever rolls this back. */
  readonly dryRun: boolean
}

/**
 * Brings some products, their prices and their stock to what the file says, in the transaction of `ctx`. The differences are
 * taken from what is written (the catalogue's plans, and the audit entries of prices and stock), so that what a dry run shows and
 * what a run does cannot drift apart. Departments in the order of docs/lock-order.md: catalog, pricing, inventory.
 */
export async function importChunk(
  ctx: Context,
  products: readonly ImportedProduct[],
  { settings, dryRun }: Mode,
): Promise<Result<readonly ImportedOutcome[]>> {
  const categories = await saveCategories(ctx, products)
  if (!categories.ok) return categories
  const kinds = await kindsNow(ctx, products)
  const misfits = otherKinds(products, kinds, settings)
  if (misfits.length > 0) return rowsRefused(misfits)
  const drafts = products.map((product) => draftOf(product, settings, { categories: categories.value, kinds }))
  const saved = await saveProducts(ctx, drafts, { dryRun })
  // Held for others' approval: the file is not wrong, it waits, whole.
  if (!saved.ok) return saved
  const all: Saved[] = []
  const refused: RowRefusal[] = []
  for (const [at, product] of products.entries()) {
    const one = saved.value[at]
    if (one?.ok) all.push({ product, saved: one.value })
    else if (one)
      refused.push(
        ...(one.refusal.others ?? [one.refusal]).map((flaw) => rowRefusalOf(flaw, product, settings.columns)),
      )
  }
  if (refused.length > 0) return rowsRefused(refused)
  if (!dryRun) keepKinds(ctx, all.flatMap(kindOfNew))
  const seen = new Map(all.map((one) => [one.product.draft.handle, ownDifferences(one, settings, dryRun)]))
  const counted = await setPricesAndStock(watched(ctx, all, seen), all, { settings, dryRun, seen })
  if (!counted.ok) return counted
  return ok(
    all.map(({ product, saved: { productId, version, created } }) => {
      const { handle } = product.draft
      const toFetch = (dryRun ? undefined : settings.pictures?.of(handle).toFetch) ?? []
      return { handle, productId, version, created, differences: seen.get(handle) ?? [], toFetch }
    }),
  )
}

/** Of files that speak of kinds; of the others nobody asks. */
async function kindsNow(ctx: Context, products: readonly ImportedProduct[]) {
  const speaking = products.filter(({ kind }) => kind !== undefined)
  return loadKindsByHandle(
    ctx.tx,
    speaking.map(({ draft }) => draft.handle),
  )
}

function otherKinds(
  products: readonly ImportedProduct[],
  kinds: ReadonlyMap<string, ProductKind>,
  { columns }: ImportSettings,
): RowRefusal[] {
  return products.flatMap(({ kind: wanted, draft, place }) => {
    const kind = kinds.get(draft.handle)
    if (wanted === undefined || kind === undefined || kind === wanted) return []
    const column = columns.nameOf('kind')
    const { refusal } = refusals.other_kind({ field: `${place.row}.${column}`, params: { ...place, column, kind } })
    return [{ ...place, column, refusal }]
  })
}

const kindOfNew = ({ product: { kind }, saved: { created, productId } }: Saved) =>
  created && kind !== undefined ? [{ productId, kind }] : []

/** Pictures that were not fetched yet are foretold; once they are, they tell of themselves. */
function ownDifferences({ product, saved }: Saved, { pictures }: ImportSettings, dryRun: boolean): ImportDifference[] {
  const { handle } = product.draft
  const own = saved.differences.map(({ sku = null, ...rest }) => ({ handle, ...rest, sku }))
  const files = (dryRun ? pictures?.of(handle).notStoredYet : undefined) ?? []
  return files.length === 0 ? own : [...own, { handle, sku: null, field: 'images', before: null, after: files }]
}

/** Every refused row, the first in front. */
export function rowsRefused(refused: readonly RowRefusal[]): Result<never> {
  const others = refused.map((row) => row.refusal)
  return refusals.rows_refused({ params: { count: refused.length }, others })
}

/** By its address or, where the shop gave it another, by its name. Those that nobody has yet are made. */
async function saveCategories(
  ctx: Context,
  products: readonly ImportedProduct[],
): Promise<Result<ReadonlyMap<string, string>>> {
  const wanted = products.flatMap(({ category }) => (category && category.handle !== '' ? [category] : []))
  if (wanted.length === 0) return ok(new Map())
  const known = await listCategoryNames(ctx.tx)
  const byName = new Map(known.map(({ name, id }) => [name.trim().toLowerCase(), id]))
  const ids = new Map(known.map((category) => [category.handle, category.id]))
  for (const { handle, name, isExact } of wanted) {
    if (ids.has(handle)) continue
    const same = isExact ? undefined : byName.get(name.trim().toLowerCase())
    const saved = same === undefined ? await saveCategory(ctx, { handle, names: { en: name } }) : undefined
    if (saved && !saved.ok) return saved
    ids.set(handle, same ?? saved?.value.categoryId ?? '')
  }
  return ok(ids)
}

function draftOf(
  { draft, category, variants, kind = 'physical' }: ImportedProduct,
  { pictures }: ImportSettings,
  shop: { readonly categories: ReadonlyMap<string, string>; readonly kinds: ReadonlyMap<string, ProductKind> },
) {
  // Its components, files or amounts are not in the file: until somebody adds them it cannot be sold.
  const isBare = kind !== 'physical' && !shop.kinds.has(draft.handle)
  return {
    ...draft,
    ...(isBare && { state: 'draft' as const }),
    ...(category && { categoryId: category.handle === '' ? null : shop.categories.get(category.handle) }),
    ...(pictures && {
      images: pictures.of(draft.handle).images,
      variants: (draft.variants ?? []).map((variant, at) => ({
        ...variant,
        imageFileId: pictures.idOf(variants[at]?.picture ?? ''),
      })),
    }),
  }
}

interface Setting extends Mode {
  readonly seen: ReadonlyMap<string, ImportDifference[]>
}

async function setPricesAndStock(
  ctx: Context,
  all: readonly Saved[],
  { settings: { currency, locationCode, columns }, dryRun, seen }: Setting,
): Promise<Result<void>> {
  const variants = all.flatMap(variantsOf)
  // What is not there yet can only be new: asked of the shop once, for the first one, and foretold for the rest. A rehearsal that
  // wrote a hundred thousand prices would leave as many dead rows behind.
  const firstNew = variants.findIndex((variant) => variant.fresh)
  const [asked, foretold] = dryRun
    ? [
        variants.filter(({ fresh }, at) => !fresh || at === firstNew),
        variants.filter(({ fresh }, at) => fresh && at !== firstNew),
      ]
    : [variants, []]
  const tell = (variant: ToSet, field: string, before: unknown, after: unknown) =>
    seen.get(variant.handle)?.push({ handle: variant.handle, sku: variant.sku, field, before, after })
  const priced = asked.flatMap(({ amount, ...rest }) => (amount === undefined ? [] : [{ ...rest, amount }]))
  const prices = await setPrices(
    ctx,
    priced.map(({ variantId, amount, compareAt }) => ({ variantId, currency, amount, compareAt })),
  )
  if (!prices.ok) return atRow(prices.refusal, priced, columns.nameOf('price'))
  for (const variant of foretold) {
    const { amount, compareAt } = variant
    if (amount !== undefined) tell(variant, 'price.amount', null, plain(amount))
    if (amount !== undefined && compareAt !== undefined) tell(variant, 'price.compareAt', null, plain(compareAt))
    if (variant.cost !== undefined) tell(variant, 'cost.amount', null, plain(variant.cost))
  }
  const costing = asked.flatMap(({ cost, ...rest }) => (cost === undefined ? [] : [{ ...rest, cost }]))
  const costs = await setCosts(
    ctx,
    costing.map(({ variantId, cost }) => ({ variantId, cost: money(cost, currency) })),
  )
  if (!costs.ok) return atRow(costs.refusal, costing, columns.nameOf('cost'))
  const counts = asked.filter((variant) => variant.quantity !== undefined)
  const stock = await setStock(
    ctx,
    counts.map(({ variantId, quantity = 0 }) => ({ variantId, locationCode, quantity })),
    { cause: 'import' },
  )
  for (const variant of foretold) if (variant.quantity) tell(variant, 'stock.onHand', 0, variant.quantity)
  return stock.ok ? ok() : atRow(stock.refusal, counts, columns.nameOf('quantity'))
}

type ToSet = ReturnType<typeof variantsOf>[number]

function variantsOf({ product, saved }: Saved) {
  const made = new Set(saved.differences.flatMap(({ field, sku }) => (field === 'variant' && sku ? [sku] : [])))
  return product.variants.map((variant) => ({
    ...variant,
    handle: product.draft.handle,
    variantId: saved.variantIds[variant.sku] ?? '',
    fresh: saved.created || made.has(variant.sku),
  }))
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
function watched(ctx: Context, all: readonly Saved[], seen: ReadonlyMap<string, ImportDifference[]>): Context {
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
          seen.get(owner.handle)?.push({
            ...owner,
            field: `${entry.objectType}.${field}`,
            before: plain(before),
            after: plain(after),
          })
      }
    },
  })
}

const plain = (value: unknown): unknown => (typeof value === 'bigint' ? Number(value) : value)

const isHeld = ({ code }: Refusal) => code === 'host.held_for_approval'
