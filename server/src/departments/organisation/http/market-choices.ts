import { isWithin, scopeOf } from '../../../host/actor.ts'
import type { Call } from '../../../host/http/route.ts'
import { nameOfMarket } from '../domain/name-of-market.ts'
import { listNamedMarkets } from '../queries/market-names.ts'

/** Markets to narrow a list to, by name, as far as whoever asks is let. */
export async function marketChoices({ house, actor, locale }: Call): Promise<{ value: string; label: string }[]> {
  const markets = await listNamedMarkets(house.database)
  return markets
    .filter(({ code }) => isWithin(scopeOf(actor), { market: code }))
    .map((market) => ({ value: market.code, label: nameOfMarket(market, locale) }))
}
