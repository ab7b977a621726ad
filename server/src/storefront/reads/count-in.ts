import type { Basket } from '../../departments/orders/index.ts'

/** A bundle counts as one, whatever is in it. */
export function countIn({ lines, bundles }: Pick<Basket, 'lines' | 'bundles'>): number {
  return countOf([...lines, ...bundles])
}

function countOf(lines: readonly { readonly quantity: number }[]): number {
  return lines.reduce((sum, { quantity }) => sum + quantity, 0)
}
