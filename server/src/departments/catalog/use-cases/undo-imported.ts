import type { Context } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import type { KeptChange } from '../domain/import-record.ts'
import { planUndo } from '../domain/plan-undo.ts'
import type { Product } from '../domain/product.ts'
import { lockProducts } from '../store/bulk-changes.ts'
import { lockToUndo, type ProductToUndo } from '../store/imports.ts'
import { saveProducts } from './save-products.ts'

export interface SetBack {
  readonly record: ProductToUndo
  /** Every SKU of the product, those of retired variants included. */
  readonly variantIds: Readonly<Record<string, string>>
  readonly kept: readonly KeptChange[]
}

/**
 * Sets back what an import did to some of its products, the last ones first; empty when all are. Prices and stock are told with
 * their records, for the flow to ask pricing and inventory.
 */
export async function setBackImported(
  ctx: Context,
  { importId, limit }: { readonly importId: string; readonly limit: number },
): Promise<Result<readonly SetBack[]>> {
  const records = await lockToUndo(ctx, importId, limit)
  const products = await lockProducts(
    ctx,
    records.map(({ productId }) => productId),
  )
  const byId = new Map<string, Product>(products.map((product) => [product.id, product]))
  const plans = records.map((record) => ({ record, plan: planUndo(byId.get(record.productId), record) }))
  const drafts = plans.flatMap(({ plan }) => plan.draft ?? [])
  const saved = await saveProducts(ctx, drafts, { dryRun: false, asFile: false })
  if (!saved.ok) return saved
  const refused = new Set(drafts.filter((_, at) => saved.value[at]?.ok === false))
  return ok(
    plans.map(({ record, plan: { draft, back, kept } }) => ({
      record,
      variantIds: Object.fromEntries((byId.get(record.productId)?.variants ?? []).map(({ sku, id }) => [sku, id])),
      kept:
        draft && refused.has(draft)
          ? [...kept, ...back.map((change) => ({ ...change, reason: 'refused' as const }))]
          : kept,
    })),
  )
}
