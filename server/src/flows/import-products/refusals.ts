import { defineRefusals } from '../../kernel/result.ts'

export const refusals = defineRefusals('import-products', {
  rows_refused: 422,
  empty_file: 422,
  not_csv: 422,
  unknown_currency: 422,
  no_market: 409,
  missing_value: 422,
  missing_column: 422,
  invalid_handle: 422,
  invalid_price: 422,
  too_many_decimals: 422,
  invalid_quantity: 422,
  invalid_boolean: 422,
  invalid_weight_unit: 422,
  invalid_barcode: 422,
  duplicate_sku: 422,
  duplicate_variant: 422,
  missing_option_value: 422,
  too_long: 422,
  too_many: 422,
})
