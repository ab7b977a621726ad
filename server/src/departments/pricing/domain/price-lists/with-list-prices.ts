import type { LineToPrice, PriceSnapshot } from '../price-snapshot.ts'
import { choosePrice, listsFor, occasionOf, type Listed } from './choose-price.ts'
import { exactPrice, shownPrice, type PriceList } from './price-list.ts'

/** The same snapshot at the prices of its lists; what each list said stays with the line, for the reasons. */
export function withListPrices(snapshot: PriceSnapshot): PriceSnapshot {
  const { sale, market } = snapshot
  const lists = sale?.priceLists ?? []
  if (lists.length === 0 && market.roundPrices !== 'unit') return snapshot
  const { meant } = sale ? listsFor(lists, occasionOf(market, sale)) : { meant: [] }
  return { ...snapshot, lines: snapshot.lines.map((line) => priced(snapshot, line, { meant, lists })) }
}

function priced(
  { market }: PriceSnapshot,
  line: LineToPrice,
  { meant, lists }: { readonly meant: readonly PriceList[]; readonly lists: readonly PriceList[] },
): LineToPrice {
  if (line.said) return line
  const listed: Listed = choosePrice(meant, lists, line)
  const { choice } = listed
  const { exactPrice: given, ...rest } = line
  const exact = choice ? exactPrice(choice.price, market.currency) : given
  return {
    ...rest,
    ...(choice && {
      unitPrice: shownPrice(choice.price, market.currency, market.tax?.rounding),
      compareAt: choice.compareAt,
    }),
    // Rounded at the unit, the line is so many times what is shown.
    ...(exact && market.roundPrices !== 'unit' && { exactPrice: exact }),
    listed,
  }
}
