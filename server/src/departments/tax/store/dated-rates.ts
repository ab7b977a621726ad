import type { Context } from '../../../host/context.ts'
import { fragment, sql } from '../../../host/database/sql.ts'
import { percentFromPpm } from '../../../kernel/rate.ts'
import type { LocalDate } from '../../../kernel/time.ts'
import type { LastRate } from '../domain/plan-rate.ts'
import { USUAL_TAX, type TaxRate } from '../domain/tax-rate.ts'

/** Of which tax, on what, where. */
export type RateKey = Pick<TaxRate, 'country' | 'zone' | 'category' | 'tax'>

const isOf = ({ country, zone, category, tax }: RateKey) =>
  fragment`country = ${country} AND zone_code = ${zone ?? ''} AND category = ${category} AND tax = ${tax ?? USUAL_TAX}`

/** One rate at a time for a tax, place and category: two new ones would not see each other, and overlap. */
export async function lockLastRate(ctx: Context, key: RateKey): Promise<LastRate | undefined> {
  await ctx.tx.rows(sql`SELECT pg_advisory_xact_lock(hashtextextended(${lockName(key)}, 0))`)
  const row = await ctx.tx.row(sql<{ ppm: bigint; valid_from: LocalDate; valid_to: LocalDate | null }>`
    SELECT ppm, valid_from, valid_to FROM tax.rate WHERE ${isOf(key)}
    ORDER BY valid_from DESC LIMIT 1`)
  return row && { percent: percentFromPpm(row.ppm), validFrom: row.valid_from, validTo: row.valid_to ?? undefined }
}

export function endRate(ctx: Context, key: RateKey, from: LocalDate, lastDay: LocalDate): void {
  ctx.tx.later(sql`
    UPDATE tax.rate SET valid_to = ${lastDay} WHERE ${isOf(key)} AND valid_from = ${from}`)
}

export function deleteRate(ctx: Context, key: RateKey, from: LocalDate): void {
  ctx.tx.later(sql`
    DELETE FROM tax.rate WHERE ${isOf(key)} AND valid_from = ${from}`)
}

function lockName({ country, zone, category, tax }: RateKey): string {
  return `tax rate ${country} ${zone ?? ''} ${category} ${tax ?? USUAL_TAX}`
}
