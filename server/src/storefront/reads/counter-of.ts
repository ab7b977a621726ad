import type { House } from '../../host/context.ts'
import type { Counter } from '../../departments/pricing/index.ts'
import type { Visit } from '../visit.ts'

/** Where a visit shops and when: what prices depend on besides the goods. */
export function counterOf(house: House, { market, shopper }: Pick<Visit, 'market' | 'shopper'>): Counter {
  const { code, currency, locationCode } = market
  return { currency, locationCode, market: code, channel: 'web', ...whoBuys(shopper), now: house.clock.now() }
}

function whoBuys(shopper: Visit['shopper']) {
  return { groups: shopper?.groups ?? [], ...(shopper?.company !== undefined && { company: shopper.company }) }
}
