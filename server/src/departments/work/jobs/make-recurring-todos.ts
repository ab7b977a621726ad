import { runCommand, system } from '../../../host/context.ts'
import type { JobDefinition } from '../../../host/outbox/worker.ts'
import { localDateIn } from '../../../kernel/time.ts'
import { listRecurrencesToMake } from '../queries/read-recurrences.ts'
import { makeRecurring } from '../use-cases/make-recurring.ts'
import { shopZone } from '../use-cases/shop-zone.ts'

/** On the morning of its day each recurring to-do is made. Each in a transaction of its own: one that fails holds no other. */
export const makeRecurringTodos: JobDefinition = {
  kind: 'make-recurring-todos',
  schedule: '*/5 * * * *',
  run: async (house) => {
    const today = localDateIn(house.clock.now(), await shopZone(house.database))
    for (const id of await listRecurrencesToMake(house.database, today)) {
      await runCommand(house, { actor: system('make-recurring-todos') }, (ctx) => makeRecurring(ctx, id))
    }
  },
}
