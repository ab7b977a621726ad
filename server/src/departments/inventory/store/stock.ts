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
  /** What may be sold before it is there. */
  readonly beyond: bigint | null
}

export interface PlannedMove {
  readonly variantId: string
  readonly locationId: string
  readonly difference: bigint
  readonly row: StockRow
}

/**
 * Makes the rows that are not there with what was counted already in them, so that a count of something new is one write and not two;
 * tells them as they were before, empty. Each place once; a negative count is the caller's to refuse.
 */
export async function makeCountedRows(ctx: Context, counts: readonly StockToSet[]): Promise<Map<string, StockRow>> {
  const rows = await ctx.tx.rows(sql<Pick<StockRow, 'variant_id' | 'location_id' | 'code'>>`
    WITH counted AS (
      SELECT c.variant_id, l.id AS location_id, l.code, greatest(c.quantity, 0) AS quantity FROM unnest(
        ${counts.map((count) => count.variantId)}::uuid[], ${counts.map((count) => count.locationCode)}::text[],
        ${counts.map((count) => BigInt(count.quantity))}::bigint[]
      ) AS c(variant_id, code, quantity) JOIN inventory.location l USING (code)
    ), made AS (
      INSERT INTO inventory.stock (variant_id, location_id, on_hand)
      SELECT variant_id, location_id, quantity FROM counted ORDER BY variant_id, location_id
      ON CONFLICT DO NOTHING RETURNING variant_id, location_id
    )
    SELECT variant_id, location_id, code FROM made JOIN counted USING (variant_id, location_id)`)
  return new Map(
    rows.map((row) => [`${row.variant_id} ${row.code}`, { ...row, on_hand: 0n, reserved: 0n, beyond: 0n }]),
  )
}

export async function lockStock(ctx: Context, counts: readonly StockToSet[]): Promise<Map<string, StockRow>> {
  const rows = await ctx.tx.rows(sql<StockRow>`
    SELECT s.variant_id, s.location_id, l.code, s.on_hand, s.reserved, s.beyond
    FROM inventory.stock s JOIN inventory.location l ON l.id = s.location_id
    WHERE s.variant_id = ANY(${counts.map((count) => count.variantId)}::uuid[])
    ORDER BY s.variant_id, s.location_id FOR NO KEY UPDATE OF s`)
  return new Map(rows.map((row) => [`${row.variant_id} ${row.code}`, row]))
}

/** `written`: rows that hold what their moves say already. */
export function writeMoves(
  ctx: Context,
  moves: readonly PlannedMove[],
  {
    cause,
    reason,
    written,
  }: { readonly cause: MoveCause; readonly reason: string | undefined; readonly written: ReadonlySet<StockRow> },
): void {
  const variantIds = moves.map((move) => move.variantId)
  const locationIds = moves.map((move) => move.locationId)
  const differences = moves.map((move) => move.difference)
  ctx.tx.later(sql`
    INSERT INTO inventory.move (id, variant_id, location_id, quantity, cause, reason, actor, at)
    SELECT id, variant_id, location_id, quantity, ${cause}::text, ${reason ?? null}::text, ${actorText(ctx.actor)}::text, ${ctx.now}::timestamptz
    FROM unnest(${moves.map(() => ctx.newId())}::uuid[], ${variantIds}::uuid[], ${locationIds}::uuid[], ${differences}::bigint[])
      AS move(id, variant_id, location_id, quantity)`)
  const left = moves.filter(({ row }) => !written.has(row))
  if (left.length > 0)
    ctx.tx.later(sql`
    UPDATE inventory.stock s SET on_hand = s.on_hand + move.quantity
    FROM unnest(${left.map((move) => move.variantId)}::uuid[], ${left.map((move) => move.locationId)}::uuid[],
      ${left.map((move) => move.difference)}::bigint[]) AS move(variant_id, location_id, quantity)
    WHERE s.variant_id = move.variant_id AND s.location_id = move.location_id`)
  raiseContentVersion(ctx, 'stock')
}
