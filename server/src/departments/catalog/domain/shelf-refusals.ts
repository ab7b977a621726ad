import { defineRefusals } from '../../../kernel/result.ts'

/** Of what stands around the products: categories, collections, brands, what belongs together. */
export const shelfRefusals = defineRefusals('catalog', {
  category_not_found: 404,
  unknown_taxonomy: 422,
})
