import type { JobDefinition } from '../../../host/outbox/worker.ts'
import { planPromotions } from '../use-cases/plan-promotions.ts'

/** Promotions that were saved without looking at the calendar (a shop from before, an import) find their place on it. */
export const planPromotionsJob: JobDefinition = {
  kind: 'plan-promotions',
  schedule: '7 * * * *',
  run: planPromotions,
}
