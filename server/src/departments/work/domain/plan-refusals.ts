import { defineRefusals } from '../../../kernel/result.ts'

export const planRefusals = defineRefusals('work', {
  plan_not_found: 404,
  plan_withdrawn: 409,
  plan_title_missing: 422,
  plan_ends_before: 422,
  plan_too_long: 422,
  plan_unknown_zone: 422,
  plan_unknown_market: 422,
  plan_unknown_unit: 422,
  plan_out_of_scope: 403,
  plan_stopped: 409,
  plan_of_record: 409,
  plan_collides: 409,
  collision_not_found: 404,
  collision_not_yours: 403,
  calendar_too_wide: 422,
})
