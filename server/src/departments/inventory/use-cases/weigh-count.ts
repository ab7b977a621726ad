import type { Context } from '../../../host/context.ts'
import { BEYOND, countFact, percentFact, type Facts, type GuardedAct } from '../../../host/guard/act.ts'
import { weigh } from '../../../host/guard/weigh.ts'
import { percentFromPpm } from '../../../kernel/rate.ts'
import type { Result } from '../../../kernel/result.ts'
import { extentOfCounts } from '../domain/count-extent.ts'
import { readCountedSince, readSkus } from '../queries/counted-since.ts'
import type { PlannedMove } from '../store/stock.ts'

export const COUNT: GuardedAct = {
  act: 'inventory.count',
  permission: 'inventory:adjust',
  facts: { difference: 'percent', units: 'count' },
}

const DAY_MS = 86_400_000

/** What was counted against what was there a day ago: all counts of one call are one act. The rows are held under lock. */
export function weighCounts(ctx: Context, moves: readonly PlannedMove[]): Promise<Result<void>> {
  const variantIds = moves.map(({ variantId }) => variantId)
  return weigh(ctx, {
    act: COUNT.act,
    facts: () => factsOf(ctx, moves),
    ref: {
      kind: 'stock',
      id: moves.length === 1 && moves[0] ? `${moves[0].variantId} ${moves[0].locationId}` : `${moves.length}`,
    },
    about: async () => {
      const skus = await readSkus(ctx.tx, variantIds)
      return { label: skus.slice(0, 3).join(', ') + (skus.length > 3 ? ', …' : '') }
    },
  })
}

async function factsOf(ctx: Context, moves: readonly PlannedMove[]): Promise<Facts> {
  const since = new Date(ctx.now.getTime() - DAY_MS)
  const today = await readCountedSince(ctx.tx, { variantIds: moves.map(({ variantId }) => variantId), since })
  const { percent, units } = extentOfCounts(
    moves.map(({ variantId, locationId, difference, row }) => ({
      onHand: row.on_hand ?? 0n,
      difference,
      addedToday: today.get(`${variantId} ${locationId}`) ?? 0n,
    })),
  )
  return { difference: percentFact(percent === 'beyond' ? BEYOND : percentFromPpm(percent)), units: countFact(units) }
}
