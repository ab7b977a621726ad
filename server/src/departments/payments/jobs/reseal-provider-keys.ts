import type { JobDefinition } from '../../../host/outbox/worker.ts'
import { resealProviderKeys } from '../use-cases/keep-provider-account.ts'

export const resealProviderKeysJob: JobDefinition = {
  kind: 'reseal-provider-keys',
  schedule: '*/10 * * * *',
  run: resealProviderKeys,
}
