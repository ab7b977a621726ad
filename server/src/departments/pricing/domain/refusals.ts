import { defineRefusals } from '../../../kernel/result.ts'

export const refusals = defineRefusals('pricing', {
  variant_not_for_sale: 409,
  no_price: 409,
  no_tax_rate: 409,
  quantity_out_of_range: 422,
  compare_at_too_low: 422,
  unknown_currency: 422,
})
