import type { House } from '../../host/context.ts'
import { findProductByHandle } from '../../departments/catalog/index.ts'
import { loadProductOffers } from '../../departments/pricing/index.ts'
import { counterOf } from './counter-of.ts'
import { readBundle } from './read-bundle.ts'
import { readRelated } from './read-cards.ts'
import type { ProductPage } from '../views.ts'
import type { Visit } from '../visit.ts'

const NO_OFFER = { price: undefined, compareAt: undefined, available: 0, tiers: [] }

/** What it is and what it costs here, side by side; then what it consists of and what is related to it. */
export async function readProduct(house: House, visit: Visit, handle: string): Promise<ProductPage | undefined> {
  const counter = counterOf(house, visit)
  const [product, offers] = await Promise.all([
    findProductByHandle(house.database, handle, { locale: visit.locale, publishedOnly: true, place: counter }),
    loadProductOffers(house.database, { handle, ...counter }),
  ])
  if (!product) return undefined
  const [bundle, related] = await Promise.all([
    readBundle(house, visit, product),
    readRelated(house, visit, product.id),
  ])
  return {
    ...product,
    related,
    ...(bundle && { bundle }),
    variants: product.variants.map((variant) => ({ ...variant, ...(offers.get(variant.id) ?? NO_OFFER) })),
  }
}
