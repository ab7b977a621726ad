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
  view_not_found: 404,
  view_name_missing: 422,
  view_name_taken: 409,
  view_too_large: 422,
  too_many_views: 422,
  not_your_role: 403,
})
