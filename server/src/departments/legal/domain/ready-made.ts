import type { PolicyKind } from './policy.ts'

/**
 * Paragraphs of the drafts that the house brings along, each with a heading; words under `legal.drafts.<kind>.<part>`. They are
 * drafts: a shop that publishes nothing shows them, and its owner must have them checked.
 */
export const DRAFT_PARTS: Readonly<Record<PolicyKind, readonly string[]>> = {
  sales: ['seller', 'contract', 'prices', 'payment', 'cancelling', 'disputes'],
  shipping: ['delivery'],
  returns: ['withdrawal', 'returns'],
  warranty: ['guarantee'],
  discounts: ['coupons', 'reduced'],
  privacy: ['who', 'what', 'why', 'receivers', 'how_long', 'cookies', 'rights'],
}
