import type { FoundCollision, InterferenceRule } from '../../../host/plans/interference-rule.ts'
import { choicesMeet } from '../../../kernel/time-span.ts'
import { goodsMeet } from '../../catalog/index.ts'

const PRICED = ['promotion', 'price_list']

/** Two plans for the price of the same goods in the same market at once: one of them is not what its owner thinks. */
export const priceInterference: InterferenceRule = {
  name: 'prices_overlap',
  looksAt: PRICED,
  check: async (reader, { plan, others }) => {
    const found: FoundCollision[] = []
    for (const other of others) {
      if (!PRICED.includes(other.kind) || !choicesMeet(plan.markets, other.markets)) continue
      if (!(await goodsMeet(reader, plan, other))) continue
      const shared = plan.markets.filter((market) => other.markets.length === 0 || other.markets.includes(market))
      const markets = shared.length > 0 ? shared : other.markets
      // In the order of their names, so that the sentence is the same from both sides.
      const [first = '', second = ''] = [plan.title, other.title].sort()
      found.push({
        severity: 'warn',
        other,
        params: { first, second, markets: markets.join(', ').toUpperCase(), some: markets.length },
      })
    }
    return found
  },
}
