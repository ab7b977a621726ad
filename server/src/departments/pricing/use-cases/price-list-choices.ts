import type { Database } from '../../../host/database/pool.ts'
import type { Locale } from '../../../host/i18n/locales.ts'
import { listCompanyChoices, listGroupChoices } from '../../customers/index.ts'
import { listChannels, listMarkets } from '../../organisation/index.ts'
import { listPossibleBases } from '../queries/get-price-list.ts'

/** What the editor of price lists offers to choose from. */
export async function priceListChoices(reader: Database, locale: Locale) {
  const [markets, channels, bases, groups, companies] = await Promise.all([
    listMarkets(reader),
    listChannels(reader),
    listPossibleBases(reader, locale),
    listGroupChoices(reader, locale),
    listCompanyChoices(reader),
  ])
  return {
    markets: markets.map(({ code, currency, timeZone }) => ({ code, currency: currency as string, timeZone })),
    channels: channels.map(({ code }) => code),
    bases,
    groups,
    companies,
  }
}
