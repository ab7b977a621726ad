import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'

/** A price list or a promotion that is not over and is for a group of customers. */
export interface UseOfGroup {
  readonly kind: 'price_list' | 'promotion'
  readonly id: string
  readonly code: string
  readonly names: Readonly<Record<string, string>>
}

export function usesOfGroup(
  reader: Pick<Database, 'rows'>,
  { code, now }: { readonly code: string; readonly now: Date },
): Promise<UseOfGroup[]> {
  const wanted = JSON.stringify([{ kind: 'customer_group', groups: [code] }])
  return reader.rows(sql<UseOfGroup>`
    SELECT 'price_list' AS kind, id, code, names FROM pricing.price_list
    WHERE ${code} = ANY(groups) AND (ends_at IS NULL OR ends_at > ${now}::timestamptz)
    UNION ALL SELECT 'promotion', id, code, names FROM pricing.promotion
    WHERE terms -> 'conditions' @> ${wanted}::jsonb AND (ends_at IS NULL OR ends_at > ${now}::timestamptz)
    ORDER BY kind, code`)
}
