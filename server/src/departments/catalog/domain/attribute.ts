import { ok, type Refused, type Result } from '../../../kernel/result.ts'
import { mergedTexts, textFlaws } from './check-texts.ts'
import { together } from './together.ts'
import { LIMITS, type Choice, type Texts } from './product.ts'
import { refusals } from './refusals.ts'

export const ATTRIBUTE_KINDS = ['text', 'long_text', 'number', 'yes_no', 'date', 'choice', 'choices'] as const
export type AttributeKind = (typeof ATTRIBUTE_KINDS)[number]

/** `own` are fields of the shop's own: every product has them, whatever its family. */
export const ATTRIBUTE_SECTIONS = ['features', 'measures', 'material', 'care', 'own'] as const
export type AttributeSection = (typeof ATTRIBUTE_SECTIONS)[number]

export interface Attribute {
  readonly code: string
  readonly names: Texts
  readonly kind: AttributeKind
  /** Behind a number: `cm`. */
  readonly unit: string
  readonly choices: readonly Choice[]
  readonly section: AttributeSection
  /** A text in each language; without, one for all. */
  readonly localised: boolean
  readonly perVariant: boolean
  /** Shoppers filter by it. */
  readonly filterable: boolean
  /** On the product's page. */
  readonly shown: boolean
}

export type SavedAttribute = Attribute & { readonly version: number }

const CODE = /^[a-z0-9]+(?:[-_]+[a-z0-9]+)*$/
const FILTERABLE: readonly AttributeKind[] = ['yes_no', 'choice', 'choices']
const TEXTS: readonly AttributeKind[] = ['text', 'long_text']

export const hasChoices = (kind: AttributeKind): boolean => kind === 'choice' || kind === 'choices'

/** What an attribute is once it is put; what products already say by it keeps its meaning. */
export function checkAttribute(draft: Attribute, existing: Attribute | undefined): Result<Attribute> {
  const attribute: Attribute = {
    ...draft,
    names: mergedTexts({}, draft.names),
    unit: draft.kind === 'number' ? draft.unit.trim() : '',
    choices: hasChoices(draft.kind)
      ? draft.choices.map(({ code, names }) => ({ code, names: mergedTexts({}, names) }))
      : [],
    localised: draft.localised && TEXTS.includes(draft.kind),
  }
  const flaws = [
    ...textFlaws(attribute.names, { field: 'names', max: LIMITS.optionName, required: true }),
    ...(existing ? fixedFlaws(attribute, existing) : []),
    ...choiceFlaws(attribute),
    ...(attribute.filterable && !FILTERABLE.includes(attribute.kind)
      ? [refusals.not_filterable({ field: 'filterable' })]
      : []),
  ]
  return flaws.length > 0 ? together(flaws) : ok(attribute)
}

function fixedFlaws(attribute: Attribute, existing: Attribute): Refused[] {
  const changed = (['kind', 'localised', 'perVariant'] as const).filter((field) => attribute[field] !== existing[field])
  const kept = new Set(attribute.choices.map(({ code }) => code))
  const gone = existing.choices.filter(({ code }) => !kept.has(code))
  return [
    ...changed.map((field) => refusals.attribute_fixed({ field })),
    ...gone.map(({ code }) => refusals.choice_gone({ field: 'choices', params: { choice: code } })),
  ]
}

function choiceFlaws({ kind, choices }: Attribute): Refused[] {
  if (!hasChoices(kind)) return []
  if (choices.length === 0) return [refusals.choice_missing({ field: 'choices' })]
  const codes = choices.map(({ code }) => code)
  return choices.flatMap(({ code, names }, at) => [
    ...(codes.indexOf(code) !== at || !CODE.test(code)
      ? [refusals.option_repeated({ field: `choices.${at}.code` })]
      : []),
    ...textFlaws(names, { field: `choices.${at}.names`, max: LIMITS.choiceName, required: true }),
  ])
}
