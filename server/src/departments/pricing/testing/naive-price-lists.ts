import type { LineToPrice, PriceSnapshot } from '../domain/price-snapshot.ts'
import type { PriceList } from '../domain/price-lists/price-list.ts'

/**
 * What a line costs by its lists, the slow way: every list is asked for its price with every condition, and the best by priority
 * is looked for among all answers. Prices are rationals, brought to ten-thousandths of the minor unit at the end.
 */
export function naiveListPrice(
  snapshot: PriceSnapshot,
  line: LineToPrice,
): { readonly list: string; readonly fine: bigint } | undefined {
  const answers = (snapshot.sale?.priceLists ?? []).flatMap((list) => {
    const fine = isMeant(list, snapshot) ? priceIn(list, snapshot, line) : undefined
    return fine === undefined ? [] : [{ list, fine }]
  })
  let best: (typeof answers)[number] | undefined
  for (const one of answers) {
    const goesBefore =
      !best ||
      one.list.priority > best.list.priority ||
      (one.list.priority === best.list.priority && one.list.code < best.list.code)
    if (goesBefore) best = one
  }
  return best && { list: best.list.code, fine: best.fine }
}

function isMeant(list: PriceList, { market, sale }: PriceSnapshot): boolean {
  if (!sale) return false
  const at = sale.now.getTime()
  const conditions = [
    list.currency === market.currency,
    !(list.from && list.from.getTime() > at),
    !(list.until && list.until.getTime() <= at),
    !list.markets || list.markets.includes(market.code),
    !list.channels || list.channels.includes(sale.channel),
    !list.groups || sale.customerGroups.some((one) => list.groups?.includes(one)),
    !list.companies || (sale.company !== undefined && list.companies.includes(sale.company)),
  ]
  return conditions.every(Boolean)
}

function priceIn(list: PriceList, snapshot: PriceSnapshot, line: LineToPrice): bigint | undefined {
  const own = bestTier(list, line)
  if (own !== undefined) return own
  const { derivation } = list
  if (!derivation) return undefined
  const base =
    derivation.of === undefined
      ? line.unitPrice && line.unitPrice.amount * 10_000n
      : snapshot.sale?.priceLists?.flatMap((one) => {
          const found = one.code === derivation.of ? bestTier(one, line) : undefined
          return found === undefined ? [] : [found]
        })[0]
  if (base === undefined) return undefined
  // What costs nothing stays so, also where prices end on .99.
  if (base === 0n) return 0n
  // Tries prices that end as they should around the exact one, and takes the nearest; of two as near the higher.
  const wanted = base * (1_000_000n + derivation.ppm)
  const unit = 10_000n * 1_000_000n
  const near = wanted / (derivation.step * unit)
  let nearest: bigint | undefined
  for (let steps = near + 3n; steps >= near - 3n; steps -= 1n) {
    const price = steps * derivation.step - derivation.less
    if (price < 0n) continue
    if (nearest === undefined || distance(price * unit, wanted) < distance(nearest * unit, wanted)) nearest = price
  }
  return (nearest ?? 0n) * 10_000n
}

function bestTier(list: PriceList, { variantId, quantity }: LineToPrice): bigint | undefined {
  const reached = (list.prices.get(variantId) ?? []).filter(({ from }) => from <= quantity)
  return reached.reduce<(typeof reached)[number] | undefined>((a, b) => (!a || b.from > a.from ? b : a), undefined)
    ?.price
}

const distance = (a: bigint, b: bigint) => (a > b ? a - b : b - a)
