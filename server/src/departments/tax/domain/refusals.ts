import { defineRefusals } from '../../../kernel/result.ts'

export const refusals = defineRefusals('tax', {
  invalid_percent: 422,
  rate_in_the_past: 409,
  later_rate_exists: 409,
})
