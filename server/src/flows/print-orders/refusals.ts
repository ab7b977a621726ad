import { defineRefusals } from '../../kernel/result.ts'

export const refusals = defineRefusals('print-orders', {
  not_there: 404,
})
