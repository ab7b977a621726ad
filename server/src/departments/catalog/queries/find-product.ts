import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'
import { productOf, wholeProduct, type ProductRow } from '../store/product-row.ts'
import type { Product, Texts } from '../domain/product.ts'
import { variantTitles } from '../domain/variant-title.ts'
import { inLanguage } from './localised.ts'

/** A product in one language, as its page shows it; variants on sale only. Prices and stock are joined by who knows them. */
export interface ProductPage {
  readonly id: string
  readonly handle: string
  readonly name: string
  readonly description: string
  readonly vendor: string
  readonly tags: readonly string[]
  readonly taxCategory: string
  readonly published: boolean
  readonly version: number
  /** From the top of the tree down to the product's own. */
  readonly categories: readonly { readonly handle: string; readonly name: string }[]
  readonly images: readonly {
    readonly fileId: string
    readonly alt: string
    readonly width: number
    readonly height: number
  }[]
  readonly options: readonly {
    readonly code: string
    readonly name: string
    readonly choices: readonly { readonly code: string; readonly name: string }[]
  }[]
  readonly variants: readonly {
    readonly id: string
    readonly sku: string
    readonly gtin: string | null
    /** "Medium, Blue"; empty where there is nothing to choose. */
    readonly title: string
    readonly optionValues: Readonly<Record<string, string>>
    readonly weightGrams: number
    readonly imageFileId: string | null
  }[]
}

interface PageRow extends ProductRow {
  readonly path: { handle: string; names: Texts }[]
  readonly sizes: Record<string, { width: number; height: number }>
}

export interface PageOptions {
  readonly locale: string
  readonly publishedOnly: boolean
}

/** In one query; undefined for a handle that nobody has, and for a draft where only what is published counts. */
export async function findProductByHandle(
  database: Pick<Database, 'row'>,
  handle: string,
  { locale, publishedOnly }: PageOptions,
): Promise<ProductPage | undefined> {
  const row = await database.row(sql<PageRow>`
    SELECT ${wholeProduct},
      (WITH RECURSIVE way AS (
        SELECT id, parent_id, handle, names, 0 AS steps FROM catalog.category WHERE id = p.category_id
        UNION ALL SELECT c.id, c.parent_id, c.handle, c.names, way.steps + 1
        FROM catalog.category c JOIN way ON c.id = way.parent_id WHERE way.steps < 20
      ) SELECT coalesce(jsonb_agg(jsonb_build_object('handle', handle, 'names', names) ORDER BY steps DESC), '[]') FROM way) AS path,
      (SELECT coalesce(jsonb_object_agg(f.id, jsonb_build_object('width', f.width, 'height', f.height)), '{}')
        FROM catalog.image i JOIN host.file f ON f.id = i.file_id WHERE i.product_id = p.id) AS sizes
    FROM catalog.product p WHERE p.handle = ${handle}`)
  if (!row || (publishedOnly && row.state !== 'published')) return undefined
  return pageOf(row, locale)
}

function pageOf(row: PageRow, locale: string): ProductPage {
  const name = inLanguage(row.names, locale)
  return {
    id: row.id,
    handle: row.handle,
    name,
    description: inLanguage(row.descriptions, locale),
    vendor: row.vendor,
    tags: row.tags,
    taxCategory: row.tax_category,
    published: row.state === 'published',
    version: row.version,
    categories: row.path.map((step) => ({ handle: step.handle, name: inLanguage(step.names, locale) })),
    images: row.images.map(({ fileId, alts }) => ({
      fileId,
      alt: inLanguage(alts, locale) || name,
      width: row.sizes[fileId]?.width ?? 0,
      height: row.sizes[fileId]?.height ?? 0,
    })),
    options: row.options.map(({ code, names, choices }) => ({
      code,
      name: inLanguage(names, locale),
      choices: choices.map((choice) => ({ code: choice.code, name: inLanguage(choice.names, locale) })),
    })),
    variants: row.variants
      .filter((variant) => !variant.retired)
      .map(({ id, sku, gtin, optionValues, weightGrams, imageFileId }) => ({
        id,
        sku,
        gtin,
        title: inLanguage(variantTitles(row.options, optionValues), locale),
        optionValues,
        weightGrams,
        imageFileId: imageFileId ?? row.images[0]?.fileId ?? null,
      })),
  }
}

export interface ProductRecord extends Product {
  readonly createdAt: Date
  readonly updatedAt: Date
}

/** Whole and in all languages, as staff edit it. */
export async function findProduct(database: Pick<Database, 'row'>, id: string): Promise<ProductRecord | undefined> {
  const row = await database.row(sql<ProductRow>`
    SELECT ${wholeProduct} FROM catalog.product p WHERE p.id = ${id}::uuid`)
  return row && { ...productOf(row), createdAt: row.created_at, updatedAt: row.updated_at }
}

/** Handle -> product; unknown handles are absent. What an import compares its file with. */
export async function findProductsByHandles(
  database: Pick<Database, 'rows'>,
  handles: readonly string[],
): Promise<ReadonlyMap<string, Product>> {
  if (handles.length === 0) return new Map()
  const rows = await database.rows(sql<ProductRow>`
    SELECT ${wholeProduct} FROM catalog.product p WHERE p.handle = ANY(${handles}::text[])`)
  return new Map(rows.map((row) => [row.handle, productOf(row)]))
}
