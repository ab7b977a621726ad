/**
 * A small shop for tests: Bottega Laguna of Venice selling to Italy and beyond, with goods on the shelf.
 *
 *   const shop = await openShop(house, { stock: { mug: 3 } })
 *   const basket = await shop.fill({ mug: 1, book: 2 })           // a basket with its key
 *   const placed = await shop.place(basket)                       // the order, or the refusal
 */
import { guest, type House } from '../host/context.ts'
import { money, moneyToJson, type MoneyJson } from '../kernel/money.ts'
import { percent } from '../kernel/rate.ts'
import { ok, type Result } from '../kernel/result.ts'
import { currencyCode } from '../kernel/currency.ts'
import { localDate } from '../kernel/time.ts'
import { saveProduct } from '../departments/catalog/index.ts'
import { saveLocations, setStock } from '../departments/inventory/index.ts'
import {
  createBasket,
  getBasket,
  quoteBasket,
  saveDeliveryMethods,
  setBasketDestination,
  setBasketLine,
  type BasketKey,
} from '../departments/orders/index.ts'
import { setUpOrganisation } from '../departments/organisation/index.ts'
import { setPrices } from '../departments/pricing/index.ts'
import { setTaxRates } from '../departments/tax/index.ts'
import { placeOrder, type PlacedOrder } from '../flows/place-order/index.ts'
import type { TestHouse } from './test-house.ts'

/** What a shop is opened in: a test house, or any house that runs commands. */
export type SceneHouse = House & Pick<TestHouse, 'run'>

export type Good = 'mug' | 'book' | 'scarf' | 'lamp'

const goods: Readonly<Record<Good, { name: string; price: bigint; taxCategory: string }>> = {
  mug: { name: 'Mug', price: 1_490n, taxCategory: 'standard' },
  book: { name: 'Book of lagoons', price: 2_200n, taxCategory: 'reduced_books' },
  scarf: { name: 'Scarf', price: 6_900n, taxCategory: 'standard' },
  lamp: { name: 'Lamp', price: 12_345n, taxCategory: 'standard' },
}

export interface Shop {
  readonly variantIds: Readonly<Record<Good, string>>
  fill(wishes: Partial<Record<Good, number>>): Promise<BasketKey>
  place(basket: BasketKey, changes?: { acceptedTotal?: MoneyJson; email?: string }): Promise<Result<PlacedOrder>>
  setStock(good: Good, quantity: number): Promise<void>
}

export async function openShop(
  house: SceneHouse,
  { stock = {} }: { stock?: Partial<Record<Good, number>> } = {},
): Promise<Shop> {
  await furnish(house)
  const variantIds = {} as Record<Good, string>
  for (const good of Object.keys(goods) as Good[]) variantIds[good] = await stockGood(house, good, stock[good] ?? 100)
  return {
    variantIds,
    fill: (wishes) => fill(house, variantIds, wishes),
    place: (basket, changes) => place(house, basket, changes),
    setStock: async (good, quantity) => {
      const counts = [{ variantId: variantIds[good], locationCode: 'venezia', quantity }]
      must(await house.run((ctx) => setStock(ctx, counts, { cause: 'adjustment' })))
    },
  }
}

export function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`)
  return result.value
}

/** The legal person that sells. */
export const bottega = {
  code: 'bottega',
  legalName: 'Bottega Laguna S.r.l.',
  vatNumber: 'IT12345678903',
  registerNumber: null,
  email: 'ciao@bottega-laguna.example',
  phone: null,
  street: 'Fondamenta 1',
  postcode: '30121',
  city: 'Venezia',
  region: 'VE',
  country: 'IT',
  currency: currencyCode('EUR'),
  timeZone: 'Europe/Rome',
}

async function furnish(house: SceneHouse): Promise<void> {
  must(
    await house.run(async (ctx) => {
      await setUpOrganisation(ctx, {
        entities: [bottega],
        markets: [
          {
            code: 'it',
            countries: ['IT'],
            currency: currencyCode('EUR'),
            language: 'it',
            pricesIncludeTax: true,
            lawPack: 'eu',
            locationCode: 'venezia',
            entityCode: 'bottega',
          },
          {
            code: 'eu',
            countries: ['DE', 'FR'],
            currency: currencyCode('EUR'),
            language: 'en',
            pricesIncludeTax: true,
            lawPack: 'eu',
            locationCode: 'venezia',
            entityCode: 'bottega',
          },
        ],
        channels: [{ code: 'web', kind: 'storefront', names: { en: 'Web' } }],
      })
      await setTaxRates(ctx, [
        {
          country: 'IT',
          category: 'standard',
          percent: percent('22'),
          validFrom: localDate('2013-10-01'),
          source: 'test',
        },
        {
          country: 'IT',
          category: 'reduced_books',
          percent: percent('4'),
          validFrom: localDate('1989-01-01'),
          source: 'test',
        },
        {
          country: 'DE',
          category: 'standard',
          percent: percent('19'),
          validFrom: localDate('2021-01-01'),
          source: 'test',
        },
        {
          country: 'DE',
          category: 'reduced_books',
          percent: percent('7'),
          validFrom: localDate('2021-01-01'),
          source: 'test',
        },
      ])
      await saveLocations(ctx, [{ code: 'venezia', name: 'Venezia', kind: 'warehouse', country: 'IT' }])
      await saveDeliveryMethods(ctx, [
        {
          code: 'standard',
          names: { en: 'Courier', it: 'Corriere' },
          descriptions: { en: '', it: '' },
          countries: ['IT', 'DE', 'FR'],
          prices: { EUR: 590 },
          freeFrom: { EUR: 9000 },
          taxCategory: 'standard',
          minDays: 2,
          maxDays: 4,
        },
      ])
      return ok()
    }),
  )
}

async function stockGood(house: SceneHouse, good: Good, quantity: number): Promise<string> {
  const { name, price, taxCategory } = goods[good]
  const sku = good.toUpperCase()
  const saved = must(
    await house.run((ctx) =>
      saveProduct(ctx, {
        handle: good,
        names: { en: name, it: name },
        taxCategory,
        state: 'published',
        variants: [{ sku, weightGrams: 300 }],
      }),
    ),
  )
  const variantId = saved.variantIds[sku]
  if (!variantId) throw new Error(`no variant ${sku}`)
  must(await house.run((ctx) => setPrices(ctx, [{ variantId, currency: 'EUR', amount: price }])))
  must(
    await house.run((ctx) => setStock(ctx, [{ variantId, locationCode: 'venezia', quantity }], { cause: 'opening' })),
  )
  return variantId
}

async function fill(
  house: SceneHouse,
  variantIds: Record<Good, string>,
  wishes: Partial<Record<Good, number>>,
): Promise<BasketKey> {
  const key = must(await house.run((ctx) => createBasket(ctx, { country: 'IT', locale: 'it' }), { actor: guest }))
  for (const [good, quantity] of Object.entries(wishes) as [Good, number][]) {
    must(await house.run((ctx) => setBasketLine(ctx, key, { variantId: variantIds[good], quantity }), { actor: guest }))
  }
  must(
    await house.run((ctx) => setBasketDestination(ctx, key, { country: 'IT', deliveryMethod: 'standard' }), {
      actor: guest,
    }),
  )
  return key
}

/** The total that the shopper sees now. */
export async function totalOf(house: House, key: BasketKey): Promise<MoneyJson> {
  const basket = must(await getBasket(house.database, key))
  const quote = must(await quoteBasket(house.database, basket, house.clock.now()))
  return moneyToJson(quote.priced.total)
}

export const someAddress = {
  name: 'Mirandolina Locandiera',
  street: 'Calle del Forno 7',
  postcode: '30121',
  city: 'Venezia',
  region: 'VE',
  country: 'IT',
}

async function place(
  house: SceneHouse,
  basket: BasketKey,
  changes: { acceptedTotal?: MoneyJson; email?: string } = {},
) {
  const acceptedTotal = changes.acceptedTotal ?? (await totalOf(house, basket))
  return house.run(
    (ctx) =>
      placeOrder(ctx, {
        basket,
        email: changes.email ?? 'mirandolina@locanda.example',
        address: someAddress,
        deliveryMethod: 'standard',
        acceptedTotal,
      }),
    { actor: guest },
  )
}

export const euros = (cents: number) => moneyToJson(money(cents, 'EUR'))
