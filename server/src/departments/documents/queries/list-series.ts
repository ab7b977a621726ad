import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'
import type { DocumentKind } from '../domain/document.ts'
import type { SeriesState } from '../domain/series.ts'

export interface SeriesRow extends SeriesState {
  readonly id: string
  readonly entityId: string
  readonly kind: DocumentKind
  readonly begunAt: Date
  readonly endedAt: Date | null
}

export function listSeries(reader: Pick<Database, 'rows'>): Promise<SeriesRow[]> {
  return reader.rows(sql<SeriesRow>`
    SELECT id, entity_id AS "entityId", kind, format, digits, first_year AS "firstYear", first_number AS "firstNumber",
      last_year AS "lastYear", last_number AS "lastNumber", last_on AS "lastOn", begun_at AS "begunAt", ended_at AS "endedAt"
    FROM documents.series ORDER BY ended_at DESC NULLS FIRST, begun_at, id`)
}
