import type { JobDefinition } from '../../../host/outbox/worker.ts'
import { askAgain } from '../use-cases/check-vat-number.ts'

/** Every hour, for numbers whose state could not answer. */
export const askViesAgain: JobDefinition = {
  kind: 'ask-vies-again',
  schedule: '41 * * * *',
  run: askAgain,
}
