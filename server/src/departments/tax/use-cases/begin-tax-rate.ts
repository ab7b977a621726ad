import type { Context } from '../../../host/context.ts'
import { parsePercent, percentText } from '../../../kernel/rate.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import type { LocalDate } from '../../../kernel/time.ts'
import { planRate } from '../domain/plan-rate.ts'
import { refusals } from '../domain/refusals.ts'
import { USUAL_TAX, type TaxRate } from '../domain/tax-rate.ts'
import { findZone } from '../queries/list-zones.ts'
import { deleteRate, endRate, lockLastRate } from '../store/dated-rates.ts'
import { insertRates } from '../store/rates.ts'

export interface RateToBegin {
  readonly country: string
  readonly zone?: string | undefined
  readonly category: string
  readonly tax?: string | undefined
  readonly compound?: boolean | undefined
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
  const { country, zone, category, tax = USUAL_TAX, compound = false, validFrom, source, today } = input
  if (zone !== undefined && (await findZone(ctx.tx, zone))?.country !== country) {
    return refusals.unknown_zone({ field: 'zone', params: { country } })
  }
  const key = { country, zone, category, tax }
  const last = await lockLastRate(ctx, key)
  const plan = planRate(last, { validFrom, today })
  if (!plan.ok) return plan
  const { endsLastOn, replacesLast } = plan.value
  if (last && endsLastOn) endRate(ctx, key, last.validFrom, endsLastOn)
  if (last && replacesLast) deleteRate(ctx, key, last.validFrom)
  const rate = { ...key, compound, percent, validFrom, source }
  insertRates(ctx, [rate])
  ctx.audit({
    action: 'tax:write',
    objectType: 'tax_rate',
    objectId: [country, zone, category, tax === USUAL_TAX ? undefined : tax].filter(Boolean).join(' '),
    changes: [
      { field: 'percent', before: last ? percentText(last.percent) : null, after: percentText(percent) },
      { field: 'validFrom', before: last?.validFrom ?? null, after: validFrom },
      ...(endsLastOn ? [{ field: 'validTo', before: last?.validTo ?? null, after: endsLastOn }] : []),
      ...(compound ? [{ field: 'compound', after: true }] : []),
      { field: 'source', after: source },
    ],
  })
  return ok(rate)
}
