import { divideRounded } from '../../../../kernel/rounding.ts'
import { FINE, type Derivation, type FinePrice } from './price-list.ts'

const MILLION = 1_000_000n

/**
 * Rounded once, the half up. The dearer never becomes the cheaper, so that an order by price stays one. What costs nothing stays
 * so; what costs something costs at least the smallest price that ends as it should. `queries/listed-price.ts` says the same in SQL.
 */
export function derivePrice(price: FinePrice, { ppm, step, less }: Omit<Derivation, 'of'>): FinePrice {
  if (price === 0n) return 0n
  const scale = MILLION * FINE
  const steps = divideRounded(price * (MILLION + ppm) + less * scale, step * scale, 'half_up')
  const least = less > 0n ? 1n : 0n
  return ((steps < least ? least : steps) * step - less) * FINE
}
