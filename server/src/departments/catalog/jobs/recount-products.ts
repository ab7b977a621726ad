import { runCommand, system } from '../../../host/context.ts'
import type { JobDefinition } from '../../../host/outbox/worker.ts'
import { RECOUNT, recountProducts } from '../use-cases/recount-products.ts'

export const recountJob: JobDefinition = {
  kind: RECOUNT,
  run: async (house, { payload }) => {
    const text = (name: string) => (typeof payload[name] === 'string' ? payload[name] : undefined)
    await runCommand(house, { actor: system(RECOUNT) }, (ctx) =>
      recountProducts(ctx, { family: text('family'), attribute: text('attribute'), after: text('after') }),
    )
  },
}
