import { defineRefusals } from '../../../kernel/result.ts'

export const refusals = defineRefusals('payments', {
  not_found: 404,
  unknown_provider: 404,
  no_provider: 409,
  nothing_to_pay: 409,
  payment_time_over: 409,
  refund_above_captured: 409,
  nothing_to_refund: 409,
  not_paid_online: 409,
  no_method: 409,
  method_unavailable: 422,
  method_name_missing: 422,
  method_currency_unknown: 422,
  method_totals_crossed: 422,
  method_needs_no_provider: 422,
  method_clears_otherwise: 422,
  method_kind_fixed: 422,
  webhook_forged: 401,
  webhook_stale: 401,
  webhook_unreadable: 400,
})
