import type { Context } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { readyMadeRoles } from '../domain/roles.ts'
import { upsertRoles } from '../store/staff.ts'

/**
 * Brings the ready-made roles to what the departments of this version permit. Run whenever an organisation's house is opened
 * after a migration: harmless twice, and the owner of yesterday may do today's new things.
 */
export async function loadReadyMadeRoles(ctx: Context, permissions: Iterable<string>): Promise<Result<void>> {
  upsertRoles(ctx.tx, readyMadeRoles([...permissions]))
  return ok()
}
