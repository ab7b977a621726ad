import { listCustomers } from '../../departments/customers/index.ts'
import { grantPoints, putProgramme } from '../../departments/loyalty/index.ts'
import type { Context } from '../../host/context.ts'
import { sql } from '../../host/database/sql.ts'
import { ok, type Result } from '../../kernel/result.ts'
import { village } from './village.ts'

/** A programme in Italy, and two customers with points in it. Once, however often it is run. */
export async function loadLoyalty(ctx: Context): Promise<Result<void>> {
  if (await ctx.tx.row(sql`SELECT 1 FROM loyalty.terms LIMIT 1`)) return ok()
  const put = await putProgramme(
    ctx,
    {
      market: 'it',
      wish: {
        running: true,
        names: { en: 'Laguna Club', it: 'Club Laguna', es: 'Club Laguna', id: 'Klub Laguna' },
        earnPoints: 1n,
        earnAmount: 100n,
        afterTax: true,
        excludedCategories: [],
        excludedGroups: [],
        pointWorth: 5n,
        leastPoints: 100n,
        confirmDays: 16,
        expiryMonths: 24,
        expiresAfter: 'activity',
        redemptionPpm: 800_000,
      },
    },
    undefined,
  )
  if (!put.ok) return put
  await ctx.tx.flush()
  const [first, second] = village.people().customers
  for (const [customer, points, reason] of [
    [first, 480n, 'Benvenuta nel Club Laguna'],
    [second, 60n, 'Per la recensione della lampada'],
  ] as const) {
    const found = customer && (await listCustomers(ctx.tx, { search: customer.email, limit: 1 }))
    const known = found?.ok ? found.value.items[0] : undefined
    if (!known) continue
    const granted = await grantPoints(ctx, { customerId: known.id, market: 'it', points, reason })
    if (!granted.ok) return granted
  }
  return ok()
}
