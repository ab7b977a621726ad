import type { Database } from '../../../host/database/pool.ts'
import { readSetting } from '../../../host/settings/read-setting.ts'
import { choiceSetting } from '../../../host/settings/setting.ts'
import type { PlaceToJudge, PublicationNeeds } from '../domain/publication-needs.ts'
import { EVERYWHERE, placesOf, placeState, type Places, type Showing } from '../domain/showing.ts'
import { loadBundleFlaws } from './bundle-fitness.ts'
import { loadKindFlaws } from './kinds/digital-fitness.ts'
import { listPlaces, loadShowings } from './showings.ts'

const common = { read: 'catalog:read', write: 'catalog:publish', affects: ['catalog.areas.publication'] } as const

/** How complete a product has to be before it goes into the shop. */
export const completenessNeeded = choiceSetting({
  ...common,
  key: 'catalog.completeness_needed',
  choices: ['none', 'p50', 'p80', 'p100'],
  default: 'none',
})

/** Whether that is judged of the product as a whole, or of each channel in the language of the market where it is to be shown. */
export const completenessJudged = choiceSetting({
  ...common,
  key: 'catalog.completeness_judged',
  choices: ['whole', 'places'],
  default: 'whole',
})

/** Regulation (EU) 2023/988 art. 19: whether a product without maker and responsible person is kept out of the shop. */
export const safetyNeeded = choiceSetting({
  ...common,
  key: 'catalog.safety_needed',
  choices: ['told', 'refused'],
  default: 'told',
})

/** Whether a translation that nobody has approved yet is shown in the shop. */
export const translationsShown = choiceSetting({
  ...common,
  key: 'catalog.translations_shown',
  choices: ['drafts', 'approved'],
  default: 'drafts',
})

const PERCENT: Readonly<Record<string, number>> = { p50: 50, p80: 80, p100: 100 }

export interface PublicationRule {
  readonly percent: number
  readonly safety: boolean
  /** Judged for each place rather than as a whole. */
  readonly judgesPlaces: boolean
}

export async function readPublicationRule(reader: Pick<Database, 'row'>): Promise<PublicationRule> {
  const [needed, safety, judged] = await Promise.all([
    readSetting(reader, completenessNeeded),
    readSetting(reader, safetyNeeded),
    readSetting(reader, completenessJudged),
  ])
  return { percent: PERCENT[needed] ?? 0, safety: safety === 'refused', judgesPlaces: judged === 'places' }
}

/** What keeps them out as what they are: a bundle of things that are not sold, a download without files. */
async function loadFlawsOfKind(reader: Pick<Database, 'rows'>, productIds: readonly string[]) {
  const [bundles, downloads] = await Promise.all([
    loadBundleFlaws(reader, productIds),
    loadKindFlaws(reader, productIds),
  ])
  return new Map([...bundles, ...downloads])
}

/** What these products need to go into the shop now, each by the places where it is to be shown; a new one is shown everywhere. */
export async function loadNeeds(
  reader: Pick<Database, 'row' | 'rows'>,
  productIds: readonly string[],
  now: Date,
): Promise<(productId: string | undefined) => PublicationNeeds> {
  const [{ percent, safety, judgesPlaces }, flaws] = await Promise.all([
    readPublicationRule(reader),
    loadFlawsOfKind(reader, productIds),
  ])
  const asBundle = (id: string | undefined) => {
    const bundle = flaws.get(id ?? '')
    return bundle ? { bundle } : {}
  }
  if (!judgesPlaces || percent === 0) return (id) => ({ completeness: percent, safety, ...asBundle(id) })
  const [places, showings] = await Promise.all([listPlaces(reader), loadShowings(reader, productIds)])
  return (id) => {
    const showing = showings.get(id ?? '')?.showing ?? EVERYWHERE
    return {
      completeness: 0,
      safety,
      inPlaces: { percent, places: placesAhead(showing, places, now) },
      ...asBundle(id),
    }
  }
}

/** Where it is shown, or will be. */
export function placesAhead(showing: Showing, known: Places, now: Date): PlaceToJudge[] {
  const languages = new Map(known.markets.map(({ code, language }) => [code, language]))
  return placesOf(known)
    .filter((place) => ['shown', 'planned'].includes(placeState(showing, place, now)))
    .map((place) => ({ ...place, language: languages.get(place.market) ?? '' }))
}
