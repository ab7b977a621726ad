import { allocateWhole } from '../../../kernel/allocate.ts'
import { money } from '../../../kernel/money.ts'
import type { ContentLine } from './order-content.ts'
import { worthOfPieces } from './refundable.ts'

/**
 * What is left of a line when pieces of it are taken back: they leave with what pieces that come back are worth (refundable.ts), each tax
 * and each discount in proportion, and net and tax are its total to the minor unit. Nothing is priced anew.
 */
export function shareOfLine(
  line: ContentLine,
  quantity: number,
  { pricesIncludeTax, currency }: { readonly pricesIncludeTax: boolean; readonly currency: string },
): ContentLine {
  const left = BigInt(quantity)
  const gone = BigInt(line.quantity - quantity)
  const part = (amount: number) => Number(allocateWhole(BigInt(amount), [left, gone])[0])
  const whole = pricesIncludeTax ? line.total : line.net
  const worth = worthOfPieces(money(whole, currency), line.quantity)
  const base = whole - (gone === 0n ? 0 : Number(worth[Number(gone) - 1]?.amount ?? 0n))
  const taxes = line.taxes.map((one) => ({ ...one, amount: part(one.amount) }))
  const tax = taxes.length > 0 ? taxes.reduce((all, { amount }) => all + amount, 0) : part(line.tax)
  const subtotal = part(line.subtotal)
  return {
    ...line,
    quantity,
    subtotal,
    discounts: discountsLeft(line, subtotal - base),
    taxes,
    tax,
    net: pricesIncludeTax ? base - tax : base,
    total: pricesIncludeTax ? base : base + tax,
  }
}

/** As much as the line still costs less than without promotions. */
function discountsLeft({ discounts }: ContentLine, amount: number): ContentLine['discounts'] {
  if (discounts.length === 0 || amount <= 0) return []
  const shares = allocateWhole(
    BigInt(amount),
    discounts.map((one) => BigInt(one.amount)),
  )
  return discounts.map((one, at) => ({ ...one, amount: Number(shares[at] ?? 0n) })).filter((one) => one.amount > 0)
}
