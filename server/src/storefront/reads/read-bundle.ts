import type { House } from '../../host/context.ts'
import { isPositive, money, subtract, times } from '../../kernel/money.ts'
import {
  isSettled,
  loadBundles,
  usualChoices,
  type Bundle,
  type BundleChoice,
  type BundleGroup,
} from '../../departments/catalog/index.ts'
import { loadAvailability } from '../../departments/inventory/index.ts'
import { quoteBundle } from '../../departments/orders/index.ts'
import { loadOffers, type Offer } from '../../departments/pricing/index.ts'
import type { BundleGroupOffer, BundleOffer } from '../views.ts'
import { textIn, type Visit } from '../visit.ts'
import { counterOf } from './counter-of.ts'

/** What a product consists of where it is a bundle, at the choices of its address; undefined for all others. */
export async function readBundle(
  house: House,
  visit: Visit,
  { id, variants }: { readonly id: string; readonly variants: readonly { readonly id: string }[] },
): Promise<BundleOffer | undefined> {
  const bundle = (await loadBundles(house.database, [id])).get(id)
  const [sold] = variants
  if (!bundle || !sold) return undefined
  const asked = bundleChoicesOf(new URLSearchParams(visit.query))
  const choices = asked.length > 0 ? asked : usualChoices(bundle)
  const { market, country, locale } = visit
  const now = house.clock.now()
  const counter = counterOf(house, visit)
  const variantIds = bundle.groups.flatMap(({ options }) => options.map(({ variantId }) => variantId))
  const buyer = { groups: counter.groups, nthOrder: undefined, ...(counter.company && { company: counter.company }) }
  const [quote, offers, availability] = await Promise.all([
    quoteBundle(
      house.database,
      { market, country, locale, channelCode: counter.channel, buyer },
      { variantId: sold.id, choices, now },
    ),
    loadOffers(house.database, { variantIds, currency: market.currency, place: counter }),
    loadAvailability(house.database, { variantIds, locationCode: market.locationCode }),
  ])
  const { own, subtotal: price } = quote?.priced ?? {}
  const saved = own && price && subtract(own, price)
  return {
    groups: bundle.groups.map((group, at) => groupOffer(visit, { bundle, group, at, choices, offers, availability })),
    price,
    own,
    saved: saved && isPositive(saved) ? saved : undefined,
    available: quote?.problem === undefined || quote.problem === 'not_enough_left' ? (quote?.available ?? 0) : 0,
  }
}

interface Seen {
  readonly bundle: Bundle
  readonly group: BundleGroup
  readonly at: number
  readonly choices: readonly BundleChoice[]
  readonly offers: ReadonlyMap<string, Offer>
  readonly availability: ReadonlyMap<string, number>
}

function groupOffer(visit: Visit, { bundle, group, at, choices, offers, availability }: Seen): BundleGroupOffer {
  const { currency } = visit.market
  const settled = isSettled(group)
  return {
    name: textIn(visit, group.names),
    least: group.least,
    most: group.most,
    way: settled ? 'parts' : bundle.shape === 'mix' ? 'pieces' : 'one',
    options: group.options.map(({ variantId, quantity, surcharges }) => {
      const offer = offers.get(variantId)
      const surcharge = surcharges[currency] ?? 0
      const available = availability.get(variantId) ?? 0
      return {
        variantId,
        name: offer ? nameOf(visit, offer) : '',
        handle: offer?.handle ?? '',
        imageFileId: offer?.imageFileId ?? null,
        pieces: quantity,
        count: settled ? group.least : countOf(choices, at, variantId),
        own: offer?.price && times(offer.price, quantity),
        surcharge: surcharge > 0 ? money(surcharge * quantity, currency) : undefined,
        available: offer?.sellable === true && available >= quantity,
      }
    }),
  }
}

function countOf(choices: readonly BundleChoice[], at: number, variantId: string): number {
  return choices.reduce((all, one) => (one.group === at && one.variantId === variantId ? all + one.count : all), 0)
}

function nameOf(visit: Visit, { names, optionNames }: Offer): string {
  const options = textIn(visit, optionNames)
  return options === '' ? textIn(visit, names) : `${textIn(visit, names)}, ${options}`
}

const MOST_CHOICES = 200

/** `choice-0=<variant>` where one is chosen, `count-0-<variant>=2` where pieces are. */
export function bundleChoicesOf(fields: URLSearchParams): BundleChoice[] {
  return [...fields].slice(0, MOST_CHOICES).flatMap(([name, value]) => {
    const [, one] = /^choice-(\d{1,2})$/.exec(name) ?? []
    if (one !== undefined) return value === '' ? [] : [{ group: Number(one), variantId: value, count: 1 }]
    const [, group, variantId] = /^count-(\d{1,2})-([0-9a-f-]{36})$/.exec(name) ?? []
    const count = Number(value)
    if (group === undefined || variantId === undefined || !Number.isInteger(count) || count < 1 || count > 99) return []
    return [{ group: Number(group), variantId, count }]
  })
}
