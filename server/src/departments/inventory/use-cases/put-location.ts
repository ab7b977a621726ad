import { changedFields } from '../../../host/audit/changed-fields.ts'
import { expectVersion } from '../../../host/audit/expect-version.ts'
import type { Context } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import type { LocationToSave } from '../domain/location.ts'
import { insertLocation, lockLocation, updateLocation } from '../store/put-location.ts'

/** Makes a location, or changes the one of this code; answers its version. The same again writes nothing. */
export async function putLocation(
  ctx: Context,
  location: LocationToSave,
  version: number | undefined,
): Promise<Result<{ readonly version: number }>> {
  const existing = await lockLocation(ctx, location.code)
  const expected = expectVersion(existing?.version, version)
  if (!expected.ok) return expected
  const changes = changedFields(existing, location)
  if (existing && changes.length === 0) return ok({ version: existing.version })
  if (existing) updateLocation(ctx, location)
  else insertLocation(ctx, location)
  const now = (existing?.version ?? 0) + 1
  ctx.audit({ action: 'inventory:write', objectType: 'location', objectId: location.code, version: now, changes })
  return ok({ version: now })
}
