import { useLocale, useTranslations } from 'use-intl'
import type { Field } from '../../ui/form/field.ts'
import type { Attribute, Family } from './definition-queries.ts'
import { nameIn } from './name-in.ts'

/** What a product of a family has: in the family's order, then the shop's own fields. */
export function attributesOf(
  family: Family | undefined,
  attributes: readonly Attribute[],
  perVariant: boolean,
): Attribute[] {
  const byCode = new Map(attributes.map((attribute) => [attribute.code, attribute]))
  const named = (family?.attributes ?? []).flatMap(({ code }) => byCode.get(code) ?? [])
  const own = attributes.filter((attribute) => attribute.section === 'own' && !named.includes(attribute))
  return [...named, ...own].filter((attribute) => attribute.perVariant === perVariant)
}

const PREFIX = 'attributes.'

/** Each attribute as an input of the form system, named as the house names its field. */
export function useAttributeFields(attributes: readonly Attribute[], fixed: string | undefined): Field[] {
  const t = useTranslations('catalog.attributes')
  const locale = useLocale()
  return attributes.map((attribute): Field => {
    const { code, kind, unit, choices } = attribute
    const common = { name: PREFIX + code, label: nameIn(attribute.names, locale), optional: true, fixed }
    const options = choices.map((choice) => ({ value: choice.code, label: nameIn(choice.names, locale) }))
    const long = kind === 'long_text'
    if (attribute.localised) return { ...common, kind: 'texts', show: 'one', long, maxLength: long ? 10_000 : 500 }
    switch (kind) {
      case 'number':
        return { ...common, kind: 'decimal', scale: 6, half: true, ...(unit === '' ? {} : { unit }) }
      case 'yes_no':
        return {
          ...common,
          kind: 'choice',
          half: true,
          options: [
            { value: 'yes', label: t('yes') },
            { value: 'no', label: t('no') },
          ],
        }
      case 'date':
        return { ...common, kind: 'date', half: true }
      case 'choice':
        return { ...common, kind: 'choice', half: true, options }
      case 'choices':
        return { ...common, kind: 'many', options }
      default:
        return { ...common, kind: 'text', maxLength: long ? 10_000 : 500, ...(long ? { lines: 4 } : {}) }
    }
  })
}

type AttributeValues = Readonly<Record<string, string | boolean | string[] | Record<string, string>>>

/** Values of the record, each under its field's name. */
export function shownValues(values: AttributeValues): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(values).map(([code, value]) => [
      PREFIX + code,
      typeof value === 'boolean' ? (value ? 'yes' : 'no') : value,
    ]),
  )
}

/** What was changed, as the house takes it; what was emptied is taken away, and a language too. */
export function valuesToSend(
  changes: Readonly<Record<string, unknown>>,
  attributes: readonly Attribute[],
): Record<string, AttributeValues[string] | null> {
  const changed = attributes.filter(({ code }) => PREFIX + code in changes)
  return Object.fromEntries(changed.map(({ code, kind }) => [code, valueToSend(kind, changes[PREFIX + code])]))
}

function valueToSend(kind: Attribute['kind'], value: unknown): AttributeValues[string] | null {
  if (value === undefined || value === null || value === '') return null
  if (kind === 'yes_no') return value === 'yes'
  if (typeof value !== 'object' || Array.isArray(value)) return value as string | string[]
  const texts = value as Readonly<Record<string, string | undefined>>
  return Object.fromEntries(Object.entries(texts).map(([language, text]) => [language, text ?? '']))
}
