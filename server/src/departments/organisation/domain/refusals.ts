import { defineRefusals } from '../../../kernel/result.ts'

export const refusals = defineRefusals('organisation', {
  unknown_entity: 422,
  unknown_currency: 422,
  unknown_time_zone: 422,
  invalid_email: 422,
  entity_fixed: 409,
  market_fixed: 409,
})
