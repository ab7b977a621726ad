import { changedFields } from '../../../host/audit/changed-fields.ts'
import type { Context } from '../../../host/context.ts'
import { hostRefusals } from '../../../host/refusals.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { refusals } from '../domain/refusals.ts'
import { checkContact, type SafetyContact } from '../domain/safety-contact.ts'
import { markCatalogChanged } from '../store/content-version.ts'
import { lockContact, writeContact } from '../store/safety-contacts.ts'

interface SavedContactVersion {
  readonly id: string
  readonly version: number
}

export async function addSafetyContact(ctx: Context, draft: SafetyContact): Promise<Result<SavedContactVersion>> {
  const checked = checkContact(draft)
  if (!checked.ok) return checked
  return write(ctx, { id: ctx.newId(), version: 1 }, { before: undefined, after: checked.value })
}

export interface ContactChange {
  readonly id: string
  /** The one that the person saw. */
  readonly version: number
  readonly contact: SafetyContact
}

export async function changeSafetyContact(
  ctx: Context,
  { id, version, contact: draft }: ContactChange,
): Promise<Result<SavedContactVersion>> {
  const existing = await lockContact(ctx, id)
  if (!existing) return refusals.unknown_contact()
  if (existing.version !== version) return hostRefusals.version_conflict({ params: { version: existing.version } })
  const checked = checkContact(draft)
  if (!checked.ok) return checked
  return write(ctx, { id, version: version + 1 }, { before: existing, after: checked.value })
}

function write(
  ctx: Context,
  saved: SavedContactVersion,
  { before, after }: { readonly before: SafetyContact | undefined; readonly after: SafetyContact },
): Result<SavedContactVersion> {
  const changes = changedFields<SafetyContact>(before, after)
  if (before && changes.length === 0) return ok({ id: saved.id, version: saved.version - 1 })
  writeContact(ctx, saved.id, after, saved.version)
  const { id: objectId, version } = saved
  ctx.audit({ action: 'catalog:write', objectType: 'safety_contact', objectId, version, changes })
  markCatalogChanged(ctx)
  return ok(saved)
}
