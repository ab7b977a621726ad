import { runCommand, system, type House } from '../../../host/context.ts'
import { ok } from '../../../kernel/result.ts'
import { listPromotionsToCome } from '../queries/promotions-to-come.ts'
import { lockPromotion } from '../store/promotions.ts'
import { placePromotion } from './promotion-interference.ts'

const MOST = 2_000

/** Each in a transaction of its own. What has its place already is left as it is. */
export async function planPromotions(house: House): Promise<void> {
  const { plans } = house.ports ?? {}
  if (!plans) return
  for (const id of await listPromotionsToCome(house.database, house.clock.now(), MOST)) {
    const placed = await runCommand(house, { actor: system('pricing') }, async (ctx) => {
      const held = await lockPromotion(ctx, id)
      if (!held || held.paused) return ok()
      // The house has no reason of its own to pass a window; whoever may, saves it once more.
      return placePromotion(ctx, held, { plans })
    })
    if (!placed.ok)
      house.log.warn('promotion has no place on the calendar', { promotion: id, code: placed.refusal.code })
  }
}
