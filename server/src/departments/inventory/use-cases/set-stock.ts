import { isWithin, scopeOf } from '../../../host/actor.ts'
import type { Context } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { refusals } from '../domain/refusals.ts'
import type { MoveCause, StockToSet } from '../domain/stock-count.ts'
import { lockStock, makeCountedRows, writeMoves, type PlannedMove, type StockRow } from '../store/stock.ts'
import { weighCounts } from './weigh-count.ts'

/**
 * Makes on-hand what was counted, by a move of the difference, so that on hand is always the sum of its moves. Refuses to
 * go below what is already promised to orders; a place outside of the actor's scope is as unknown as one that is not there. Setting what is there already writes nothing.
 */
export async function setStock(
  ctx: Context,
  counts: readonly StockToSet[],
  { cause, reason }: { cause: MoveCause; reason?: string },
): Promise<Result<{ changed: number }>> {
  if (counts.length === 0) return ok({ changed: 0 })
  const places = new Map(counts.map((count) => [`${count.variantId} ${count.locationCode}`, count]))
  const made = await makeCountedRows(ctx, [...places.values()])
  const known = made.size === places.size ? new Map<string, StockRow>() : await lockStock(ctx, counts)
  const rows = new Map([...known, ...made])
  const moves: PlannedMove[] = []
  for (const [index, count] of counts.entries()) {
    const row = rows.get(`${count.variantId} ${count.locationCode}`)
    const field = `counts.${index}`
    const isMine = isWithin(scopeOf(ctx.actor), { location: count.locationCode })
    if (!row?.location_id || !isMine)
      return refusals.unknown_location({ field, params: { location: count.locationCode } })
    if (count.quantity < 0) return refusals.below_zero({ field })
    // Of what may be sold before it is there, a delivery may bring a part.
    const owed = (row.reserved ?? 0n) - (row.beyond ?? 0n)
    if (BigInt(count.quantity) < owed) return refusals.below_reserved({ field, params: { reserved: Number(owed) } })
    const difference = BigInt(count.quantity) - (row.on_hand ?? 0n)
    if (difference !== 0n) moves.push({ variantId: count.variantId, locationId: row.location_id, difference, row })
  }
  if (moves.length === 0) return ok({ changed: 0 })
  const admitted = await weighCounts(ctx, moves)
  if (!admitted.ok) return admitted
  writeMoves(ctx, moves, { cause, reason, written: new Set(made.values()) })
  auditMoves(ctx, moves, reason)
  return ok({ changed: moves.length })
}

function auditMoves(ctx: Context, moves: readonly PlannedMove[], reason: string | undefined): void {
  for (const { variantId, locationId, difference, row } of moves) {
    ctx.audit({
      action: 'inventory:adjust',
      objectType: 'stock',
      objectId: `${variantId} ${locationId}`,
      changes: [{ field: 'onHand', before: row.on_hand, after: (row.on_hand ?? 0n) + difference }],
      ...(reason === undefined ? {} : { reason }),
    })
  }
}
