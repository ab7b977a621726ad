import type { Refusal } from '../../kernel/result.ts'
import type { FormatKey } from './formats/format.ts'

/** Where something stands in the file: `row` as a spreadsheet counts (the header is 1), `line` as a text editor does. */
export interface Place {
  readonly row: number
  readonly line: number
}

// i18n-dynamic: import-products.warnings.*
/** Said and gone on. `code` has its words under import-products.warnings. */
export interface ImportWarning extends Partial<Place> {
  readonly code:
    | 'unknown_column'
    | 'ignored_value'
    | 'picture_missing'
    | 'picture_unusable'
    | 'picture_no_address'
    | 'row_left_out'
    | 'kind_as_draft'
    | 'cost_not_allowed'
    | 'cost_currency'
  readonly column: string | null
  readonly value: string
}

/** One field of one product (or of the variant with this SKU) before and after; `null` is "nothing there". */
export interface ImportDifference {
  readonly handle: string
  readonly sku: string | null
  readonly field: string
  readonly before: unknown
  readonly after: unknown
}

export interface ImportReport {
  readonly dryRun: boolean
  /** Products. */
  readonly created: number
  readonly changed: number
  readonly unchanged: number
  /** Products that are committed, of how many in the file: fewer when the import was stopped between two chunks. */
  readonly written: number
  readonly of: number
  readonly variants: number
  readonly format: FormatKey
  /** In which its prices were read, and where its stock lies. */
  readonly currency: string
  readonly location: string
  /** The first of them. */
  readonly differences: readonly ImportDifference[]
  readonly differencesOmitted: number
  /** Rows whose products were left out, because somebody wanted it so. */
  readonly refused: readonly RowRefusal[]
  readonly warnings: readonly ImportWarning[]
}

export interface RowRefusal extends Place {
  readonly column: string
  readonly refusal: Refusal
}
