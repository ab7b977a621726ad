import { runCommand, system } from '../../../host/context.ts'
import type { JobDefinition } from '../../../host/outbox/worker.ts'
import { listEndedHolds } from '../queries/draft-holds.ts'
import { endSetAsideInTime } from '../use-cases/set-aside.ts'

/** As many at once; the next minute has the others. */
const AT_ONCE = 200

/** What was set aside for drafts goes back to the shelf when its time is over, each in a transaction of its own. */
export const releaseDraftsJob: JobDefinition = {
  kind: 'release-drafts',
  schedule: '* * * * *',
  run: async (house) => {
    for (const id of await listEndedHolds(house.database, house.clock.now(), AT_ONCE)) {
      await runCommand(house, { actor: system('release-drafts') }, (ctx) => endSetAsideInTime(ctx, id))
    }
  },
}
