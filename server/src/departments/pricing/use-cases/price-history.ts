import type { Database } from '../../../host/database/pool.ts'
import { listMarkets } from '../../organisation/index.ts'
import { lowestBefore } from '../domain/lowest-price/lowest-price.ts'
import { loadShownPrices } from '../queries/load-price-history.ts'
import { findSku } from '../queries/find-sku.ts'

/** What a market's pages showed of a variant over time; the first market's where none is named. */
export async function readPriceHistory(
  reader: Database,
  { variantId, market: code, now, locale }: PriceHistoryQuestion,
) {
  const [markets, good] = await Promise.all([listMarkets(reader), findSku(reader, variantId, locale)])
  const market = markets.find((one) => one.code === code) ?? markets[0]
  const currency = market?.currency ?? 'EUR'
  const where = { currency, market: market?.code ?? '', channel: 'web', now }
  const shown = await loadShownPrices(reader, variantId, where)
  return { ...good, market: where.market, currency: currency as string, shown, lowest: lowestBefore(shown) }
}

export interface PriceHistoryQuestion {
  readonly variantId: string
  readonly market: string | undefined
  readonly now: Date
  readonly locale: string
}
