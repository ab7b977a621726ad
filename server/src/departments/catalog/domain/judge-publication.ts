import type { Refused } from '../../../kernel/result.ts'
import { completenessIn, completenessOf, safetyParts, type MissingPart } from './completeness.ts'
import type { Definitions } from './definitions.ts'
import type { PlannedProduct } from './product.ts'
import type { PublicationNeeds } from './publication-needs.ts'
import { refusals } from './refusals.ts'

/** What keeps a product out of the shop, each missing part at its field; undefined where nothing does. */
export function publicationRefusal(
  product: PlannedProduct,
  definitions: Definitions,
  needs: PublicationNeeds,
): Refused | undefined {
  if (needs.bundle) return needs.bundle
  const { percent, missing } = completenessOf(product, definitions)
  const unsafe = needs.safety ? safetyParts(product, definitions).filter(({ there }) => !there) : []
  const lacks = percent < needs.completeness ? missing : []
  if (unsafe.length === 0 && lacks.length === 0) return placeRefusal(product, definitions, needs)
  const fields = new Set(unsafe.map(({ field }) => field))
  const others = [
    ...unsafe.map(({ field }) => refusals.safety_missing({ field }).refusal),
    ...lacks.filter(({ field }) => !fields.has(field)).map((part) => partMissing(part).refusal),
  ]
  if (lacks.length === 0) return { ok: false, refusal: { ...refusals.safety_missing().refusal, others } }
  return refusals.not_complete({ params: { percent, needed: needs.completeness }, others })
}

/** The first place where it may not be shown as it is, with all that is missing there. */
export function placeRefusal(
  product: PlannedProduct,
  definitions: Definitions,
  { inPlaces }: Pick<PublicationNeeds, 'inPlaces'>,
): Refused | undefined {
  if (!inPlaces) return undefined
  const { percent: needed, places } = inPlaces
  for (const { channel, market, language } of places) {
    const { percent, missing } = completenessIn(product, definitions, { channel, languages: [language] })
    if (percent < needed) {
      const params = { channel, market, percent, needed }
      return refusals.place_not_complete({ params, others: missing.map((part) => partMissing(part).refusal) })
    }
  }
  return undefined
}

function partMissing({ field, language }: MissingPart): Refused {
  return refusals.part_missing({ field, params: { language: language ?? '–' } })
}
