import type { JobDefinition } from '../../../host/outbox/worker.ts'
import { sortAllGroups } from '../use-cases/sort-customers.ts'

/** Rules that speak of days are looked at every hour; everything else is sorted when it happens. */
export const sortCustomersJob: JobDefinition = {
  kind: 'sort-customers',
  schedule: '23 * * * *',
  run: sortAllGroups,
}
