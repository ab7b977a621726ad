import { ok, type Result } from '../../../kernel/result.ts'
import type { Attribute } from './attribute.ts'
import { mergedTexts, textFlaws } from './check-texts.ts'
import { together } from './together.ts'
import { DEFAULT_LANGUAGE, LANGUAGES, LIMITS, type Texts } from './product.ts'
import { refusals } from './refusals.ts'

export interface FamilyMember {
  readonly code: string
  readonly required: boolean
}

/** Products of one kind: which attributes they have, and what makes one of them complete. */
export interface Family {
  readonly code: string
  readonly names: Texts
  readonly attributes: readonly FamilyMember[]
  /** In which its products should be told. */
  readonly languages: readonly string[]
  /** How many pictures at least, each with a text for who does not see it. */
  readonly pictures: number
  /** Whether maker, origin and goods code belong to it. */
  readonly safety: boolean
}

export type SavedFamily = Family & { readonly version: number }

/** Of products without a family. */
export const NO_FAMILY: Family = {
  code: '',
  names: {},
  attributes: [],
  languages: [DEFAULT_LANGUAGE],
  pictures: 1,
  safety: false,
}

export function checkFamily(draft: Family, attributes: ReadonlyMap<string, Attribute>): Result<Family> {
  const family: Family = {
    ...draft,
    names: mergedTexts({}, draft.names),
    languages: LANGUAGES.filter((language) => draft.languages.includes(language)),
  }
  const codes = family.attributes.map(({ code }) => code)
  const flaws = [
    ...textFlaws(family.names, { field: 'names', max: LIMITS.optionName, required: true }),
    ...draft.languages
      .filter((language) => !LANGUAGES.includes(language))
      .map((language) => refusals.unknown_language({ field: 'languages', params: { language } })),
    ...codes.flatMap((code, at) => {
      const field = `attributes.${at}.code`
      if (!attributes.has(code)) return [refusals.unknown_attribute({ field, params: { attribute: code } })]
      return codes.indexOf(code) === at ? [] : [refusals.option_repeated({ field })]
    }),
  ]
  return flaws.length > 0 ? together(flaws) : ok(family)
}
