import type { Reason } from '../priced-basket.ts'
import type { ShareOfBundle } from './bundle-to-price.ts'

/** What a component bears of its bundle's price, and that promotions leave it alone where they do. */
export function reasonsOfShare({ amount, own, promotions }: ShareOfBundle, line: number): Reason[] {
  const share: Reason = {
    rule: 'bundle',
    applied: true,
    line,
    because: 'share_of_bundle',
    params: { share: amount, own },
  }
  if (promotions === 'included') return [share]
  return [share, { rule: 'bundle', applied: false, line, because: 'bundle_without_promotions', params: {} }]
}
