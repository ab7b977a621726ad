import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'
import type { Locale } from '../../../host/i18n/locales.ts'
import { isUuid } from '../../../kernel/ids.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import type { PossibleBase } from '../domain/price-lists/price-list-draft.ts'
import { refusals } from '../domain/refusals.ts'
import { draftOf, type PriceListRow } from '../store/price-lists.ts'

export type PriceListState = 'draft' | 'planned' | 'running' | 'ended'

export const priceListState = `CASE WHEN l.active_at IS NULL THEN 'draft' WHEN l.ends_at <= now() THEN 'ended'
  WHEN l.begins_at > now() THEN 'planned' ELSE 'running' END`

interface DetailRow extends PriceListRow {
  readonly version: number
  readonly state: PriceListState
  readonly price_count: bigint
  readonly begins_at: Date | null
  readonly ends_at: Date | null
  readonly base_names: Record<string, string> | null
  readonly is_base: boolean
}

/** One list, without its prices. */
export async function getPriceList(reader: Pick<Database, 'row'>, id: string): Promise<Result<PriceListView>> {
  const row = await reader.row(sql<DetailRow>`
    SELECT l.id, l.code, l.names, l.currency, l.priority, l.markets, l.channels, l.groups, l.companies, l.announced, l.zone,
      l.begins, l.ends, l.change_ppm, l.based_on, l.step, l.less, l.version, l.price_count, l.begins_at, l.ends_at,
      CASE WHEN l.active_at IS NULL THEN 'draft' WHEN l.ends_at <= now() THEN 'ended' WHEN l.begins_at > now() THEN 'planned'
        ELSE 'running' END AS state,
      b.names AS base_names, EXISTS (SELECT 1 FROM pricing.price_list o WHERE o.based_on = l.id) AS is_base
    FROM pricing.price_list l LEFT JOIN pricing.price_list b ON b.id = l.based_on WHERE l.id = ${id}`)
  return row ? ok(toView(row)) : refusals.price_list_not_found()
}

function toView(row: DetailRow) {
  const { derivation, ...draft } = draftOf(row)
  return {
    id: row.id as string,
    version: row.version,
    state: row.state as string,
    ...draft,
    names: row.names,
    markets: [...draft.markets],
    channels: [...draft.channels],
    groups: [...draft.groups],
    companies: [...draft.companies],
    derivation: derivation && { ...derivation, names: row.base_names },
    beginsAt: row.begins_at?.toISOString() ?? null,
    endsAt: row.ends_at?.toISOString() ?? null,
    prices: Number(row.price_count),
    isBase: row.is_base,
  }
}

export async function findPriceList(
  reader: Pick<Database, 'row'>,
  id: string,
): Promise<{ readonly id: string; readonly currency: string } | undefined> {
  return isUuid(id)
    ? reader.row(sql<{ id: string; currency: string }>`SELECT id, currency FROM pricing.price_list WHERE id = ${id}`)
    : undefined
}

/** As `findPriceList`, for who needs it to be there. */
export async function needPriceList(
  reader: Pick<Database, 'row'>,
  id: string,
): Promise<Result<{ readonly id: string; readonly currency: string }>> {
  const list = await findPriceList(reader, id)
  return list ? ok(list) : refusals.price_list_not_found()
}

export async function findPossibleBase(reader: Pick<Database, 'row'>, id: string): Promise<PossibleBase | undefined> {
  return reader.row(sql<PossibleBase>`
    SELECT id, currency, change_ppm IS NOT NULL AS "isDerived" FROM pricing.price_list WHERE id = ${id}`)
}

export async function isBaseOfOthers(reader: Pick<Database, 'row'>, id: string): Promise<boolean> {
  return (await reader.row(sql`SELECT 1 FROM pricing.price_list WHERE based_on = ${id} LIMIT 1`)) !== undefined
}

/** Lists with prices of their own: what others may be derived from. */
export async function listPossibleBases(
  reader: Pick<Database, 'rows'>,
  locale: string,
): Promise<{ readonly id: string; readonly name: string; readonly currency: string }[]> {
  return reader.rows(sql<{ id: string; name: string; currency: string }>`
    SELECT id, coalesce(names ->> ${locale}, names ->> 'en', code) AS name, currency FROM pricing.price_list
    WHERE change_ppm IS NULL ORDER BY created_at DESC, id DESC LIMIT 200`)
}

/** Of every list, in their order. */
export async function findPriceListCodes(reader: Pick<Database, 'rows'>): Promise<string[]> {
  const rows = await reader.rows(sql<{ code: string }>`SELECT code FROM pricing.price_list ORDER BY code`)
  return rows.map(({ code }) => code)
}

export async function priceListExists(reader: Pick<Database, 'row'>, id: string): Promise<boolean> {
  return (await findPriceList(reader, id)) !== undefined
}

/** Id -> name in a language, of those that exist. */
export async function priceListTitles(
  reader: Pick<Database, 'rows'>,
  ids: readonly string[],
  locale: Locale,
): Promise<ReadonlyMap<string, string>> {
  const rows = await reader.rows(sql<{ id: string; title: string }>`
    SELECT id, coalesce(names ->> ${locale}, names ->> 'en', code) AS title FROM pricing.price_list
    WHERE id = ANY(${ids.filter(isUuid)}::uuid[])`)
  return new Map(rows.map(({ id, title }) => [id, title]))
}

export type PriceListView = ReturnType<typeof toView>
