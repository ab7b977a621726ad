import type { Context } from '../../../host/context.ts'
import { parsePercent, percentText } from '../../../kernel/rate.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import type { LocalDate } from '../../../kernel/time.ts'
import { planRate } from '../domain/plan-rate.ts'
import { refusals } from '../domain/refusals.ts'
import type { TaxRate } from '../domain/tax-rate.ts'
import { deleteRate, endRate, lockLastRate } from '../store/dated-rates.ts'
import { insertRates } from '../store/rates.ts'

export interface RateToBegin {
  readonly country: string
  readonly category: string
  /** Per cent as decimal text: "22". */
  readonly percent: string
  readonly validFrom: LocalDate
  /** The law or the authority's page. */
  readonly source: string
  /** In the zone of the entity that owes the tax. */
  readonly today: LocalDate
}

/** A rate begins, and the one before it ends the day before. Nothing that has been in force is changed. */
export async function beginTaxRate(ctx: Context, input: RateToBegin): Promise<Result<TaxRate>> {
  const percent = parsePercent(input.percent)
  if (!percent || percent.ppm < 0n || percent.ppm > 1_000_000n) return refusals.invalid_percent({ field: 'percent' })
  const { country, category, validFrom, source, today } = input
  const last = await lockLastRate(ctx, { country, category })
  const plan = planRate(last, { validFrom, today })
  if (!plan.ok) return plan
  const { endsLastOn, replacesLast } = plan.value
  if (last && endsLastOn) endRate(ctx, { country, category }, last.validFrom, endsLastOn)
  if (last && replacesLast) deleteRate(ctx, { country, category }, last.validFrom)
  const rate = { country, category, percent, validFrom, source }
  insertRates(ctx, [rate])
  ctx.audit({
    action: 'tax:write',
    objectType: 'tax_rate',
    objectId: `${country} ${category}`,
    changes: [
      { field: 'percent', before: last ? percentText(last.percent) : null, after: percentText(percent) },
      { field: 'validFrom', before: last?.validFrom ?? null, after: validFrom },
      ...(endsLastOn ? [{ field: 'validTo', before: last?.validTo ?? null, after: endsLastOn }] : []),
      { field: 'source', after: source },
    ],
  })
  return ok(rate)
}
