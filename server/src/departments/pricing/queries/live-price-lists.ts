import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'
import type { CurrencyCode } from '../../../kernel/currency.ts'
import type { PriceListId } from '../domain/price-lists/price-list-draft.ts'
import type { PriceList } from '../domain/price-lists/price-list.ts'

/** A list as it narrows prices now; its prices are read for the variants that are asked about. */
export interface LiveList extends Omit<PriceList, 'prices'> {
  readonly id: PriceListId
  /** Id of the list that it is derived from. */
  readonly basedOn: string | undefined
}

export interface LiveListRow {
  readonly id: PriceListId
  readonly code: string
  readonly names: Record<string, string>
  readonly currency: CurrencyCode
  readonly priority: number
  readonly markets: readonly string[]
  readonly channels: readonly string[]
  readonly groups: readonly string[]
  readonly companies: readonly string[]
  readonly announced: boolean
  readonly begins_at: Date | null
  readonly ends_at: Date | null
  readonly change_ppm: bigint | null
  readonly based_on: string | null
  readonly base_code: string | null
  readonly step: bigint
  readonly less: bigint
}

export interface WhereSold {
  readonly currency: string
  readonly market: string
  /** Lists for other customers are told to nobody. */
  readonly groups: readonly string[]
  readonly company?: string | undefined
}

/**
 * Active lists of a currency that are not over and whose market and customers fit: those that hold now, and those to come, so that
 * an explanation can say when. They are few, and stand on an index; what holds is decided by `listsFor`.
 */
export async function loadLiveLists(
  reader: Pick<Database, 'rows'>,
  { currency, market, groups, company }: WhereSold,
  now: Date,
): Promise<LiveList[]> {
  const rows = await reader.rows(sql<LiveListRow>`
    SELECT l.id, l.code, l.names, l.currency, l.priority, l.markets, l.channels, l.groups, l.companies, l.announced, l.begins_at,
      l.ends_at, l.change_ppm, l.based_on, b.code AS base_code, l.step, l.less
    FROM pricing.price_list l LEFT JOIN pricing.price_list b ON b.id = l.based_on
    WHERE l.active_at IS NOT NULL AND l.currency = ${currency} AND coalesce(l.ends_at, 'infinity') > ${now}
      AND (l.markets = '{}' OR ${market} = ANY(l.markets)) AND (l.groups = '{}' OR l.groups && ${groups}::text[])
      AND (l.companies = '{}' OR ${company ?? null}::text = ANY(l.companies))
    ORDER BY l.priority DESC, l.code`)
  return rows.map(toLiveList)
}

export function toLiveList(row: LiveListRow): LiveList {
  const { id, code, names, currency, priority, markets, channels, groups, companies, announced } = row
  return {
    id,
    code,
    names,
    currency,
    priority,
    announced,
    ...(markets.length > 0 && { markets }),
    ...(channels.length > 0 && { channels }),
    ...(groups.length > 0 && { groups }),
    ...(companies.length > 0 && { companies }),
    ...(row.begins_at && { from: row.begins_at }),
    ...(row.ends_at && { until: row.ends_at }),
    ...(row.change_ppm !== null && {
      derivation: { ppm: row.change_ppm, of: row.base_code ?? undefined, step: row.step, less: row.less },
    }),
    basedOn: row.based_on ?? undefined,
  }
}
