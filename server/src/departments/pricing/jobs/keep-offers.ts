import type { JobDefinition } from '../../../host/outbox/worker.ts'
import { KEEP_OFFERS, keepOffers } from '../use-cases/keep-offers.ts'

/** Asked for by whoever changes something that lists by price go by; the clock's own turn finds what a lost one left. */
export const keepOffersJob: JobDefinition = {
  kind: KEEP_OFFERS,
  schedule: '* * * * *',
  run: (house, { signal }) => keepOffers(house, signal),
}
