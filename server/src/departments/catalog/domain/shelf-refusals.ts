import { defineRefusals } from '../../../kernel/result.ts'

/** Of what stands around the products: categories, collections, brands, what belongs together. */
export const shelfRefusals = defineRefusals('catalog', {
  category_not_found: 404,
  unknown_taxonomy: 422,
  collection_not_found: 404,
  rule_without_condition: 422,
  condition_incomplete: 422,
  ends_before_it_begins: 422,
  too_many_picks: 422,
  unknown_pick: 422,
  related_to_itself: 422,
  unknown_related: 422,
  related_twice: 422,
  too_many_related: 422,
  brand_not_found: 404,
  brand_taken: 409,
  brand_too_large: 409,
})
