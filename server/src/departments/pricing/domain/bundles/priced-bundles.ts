import type { CurrencyCode } from '../../../../kernel/currency.ts'
import { sum, type Money } from '../../../../kernel/money.ts'
import type { PricedBundle, PricedLine } from '../priced-basket.ts'

/** What the components of each bundle come to together; none where nothing is a bundle. */
export function pricedBundles(lines: readonly PricedLine[], currency: CurrencyCode): PricedBundle[] {
  const byBundle = new Map<number, number[]>()
  for (const [index, { share }] of lines.entries()) {
    if (!share) continue
    const known = byBundle.get(share.bundle)
    if (known) known.push(index)
    else byBundle.set(share.bundle, [index])
  }
  return [...byBundle].map(([line, components]) => {
    const of = (amount: (line: PricedLine) => Money) =>
      sum(
        components.map((index) => amount(lines[index]!)),
        currency,
      )
    const { variantId, promotions } = lines[components[0]!]!.share!
    return {
      line,
      variantId,
      promotions,
      components,
      own: of(({ share }) => share!.own),
      subtotal: of(({ subtotal }) => subtotal),
      net: of(({ net }) => net),
      tax: of(({ tax }) => tax),
      total: of(({ total }) => total),
    }
  })
}
