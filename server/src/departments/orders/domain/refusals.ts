import { defineRefusals } from '../../../kernel/result.ts'

export const refusals = defineRefusals('orders', {
  not_found: 404,
  basket_not_found: 404,
  basket_empty: 409,
  basket_already_ordered: 409,
  total_changed: 409,
  country_not_served: 422,
  delivery_method_unavailable: 422,
  address_incomplete: 422,
  invalid_postcode: 422,
  invalid_email: 422,
  not_awaiting_payment: 409,
  not_cancellable: 409,
  link_not_valid: 404,
  too_many_lines: 409,
  line_not_orderable: 409,
  delivery_name_missing: 422,
  delivery_price_missing: 422,
  delivery_days_crossed: 422,
  unknown_currency: 422,
})
