import type { Context } from '../../../host/context.ts'
import { jsonText } from '../../../host/database/json.ts'
import { sql } from '../../../host/database/sql.ts'
import { hostRefusals } from '../../../host/refusals.ts'
import type { PaymentMethod } from '../domain/method.ts'

export interface MethodToPut extends PaymentMethod {
  readonly active: boolean
}

export type VersionedMethod = MethodToPut & { readonly version: number }

export function lockMethod(ctx: Context, code: string): Promise<VersionedMethod | undefined> {
  return ctx.tx.row(sql<VersionedMethod>`
    SELECT code, kind, provider, names, instructions, markets, countries, currencies, min_total AS "minTotal", max_total AS "maxTotal",
      customer_groups AS "customerGroups", clears, due_days AS "dueDays", account, debit, active, version
    FROM payments.payment_method WHERE code = ${code} FOR UPDATE`)
}

/** Without a position it comes last. */
export function insertMethod(ctx: Context, method: MethodToPut, position: number | undefined): void {
  ctx.tx.later(
    sql`
    INSERT INTO payments.payment_method (code, kind, provider, names, instructions, markets, countries, currencies, min_total, max_total,
      customer_groups, clears, due_days, account, debit, active, position)
    VALUES (${method.code}, ${method.kind}, ${method.provider}, ${jsonText(method.names)}::jsonb, ${jsonText(method.instructions)}::jsonb,
      ${method.markets}::text[], ${method.countries}::text[], ${method.currencies}::text[], ${jsonText(method.minTotal)}::jsonb,
      ${jsonText(method.maxTotal)}::jsonb, ${method.customerGroups}::text[], ${method.clears}, ${method.dueDays},
      ${method.account && jsonText(method.account)}::jsonb, ${debitOf(method)}::jsonb, ${method.active},
      coalesce(${position ?? null}::int, (SELECT coalesce(max(position), -1) + 1 FROM payments.payment_method)))`,
    // Two people who make the same code at once: one did, the other must look at it.
    { refusals: { payment_method_pkey: () => hostRefusals.version_conflict() } },
  )
}

export function updateMethod(ctx: Context, method: MethodToPut, position: number | undefined): void {
  ctx.tx.later(sql`
    UPDATE payments.payment_method SET provider = ${method.provider}, names = ${jsonText(method.names)}::jsonb,
      instructions = ${jsonText(method.instructions)}::jsonb, markets = ${method.markets}::text[], countries = ${method.countries}::text[],
      currencies = ${method.currencies}::text[], min_total = ${jsonText(method.minTotal)}::jsonb,
      max_total = ${jsonText(method.maxTotal)}::jsonb, customer_groups = ${method.customerGroups}::text[], clears = ${method.clears},
      due_days = ${method.dueDays}, account = ${method.account && jsonText(method.account)}::jsonb, debit = ${debitOf(method)}::jsonb, active = ${method.active}, position = coalesce(${position ?? null}::int, position),
      version = version + 1
    WHERE code = ${method.code}`)
}

const debitOf = ({ debit }: MethodToPut) => (debit ? jsonText(debit) : null)
