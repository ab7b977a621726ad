import { defineRefusals } from '../../../kernel/result.ts'

export const refusals = defineRefusals('legal', {
  policy_not_found: 404,
  unknown_market: 404,
  unknown_blank: 422,
  text_missing: 422,
  rule_missing: 422,
  below_law: 422,
  in_the_past: 422,
  no_draft: 409,
  policies_changed: 409,
})
