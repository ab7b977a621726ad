import { moneyFromJson, type MoneyJson } from '../../../../kernel/money.ts'
import { percent } from '../../../../kernel/rate.ts'
import type { BundleJson, ComponentJson } from '../snapshot-json.ts'
import type { BundlePrice, BundleToPrice, ComponentToPrice } from './bundle-to-price.ts'

/** From JSON that its schema has checked. */
export function readBundle({ price, promotions, components }: BundleJson): BundleToPrice {
  return { price: readPrice(price), promotions: promotions ?? 'included', components: components.map(readComponent) }
}

function readPrice(price: BundleJson['price']): BundlePrice {
  switch (price.way) {
    case 'own':
      return price
    case 'percent_off':
      return { way: 'percent_off', percent: percent(price.percent) }
    case 'amount_off':
      return { way: 'amount_off', amount: moneyFromJson(price.amount) }
  }
}

function readComponent({ unitPrice, floorPrice, surcharge, ...same }: ComponentJson): ComponentToPrice {
  return {
    ...same,
    unitPrice: unitPrice && moneyFromJson(unitPrice),
    compareAt: undefined,
    sellable: true,
    ...(floorPrice && { floorPrice: moneyFromJson(floorPrice) }),
    ...(surcharge && { surcharge: moneyFromJson(surcharge) }),
  }
}

/** Every amount that a bundle says, by the path that it stands at. */
export function bundleAmounts({ price, components }: BundleJson, path: string): [string, MoneyJson | undefined][] {
  return [
    [`${path}.price.amount`, price.way === 'amount_off' ? price.amount : undefined],
    ...components.flatMap(({ unitPrice, floorPrice, surcharge }, at): [string, MoneyJson | undefined][] => [
      [`${path}.components.${at}.unitPrice`, unitPrice],
      [`${path}.components.${at}.floorPrice`, floorPrice],
      [`${path}.components.${at}.surcharge`, surcharge],
    ]),
  ]
}
