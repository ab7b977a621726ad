import { basePrice } from '../../departments/catalog/index.ts'
import { unitPriceOf } from '../../kernel/unit-price.ts'
import type { ProductCard, ProductVariant } from '../views.ts'
import { showMoney, type Visit } from '../visit.ts'

type PriceAndContent = Pick<ProductVariant, 'price' | 'exactPrice' | 'content'> | ProductCard

/** "12.50 € per litre", Directive 98/6/EC art. 3: beside the price wherever the content of a piece is known; else empty. */
export function basePriceWords(visit: Visit, { price, exactPrice, content }: PriceAndContent): string {
  const found = price && content && basePrice(exactPrice ?? unitPriceOf(price), content)
  if (!found) return ''
  const shown = { price: showMoney(visit, found.price) }
  switch (found.unit) {
    case 'kg':
      return visit.t('price.per_kilogram', shown)
    case 'l':
      return visit.t('price.per_litre', shown)
    case 'm':
      return visit.t('price.per_metre', shown)
    default:
      return visit.t('price.per_piece', shown)
  }
}
