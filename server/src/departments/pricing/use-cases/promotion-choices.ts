import type { Database } from '../../../host/database/pool.ts'
import type { Locale } from '../../../host/i18n/locales.ts'
import { listCategories, listCollectionChoices, type CategoryView } from '../../catalog/index.ts'
import { listGroupChoices } from '../../customers/index.ts'
import { listChannels, listMarkets } from '../../organisation/index.ts'

/** What the builder of promotions offers to choose from; categories by their way from the top. */
export async function promotionChoices(reader: Database, locale: Locale) {
  const [markets, channels, categories, groups, collections] = await Promise.all([
    listMarkets(reader),
    listChannels(reader),
    listCategories(reader, { locale }),
    listGroupChoices(reader, locale),
    listCollectionChoices(reader, locale),
  ])
  const byId = new Map(categories.map((category) => [category.id, category]))
  return {
    zone: markets[0]?.timeZone ?? 'UTC',
    currencies: [...new Set(markets.map(({ currency }) => currency as string))],
    markets: markets.map(({ code }) => code),
    channels: channels.map(({ code }) => code),
    countries: [...new Set(markets.flatMap(({ countries }) => countries))].sort(),
    groups,
    collections,
    categories: categories
      .map((category) => ({ id: category.id, name: wayTo(category, byId) }))
      .sort((a, b) => a.name.localeCompare(b.name, locale)),
  }
}

function wayTo({ name, parentId }: CategoryView, byId: ReadonlyMap<string, CategoryView>): string {
  const parent = parentId === null ? undefined : byId.get(parentId)
  return parent ? `${wayTo(parent, byId)} › ${name}` : name
}
