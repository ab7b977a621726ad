import type { SealedRow, SealedStore } from '../../../host/auth/reseal-rows.ts'
import { sql, trusted } from '../../../host/database/sql.ts'

interface Row {
  readonly id: string
  readonly sealed: Buffer
}

const ZERO = '00000000-0000-0000-0000-000000000000'

function storeOf(column: 'sealed_input' | 'sealed_answer', placeOf: (id: string) => string): SealedStore {
  const name = trusted(column)
  return {
    list: async (reader, after, limit): Promise<SealedRow[]> => {
      const rows = await reader.rows(sql<Row>`
        SELECT id::text, ${name} AS sealed FROM work.approval WHERE id > ${after || ZERO}::uuid AND ${name} IS NOT NULL
        ORDER BY id LIMIT ${limit}`)
      return rows.map(({ id, sealed }) => ({ key: id, place: placeOf(id), sealed }))
    },
    replace: (ctx, { key, sealed: before }, sealed) =>
      ctx.tx.later(sql`UPDATE work.approval SET ${name} = ${sealed} WHERE id = ${key} AND ${name} = ${before}`),
  }
}

/** What was asked and waits, and what it answered; by the places of host/guard/kept-request.ts. */
export const sealedApprovals: readonly SealedStore[] = [
  storeOf('sealed_input', (id) => `work.approval ${id}`),
  storeOf('sealed_answer', (id) => `work.approval ${id} answer`),
]
