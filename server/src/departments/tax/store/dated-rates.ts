import type { Context } from '../../../host/context.ts'
import { sql } from '../../../host/database/sql.ts'
import { percentFromPpm } from '../../../kernel/rate.ts'
import type { LocalDate } from '../../../kernel/time.ts'
import type { LastRate } from '../domain/plan-rate.ts'
import type { TaxRate } from '../domain/tax-rate.ts'

type Place = Pick<TaxRate, 'country' | 'category'>

/** One rate at a time for a country and category: two new ones would not see each other, and overlap. */
export async function lockLastRate(ctx: Context, { country, category }: Place): Promise<LastRate | undefined> {
  await ctx.tx.rows(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`tax rate ${country} ${category}`}, 0))`)
  const row = await ctx.tx.row(sql<{ ppm: bigint; valid_from: LocalDate; valid_to: LocalDate | null }>`
    SELECT ppm, valid_from, valid_to FROM tax.rate WHERE country = ${country} AND category = ${category}
    ORDER BY valid_from DESC LIMIT 1`)
  return row && { percent: percentFromPpm(row.ppm), validFrom: row.valid_from, validTo: row.valid_to ?? undefined }
}

export function endRate(ctx: Context, { country, category }: Place, from: LocalDate, lastDay: LocalDate): void {
  ctx.tx.later(sql`
    UPDATE tax.rate SET valid_to = ${lastDay} WHERE country = ${country} AND category = ${category} AND valid_from = ${from}`)
}

export function deleteRate(ctx: Context, { country, category }: Place, from: LocalDate): void {
  ctx.tx.later(sql`
    DELETE FROM tax.rate WHERE country = ${country} AND category = ${category} AND valid_from = ${from}`)
}
