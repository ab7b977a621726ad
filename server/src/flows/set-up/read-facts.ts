import type { House } from '../../host/context.ts'
import { localDateIn } from '../../kernel/time.ts'
import { listLocations } from '../../departments/inventory/index.ts'
import { listDeliveryRecords } from '../../departments/orders/index.ts'
import { hasPaymentProvider } from '../../departments/payments/index.ts'
import { countStaff } from '../../departments/people/index.ts'
import { countSellable } from '../../departments/pricing/index.ts'
import { isShopNamed, listEntities, listMarkets } from '../../departments/organisation/index.ts'
import { listTaxRates } from '../../departments/tax/index.ts'
import type { ShopFacts } from './guide.ts'

/** What there is of a shop, from the departments that own it. */
export async function readFacts(house: House): Promise<ShopFacts> {
  const { database } = house
  const [named, entities, locations, markets, rates, deliveries, sellable, staff] = await Promise.all([
    isShopNamed(house),
    listEntities(database),
    listLocations(database),
    listMarkets(database),
    listTaxRates(database),
    listDeliveryRecords(database),
    countSellable(database),
    countStaff(database),
  ])
  return {
    named,
    entities,
    locations: locations.map(({ code }) => code),
    markets,
    rates: rates.map((rate) => ({
      country: rate.country,
      category: rate.category,
      from: rate.valid_from,
      to: rate.valid_to,
    })),
    today: localDateIn(house.clock.now(), entities[0]?.timeZone ?? 'UTC'),
    deliveries: deliveries.flatMap(({ rates, active }) =>
      rates.map(({ zone, tariffs }) => ({
        // A part of a country is not the country.
        countries: zone.regions.length + zone.postcodes.length > 0 ? [] : zone.countries,
        currencies: Object.keys(tariffs),
        active,
      })),
    ),
    hasPaymentProvider: await hasPaymentProvider(house),
    published: sellable.published,
    priced: sellable.priced,
    staff,
  }
}
