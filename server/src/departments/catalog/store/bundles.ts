import type { Context } from '../../../host/context.ts'
import { sql } from '../../../host/database/sql.ts'
import type { Bundle } from '../domain/bundles/bundle.ts'
import type { ProductKind } from '../domain/kinds/product-kind.ts'

export function insertKind(ctx: Context, productId: string, kind: ProductKind): void {
  ctx.tx.later(sql`INSERT INTO catalog.product_kind (product_id, kind) VALUES (${productId}::uuid, ${kind})`)
  ctx.tx.later(sql`UPDATE catalog.product SET kind = ${kind} WHERE id = ${productId}::uuid`)
}

/** Instead of whatever it consisted of before. The product is held under lock, and gets the version that this save makes. */
export function writeBundle(ctx: Context, productId: string, bundle: Bundle): void {
  const { shape, price, promotions, groups } = bundle
  ctx.tx.later(sql`DELETE FROM catalog.bundle_option WHERE product_id = ${productId}::uuid`)
  ctx.tx.later(sql`DELETE FROM catalog.bundle_group WHERE product_id = ${productId}::uuid`)
  ctx.tx.later(sql`
    INSERT INTO catalog.bundle (product_id, shape, price_way, percent_ppm, amounts_off, promotions)
    VALUES (${productId}::uuid, ${shape}, ${price.way}, ${price.way === 'percent_off' ? price.percentPpm : null},
      ${price.way === 'amount_off' ? JSON.stringify(price.amounts) : null}::jsonb, ${promotions})
    ON CONFLICT (product_id) DO UPDATE SET shape = excluded.shape, price_way = excluded.price_way,
      percent_ppm = excluded.percent_ppm, amounts_off = excluded.amounts_off, promotions = excluded.promotions`)
  ctx.tx.later(sql`
    INSERT INTO catalog.bundle_group (product_id, position, names, least, most)
    SELECT ${productId}::uuid, position, names::jsonb, least, most FROM unnest(
      ${groups.map((_, at) => at)}::smallint[], ${groups.map(({ names }) => JSON.stringify(names))}::text[],
      ${groups.map(({ least }) => least)}::smallint[], ${groups.map(({ most }) => most)}::smallint[]
    ) AS given(position, names, least, most)`)
  const options = groups.flatMap((group, at) => group.options.map((option, index) => ({ ...option, at, index })))
  ctx.tx.later(sql`
    INSERT INTO catalog.bundle_option (product_id, group_position, position, variant_id, quantity, surcharges, chosen)
    SELECT ${productId}::uuid, group_position, position, variant_id, quantity, surcharges::jsonb, chosen FROM unnest(
      ${options.map(({ at }) => at)}::smallint[], ${options.map(({ index }) => index)}::smallint[],
      ${options.map(({ variantId }) => variantId)}::uuid[], ${options.map(({ quantity }) => quantity)}::smallint[],
      ${options.map(({ surcharges }) => JSON.stringify(surcharges))}::text[], ${options.map(({ chosen }) => chosen)}::smallint[]
    ) AS given(group_position, position, variant_id, quantity, surcharges, chosen)`)
}

export function raiseProductVersion(ctx: Context, productId: string, version: number): void {
  ctx.tx.later(sql`
    UPDATE catalog.product SET version = ${version}, updated_at = ${ctx.now} WHERE id = ${productId}::uuid`)
}
