import { runCommand, system } from '../../../host/context.ts'
import type { JobDefinition } from '../../../host/outbox/worker.ts'
import { reckonOrder } from '../use-cases/reckon-order.ts'

/** After every fact that may change them: the points of an order are brought to what they should be. */
export const reckonPoints: JobDefinition = {
  kind: 'reckon-points',
  run: async (house, job) => {
    await runCommand(house, { actor: system('reckon-points') }, (ctx) => reckonOrder(ctx, job.ref ?? ''))
  },
}
