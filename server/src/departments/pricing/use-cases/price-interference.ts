import type { FoundCollision, InterferenceRule } from '../../../host/plans/interference-rule.ts'
import type { Plan } from '../../../host/plans/plan.ts'
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
      if (isMeantToOverlap(plan, other)) continue
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

/** A promotion for everything lies over every other by design; which of them a basket gets, their own rules decide. */
function isMeantToOverlap(...both: readonly Plan[]): boolean {
  return both.every(({ kind }) => kind === 'promotion') && both.some(isForEverything)
}

const isForEverything = ({ goods, groups }: Plan) => goods.length + groups.length === 0
