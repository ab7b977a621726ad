import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import type { Bundle } from '../domain/bundles/bundle.ts'
import type { ProductKind } from '../domain/kinds/product-kind.ts'
import { refusals } from '../domain/refusals.ts'
import { variantIdsOf } from './bundle-fitness.ts'
import { loadBundles } from './bundles.ts'

export interface KindView {
  readonly kind: ProductKind
  readonly version: number
  readonly bundle: Bundle | null
  readonly components: readonly ComponentView[]
}

interface ComponentView {
  readonly variantId: string
  readonly productId: string
  readonly sku: string
  readonly name: string
  readonly published: boolean
  readonly retired: boolean
}

/** What kind of thing a product is; of a bundle also its components by name. */
export async function readProductKind(
  reader: Pick<Database, 'rows'>,
  productId: string,
  locale: string,
): Promise<Result<KindView>> {
  const [product] = await reader.rows(sql<{ kind: ProductKind; version: number }>`
    SELECT coalesce(k.kind, 'physical') AS kind, p.version
    FROM catalog.product p LEFT JOIN catalog.product_kind k ON k.product_id = p.id WHERE p.id = ${productId}::uuid`)
  if (!product) return refusals.product_not_found()
  if (product.kind !== 'bundle') return ok({ ...product, bundle: null, components: [] })
  const bundle = (await loadBundles(reader, [productId])).get(productId)
  const components = bundle ? await listComponents(reader, variantIdsOf(bundle), locale) : []
  return ok({ ...product, bundle: bundle ?? null, components })
}

function listComponents(
  reader: Pick<Database, 'rows'>,
  variantIds: readonly string[],
  locale: string,
): Promise<ComponentView[]> {
  return reader.rows(sql<ComponentView>`
    SELECT v.id AS "variantId", p.id AS "productId", v.sku, p.state = 'published' AS published,
      v.retired_at IS NOT NULL AS retired,
      concat_ws(', ', coalesce(p.names ->> ${locale}, p.names ->> 'en'),
        nullif(coalesce(v.option_names ->> ${locale}, v.option_names ->> 'en', ''), '')) AS name
    FROM catalog.variant v JOIN catalog.product p ON p.id = v.product_id
    WHERE v.id = ANY(${variantIds}::uuid[]) ORDER BY v.sku`)
}
