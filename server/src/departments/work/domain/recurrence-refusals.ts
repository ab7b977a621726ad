import { defineRefusals } from '../../../kernel/result.ts'

export const recurrenceRefusals = defineRefusals('work', {
  recurrence_not_found: 404,
  recurrence_weekday_missing: 422,
  recurrence_ends_before: 422,
  recurrence_never: 422,
  recurrence_paused: 409,
  recurrence_not_paused: 409,
})
