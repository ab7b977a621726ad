import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'
import type { Texts } from '../domain/product.ts'
import { pathOf, placedBy, type Placing, type Taxonomy } from '../domain/taxonomy.ts'
import { categoryWay } from './find-category.ts'
import { inLanguage } from './localised.ts'
import { loadTaxonomy } from './taxonomies.ts'

type Reader = Pick<Database, 'row' | 'rows'>

export interface PlacedAt {
  readonly id: string
  readonly path: string[]
  /** Null where the record says it itself; else the category that does. */
  readonly from: { readonly id: string; readonly name: string } | null
}

export interface ShownPlacing {
  readonly own: Placing
  readonly shopify: PlacedAt | null
  readonly google: (PlacedAt & { readonly chosen: boolean }) | null
}

type Step = Placing & { readonly by: { readonly id: string; readonly names: Texts } | null }

/** Where a category stands in the taxonomies, by itself or by those above it. */
export async function placingOfCategory(reader: Reader, id: string, locale: string): Promise<ShownPlacing> {
  const [own, ...above] = await categoryWay(reader, id)
  return shownPlacing(
    [{ taxonomyId: own?.taxonomyId ?? null, googleId: own?.googleId ?? null, by: null }, ...stepsOf(above)],
    locale,
  )
}

export interface ProductPlaced extends ShownPlacing {
  /** Of what the product itself says; 0 before it said anything. */
  readonly version: number
}

export async function placingOfProduct(
  reader: Reader,
  { id, categoryId }: { readonly id: string; readonly categoryId: string | null },
  locale: string,
): Promise<ProductPlaced> {
  const [own, way] = await Promise.all([
    reader.row(sql<Placing & { version: number }>`
      SELECT taxonomy_id AS "taxonomyId", google_id AS "googleId", version FROM catalog.product_taxonomy
      WHERE product_id = ${id}::uuid`),
    categoryWay(reader, categoryId),
  ])
  const first: Step = { taxonomyId: own?.taxonomyId ?? null, googleId: own?.googleId ?? null, by: null }
  return { ...(await shownPlacing([first, ...stepsOf(way)], locale)), version: own?.version ?? 0 }
}

const stepsOf = (way: Awaited<ReturnType<typeof categoryWay>>): Step[] =>
  way.map(({ id, names, taxonomyId, googleId }) => ({ taxonomyId, googleId, by: { id, names } }))

async function shownPlacing(steps: readonly [Step, ...Step[]], locale: string): Promise<ShownPlacing> {
  const [{ taxonomyId, googleId }] = steps
  const own = { taxonomyId, googleId }
  if (steps.every((one) => one.taxonomyId === null && one.googleId === null))
    return { own, shopify: null, google: null }
  const [shopify, google] = await Promise.all([loadTaxonomy('shopify'), loadTaxonomy('google')])
  const placed = placedBy(steps, shopify)
  const at = (taxonomy: Taxonomy, id: string | null, by: Step['by']): PlacedAt | null => {
    const node = id === null ? undefined : taxonomy.get(id)
    return node
      ? { id: node.id, path: pathOf(node, locale), from: by && { id: by.id, name: inLanguage(by.names, locale) } }
      : null
  }
  const googleAt = at(google, placed.googleId, placed.googleFrom)
  return {
    own,
    shopify: at(shopify, placed.taxonomyId, placed.taxonomyFrom),
    google: googleAt && { ...googleAt, chosen: placed.googleChosen },
  }
}
