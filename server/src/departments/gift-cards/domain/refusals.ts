import { defineRefusals } from '../../../kernel/result.ts'

export const refusals = defineRefusals('gift-cards', {
  not_found: 404,
  unknown_market: 404,
  // One answer for every code that cannot be used: who guesses learns nothing.
  code_not_usable: 422,
  balance_changed: 409,
  too_many_cards: 422,
  recipient_wrong: 422,
  recipient_missing: 422,
  amount_wrong: 422,
  currency_wrong: 422,
  below_zero: 409,
  blocked: 409,
  not_blocked: 409,
  cancelled: 409,
  not_expired: 409,
  nothing_left: 409,
  already_used: 409,
  unknown_customer: 404,
  credit_not_found: 404,
  day_over: 422,
  sign_in_first: 403,
})
