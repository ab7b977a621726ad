import type { JobDefinition } from '../../../host/outbox/worker.ts'
import { COUNT_FACETS, countFacets } from '../use-cases/count-facets.ts'

/** Of each minute: while a million products are imported, all shelves change all the while. */
const MOST_MS = 5_000

/** Once a minute: what changes meanwhile is counted whenever somebody asks, so that an import counts its shelves a few times, not for each row. */
export const countFacetsJob: JobDefinition = {
  kind: COUNT_FACETS,
  schedule: '* * * * *',
  run: (house, { signal }) => countFacets(house, { signal, mostMs: MOST_MS }),
}
