import { defineList } from '../../../host/lists/define-list.ts'
import { containing } from '../../../host/lists/search-text.ts'
import type { TermsJson } from '../domain/promotions/promotion-terms.ts'

interface PromotionRow {
  readonly id: string
  readonly code: string
  readonly names: Record<string, string>
  readonly terms: TermsJson
  readonly needs_coupon: boolean
  readonly begins_at: Date | null
  readonly ends_at: Date | null
  readonly paused: boolean
  readonly state: PromotionState
  readonly uses: bigint
  readonly created_at: Date
}

export type PromotionState = 'paused' | 'planned' | 'running' | 'ended'

export const promotionState = `CASE
  WHEN EXISTS (SELECT 1 FROM pricing.promotion_pause s WHERE s.promotion_id = p.id AND s.ended_at IS NULL) THEN 'paused'
  WHEN p.ends_at <= now() THEN 'ended' WHEN p.begins_at > now() THEN 'planned' ELSE 'running' END`

/** Promotions, the newest first. */
export const promotionsList = defineList<PromotionRow, ReturnType<typeof toView>>({
  name: 'promotions',
  namespace: 'pricing',
  columns: {
    code: { type: 'text', sql: 'p.code', filter: ['is'], sort: true },
    name: { type: 'text' },
    state: { type: 'text' },
    needsCoupon: { type: 'boolean', sql: 'p.needs_coupon', filter: ['is'] },
    beginsAt: { type: 'instant', sql: 'p.begins_at', filter: ['from', 'to'] },
    endsAt: { type: 'instant', sql: 'p.ends_at', filter: ['from', 'to'] },
    uses: { type: 'integer' },
    createdAt: { type: 'instant', sql: 'p.created_at', filter: ['from', 'to', 'last'], sort: true },
  },
  from: 'FROM pricing.promotion p',
  as: 'p',
  select: `p.id, p.code, p.names, p.terms, p.needs_coupon, p.begins_at, p.ends_at, p.created_at, ${promotionState} AS state,
    (SELECT count(*) FROM pricing.redemption r WHERE r.promotion_id = p.id AND r.released_at IS NULL) AS uses`,
  keys: [{ sql: 'p.id', type: 'id' }],
  defaultSort: '-createdAt',
  search: { ways: [(words) => containing("lower(p.code || ' ' || p.names::text)", words)] },
  present: toView,
})

function toView(row: PromotionRow, locale = 'en') {
  return {
    id: row.id,
    code: row.code,
    name: row.names[locale] ?? row.names['en'] ?? row.code,
    state: row.state,
    action: row.terms.action.kind as string,
    needsCoupon: row.needs_coupon,
    beginsAt: row.begins_at?.toISOString() ?? null,
    endsAt: row.ends_at?.toISOString() ?? null,
    uses: Number(row.uses),
    createdAt: row.created_at.toISOString(),
  }
}
