import type { JobDefinition } from '../../../host/outbox/worker.ts'
import { keepCollections } from '../keep-collections.ts'

export const keepJob: JobDefinition = {
  kind: 'keep-collections',
  schedule: '*/5 * * * *',
  run: (house, { ref }) => keepCollections(house, ref ?? undefined),
}
