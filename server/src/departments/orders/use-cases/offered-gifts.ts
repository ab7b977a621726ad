import { isPositive } from '../../../kernel/money.ts'
import type { Reader } from '../../organisation/index.ts'
import type { Offer } from '../../pricing/index.ts'
import type { Quote } from '../queries/quote.ts'
import { quoteBasket } from './quote-basket.ts'

/** A gift that a basket has earned and does not hold yet. */
export interface OfferedGift {
  readonly promotion: string
  readonly offer: Offer
  readonly units: number
}

const MOST = 3

/**
 * Only what is really free: the basket is priced again with each of them in it, since another promotion may be the better one, or the
 * gift may be sold out.
 */
export async function offeredGifts(
  reader: Reader,
  { basket, priced, promotions }: Quote,
  now: Date,
): Promise<OfferedGift[]> {
  const missing = priced.reasons.flatMap(({ because, params }) =>
    because === 'gift_not_in_basket' ? [promotions.find(({ code }) => code === params['promotion'])] : [],
  )
  const found: OfferedGift[] = []
  for (const promotion of missing.slice(0, MOST)) {
    if (promotion?.action.kind !== 'gift') continue
    const { variant, units } = promotion.action
    const quote = await quoteBasket(reader, withGift(basket, variant, units), now)
    const line = quote.ok ? quote.value.lines.find((one) => one.line.variantId === variant) : undefined
    if (line?.offer && line.problem === undefined && line.priced && !isPositive(line.priced.total)) {
      found.push({ promotion: promotion.code, offer: line.offer, units })
    }
  }
  return found
}

function withGift(basket: Quote['basket'], variantId: string, quantity: number): Quote['basket'] {
  const others = basket.lines.filter((line) => line.variantId !== variantId)
  return { ...basket, lines: [...others, { variantId, quantity }] }
}
