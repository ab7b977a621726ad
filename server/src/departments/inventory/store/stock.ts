import { actorText } from '../../../host/actor.ts'
import type { Context } from '../../../host/context.ts'
import { raiseContentVersion } from '../../../host/database/content-version.ts'
import { sql } from '../../../host/database/sql.ts'
import type { MoveCause, StockToSet } from '../domain/stock-count.ts'

export interface StockRow {
  readonly variant_id: string
  readonly location_id: string | null
  readonly code: string
  readonly on_hand: bigint | null
  readonly reserved: bigint | null
}

export interface PlannedMove {
  readonly variantId: string
  readonly locationId: string
  readonly difference: bigint
  readonly row: StockRow
}

export function makeStockRows(ctx: Context, counts: readonly StockToSet[]): void {
  ctx.tx.later(sql`
    INSERT INTO inventory.stock (variant_id, location_id)
    SELECT DISTINCT c.variant_id, l.id FROM unnest(
      ${counts.map((count) => count.variantId)}::uuid[], ${counts.map((count) => count.locationCode)}::text[]
    ) AS c(variant_id, code) JOIN inventory.location l USING (code) ORDER BY c.variant_id, l.id
    ON CONFLICT DO NOTHING`)
}

export async function lockStock(ctx: Context, counts: readonly StockToSet[]): Promise<Map<string, StockRow>> {
  const rows = await ctx.tx.rows(sql<StockRow>`
    SELECT s.variant_id, s.location_id, l.code, s.on_hand, s.reserved
    FROM inventory.stock s JOIN inventory.location l ON l.id = s.location_id
    WHERE s.variant_id = ANY(${counts.map((count) => count.variantId)}::uuid[])
    ORDER BY s.variant_id, s.location_id FOR NO KEY UPDATE OF s`)
  return new Map(rows.map((row) => [`${row.variant_id} ${row.code}`, row]))
}

export function writeMoves(
  ctx: Context,
  moves: readonly PlannedMove[],
  cause: MoveCause,
  reason: string | undefined,
): void {
  const variantIds = moves.map((move) => move.variantId)
  const locationIds = moves.map((move) => move.locationId)
  const differences = moves.map((move) => move.difference)
  ctx.tx.later(sql`
    INSERT INTO inventory.move (id, variant_id, location_id, quantity, cause, reason, actor, at)
    SELECT id, variant_id, location_id, quantity, ${cause}::text, ${reason ?? null}::text, ${actorText(ctx.actor)}::text, ${ctx.now}::timestamptz
    FROM unnest(${moves.map(() => ctx.newId())}::uuid[], ${variantIds}::uuid[], ${locationIds}::uuid[], ${differences}::bigint[])
      AS move(id, variant_id, location_id, quantity)`)
  ctx.tx.later(sql`
    UPDATE inventory.stock s SET on_hand = s.on_hand + move.quantity
    FROM unnest(${variantIds}::uuid[], ${locationIds}::uuid[], ${differences}::bigint[]) AS move(variant_id, location_id, quantity)
    WHERE s.variant_id = move.variant_id AND s.location_id = move.location_id`)
  raiseContentVersion(ctx, 'stock')
}
