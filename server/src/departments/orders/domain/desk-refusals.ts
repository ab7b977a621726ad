import { defineRefusals } from '../../../kernel/result.ts'

/** Of the desk at which orders are sorted and held. */
export const deskRefusals = defineRefusals('orders', {
  tag_not_found: 404,
  tag_name_missing: 422,
  tag_exists: 409,
  unknown_tag: 422,
  too_many_tags: 409,
  hold_rule_not_found: 404,
  hold_amount_missing: 422,
  hold_domain_wrong: 422,
  hold_market_unknown: 422,
  not_holdable: 409,
  already_held: 409,
  not_held: 409,
  held: 409,
  no_orders_meant: 422,
  too_many_orders: 422,
})
