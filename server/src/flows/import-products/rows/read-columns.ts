import type { CurrencyCode } from '../../../kernel/currency.ts'
import type { Attribute } from '../../../departments/catalog/index.ts'
import { attributeOf, isAttributeField, joined, mayRepeat, type Field } from '../formats/field.ts'
import type { FieldRow, Format } from '../formats/format.ts'
import { plain } from '../formats/formats.ts'
import type { Place } from '../report.ts'

export interface FileRow extends Place {
  readonly cells: readonly string[]
}

/** Which field each column goes to, by the column's place; `null` is not imported. */
export type Mapping = readonly (Field | null)[]

export interface Columns {
  /** Field -> the columns that say it, in their order. */
  readonly places: ReadonlyMap<Field, readonly number[]>
  /** Headings that mean nothing. */
  readonly unknown: readonly string[]
  readonly count: number
  nameOf(field: Field): string
}

export interface ReadColumns {
  readonly format: Format
  readonly currency: CurrencyCode
  /** What a person decided; else the format says. */
  readonly mapping?: Mapping | undefined
  /** What the shop says that products have. */
  readonly attributes?: readonly Attribute[] | undefined
  /** Why what the file says of costs is passed over; unless told, it is read. */
  readonly costsPassedOver?: 'cost_not_allowed' | 'cost_currency' | undefined
}

export function readColumns(
  headings: readonly string[],
  { format, currency, mapping, attributes = [] }: ReadColumns,
): Columns {
  const known = new Set(attributes.map(({ code }) => code))
  const places = new Map<Field, number[]>()
  const unknown: string[] = []
  for (const [place, heading] of headings.entries()) {
    const name = plain(heading)
    const meaning = mapping
      ? (mapping[place] ?? 'passed_over')
      : name === ''
        ? 'passed_over'
        : format.meaningOf(name, currency)
    if (meaning === 'passed_over') continue
    const said = meaning && places.get(meaning)
    if (meaning === undefined || (isAttributeField(meaning) && !known.has(attributeOf(meaning))))
      unknown.push(heading.trim())
    else if (!said) places.set(meaning, [place])
    else if (mapping || mayRepeat(meaning)) said.push(place)
    else unknown.push(heading.trim())
  }
  const nameOf = (field: Field) => headings[places.get(field)?.[0] ?? -1]?.trim() ?? format.names[field] ?? field
  return { places, unknown, count: headings.length, nameOf }
}

export function fieldRow({ row, line, cells }: FileRow, { places }: Columns): FieldRow {
  const said = [...places].map(
    ([field, at]) =>
      [
        field,
        joined(
          field,
          at.map((place) => cells[place] ?? ''),
        ),
      ] as const,
  )
  return { row, line, cells: new Map(said) }
}
