import type { Refused } from '../../../kernel/result.ts'
import { completenessOf, safetyParts, type MissingPart } from './completeness.ts'
import type { Definitions } from './definitions.ts'
import type { PlannedProduct } from './product.ts'
import { refusals } from './refusals.ts'

export interface PublicationNeeds {
  /** In per cent; 0 lets everything pass. */
  readonly completeness: number
  readonly safety: boolean
}

/** What keeps a product out of the shop, each missing part at its field; undefined where nothing does. */
export function publicationRefusal(
  product: PlannedProduct,
  definitions: Definitions,
  needs: PublicationNeeds,
): Refused | undefined {
  const { percent, missing } = completenessOf(product, definitions)
  const unsafe = needs.safety ? safetyParts(product, definitions).filter(({ there }) => !there) : []
  const lacks = percent < needs.completeness ? missing : []
  if (unsafe.length === 0 && lacks.length === 0) return undefined
  const fields = new Set(unsafe.map(({ field }) => field))
  const others = [
    ...unsafe.map(({ field }) => refusals.safety_missing({ field }).refusal),
    ...lacks.filter(({ field }) => !fields.has(field)).map((part) => partMissing(part).refusal),
  ]
  if (lacks.length === 0) return { ok: false, refusal: { ...refusals.safety_missing().refusal, others } }
  return refusals.not_complete({ params: { percent, needed: needs.completeness }, others })
}

function partMissing({ field, language }: MissingPart): Refused {
  return refusals.part_missing({ field, params: { language: language ?? '–' } })
}
