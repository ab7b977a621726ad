import type { Context } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import type { TaxRate } from '../domain/tax-rate.ts'
import { insertRates } from '../store/rates.ts'

/** Adds rates by country, category and first day; the same rates twice change nothing. */
export async function setTaxRates(ctx: Context, rates: readonly TaxRate[]): Promise<Result<void>> {
  insertRates(ctx, rates)
  ctx.audit({ action: 'tax:write', objectType: 'tax_rates', objectId: ctx.organisation.id })
  return ok()
}
