import type { Database } from '../../../host/database/pool.ts'
import { fragment, sql, type Fragment } from '../../../host/database/sql.ts'
import type { Bundle, BundleGroup, BundlePriceRule, BundleShape } from '../domain/bundles/bundle.ts'
import type { ProductKind } from '../domain/kinds/product-kind.ts'

type Reader = Pick<Database, 'rows'>

interface BundleRow {
  readonly bundle_uuid: string
  readonly shape: BundleShape
  readonly price_way: BundlePriceRule['way']
  readonly percent_ppm: number | null
  readonly amounts_off: Record<string, number> | null
  readonly promotions: Bundle['promotions']
  readonly groups: BundleGroup[]
}

export async function findKind(reader: Reader, productId: string): Promise<ProductKind> {
  const [row] = await reader.rows(sql<{ kind: ProductKind }>`
    SELECT kind FROM catalog.product_kind WHERE product_id = ${productId}::uuid`)
  return row?.kind ?? 'physical'
}

/** Product id -> what it consists of; absent for all that is no bundle, or none yet. */
export function loadBundles(reader: Reader, productIds: readonly string[]): Promise<ReadonlyMap<string, Bundle>> {
  return load(reader, fragment`b.bundle_uuid = ANY(${productIds}::uuid[])`)
}

/** Variant id -> the bundle that it is sold as. */
export async function loadBundlesSoldAs(
  reader: Reader,
  variantIds: readonly string[],
): Promise<ReadonlyMap<string, Bundle>> {
  const rows = await reader.rows(sql<BundleRow & { variant_id: string }>`
    SELECT v.id AS variant_id, b.bundle_uuid, b.shape, b.price_way, b.percent_ppm, b.amounts_off, b.promotions, b.groups
    FROM catalog.variant v JOIN catalog.pub_bundle b ON b.bundle_uuid = v.product_id
    WHERE v.id = ANY(${variantIds}::uuid[])`)
  return new Map(rows.map((row) => [row.variant_id, toBundle(row)]))
}

/** Product id -> those bundles that a variant is in, whichever they are. */
export function loadBundlesWith(reader: Reader, variantIds: readonly string[]): Promise<ReadonlyMap<string, Bundle>> {
  return load(
    reader,
    fragment`b.bundle_uuid IN (SELECT o.product_id FROM catalog.bundle_option o WHERE o.variant_id = ANY(${variantIds}::uuid[]))`,
  )
}

async function load(reader: Reader, which: Fragment): Promise<ReadonlyMap<string, Bundle>> {
  const rows = await reader.rows(sql<BundleRow>`
    SELECT b.bundle_uuid, b.shape, b.price_way, b.percent_ppm, b.amounts_off, b.promotions, b.groups
    FROM catalog.pub_bundle b WHERE ${which}`)
  return new Map(rows.map((row) => [row.bundle_uuid, toBundle(row)]))
}

function toBundle({ shape, promotions, groups, ...price }: BundleRow): Bundle {
  return { shape, price: toPrice(price), promotions, groups }
}

function toPrice(row: Pick<BundleRow, 'price_way' | 'percent_ppm' | 'amounts_off'>): BundlePriceRule {
  switch (row.price_way) {
    case 'own':
      return { way: 'own' }
    case 'percent_off':
      return { way: 'percent_off', percentPpm: row.percent_ppm ?? 0 }
    case 'amount_off':
      return { way: 'amount_off', amounts: row.amounts_off ?? {} }
  }
}

/** A component as its bundle's builder and judge see it. */
export interface ComponentState {
  readonly productId: string
  readonly kind: ProductKind
  readonly retired: boolean
  readonly published: boolean
}

/** Variant id -> what stands against its being a component; unknown ones are absent. */
export async function loadComponentStates(
  reader: Reader,
  variantIds: readonly string[],
): Promise<ReadonlyMap<string, ComponentState>> {
  if (variantIds.length === 0) return new Map()
  const rows = await reader.rows(sql<ComponentState & { id: string }>`
    SELECT v.id, p.id AS "productId", coalesce(k.kind, 'physical') AS kind, v.retired_at IS NOT NULL AS retired,
      p.state = 'published' AS published
    FROM catalog.variant v JOIN catalog.product p ON p.id = v.product_id
    LEFT JOIN catalog.product_kind k ON k.product_id = p.id
    WHERE v.id = ANY(${variantIds}::uuid[])`)
  return new Map(rows.map(({ id, ...state }) => [id, state]))
}

/** Which of these products are bundles. */
export async function listBundleIds(reader: Reader, productIds: readonly string[]): Promise<string[]> {
  if (productIds.length === 0) return []
  const rows = await reader.rows(sql<{ id: string }>`
    SELECT product_id AS id FROM catalog.product_kind WHERE product_id = ANY(${productIds}::uuid[]) AND kind = 'bundle'`)
  return rows.map(({ id }) => id)
}
