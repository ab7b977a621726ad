import type { Context } from '../../../host/context.ts'
import { raiseContentVersion } from '../../../host/database/content-version.ts'
import { sql } from '../../../host/database/sql.ts'
import { jsonText } from '../../../host/database/json.ts'
import { hostRefusals } from '../../../host/refusals.ts'
import type { DeliveryMethod } from '../domain/delivery-method.ts'

export interface MethodToPut extends DeliveryMethod {
  readonly active: boolean
}

export type VersionedMethod = MethodToPut & { readonly version: number }

export function lockDeliveryMethod(ctx: Context, code: string): Promise<VersionedMethod | undefined> {
  return ctx.tx.row(sql<VersionedMethod>`
    SELECT code, names, descriptions, countries, prices, free_from AS "freeFrom", tax_category AS "taxCategory",
      min_days AS "minDays", max_days AS "maxDays", active, version
    FROM orders.delivery_method WHERE code = ${code} FOR UPDATE`)
}

/** Without a position it comes last. */
export function insertDeliveryMethod(ctx: Context, method: MethodToPut, position: number | undefined): void {
  raiseContentVersion(ctx, 'delivery')
  ctx.tx.later(
    sql`
    INSERT INTO orders.delivery_method (code, names, descriptions, countries, prices, free_from, tax_category, min_days, max_days,
      active, position)
    VALUES (${method.code}, ${jsonText(method.names)}::jsonb, ${jsonText(method.descriptions)}::jsonb, ${method.countries}::text[],
      ${jsonText(method.prices)}::jsonb, ${jsonText(method.freeFrom)}::jsonb, ${method.taxCategory}, ${method.minDays},
      ${method.maxDays}, ${method.active},
      coalesce(${position ?? null}::int, (SELECT coalesce(max(position), -1) + 1 FROM orders.delivery_method)))`,
    // Two people who make the same code at once: one did, the other must look at it.
    { refusals: { delivery_method_pkey: () => hostRefusals.version_conflict() } },
  )
}

export function updateDeliveryMethod(ctx: Context, method: MethodToPut, position: number | undefined): void {
  raiseContentVersion(ctx, 'delivery')
  ctx.tx.later(sql`
    UPDATE orders.delivery_method SET names = ${jsonText(method.names)}::jsonb,
      descriptions = ${jsonText(method.descriptions)}::jsonb, countries = ${method.countries}::text[],
      prices = ${jsonText(method.prices)}::jsonb, free_from = ${jsonText(method.freeFrom)}::jsonb,
      tax_category = ${method.taxCategory}, min_days = ${method.minDays}, max_days = ${method.maxDays}, active = ${method.active},
      position = coalesce(${position ?? null}::int, position), version = version + 1
    WHERE code = ${method.code}`)
}
