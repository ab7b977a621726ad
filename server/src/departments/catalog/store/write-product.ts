import type { Context } from '../../../host/context.ts'
import { sql } from '../../../host/database/sql.ts'
import type { LaterOptions } from '../../../host/database/transaction.ts'
import type { PlannedProduct, PlannedVariant, ProductId, VariantId } from '../domain/product.ts'
import { refusals } from '../domain/refusals.ts'
import { variantTitles } from '../domain/variant-title.ts'

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

export function insertProduct(ctx: Context, write: ProductToWrite): void {
  const { id, version, product, variants, facets, completeness } = write
  ctx.tx.later(
    sql`
    INSERT INTO catalog.product (id, handle, names, descriptions, vendor, category_id, tags, tax_category, state, version,
      cover_file_id, codes, family_code, attributes, facets, completeness, maker_id, responsible_id, warnings, hs_code,
      origin_country, durability_years, passport_url, created_at, updated_at)
    VALUES (${id}, ${product.handle}, ${JSON.stringify(product.names)}::jsonb, ${JSON.stringify(product.descriptions)}::jsonb,
      ${product.vendor}, ${product.categoryId}::uuid, ${product.tags}::text[], ${product.taxCategory}, ${product.state},
      ${version}, ${product.images[0]?.fileId ?? null}::uuid, ${codesOf(variants)}, ${product.familyCode},
      ${JSON.stringify(product.attributes)}::jsonb, ${facets}::text[], ${completeness}, ${product.makerId}::uuid,
      ${product.responsibleId}::uuid, ${JSON.stringify(product.warnings)}::jsonb, ${product.hsCode}, ${product.originCountry},
      ${product.durabilityYears}, ${product.passportUrl}, ${ctx.now}, ${ctx.now})`,
    MEANINGS,
  )
}

export function updateProduct(ctx: Context, write: ProductToWrite): void {
  const { id, version, product, variants, facets, completeness } = write
  ctx.tx.later(
    sql`
    UPDATE catalog.product SET handle = ${product.handle}, names = ${JSON.stringify(product.names)}::jsonb,
      descriptions = ${JSON.stringify(product.descriptions)}::jsonb, vendor = ${product.vendor},
      category_id = ${product.categoryId}::uuid, tags = ${product.tags}::text[], tax_category = ${product.taxCategory},
      state = ${product.state}, version = ${version}, cover_file_id = ${product.images[0]?.fileId ?? null}::uuid,
      codes = ${codesOf(variants)}, family_code = ${product.familyCode},
      attributes = ${JSON.stringify(product.attributes)}::jsonb, facets = ${facets}::text[], completeness = ${completeness},
      maker_id = ${product.makerId}::uuid, responsible_id = ${product.responsibleId}::uuid,
      warnings = ${JSON.stringify(product.warnings)}::jsonb, hs_code = ${product.hsCode},
      origin_country = ${product.originCountry}, durability_years = ${product.durabilityYears},
      passport_url = ${product.passportUrl}, updated_at = ${ctx.now}
    WHERE id = ${id}`,
    MEANINGS,
  )
}

export function writeOptions(ctx: Context, { id, product: { options } }: ProductToWrite): void {
  ctx.tx.later(sql`DELETE FROM catalog.option WHERE product_id = ${id}`)
  if (options.length === 0) return
  ctx.tx.later(sql`
    INSERT INTO catalog.option (product_id, code, names, choices, position)
    SELECT ${id}::uuid, code, names::jsonb, choices::jsonb, position FROM unnest(
      ${options.map((option) => option.code)}::text[], ${options.map((option) => JSON.stringify(option.names))}::text[],
      ${options.map((option) => JSON.stringify(option.choices))}::text[], ${options.map((_, at) => at + 1)}::int[]
    ) AS option(code, names, choices, position)`)
}

/** By id; a variant retires once and keeps that time. */
export function writeVariants(ctx: Context, { id, product: { options }, variants }: ProductToWrite): void {
  ctx.tx.later(
    sql`
    INSERT INTO catalog.variant AS old (id, product_id, sku, gtin, option_values, option_names, weight_grams,
      requires_shipping, image_file_id, attributes, content, position, retired_at, created_at)
    SELECT v.id, ${id}::uuid, v.sku, v.gtin, v.option_values::jsonb, v.option_names::jsonb, v.weight_grams,
      v.requires_shipping, v.image_file_id, v.attributes::jsonb, v.content::jsonb, v.position, CASE WHEN v.retired THEN ${ctx.now}::timestamptz END,
      ${ctx.now}::timestamptz
    FROM unnest(
      ${variants.map((variant) => variant.id)}::uuid[], ${variants.map((variant) => variant.sku)}::text[],
      ${variants.map((variant) => variant.gtin)}::text[],
      ${variants.map((variant) => JSON.stringify(variant.optionValues))}::text[],
      ${variants.map((variant) => JSON.stringify(variantTitles(options, variant.optionValues)))}::text[],
      ${variants.map((variant) => variant.weightGrams)}::int[],
      ${variants.map((variant) => variant.requiresShipping)}::boolean[],
      ${variants.map((variant) => variant.imageFileId)}::uuid[],
      ${variants.map((variant) => JSON.stringify(variant.attributes))}::text[],
      ${variants.map((variant) => variant.content && JSON.stringify(variant.content))}::text[], ${variants.map((_, at) => at + 1)}::int[],
      ${variants.map((variant) => variant.retired)}::boolean[]
    ) AS v(id, sku, gtin, option_values, option_names, weight_grams, requires_shipping, image_file_id, attributes,
      content, position, retired)
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

export function writeImages(ctx: Context, { id, product: { images } }: ProductToWrite): void {
  ctx.tx.later(sql`DELETE FROM catalog.image WHERE product_id = ${id}`)
  if (images.length === 0) return
  ctx.tx.later(
    sql`
    INSERT INTO catalog.image (product_id, position, file_id, alts)
    SELECT ${id}::uuid, position, file_id, alts::jsonb FROM unnest(
      ${images.map((_, at) => at + 1)}::int[], ${images.map((image) => image.fileId)}::uuid[],
      ${images.map((image) => JSON.stringify(image.alts))}::text[]
    ) AS image(position, file_id, alts)`,
    MEANINGS,
  )
}

function codesOf(variants: readonly SavedVariant[]): string {
  return variants
    .filter((variant) => !variant.retired)
    .flatMap(({ sku, gtin }) => (gtin === null ? [sku] : [sku, gtin]))
    .join(' ')
}
