import type { JobDefinition } from '../../../host/outbox/worker.ts'
import { fetchPayouts } from '../use-cases/fetch-payouts.ts'

/** Hourly, and when a provider tells of a payout. Who cannot be asked now is asked in an hour. */
export const fetchPayoutsJob: JobDefinition = {
  kind: 'fetch-payouts',
  schedule: '20 * * * *',
  run: async (house) => {
    await fetchPayouts(house)
  },
}
