import type { Context } from '../../../host/context.ts'
import { jsonText } from '../../../host/database/json.ts'
import { fragment, sql } from '../../../host/database/sql.ts'
import type { LaterOptions } from '../../../host/database/transaction.ts'
import type { PlannedProduct, PlannedVariant, ProductId, VariantId } from '../domain/product.ts'
import { refusals } from '../domain/refusals.ts'
import { variantTitles } from '../domain/variant-title.ts'
import { noteFacetsComing, noteFacetsMoving, type Counted } from './facets-due.ts'

export type SavedVariant = PlannedVariant & { readonly id: VariantId }

export interface ProductToWrite {
  readonly id: ProductId
  readonly version: number
  readonly product: PlannedProduct
  readonly variants: readonly SavedVariant[]
  readonly facets: readonly string[]
  readonly completeness: number
}

/** What the constraints mean when somebody else was faster. */
const MEANINGS: LaterOptions = {
  refusals: {
    product_handle: () => refusals.handle_taken({ field: 'handle' }),
    variant_sku: () => refusals.sku_taken({ field: 'variants' }),
    product_category_id_fkey: () => refusals.unknown_category({ field: 'categoryId' }),
    product_cover_file_id_fkey: () => refusals.unknown_file({ field: 'images' }),
    image_file_id_fkey: () => refusals.unknown_file({ field: 'images' }),
    product_family: () => refusals.unknown_family({ field: 'familyCode' }),
    product_maker: () => refusals.unknown_contact({ field: 'makerId' }),
    product_responsible: () => refusals.unknown_contact({ field: 'responsibleId' }),
    variant_image_file_id_fkey: () => refusals.unknown_file({ field: 'variants' }),
  },
}

/** Of product rows as JSON, so that one statement writes one product or a thousand. */
const columnsOfProduct = fragment`
  id uuid, handle text, names jsonb, descriptions jsonb, vendor text, category_id uuid, tags text[], tax_category text, state text,
  version int, cover_file_id uuid, codes text, family_code text, attributes jsonb, facets text[], completeness smallint,
  maker_id uuid, responsible_id uuid, warnings jsonb, hs_code text, origin_country text, durability_years smallint,
  passport_url text, seo_titles jsonb, seo_descriptions jsonb`

function productJson({ id, version, product, variants, facets, completeness }: ProductToWrite) {
  return {
    id,
    handle: product.handle,
    names: product.names,
    descriptions: product.descriptions,
    vendor: product.vendor,
    category_id: product.categoryId,
    tags: product.tags,
    tax_category: product.taxCategory,
    state: product.state,
    version,
    cover_file_id: product.images[0]?.fileId ?? null,
    codes: codesOf(variants),
    family_code: product.familyCode,
    attributes: product.attributes,
    facets,
    completeness,
    maker_id: product.makerId,
    responsible_id: product.responsibleId,
    warnings: product.warnings,
    hs_code: product.hsCode,
    origin_country: product.originCountry,
    durability_years: product.durabilityYears,
    passport_url: product.passportUrl,
    seo_titles: product.seoTitles,
    seo_descriptions: product.seoDescriptions,
  }
}

const countedOf = ({ id, product, facets }: ProductToWrite): Counted => {
  const { state, categoryId, vendor } = product
  return { id, state, categoryId, vendor, facets }
}

export function insertProducts(ctx: Context, writes: readonly ProductToWrite[]): void {
  if (writes.length === 0) return
  noteFacetsComing(ctx, writes.map(countedOf))
  ctx.tx.later(
    sql`
    INSERT INTO catalog.product (id, handle, names, descriptions, vendor, category_id, tags, tax_category, state, version,
      cover_file_id, codes, family_code, attributes, facets, completeness, maker_id, responsible_id, warnings, hs_code,
      origin_country, durability_years, passport_url, seo_titles, seo_descriptions, created_at, updated_at)
    SELECT id, handle, names, descriptions, vendor, category_id, tags, tax_category, state, version, cover_file_id, codes,
      family_code, attributes, facets, completeness, maker_id, responsible_id, warnings, hs_code, origin_country,
      durability_years, passport_url, seo_titles, seo_descriptions, ${ctx.now}::timestamptz, ${ctx.now}::timestamptz
    FROM jsonb_to_recordset(${jsonText(writes.map(productJson))}::jsonb) AS p(${columnsOfProduct})`,
    MEANINGS,
  )
}

export function updateProducts(ctx: Context, writes: readonly ProductToWrite[]): void {
  if (writes.length === 0) return
  noteFacetsMoving(ctx, writes.map(countedOf))
  ctx.tx.later(
    sql`
    UPDATE catalog.product old SET handle = p.handle, names = p.names, descriptions = p.descriptions, vendor = p.vendor,
      category_id = p.category_id, tags = p.tags, tax_category = p.tax_category, state = p.state, version = p.version,
      cover_file_id = p.cover_file_id, codes = p.codes, family_code = p.family_code, attributes = p.attributes,
      facets = p.facets, completeness = p.completeness, maker_id = p.maker_id, responsible_id = p.responsible_id,
      warnings = p.warnings, hs_code = p.hs_code, origin_country = p.origin_country, durability_years = p.durability_years,
      passport_url = p.passport_url, seo_titles = p.seo_titles, seo_descriptions = p.seo_descriptions, updated_at = ${ctx.now}
    FROM jsonb_to_recordset(${jsonText(writes.map(productJson))}::jsonb) AS p(${columnsOfProduct})
    WHERE old.id = p.id`,
    MEANINGS,
  )
}

const idsOf = (writes: readonly ProductToWrite[]) => writes.map(({ id }) => id)

/** `fresh` products have none yet to take away. */
export function writeOptions(
  ctx: Context,
  writes: readonly ProductToWrite[],
  { fresh }: { readonly fresh: boolean },
): void {
  if (!fresh && writes.length > 0)
    ctx.tx.later(sql`DELETE FROM catalog.option WHERE product_id = ANY(${idsOf(writes)}::uuid[])`)
  const options = writes.flatMap(({ id, product }) =>
    product.options.map((option, at) => ({ product_id: id, ...option, position: at + 1 })),
  )
  if (options.length === 0) return
  ctx.tx.later(sql`
    INSERT INTO catalog.option (product_id, code, names, choices, position)
    SELECT product_id, code, names, choices, position FROM jsonb_to_recordset(${jsonText(options)}::jsonb)
      AS option(product_id uuid, code text, names jsonb, choices jsonb, position int)`)
}

function variantsJson({ id, product: { options }, variants }: ProductToWrite) {
  return variants.map((variant, at) => ({
    id: variant.id,
    product_id: id,
    sku: variant.sku,
    gtin: variant.gtin,
    option_values: variant.optionValues,
    option_names: variantTitles(options, variant.optionValues),
    weight_grams: variant.weightGrams,
    requires_shipping: variant.requiresShipping,
    image_file_id: variant.imageFileId,
    attributes: variant.attributes,
    content: variant.content,
    position: at + 1,
    retired: variant.retired,
  }))
}

/** By id; a variant retires once and keeps that time. */
export function writeVariants(ctx: Context, writes: readonly ProductToWrite[]): void {
  if (writes.length === 0) return
  ctx.tx.later(
    sql`
    INSERT INTO catalog.variant AS old (id, product_id, sku, gtin, option_values, option_names, weight_grams,
      requires_shipping, image_file_id, attributes, content, position, retired_at, created_at)
    SELECT v.id, v.product_id, v.sku, v.gtin, v.option_values, v.option_names, v.weight_grams, v.requires_shipping,
      v.image_file_id, v.attributes, v.content, v.position, CASE WHEN v.retired THEN ${ctx.now}::timestamptz END,
      ${ctx.now}::timestamptz
    FROM jsonb_to_recordset(${jsonText(writes.flatMap(variantsJson))}::jsonb) AS v(id uuid, product_id uuid, sku text, gtin text,
      option_values jsonb, option_names jsonb, weight_grams int, requires_shipping boolean, image_file_id uuid,
      attributes jsonb, content jsonb, position int, retired boolean)
    ON CONFLICT (id) DO UPDATE SET gtin = excluded.gtin, weight_grams = excluded.weight_grams,
      requires_shipping = excluded.requires_shipping, image_file_id = excluded.image_file_id, position = excluded.position,
      attributes = excluded.attributes, content = excluded.content,
      -- What a retired variant was called when it was sold stays as it was.
      option_values = CASE WHEN excluded.retired_at IS NULL THEN excluded.option_values ELSE old.option_values END,
      option_names = CASE WHEN excluded.retired_at IS NULL THEN excluded.option_names ELSE old.option_names END,
      retired_at = CASE WHEN excluded.retired_at IS NOT NULL THEN coalesce(old.retired_at, excluded.retired_at) END`,
    MEANINGS,
  )
}

export function writeImages(
  ctx: Context,
  writes: readonly ProductToWrite[],
  { fresh }: { readonly fresh: boolean },
): void {
  if (!fresh && writes.length > 0)
    ctx.tx.later(sql`DELETE FROM catalog.image WHERE product_id = ANY(${idsOf(writes)}::uuid[])`)
  const images = writes.flatMap(({ id, product }) =>
    product.images.map(({ fileId, alts, focal }, at) => ({
      product_id: id,
      position: at + 1,
      file_id: fileId,
      alts,
      focal_x: focal?.x ?? null,
      focal_y: focal?.y ?? null,
    })),
  )
  if (images.length === 0) return
  ctx.tx.later(
    sql`
    INSERT INTO catalog.image (product_id, position, file_id, alts, focal_x, focal_y)
    SELECT product_id, position, file_id, alts, focal_x, focal_y FROM jsonb_to_recordset(${jsonText(images)}::jsonb)
      AS image(product_id uuid, position int, file_id uuid, alts jsonb, focal_x smallint, focal_y smallint)`,
    MEANINGS,
  )
}

function codesOf(variants: readonly SavedVariant[]): string {
  return variants
    .filter((variant) => !variant.retired)
    .flatMap(({ sku, gtin }) => (gtin === null ? [sku] : [sku, gtin]))
    .join(' ')
}
