import type { CurrencyCode } from '../../../kernel/currency.ts'
import type { ImportWarning, Place, RowRefusal } from '../report.ts'
import type { Field } from './field.ts'

/** `own` is nobody's format: its columns are guessed, or told. */
export type FormatKey = 'fondaco' | 'shopify' | 'woocommerce' | 'spree' | 'medusa' | 'own'

/** What a heading means in a format: a field, nothing that we keep (said to nobody), or nothing known (said once). */
export type Meaning = Field | 'passed_over' | undefined

/** A row of the file, cell by field. */
export interface FieldRow extends Place {
  readonly cells: ReadonlyMap<Field, string>
}

export interface Log {
  readonly refused: RowRefusal[]
  readonly warned: ImportWarning[]
}

/** A file's way of writing products: what its columns mean, and how its rows become ours. All else is the same for all. */
export interface Format {
  readonly key: FormatKey
  /** It is this format when the first row has all of these (in lower case). */
  readonly marks: readonly (readonly string[])[]
  meaningOf(heading: string, currency: CurrencyCode): Meaning
  /** What the format calls a field that the file lacks. */
  readonly names: Partial<Record<Field, string>>
  /** Without one of these there is nothing to import. */
  readonly required: readonly Field[]
  /** Descriptions come as HTML of a stranger, and become plain text. */
  readonly html: boolean
  /** A heading that nobody knows is a mistake, not something more. */
  readonly strict?: boolean
  /** What we write ourselves: a variant may lack its price, a category is the one of its address, tags may hold commas. */
  readonly isOwn?: boolean
  /** Rows that belong together in another way than one product after the other. */
  arrange?(rows: readonly FieldRow[], context: { readonly currency: CurrencyCode; readonly log: Log }): FieldRow[]
}
