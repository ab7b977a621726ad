import { runCommand, system } from '../../../host/context.ts'
import type { JobDefinition } from '../../../host/outbox/worker.ts'
import { takeReturnsForRefunds } from '../use-cases/returned-debit.ts'

/** Behind the end of an order: what its bank took back of it was its refund. */
export const takeReturns: JobDefinition = {
  kind: 'take-debit-returns',
  run: async (house, job) => {
    const orderId = job.ref
    if (orderId === null) return
    await runCommand(house, { actor: system('take-debit-returns') }, (ctx) => takeReturnsForRefunds(ctx, orderId))
  },
}
