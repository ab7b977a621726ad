import { defineRefusals } from '../../../kernel/result.ts'

export const refusals = defineRefusals('payments', {
  not_found: 404,
  unknown_provider: 404,
  no_provider: 409,
  nothing_to_pay: 409,
  payment_time_over: 409,
  refund_above_captured: 409,
  nothing_to_refund: 409,
  webhook_forged: 401,
  webhook_stale: 401,
  webhook_unreadable: 400,
})
