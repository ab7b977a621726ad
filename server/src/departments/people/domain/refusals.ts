import { defineRefusals } from '../../../kernel/result.ts'

export const refusals = defineRefusals('people', {
  wrong_credentials: 401,
  too_many_attempts: 429,
  wrong_current_password: 422,
  weak_password: 422,
  link_spent: 410,
  not_found: 404,
  email_taken: 409,
  invalid_email: 422,
  unknown_role: 422,
  grants_too_much: 403,
  last_owner: 409,
  already_ended: 409,
  not_yourself: 409,
})
