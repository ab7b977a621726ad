import { resealRows } from '../../../host/auth/reseal-rows.ts'
import { dataKeys } from '../../../host/auth/sealed-values.ts'
import type { JobDefinition } from '../../../host/outbox/worker.ts'

/** After a change of secret (docs/guides/secrets.md). */
export const resealDataKeys: JobDefinition = {
  kind: 'reseal-data-keys',
  schedule: '*/10 * * * *',
  run: async (house) => {
    const count = await resealRows(house, dataKeys)
    if (count > 0) house.log.info('secrets.resealed', { dataKeys: count })
  },
}
