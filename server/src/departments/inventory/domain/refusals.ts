import { defineRefusals } from '../../../kernel/result.ts'

export const refusals = defineRefusals('inventory', {
  sold_out: 409,
  not_enough_left: 409,
  unknown_location: 422,
  below_zero: 409,
  below_reserved: 409,
  not_reserved_there: 409,
  not_on_shelf: 409,
  promise_below_sold: 409,
  promise_in_past: 422,
  unclear_deposit: 422,
})
