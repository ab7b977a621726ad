import type { Attribute, AttributeSection } from './attribute.ts'
import { isTexts, type AttributeValue, type AttributeValues } from './attribute-values.ts'
import { DEFAULT_LANGUAGE, type Texts } from './product.ts'

/** A line of a product's specification, in one language. */
export interface SpecificationLine {
  readonly section: AttributeSection
  readonly name: string
  /** How its value is written: numbers, days and yes or no as the reader's language has them. */
  readonly kind: 'text' | 'number' | 'yes_no' | 'date'
  /** Several where several are chosen, or where variants differ. */
  readonly values: readonly string[]
  readonly unit: string
}

interface Holder {
  readonly attributes: AttributeValues
}

/** What a product's page says of its attributes; what each variant has of its own is told together. */
export function specificationOf(
  product: Holder & { readonly variants: readonly Holder[] },
  attributes: readonly Attribute[],
  language: string,
): SpecificationLine[] {
  return attributes
    .filter(({ shown }) => shown)
    .flatMap((attribute) => {
      const holders = attribute.perVariant ? product.variants : [product]
      const values = holders.flatMap((holder) => wordsOf(attribute, holder.attributes[attribute.code], language))
      if (values.length === 0) return []
      const { section, unit, kind } = attribute
      const name = inLanguage(attribute.names, language)
      return [{ section, name, kind: writtenAs(kind), values: [...new Set(values)], unit }]
    })
}

function writtenAs(kind: Attribute['kind']): SpecificationLine['kind'] {
  return kind === 'number' || kind === 'yes_no' || kind === 'date' ? kind : 'text'
}

function wordsOf({ choices }: Attribute, value: AttributeValue | undefined, language: string): string[] {
  if (value === undefined) return []
  if (typeof value === 'boolean') return [value ? 'yes' : 'no']
  if (typeof value !== 'string' && isTexts(value)) return [inLanguage(value, language)].filter(Boolean)
  const names = new Map(choices.map((choice) => [choice.code, inLanguage(choice.names, language)]))
  return (typeof value === 'string' ? [value] : value).map((one) => names.get(one) ?? one)
}

function inLanguage(texts: Texts, language: string): string {
  return texts[language] ?? texts[DEFAULT_LANGUAGE] ?? ''
}
