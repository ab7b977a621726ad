import { defineRefusals } from '../../../kernel/result.ts'

export const refusals = defineRefusals('operations', {
  job_not_found: 404,
  not_dead: 409,
  mail_not_found: 404,
})
