import type { Scope } from '../../../host/actor.ts'
import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'
import { escapeLike } from '../../../host/lists/search-text.ts'
import type { DocumentKind } from '../domain/document.ts'

export interface FoundDocument {
  readonly id: string
  readonly label: string
  readonly kind: DocumentKind
  readonly customer: string
}

/** By the beginning of the number, by the index document_by_label. */
export async function searchDocuments(
  reader: Pick<Database, 'rows'>,
  { typed, limit, scope }: { typed: string; limit: number; scope?: Scope | undefined },
): Promise<readonly FoundDocument[]> {
  const begins = `${escapeLike(typed.trim().toLowerCase())}%`
  if (scope?.location) return []
  const markets = scope?.market ?? null
  return reader.rows(sql<FoundDocument>`
    SELECT id, label, kind, customer FROM documents.document
    WHERE lower(label) LIKE ${begins} AND (${markets}::text[] IS NULL OR market_code = ANY(${markets}::text[]))
    ORDER BY lower(label), id LIMIT ${limit}`)
}
