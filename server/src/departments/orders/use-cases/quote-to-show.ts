import { ok, type Result } from '../../../kernel/result.ts'
import type { Reader } from '../../organisation/index.ts'
import { loadLowestPrices } from '../../pricing/index.ts'
import type { Basket } from '../domain/basket.ts'
import { changesSince, seenByLooking } from '../domain/basket-changes.ts'
import { basketNow } from '../queries/basket-now.ts'
import type { ShownQuote } from '../queries/quote.ts'
import { quoteBasket } from './quote-basket.ts'

/**
 * A quote as people see it: each reduction with the lowest price of the thirty days before it (Directive 98/6/EC art. 6a), and what
 * changed since they last looked.
 */
export async function quoteToShow(reader: Reader, basket: Basket, now: Date): Promise<Result<ShownQuote>> {
  const quote = await quoteBasket(reader, basket, now)
  if (!quote.ok) return quote
  const { lines } = quote.value
  const variantIds = lines.flatMap(({ line, priced }) => (priced?.compareAt ? [line.variantId] : []))
  const { currency, code: market } = basket.market
  const lowest = await loadLowestPrices(reader, { variantIds, currency, market, channel: basket.channelCode, now })
  const is = basketNow(quote.value)
  return ok({
    ...quote.value,
    changes: changesSince(basket.seen, is),
    toSee: seenByLooking(basket.seen, is),
    lines: lines.map((one) => {
      const before = lowest.get(one.line.variantId)
      return before ? { ...one, lowest: before } : one
    }),
  })
}
