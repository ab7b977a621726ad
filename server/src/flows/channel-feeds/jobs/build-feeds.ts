import type { JobDefinition } from '../../../host/outbox/worker.ts'
import { buildFeedsDue } from '../build-feeds-due.ts'

/** Each minute those that are due; at once the one that somebody waits for. */
export const buildFeedsJob: JobDefinition = {
  kind: 'build-feeds',
  schedule: '* * * * *',
  run: (house, { ref }) => buildFeedsDue(house, ref ?? undefined),
}
