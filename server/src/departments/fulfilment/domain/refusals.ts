import { defineRefusals } from '../../../kernel/result.ts'

export const refusals = defineRefusals('fulfilment', {
  not_found: 404,
  nothing_to_send: 409,
  still_awaited: 409,
  unknown_line: 422,
  too_many: 409,
  not_possible: 409,
  left_already: 409,
  note_missing: 422,
  delivered_on_wrong: 422,
  link_wrong: 422,
})
