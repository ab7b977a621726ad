import { runCommand, system, type House } from '../../../host/context.ts'
import { ok } from '../../../kernel/result.ts'
import { KEEP_OFFERS, takeOffersDue } from '../../catalog/index.ts'
import { writeOffers } from '../store/offers.ts'

export { KEEP_OFFERS } from '../../catalog/index.ts'

const CHUNK = 500

/** Keeps what lists by price walk along for all products that wait, each chunk in a transaction of its own. */
export async function keepOffers(house: House, signal?: AbortSignal): Promise<void> {
  for (let taken = CHUNK; taken === CHUNK && !signal?.aborted;) {
    const done = await runCommand(house, { actor: system(KEEP_OFFERS) }, async (ctx) => {
      const ids = await takeOffersDue(ctx, CHUNK)
      if (ids.length > 0) writeOffers(ctx, ids)
      return ok(ids.length)
    })
    taken = done.ok ? done.value : 0
  }
}
