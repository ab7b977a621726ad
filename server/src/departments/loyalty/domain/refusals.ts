import { defineRefusals } from '../../../kernel/result.ts'

export const refusals = defineRefusals('loyalty', {
  unknown_market: 404,
  unknown_customer: 404,
  no_programme: 409,
  name_missing: 422,
  worth_above_spend: 422,
  unknown_category: 422,
  points_wrong: 422,
  too_few_points: 422,
  not_enough_points: 409,
  sign_in_first: 403,
  conversion_taken: 409,
})
