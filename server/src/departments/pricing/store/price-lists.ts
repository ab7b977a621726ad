import type { Context } from '../../../host/context.ts'
import { raiseContentVersion } from '../../../host/database/content-version.ts'
import { jsonText } from '../../../host/database/json.ts'
import { sql } from '../../../host/database/sql.ts'
import { percentFromPpm, percentText } from '../../../kernel/rate.ts'
import type { PriceListDraft, PriceListId, SoundDraft } from '../domain/price-lists/price-list-draft.ts'
import { refusals } from '../domain/refusals.ts'

export interface PriceListRow {
  readonly id: PriceListId
  readonly code: string
  readonly names: Record<string, string>
  readonly currency: string
  readonly priority: number
  readonly markets: readonly string[]
  readonly channels: readonly string[]
  readonly groups: readonly string[]
  readonly companies: readonly string[]
  readonly announced: boolean
  readonly zone: string
  readonly begins: string | null
  readonly ends: string | null
  readonly change_ppm: bigint | null
  readonly based_on: string | null
  readonly step: bigint
  readonly less: bigint
}

export interface LockedPriceList {
  readonly id: PriceListId
  readonly version: number
  readonly draft: PriceListDraft
  readonly activeAt: Date | null
  readonly createdAt: Date
}

const codeTaken = { price_list_code: () => refusals.price_list_code_taken({ field: 'code' }) }

export async function lockPriceList(ctx: Context, id: string): Promise<LockedPriceList | undefined> {
  const row = await ctx.tx.row(sql<PriceListRow & { version: number; active_at: Date | null; created_at: Date }>`
    SELECT id, code, names, currency, priority, markets, channels, groups, companies, announced, zone, begins, ends, change_ppm,
      based_on, step, less, version, active_at, created_at
    FROM pricing.price_list WHERE id = ${id}::uuid FOR UPDATE`)
  return (
    row && { id: row.id, version: row.version, draft: draftOf(row), activeAt: row.active_at, createdAt: row.created_at }
  )
}

export function draftOf(row: PriceListRow): PriceListDraft {
  const { code, names, currency, priority, markets, channels, groups, companies, announced, zone, begins, ends } = row
  return {
    code,
    names,
    currency,
    priority,
    markets,
    channels,
    groups,
    companies,
    announced,
    zone,
    begins,
    ends,
    derivation:
      row.change_ppm === null
        ? null
        : {
            change: percentText(percentFromPpm(row.change_ppm)),
            ...(row.based_on !== null && { of: row.based_on }),
            step: Number(row.step),
            less: Number(row.less),
          },
  }
}

export function insertPriceList(ctx: Context, id: PriceListId, draft: SoundDraft): void {
  const { derived } = draft
  ctx.tx.later(
    sql`
    INSERT INTO pricing.price_list (id, code, names, currency, priority, markets, channels, groups, companies, announced, zone,
      begins, ends, begins_at, ends_at, change_ppm, based_on, step, less, created_at)
    VALUES (${id}, ${draft.code}, ${jsonText(draft.names)}, ${draft.currency}, ${draft.priority}, ${draft.markets},
      ${draft.channels}, ${draft.groups}, ${draft.companies}, ${draft.announced}, ${draft.zone}, ${draft.begins}, ${draft.ends},
      ${draft.beginsAt}, ${draft.endsAt}, ${derived?.ppm ?? null}, ${derived?.of ?? null}::uuid, ${derived?.step ?? 1n},
      ${derived?.less ?? 0n}, ${ctx.now})`,
    { refusals: codeTaken },
  )
}

export function updatePriceList(ctx: Context, id: PriceListId, draft: SoundDraft): void {
  const { derived } = draft
  keepPastList(ctx, id)
  ctx.tx.later(
    sql`
    UPDATE pricing.price_list SET code = ${draft.code}, names = ${jsonText(draft.names)}, currency = ${draft.currency},
      priority = ${draft.priority}, markets = ${draft.markets}, channels = ${draft.channels}, groups = ${draft.groups},
      companies = ${draft.companies}, announced = ${draft.announced}, zone = ${draft.zone}, begins = ${draft.begins},
      ends = ${draft.ends}, begins_at = ${draft.beginsAt}, ends_at = ${draft.endsAt}, change_ppm = ${derived?.ppm ?? null},
      based_on = ${derived?.of ?? null}::uuid, step = ${derived?.step ?? 1n}, less = ${derived?.less ?? 0n},
      since = CASE WHEN active_at IS NULL THEN NULL ELSE ${ctx.now}::timestamptz END, version = version + 1
    WHERE id = ${id}`,
    { refusals: codeTaken },
  )
  raiseContentVersion(ctx, 'catalog')
}

export function saveActivation(ctx: Context, id: PriceListId, activeAt: Date | null): void {
  keepPastList(ctx, id)
  ctx.tx.later(sql`
    UPDATE pricing.price_list SET active_at = ${activeAt}, since = ${activeAt}, version = version + 1 WHERE id = ${id}`)
  raiseContentVersion(ctx, 'catalog')
}

/** What the list was for while it was active, until now. */
function keepPastList(ctx: Context, id: PriceListId): void {
  ctx.tx.later(sql`
    INSERT INTO pricing.price_list_past (list_id, from_at, until_at, currency, code, priority, markets, channels, narrowed, announced,
      begins_at, ends_at, change_ppm, based_on, step, less)
    SELECT id, since, ${ctx.now}::timestamptz, currency, code, priority, markets, channels, groups <> '{}' OR companies <> '{}',
      announced, begins_at, ends_at, change_ppm, based_on, step, less
    FROM pricing.price_list WHERE id = ${id} AND since < ${ctx.now}::timestamptz
    ON CONFLICT DO NOTHING`)
}

export interface ListPriceToSave {
  readonly variantId: string
  readonly from: number
  /** Null takes the price out of the list. */
  readonly fine: bigint | null
}

/** Pages show what one piece costs. */
function keepPastListPrices(ctx: Context, id: PriceListId, prices: readonly ListPriceToSave[]): void {
  const ofOne = prices.filter(({ from }) => from === 1).map(({ variantId }) => variantId)
  if (ofOne.length === 0) return
  ctx.tx.later(sql`
    INSERT INTO pricing.list_price_past (variant_id, list_id, from_at, until_at, fine)
    SELECT variant_id, list_id, since, ${ctx.now}::timestamptz, fine FROM pricing.list_price
    WHERE list_id = ${id} AND variant_id = ANY(${ofOne}::uuid[]) AND from_quantity = 1 AND since < ${ctx.now}::timestamptz
    ON CONFLICT DO NOTHING`)
}

/** The list is held under lock, so nobody else writes its prices. */
export function saveListPrices(ctx: Context, id: PriceListId, prices: readonly ListPriceToSave[]): void {
  const kept = prices.flatMap(({ fine, ...rest }) => (fine === null ? [] : [{ ...rest, fine }]))
  const gone = prices.filter(({ fine }) => fine === null)
  keepPastListPrices(ctx, id, prices)
  if (gone.length > 0) {
    ctx.tx.later(sql`
      DELETE FROM pricing.list_price p USING unnest(${gone.map((one) => one.variantId)}::uuid[],
        ${gone.map((one) => one.from)}::int[]) AS gone(variant_id, from_quantity)
      WHERE p.list_id = ${id} AND p.variant_id = gone.variant_id AND p.from_quantity = gone.from_quantity`)
  }
  if (kept.length > 0) {
    ctx.tx.later(sql`
      INSERT INTO pricing.list_price (list_id, variant_id, from_quantity, fine, since)
      SELECT ${id}::uuid, variant_id, from_quantity, fine, ${ctx.now}::timestamptz FROM unnest(
        ${kept.map((one) => one.variantId)}::uuid[], ${kept.map((one) => one.from)}::int[],
        ${kept.map((one) => one.fine)}::bigint[]) AS price(variant_id, from_quantity, fine)
      ON CONFLICT (list_id, variant_id, from_quantity) DO UPDATE SET fine = excluded.fine, since = excluded.since`)
  }
  ctx.tx.later(sql`
    UPDATE pricing.price_list SET version = version + 1,
      price_count = (SELECT count(*) FROM pricing.list_price WHERE list_id = ${id}) WHERE id = ${id}`)
  raiseContentVersion(ctx, 'catalog')
}
