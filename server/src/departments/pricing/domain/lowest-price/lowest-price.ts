import type { Money } from '../../../../kernel/money.ts'
import type { ShownPrice } from './shown-prices.ts'

const THIRTY_DAYS_MS = 30 * 86_400_000

/**
 * The price that an announced reduction is measured against: the lowest that was shown in the thirty days before it (Directive
 * 98/6/EC art. 6a(1) and (2)), or since the goods came on sale where that is less (art. 6a(4)). A reduction that is deepened step
 * by step without a break counts from its first step (art. 6a(5); Codice del consumo art. 17-bis). Undefined where nothing is
 * reduced now, or nothing was shown before.
 */
export function lowestBefore(shown: readonly ShownPrice[]): Money | undefined {
  const last = shown.at(-1)
  if (!last?.price || !last.announced) return undefined
  let first = shown.length - 1
  for (let index = first - 1; index >= 0; index -= 1) {
    const [earlier, later] = [shown[index]!, shown[index + 1]!]
    if (!earlier.announced || !earlier.price || !later.price || earlier.price.amount < later.price.amount) break
    first = index
  }
  const begun = shown[first]!.from.getTime()
  let lowest: Money | undefined
  for (const { until, price } of shown.slice(0, first)) {
    if (!price || until === undefined || until.getTime() <= begun - THIRTY_DAYS_MS) continue
    if (!lowest || price.amount < lowest.amount) lowest = price
  }
  return lowest
}
