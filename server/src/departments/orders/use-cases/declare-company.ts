import { runCommand, type Actor, type House } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { checkVatNumber, readVatNumber } from '../../tax/index.ts'
import { soundBusiness, type Business, type BusinessWish } from '../domain/business.ts'
import type { BasketKey } from '../queries/read-basket.ts'
import { saveBusiness } from '../store/baskets.ts'
import { lockOpenBasket } from './lock-open-basket.ts'

interface Asker {
  readonly actor: Actor
  readonly requestId: string
}

/**
 * "I buy for a company", or no more. The number is kept with the basket first; then the authority is asked, outside of any
 * transaction, and its word kept: from then on the basket is priced by it. Whoever cannot be reached stops nobody from buying.
 */
export async function declareCompany(
  house: House,
  { key, wish }: { readonly key: BasketKey; readonly wish: BusinessWish | null },
  asker: Asker,
): Promise<Result<void>> {
  const kept = await runCommand(house, asker, async (ctx) => {
    const basket = await lockOpenBasket(ctx, key)
    if (!basket.ok) return basket
    const business = wish === null ? ok(null) : businessOf(wish, basket.value.country)
    if (!business.ok) return business
    saveBusiness(ctx, basket.value.id, business.value)
    return business
  })
  if (!kept.ok) return kept
  const number = kept.value?.vatNumber
  if (number) await checkVatNumber(house, { typed: number })
  return ok()
}

function businessOf(wish: BusinessWish, country: string): Result<Business> {
  const sound = soundBusiness(wish, country)
  if (!sound.ok) return sound
  const typed = wish.vatNumber?.trim() ?? ''
  if (typed === '') return ok({ ...sound.value, vatNumber: null, country: null })
  const number = readVatNumber(typed, country)
  if (!number.ok) return { ok: false, refusal: { ...number.refusal, field: 'vatNumber' } }
  return ok({ ...sound.value, vatNumber: number.value.text, country: number.value.country })
}
