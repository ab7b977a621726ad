import { actorText } from '../../../host/actor.ts'
import type { Context } from '../../../host/context.ts'
import { sql } from '../../../host/database/sql.ts'
import type { BlackoutFields } from '../domain/blackout.ts'

interface BlackoutRow extends BlackoutFields {
  readonly id: string
  readonly version: number
}

/** Undefined for one that was lifted. */
export function lockBlackout(ctx: Context, id: string): Promise<BlackoutRow | undefined> {
  return ctx.tx.row(sql<BlackoutRow>`
    SELECT b.id, b.reason, b.starts_at AS "startsAt", b.ends_at AS "endsAt", b.acts, b.markets, b.locations, b.version
    FROM work.blackout b WHERE b.id = ${id} AND NOT EXISTS (SELECT 1 FROM work.blackout_lifting l WHERE l.blackout_id = b.id)
    FOR UPDATE OF b`)
}

export function insertBlackout(
  ctx: Context,
  { id, madeBy }: { id: string; madeBy: string },
  window: BlackoutFields,
): void {
  const { reason, startsAt, endsAt, acts, markets, locations } = window
  ctx.tx.later(sql`
    INSERT INTO work.blackout (id, reason, starts_at, ends_at, acts, markets, locations, made_by, created_at)
    VALUES (${id}, ${reason}, ${startsAt}, ${endsAt}, ${acts}, ${markets}, ${locations}, ${madeBy}, ${ctx.now})`)
}

export function insertLifting(ctx: Context, id: string, reason: string): void {
  ctx.tx.later(sql`
    INSERT INTO work.blackout_lifting (blackout_id, reason, actor, at) VALUES (${id}, ${reason}, ${actorText(ctx.actor)}, ${ctx.now})`)
  ctx.tx.later(sql`UPDATE work.blackout SET version = version + 1 WHERE id = ${id}`)
}

export function insertOverride(
  ctx: Context,
  override: { blackoutId: string; staffId: string; reason: string; until: Date },
): void {
  const { blackoutId, staffId, reason, until } = override
  ctx.tx.later(sql`
    INSERT INTO work.blackout_override (id, blackout_id, staff_id, reason, at, until)
    VALUES (${ctx.newId()}, ${blackoutId}, ${staffId}, ${reason}, ${ctx.now}, ${until})`)
}
