import { defineRefusals } from '../../../kernel/result.ts'

export const refusals = defineRefusals('documents', {
  not_found: 404,
  link_not_valid: 404,
  order_not_found: 404,
  not_paid: 409,
  already_issued: 409,
  nothing_to_pack: 409,
  unknown_entity: 422,
  unknown_market: 404,
  format_wrong: 422,
  format_taken: 409,
})
