import type { Database } from '../../../host/database/pool.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { completenessIn, type Completeness } from '../domain/completeness.ts'
import { placeRefusal } from '../domain/judge-publication.ts'
import type { Product } from '../domain/product.ts'
import { placeIn, placesOf, placeState, type Place, type PlaceState } from '../domain/showing.ts'
import { loadDefinitions } from './definitions.ts'
import { getProduct } from './get-product.ts'
import { readPublicationRule } from './publication-settings.ts'
import { findShowing, listPlaces } from './showings.ts'

export { PLACE_STATES } from '../domain/showing.ts'

export interface PlaceView extends Place {
  readonly named: boolean
  readonly shown: boolean
  readonly begins: string | null
  readonly ends: string | null
  readonly beginsAt: string | null
  readonly endsAt: string | null
  readonly timeZone: string
  readonly language: string
  readonly state: PlaceState
  /** How complete it is for the channel in the language of the market. */
  readonly percent: number
  /** Below what the shop asks for there. */
  readonly blocked: boolean
}

export interface PlacesView {
  readonly version: number
  readonly published: boolean
  readonly elsewhere: boolean
  /** In per cent; 0 where the shop does not judge places. */
  readonly needed: number
  readonly items: readonly PlaceView[]
  readonly channels: readonly { readonly channel: string; readonly completeness: Completeness }[]
}

/** Every channel and market, whether the product is shown there, and how complete it is for them. */
export async function viewPlaces(
  reader: Pick<Database, 'row' | 'rows'>,
  productId: string,
  now: Date,
): Promise<Result<PlacesView>> {
  const found = await getProduct(reader, productId)
  if (!found.ok) return found
  const product: Product = found.value
  const contacts = [product.makerId, product.responsibleId].filter((id) => id !== null)
  const [{ showing, version }, known, definitions, rule] = await Promise.all([
    findShowing(reader, productId),
    listPlaces(reader),
    loadDefinitions(reader, contacts),
    readPublicationRule(reader),
  ])
  const needed = rule.judgesPlaces ? rule.percent : 0
  const markets = new Map(known.markets.map((market) => [market.code, market]))
  const items = placesOf(known).map((place): PlaceView => {
    const { shown, begins, ends, beginsAt, endsAt } = placeIn(showing, place)
    const { language = '', timeZone = 'UTC' } = markets.get(place.market) ?? {}
    const judged = { ...place, language }
    return {
      ...place,
      named: showing.places.some((one) => one.channel === place.channel && one.market === place.market),
      shown,
      begins,
      ends,
      beginsAt: beginsAt?.toISOString() ?? null,
      endsAt: endsAt?.toISOString() ?? null,
      timeZone,
      language,
      state: placeState(showing, place, now),
      percent: completenessIn(product, definitions, { channel: place.channel, languages: [language] }).percent,
      blocked:
        needed > 0 &&
        placeRefusal(product, definitions, { inPlaces: { percent: needed, places: [judged] } }) !== undefined,
    }
  })
  const languages = [...new Set(known.markets.map(({ language }) => language))]
  return ok({
    version,
    published: product.state === 'published',
    elsewhere: showing.elsewhere,
    needed,
    items,
    channels: known.channels.map((channel) => ({
      channel,
      completeness: completenessIn(product, definitions, { channel, languages }),
    })),
  })
}
