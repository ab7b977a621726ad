/** What other departments' routes say in this one's words. */
export { presentPriced } from './present-priced.ts'
export { promotionDraftSchema, wishOf } from './promotion-draft.ts'
export { tariffSchema } from './tariff-schema.ts'
