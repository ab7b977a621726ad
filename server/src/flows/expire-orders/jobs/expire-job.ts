import type { JobDefinition } from '../../../host/outbox/worker.ts'
import { expireBalances } from '../expire-balances.ts'
import { expireOrders } from '../expire-orders.ts'

export const expireJob: JobDefinition = {
  kind: 'expire-orders',
  schedule: '* * * * *',
  run: async (house) => {
    await expireOrders(house)
    await expireBalances(house)
  },
}
