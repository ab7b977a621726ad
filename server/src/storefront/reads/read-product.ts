import type { House } from '../../host/context.ts'
import {
  findOrderLimit,
  findProductByHandle,
  leastOf,
  listDownloads,
  loadKindTerms,
  needsDelivery,
} from '../../departments/catalog/index.ts'
import { loadPromises } from '../../departments/inventory/index.ts'
import { loadProductOffers } from '../../departments/pricing/index.ts'
import { counterOf } from './counter-of.ts'
import { readBundle } from './read-bundle.ts'
import { readRelated } from './read-cards.ts'
import type { IntangibleOffer, ProductPage } from '../views.ts'
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
  const variantIds = product.variants.map(({ id }) => id)
  const [bundle, intangible, related, limit, promises] = await Promise.all([
    readBundle(house, visit, product),
    readIntangible(house, product.id),
    readRelated(house, visit, product.id),
    findOrderLimit(house.database, product.id),
    loadPromises(house.database, { variantIds, locationCode: visit.market.locationCode }),
  ])
  return {
    ...product,
    related,
    ...(bundle && { bundle }),
    ...(intangible && { intangible }),
    ...(limit && { limit: { ...limit, least: leastOf(limit) } }),
    variants: product.variants.map((variant) => ({
      ...variant,
      ...(offers.get(variant.id) ?? NO_OFFER),
      promise: promises.get(variant.id),
    })),
  }
}

/** Undefined for what lies on a shelf. */
async function readIntangible({ database }: House, productId: string): Promise<IntangibleOffer | undefined> {
  const terms = (await loadKindTerms(database, [productId])).get(productId)
  if (!terms || needsDelivery(terms.kind)) return undefined
  const { kind, notes, downloadLimit: limit, downloadDays: days } = terms
  const files = kind === 'digital' ? await listDownloads(database, [productId]) : []
  return { kind, notes, limit, days, files: files.map(({ name, bytes }) => ({ name, bytes })) }
}
