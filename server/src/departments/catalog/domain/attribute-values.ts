import type { Refused } from '../../../kernel/result.ts'
import type { Attribute } from './attribute.ts'
import { mergedTexts, textFlaws } from './check-texts.ts'
import type { Texts } from './product.ts'
import { refusals } from './refusals.ts'

/** Text, decimal as text, true or false, a day, a choice; several choices; a text by language. */
export type AttributeValue = string | boolean | readonly string[] | Texts
export type AttributeValues = Readonly<Record<string, AttributeValue>>
/** `null` takes a value away; what is not named stays. */
export type ValuesToSet = Readonly<Record<string, AttributeValue | null>>

export const MOST_TEXT = 500
export const MOST_LONG_TEXT = 10_000

/** Values as they become when others are laid over them; in the order of codes, so that equal ones look equal. */
export function mergedValues(existing: AttributeValues, wanted: ValuesToSet | undefined): AttributeValues {
  if (wanted === undefined) return existing
  const merged = new Map<string, AttributeValue>(Object.entries(existing))
  for (const [code, value] of Object.entries(wanted)) {
    const kept = value === null ? null : laidOver(merged.get(code), value)
    if (kept === null || isEmpty(kept)) merged.delete(code)
    else merged.set(code, kept)
  }
  return Object.fromEntries([...merged].toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

function laidOver(before: AttributeValue | undefined, value: AttributeValue): AttributeValue {
  if (typeof value === 'string') return value.trim()
  if (!isTexts(value)) return value
  return mergedTexts(before !== undefined && isTexts(before) ? before : {}, value)
}

export function isTexts(value: AttributeValue): value is Texts {
  return typeof value === 'object' && !Array.isArray(value)
}

function isEmpty(value: AttributeValue): boolean {
  if (value === '') return true
  return typeof value === 'object' && Object.keys(value).length === 0
}

/** Those that a product of this family has; the others go when it changes its family. */
export function valuesOf(values: AttributeValues, attributes: readonly Attribute[]): AttributeValues {
  const codes = new Set(attributes.map(({ code }) => code))
  return Object.fromEntries(Object.entries(values).filter(([code]) => codes.has(code)))
}

/** What is wrong with the values that somebody sends, each at its own field; `attributes` are those that can stand here. */
export function valueFlaws(wanted: ValuesToSet, attributes: readonly Attribute[], field: string): Refused[] {
  const known = new Map(attributes.map((attribute) => [attribute.code, attribute]))
  return Object.entries(wanted).flatMap(([code, value]) => {
    const attribute = known.get(code)
    const at = `${field}.${code}`
    if (!attribute) return [refusals.unknown_attribute({ field: at, params: { attribute: code } })]
    return value === null || isEmpty(value) ? [] : oneValueFlaws(attribute, value, at)
  })
}

function oneValueFlaws(attribute: Attribute, value: AttributeValue, field: string): Refused[] {
  switch (attribute.kind) {
    case 'text':
      return wordsFlaws(attribute, value, { field, max: MOST_TEXT, required: false })
    case 'long_text':
      return wordsFlaws(attribute, value, { field, max: MOST_LONG_TEXT, required: false })
    case 'number':
      return isNumber(value) ? [] : [refusals.value_not_number({ field })]
    case 'yes_no':
      return typeof value === 'boolean' ? [] : [refusals.value_not_fitting({ field })]
    case 'date':
      return isDay(value) ? [] : [refusals.value_not_day({ field })]
    case 'choice':
      return typeof value === 'string'
        ? choiceFlaws(attribute, [value], field)
        : [refusals.value_not_fitting({ field })]
    case 'choices':
      return Array.isArray(value) ? choiceFlaws(attribute, value, field) : [refusals.value_not_fitting({ field })]
  }
}

function wordsFlaws(
  { localised }: Attribute,
  value: AttributeValue,
  rule: { readonly field: string; readonly max: number; readonly required: boolean },
): Refused[] {
  const { field, max } = rule
  if (localised) return isTexts(value) ? textFlaws(value, rule) : [refusals.value_not_fitting({ field })]
  if (typeof value !== 'string') return [refusals.value_not_fitting({ field })]
  return value.length > max ? [refusals.text_too_long({ field, params: { max } })] : []
}

const isNumber = (value: AttributeValue) => typeof value === 'string' && /^-?\d{1,12}(\.\d{1,6})?$/.test(value.trim())

function isDay(value: AttributeValue): boolean {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false
  const [year = 0, month = 0, day = 0] = value.split('-').map(Number)
  const last = [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0
  return year > 0 && day >= 1 && day <= last
}

const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

function choiceFlaws({ code, choices }: Attribute, chosen: readonly string[], field: string): Refused[] {
  const known = new Set(choices.map((choice) => choice.code))
  const unknown = chosen.filter((value, at) => !known.has(value) || chosen.indexOf(value) !== at)
  return unknown.map((value) => refusals.value_not_choice({ field, params: { attribute: code, value } }))
}

/** `material=oak`, as the index of facets holds it. */
export function facetsOf(values: readonly AttributeValues[], attributes: readonly Attribute[]): string[] {
  const facets = attributes
    .filter(({ filterable }) => filterable)
    .flatMap(({ code }) => values.flatMap((one) => facetValues(one[code]).map((value) => `${code}=${value}`)))
  return [...new Set(facets)].toSorted()
}

function facetValues(value: AttributeValue | undefined): readonly string[] {
  if (typeof value === 'boolean') return [value ? 'yes' : 'no']
  if (typeof value === 'string') return [value]
  return Array.isArray(value) ? (value as readonly string[]) : []
}
