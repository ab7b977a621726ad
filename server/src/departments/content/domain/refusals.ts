import { defineRefusals } from '../../../kernel/result.ts'

export const refusals = defineRefusals('content', {
  mail_kind_not_found: 404,
  market_not_found: 404,
  version_not_found: 404,
  example_not_found: 404,
  subject_missing: 422,
  text_missing: 422,
  too_long: 422,
  too_many_blocks: 422,
  value_unknown: 422,
  value_misplaced: 422,
  value_required: 422,
  nothing_to_reset: 409,
})
