import { defineRefusals } from '../../../kernel/result.ts'

export const refusals = defineRefusals('customers', {
  wrong_credentials: 401,
  too_many_attempts: 429,
  weak_password: 422,
  link_spent: 410,
  not_found: 404,
  invalid_email: 422,
  address_not_found: 404,
  too_many_addresses: 422,
  group_not_found: 404,
  group_code_taken: 409,
  group_name_missing: 422,
  group_rule_empty: 422,
  group_rule_days_of_nothing: 422,
  nobody_to_add: 422,
})
