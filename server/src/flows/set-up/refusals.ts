import { defineRefusals } from '../../kernel/result.ts'

export const refusals = defineRefusals('set-up', {
  step_done: 409,
})
