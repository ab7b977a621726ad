import { defineRefusals } from '../../../kernel/result.ts'

export const refusals = defineRefusals('tax', {
  invalid_percent: 422,
  rate_in_the_past: 409,
  later_rate_exists: 409,
  zone_empty: 422,
  zone_country_fixed: 409,
  invalid_postcodes: 422,
  unknown_zone: 422,
  unknown_market: 404,
  category_name_missing: 422,
  vat_number_wrong: 422,
  vat_number_unknown_country: 422,
})
