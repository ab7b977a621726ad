import { defineRefusals } from '../../../kernel/result.ts'

export const blackoutRefusals = defineRefusals('work', {
  in_blackout: 409,
  blackout_not_found: 404,
  blackout_over: 409,
  blackout_reason_missing: 422,
  blackout_ends_before: 422,
  blackout_too_long: 422,
  blackout_unknown_act: 422,
  blackout_unknown_market: 422,
})
