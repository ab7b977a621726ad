import { defineRefusals } from '../../../kernel/result.ts'

export const refusals = defineRefusals('returns', {
  not_found: 404,
  name_missing: 422,
  order_missing: 422,
  email_wrong: 422,
  not_possible: 409,
  note_missing: 422,
  line_unknown: 422,
  refund_above: 422,
  lost_words_missing: 422,
  fact_known: 409,
  fact_in_future: 422,
})
