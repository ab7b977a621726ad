import { defineRefusals } from '../../../kernel/result.ts'

export const refusals = defineRefusals('pricing', {
  variant_not_for_sale: 409,
  no_price: 409,
  no_tax_rate: 409,
  quantity_out_of_range: 422,
  compare_at_too_low: 422,
  unknown_currency: 422,
  currency_not_of_market: 422,
  promotion_period_empty: 422,
  promotion_percent_out_of_range: 422,
  promotion_currency_twice: 422,
  promotion_tiers_not_rising: 422,
  promotion_code_taken: 409,
})
