import type { Database } from '../../../host/database/pool.ts'
import { fragment, sql, trusted } from '../../../host/database/sql.ts'
import { productOf, wholeProduct, type ProductRow } from '../store/product-row.ts'
import type { Attribute } from '../domain/attribute.ts'
import type { ContentOfPiece } from '../domain/content-of-piece.ts'
import type { FocalPoint } from '../domain/focal-point.ts'
import type { Product, Texts } from '../domain/product.ts'
import type { SafetyContact } from '../domain/safety-contact.ts'
import { specificationOf, type SpecificationLine } from '../domain/specification.ts'
import { variantTitles } from '../domain/variant-title.ts'
import { inLanguage } from './localised.ts'
import { shownHere, type ShopPlace } from './shown-here.ts'

/** A product in one language, as its page shows it; variants on sale only. Prices and stock are joined by who knows them. */
export interface ProductPage {
  readonly id: string
  readonly handle: string
  readonly name: string
  readonly description: string
  /** Empty where its page is called by its name and described by its description. */
  readonly seoTitle: string
  readonly seoDescription: string
  readonly vendor: string
  /** Of its brand's page, where the brand has one. */
  readonly brandHandle: string | null
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
    /** Where it is cropped around; absent for the middle. */
    readonly focal?: FocalPoint
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
    readonly content: ContentOfPiece | null
  }[]
  readonly specification: readonly SpecificationLine[]
  readonly safety: ProductSafety
}

/** What the law has a page say, Regulation (EU) 2023/988 art. 19. */
export interface ProductSafety {
  readonly maker: SafetyContact | null
  readonly responsible: SafetyContact | null
  readonly warnings: string
  readonly originCountry: string | null
  readonly durabilityYears: number | null
  readonly passportUrl: string | null
}

interface PageRow extends ProductRow {
  /** Those of its family and the shop's own, in their order; as the page shows them. */
  readonly shown_attributes: Attribute[]
  readonly contacts: Record<string, SafetyContact>
  readonly brand_handle: string | null
  readonly path: { handle: string; names: Texts }[]
  readonly sizes: Record<string, { width: number; height: number }>
}

export interface PageOptions {
  readonly locale: string
  readonly publishedOnly: boolean
  /** Where only what is published counts: what is not shown here is not there. */
  readonly place?: ShopPlace | undefined
}

/** In one query; undefined for a handle that nobody has, and for a draft where only what is published counts. */
export async function findProductByHandle(
  database: Pick<Database, 'row'>,
  handle: string,
  { locale, publishedOnly, place }: PageOptions,
): Promise<ProductPage | undefined> {
  const row = await database.row(sql<PageRow>`
    SELECT ${wholeProduct},
      (SELECT b.handle FROM catalog.brand b WHERE lower(b.name) = lower(p.vendor) AND NOT b.hidden) AS brand_handle,
      (WITH RECURSIVE way AS (
        SELECT id, parent_id, handle, names, hidden, 0 AS steps FROM catalog.category WHERE id = p.category_id
        UNION ALL SELECT c.id, c.parent_id, c.handle, c.names, c.hidden, way.steps + 1
        FROM catalog.category c JOIN way ON c.id = way.parent_id WHERE way.steps < 20
      ) SELECT coalesce(jsonb_agg(jsonb_build_object('handle', handle, 'names', names) ORDER BY steps DESC) FILTER (WHERE NOT hidden), '[]') FROM way) AS path,
      (SELECT coalesce(jsonb_object_agg(f.id, jsonb_build_object('width', f.width, 'height', f.height)), '{}')
        FROM catalog.image i JOIN host.file f ON f.id = i.file_id WHERE i.product_id = p.id) AS sizes,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('code', a.code, 'names', a.names, 'kind', a.kind, 'unit', a.unit,
          'choices', a.choices, 'section', a.section, 'perVariant', a.per_variant, 'shown', a.shown)
          ORDER BY a.section = 'own', m.place, a.code), '[]')
        FROM catalog.attribute a LEFT JOIN LATERAL (
          SELECT member.place FROM catalog.family f, jsonb_array_elements(f.attributes) WITH ORDINALITY AS member(one, place)
          WHERE f.code = p.family_code AND member.one ->> 'code' = a.code) m ON true
        WHERE a.shown AND (m.place IS NOT NULL OR a.section = 'own')) AS shown_attributes,
      (SELECT coalesce(jsonb_object_agg(c.id, to_jsonb(c)), '{}')
        FROM catalog.safety_contact c WHERE c.id IN (p.maker_id, p.responsible_id)) AS contacts
    FROM catalog.product p
    WHERE p.handle = ${handle} AND ${place ? shownHere(place, trusted('p.id')) : fragment`true`}`)
  if (!row || (publishedOnly && row.state !== 'published')) return undefined
  return pageOf(row, locale)
}

function pageOf(row: PageRow, locale: string): ProductPage {
  const name = inLanguage(row.names, locale)
  const live = row.variants.filter((variant) => !variant.retired)
  return {
    id: row.id,
    handle: row.handle,
    name,
    description: inLanguage(row.descriptions, locale),
    seoTitle: ofPage(row.seo_titles, row.names, locale),
    seoDescription: ofPage(row.seo_descriptions, row.descriptions, locale),
    vendor: row.vendor,
    brandHandle: row.brand_handle,
    tags: row.tags,
    taxCategory: row.tax_category,
    published: row.state === 'published',
    version: row.version,
    categories: row.path.map((step) => ({ handle: step.handle, name: inLanguage(step.names, locale) })),
    images: row.images.map(({ fileId, alts, focal }) => ({
      fileId,
      alt: inLanguage(alts, locale) || name,
      width: row.sizes[fileId]?.width ?? 0,
      height: row.sizes[fileId]?.height ?? 0,
      ...(focal && { focal }),
    })),
    options: row.options.map(({ code, names, choices }) => ({
      code,
      name: inLanguage(names, locale),
      choices: choices.map((choice) => ({ code: choice.code, name: inLanguage(choice.names, locale) })),
    })),
    variants: live.map(({ id, sku, gtin, optionValues, weightGrams, imageFileId, content }) => ({
      id,
      sku,
      gtin,
      title: inLanguage(variantTitles(row.options, optionValues), locale),
      optionValues,
      weightGrams,
      imageFileId: imageFileId ?? row.images[0]?.fileId ?? null,
      content,
    })),
    specification: specificationOf({ attributes: row.attributes, variants: live }, row.shown_attributes, locale),
    safety: {
      maker: row.contacts[row.maker_id ?? ''] ?? null,
      responsible: row.contacts[row.responsible_id ?? ''] ?? null,
      warnings: inLanguage(row.warnings, locale),
      originCountry: row.origin_country,
      durabilityYears: row.durability_years,
      passportUrl: row.passport_url,
    },
  }
}

/** English words stand only on a page that speaks English anyway: what the page itself says in its language is nearer. */
function ofPage(texts: Texts, shown: Texts, locale: string): string {
  return shown[locale] === undefined ? inLanguage(texts, locale) : (texts[locale] ?? '')
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
