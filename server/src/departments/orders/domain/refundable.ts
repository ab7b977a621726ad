import { money, type Money } from '../../../kernel/money.ts'

/**
 * What goes back for one piece of a line, for two, and so on: the part of what was paid for it, tax included, that they are. For
 * all pieces it is the whole, so that pieces which come back one after the other, each at the difference, never come to more or
 * less. A component of a bundle is worth its share of the bundle's price, not what it costs by itself.
 */
export function worthOfPieces({ amount, currency }: Money, quantity: number): Money[] {
  const pieces = BigInt(quantity)
  return Array.from({ length: quantity }, (_, index) => money((amount * BigInt(index + 1)) / pieces, currency))
}
