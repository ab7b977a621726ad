import type { JobDefinition } from '../../../host/outbox/worker.ts'
import { askRests, remindOfRests } from '../ask-rests.ts'

export const askRestsJob: JobDefinition = {
  kind: 'ask-rests',
  schedule: '*/5 * * * *',
  run: async (house) => {
    await askRests(house)
    await remindOfRests(house)
  },
}
