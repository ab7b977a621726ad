import type { StaffActor } from '../../../host/auth/staff-directory.ts'
import type { Context } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import type { Preferences } from '../domain/preferences.ts'
import { writePreferences, writeRecent, type RecentRecord } from '../store/arrangements.ts'

/** Somebody looked at a record: it comes first among their recent ones, of which thirty are kept. */
export async function recallRecord(ctx: Context, staff: StaffActor, record: RecentRecord): Promise<Result<void>> {
  writeRecent(ctx, staff.id, record)
  return ok()
}

export async function choosePreferences(
  ctx: Context,
  staff: StaffActor,
  chosen: Partial<Preferences>,
): Promise<Result<void>> {
  writePreferences(ctx, staff.id, chosen)
  return ok()
}
