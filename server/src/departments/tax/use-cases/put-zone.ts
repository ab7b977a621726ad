import { changedFields } from '../../../host/audit/changed-fields.ts'
import { expectVersion } from '../../../host/audit/expect-version.ts'
import type { Context } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { refusals } from '../domain/refusals.ts'
import { checkZone, type TaxZone } from '../domain/tax-zone.ts'
import { insertZone, lockZone, updateZone } from '../store/zones.ts'

export interface ZoneToPut {
  readonly zone: TaxZone
  readonly version: number | undefined
}

/** Makes a zone, or changes the one of this code; answers its version. Orders keep the taxes that they were placed with. */
export async function putZone(
  ctx: Context,
  { zone: draft, version }: ZoneToPut,
): Promise<Result<{ readonly version: number }>> {
  const existing = await lockZone(ctx, draft.code)
  const expected = expectVersion(existing?.version, version)
  if (!expected.ok) return expected
  // Its rates are of the country.
  if (existing && existing.country !== draft.country) return refusals.zone_country_fixed({ field: 'country' })
  const checked = checkZone(draft)
  if (!checked.ok) return checked
  const zone = checked.value
  const changes = changedFields(existing, zone)
  if (existing && changes.length === 0) return ok({ version: existing.version })
  if (existing) updateZone(ctx, zone)
  else insertZone(ctx, zone)
  const now = (existing?.version ?? 0) + 1
  ctx.audit({ action: 'tax:write', objectType: 'tax_zone', objectId: zone.code, version: now, changes })
  return ok({ version: now })
}
