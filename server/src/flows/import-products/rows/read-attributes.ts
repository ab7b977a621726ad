import type { Attribute, AttributeValue, ValuesToSet } from '../../../departments/catalog/index.ts'
import type { AttributeField } from '../formats/field.ts'
import type { RowReader } from './row-reader.ts'

const LANGUAGES = ['en', 'it', 'es', 'id'] as const

/** Values as the file says them, by the kind of each; an empty cell takes a value away, no column leaves it. The catalogue judges. */
export function readAttributes(row: RowReader, attributes: readonly Attribute[]): ValuesToSet | undefined {
  const values = attributes.flatMap((attribute): (readonly [string, AttributeValue | null])[] => {
    const value = attribute.localised ? textsOf(row, attribute) : valueOf(row, attribute)
    return value === undefined ? [] : [[attribute.code, value]]
  })
  return values.length === 0 ? undefined : Object.fromEntries(values)
}

function textsOf(row: RowReader, { code }: Attribute): Record<string, string> | undefined {
  const said = LANGUAGES.map((language) => [language, `attribute:${code}:${language}`] as const)
  const there = said.filter(([, field]) => row.has(field))
  return there.length === 0
    ? undefined
    : Object.fromEntries(there.map(([language, field]) => [language, row.text(field)]))
}

function valueOf(row: RowReader, { code, kind }: Attribute): AttributeValue | null | undefined {
  const field: AttributeField = `attribute:${code}`
  if (!row.has(field)) return undefined
  const text = row.text(field)
  if (text === '') return null
  if (kind === 'yes_no') return row.boolean(field) ?? null
  if (kind !== 'choices') return text
  return text
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean)
}
