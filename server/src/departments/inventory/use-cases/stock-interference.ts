import type { Database } from '../../../host/database/pool.ts'
import type { FoundCollision, InterferenceRule } from '../../../host/plans/interference-rule.ts'
import type { KeptPlan, Plan } from '../../../host/plans/plan.ts'
import { choicesMeet } from '../../../kernel/time-span.ts'
import { goodsMeet, listChosenVariants } from '../../catalog/index.ts'
import { readStockOfPlan } from '../queries/stock-of-plans.ts'

/** Plans that make people buy. */
const SALES = ['promotion', 'campaign', 'launch']
const MOST_VARIANTS = 5_000

/**
 * Goods that are made wanted and are not there. Of plans for the whole shop nothing is said: something is always out of stock, and
 * a warning that always stands is read by nobody.
 */
const saleWithoutStock: InterferenceRule = {
  name: 'sale_without_stock',
  looksAt: SALES,
  check: async (reader, { plan }) => {
    const variants = await listChosenVariants(reader, plan, MOST_VARIANTS)
    if (!variants || variants.length === 0) return []
    const variantIds = variants.map(({ id }) => id)
    const { out, low, scarcest } = await readStockOfPlan(reader, { variantIds, locations: plan.locations })
    if (out + low === 0) return []
    const sku = variants.find(({ id }) => id === scarcest)?.sku ?? ''
    const params = { plan: plan.title, out, low, total: variants.length, sku }
    return [{ severity: 'warn', path: '/stock?show=low', params }]
  },
}

/** Counting a shelf while its goods are sold in a hurry: the count is wrong, and the sale waits for it. */
const countInSale: InterferenceRule = {
  name: 'count_in_sale',
  looksAt: ['stocktake', ...SALES],
  check: async (reader, { plan, others }) => {
    const isCount = plan.kind === 'stocktake'
    const opposite = others.filter(({ kind }) => (isCount ? SALES.includes(kind) : kind === 'stocktake'))
    const found: FoundCollision[] = []
    for (const other of opposite) {
      if (!(await shareGoods(reader, plan, other))) continue
      const [count, sale] = isCount ? [plan, other] : [other, plan]
      const places = count.locations.join(', ')
      found.push({
        severity: 'warn',
        other,
        params: { count: count.title, sale: sale.title, places, some: count.locations.length },
      })
    }
    return found
  },
}

async function shareGoods(reader: Pick<Database, 'rows'>, a: Plan, b: KeptPlan): Promise<boolean> {
  return choicesMeet(a.locations, b.locations) && goodsMeet(reader, a, b)
}

export const stockInterference: readonly InterferenceRule[] = [saleWithoutStock, countInSale]
