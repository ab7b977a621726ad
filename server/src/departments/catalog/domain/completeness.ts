import type { AttributeValue, AttributeValues } from './attribute-values.ts'
import { isTexts } from './attribute-values.ts'
import type { Attribute } from './attribute.ts'
import { familyOf, type Definitions } from './definitions.ts'
import { familyInChannel, type Family } from './family.ts'
import type { PlannedProduct, Texts } from './product.ts'

/** What is missing, at the field where it is mended; without a language where every page lacks it. */
export interface MissingPart {
  readonly field: string
  readonly language: string | null
}

export interface Completeness {
  /** Of the language that has least, 0 to 100. */
  readonly percent: number
  readonly languages: readonly { readonly language: string; readonly percent: number }[]
  readonly missing: readonly MissingPart[]
}

interface Part {
  readonly field: string
  readonly there: boolean
}

/** How much of what its family asks for a product has, in each language that the family names. */
export function completenessOf(product: PlannedProduct, definitions: Definitions): Completeness {
  return judged(product, familyOf(definitions, product.familyCode), definitions)
}

/** The same for one channel, in the languages that it and its markets ask for. */
export function completenessIn(
  product: PlannedProduct,
  definitions: Definitions,
  { channel, languages }: { readonly channel: string; readonly languages: readonly string[] },
): Completeness {
  const family = familyInChannel(familyOf(definitions, product.familyCode), channel)
  return judged(product, { ...family, languages }, definitions)
}

function judged(product: PlannedProduct, family: Family, definitions: Definitions): Completeness {
  const common = commonParts(product, family, definitions)
  const spoken = family.languages.map((language) => ({
    language,
    parts: partsIn(language, product, family, definitions),
  }))
  const languages = spoken.map(({ language, parts }) => ({ language, percent: percentOf([...common, ...parts]) }))
  const absent = (parts: readonly Part[], language: string | null) =>
    parts.filter(({ there }) => !there).map(({ field }) => ({ field, language }))
  return {
    percent: languages.length === 0 ? percentOf(common) : Math.min(...languages.map(({ percent }) => percent)),
    languages,
    missing: [...absent(common, null), ...spoken.flatMap(({ language, parts }) => absent(parts, language))],
  }
}

/** Rounded down: only what is whole is a hundred. */
function percentOf(parts: readonly Part[]): number {
  const there = parts.filter((part) => part.there).length
  return parts.length === 0 ? 100 : Math.floor((100 * there) / parts.length)
}

function commonParts(product: PlannedProduct, family: Family, definitions: Definitions): Part[] {
  const required = requiredAttributes(family, definitions).filter(({ localised }) => !localised)
  return [
    ...(family.pictures > 0 ? [{ field: 'images', there: product.images.length >= family.pictures }] : []),
    ...required.map((attribute) => partOf(attribute, product, (value) => value !== undefined)),
    ...(family.safety ? safetyParts(product, definitions) : []),
    ...(family.safety
      ? (['originCountry', 'hsCode'] as const).map((field) => ({ field, there: product[field] !== null }))
      : []),
  ]
}

function partsIn(language: string, product: PlannedProduct, family: Family, definitions: Definitions): Part[] {
  const required = requiredAttributes(family, definitions).filter(({ localised }) => localised)
  const inLanguage = (texts: Texts) => texts[language] !== undefined
  return [
    { field: `names.${language}`, there: inLanguage(product.names) },
    { field: `descriptions.${language}`, there: inLanguage(product.descriptions) },
    ...(family.pictures > 0 && product.images.length > 0
      ? [{ field: `images.alts.${language}`, there: product.images.every(({ alts }) => inLanguage(alts)) }]
      : []),
    ...required.map((attribute) => ({
      ...partOf(attribute, product, (value) => value !== undefined && isTexts(value) && inLanguage(value)),
      field: `${fieldOf(attribute)}.${language}`,
    })),
  ]
}

function requiredAttributes(family: Family, { attributes }: Definitions): Attribute[] {
  return family.attributes.filter(({ required }) => required).flatMap(({ code }) => attributes.get(code) ?? [])
}

const fieldOf = ({ code, perVariant }: Attribute) => (perVariant ? `variants.attributes.${code}` : `attributes.${code}`)

/** One that each variant has, is there when all that are on sale have it. */
function partOf(
  attribute: Attribute,
  product: PlannedProduct,
  isThere: (value: AttributeValue | undefined) => boolean,
): Part {
  const holders: readonly { readonly attributes: AttributeValues }[] = attribute.perVariant
    ? product.variants.filter(({ retired }) => !retired)
    : [product]
  return {
    field: fieldOf(attribute),
    there: holders.every(({ attributes }) => isThere(attributes[attribute.code])),
  }
}

/** Of the European Union, 2026. */
const UNION: ReadonlySet<string> = new Set(
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' '),
)

/** Regulation (EU) 2023/988 art. 16 and 19: who made it and, where they are outside the Union, who answers for it inside. */
export function safetyParts(
  { makerId, responsibleId }: Pick<PlannedProduct, 'makerId' | 'responsibleId'>,
  { contactCountries }: Definitions,
): Part[] {
  const isInside = (id: string | null) => id !== null && UNION.has(contactCountries.get(id) ?? '')
  return [
    { field: 'makerId', there: makerId !== null },
    { field: 'responsibleId', there: isInside(responsibleId) || isInside(makerId) },
  ]
}
