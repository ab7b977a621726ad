import type { Context } from '../../../host/context.ts'
import { raiseContentVersion } from '../../../host/database/content-version.ts'
import { sql } from '../../../host/database/sql.ts'
import { hostRefusals } from '../../../host/refusals.ts'
import type { Terms } from '../domain/programme.ts'

/** One more version; those before stay for the orders that were placed under them. The shop's pages tell what is earned. */
export function insertTerms(ctx: Context, terms: Terms): void {
  raiseContentVersion(ctx, 'loyalty')
  ctx.tx.later(
    sql`
    INSERT INTO loyalty.terms (id, market_code, version, running, names, earn_points, earn_amount, after_tax, excluded_categories,
      excluded_groups, point_worth, least_points, confirm_days, expiry_months, expires_after, redemption_ppm, from_at)
    VALUES (${terms.id}, ${terms.market}, ${terms.version}, ${terms.running}, ${JSON.stringify(terms.names)}::jsonb,
      ${terms.earnPoints}, ${terms.earnAmount}, ${terms.afterTax}, ${JSON.stringify(terms.excludedCategories)}::jsonb,
      ${JSON.stringify(terms.excludedGroups)}::jsonb, ${terms.pointWorth}, ${terms.leastPoints}, ${terms.confirmDays},
      ${terms.expiryMonths}, ${terms.expiresAfter}, ${terms.redemptionPpm}, ${terms.from})`,
    { refusals: { one_terms_per_version: () => hostRefusals.version_conflict() } },
  )
}
