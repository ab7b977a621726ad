import { changedFields } from '../../../host/audit/changed-fields.ts'
import { expectVersion } from '../../../host/audit/expect-version.ts'
import type { Context } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { soundPurpose, type PurposeDraft, type PurposeId } from '../domain/consent.ts'
import { refusals } from '../domain/refusals.ts'
import {
  insertPurpose,
  insertWording,
  lockPurpose,
  updatePurpose,
  type LockedPurpose,
} from '../store/consent-purposes.ts'

export interface SavedPurpose {
  readonly id: PurposeId
  readonly version: number
}

export async function createPurpose(
  ctx: Context,
  { code, ...wish }: PurposeDraft & { readonly code: string },
): Promise<Result<SavedPurpose>> {
  const draft = soundPurpose(wish)
  if (!draft.ok) return draft
  const id = ctx.newId<'consent-purpose'>()
  insertPurpose(ctx, id, { code, ...draft.value })
  insertWording(ctx, { id, number: 1, texts: draft.value.texts })
  audit(ctx, { id, version: 1 }, changedFields(undefined, { code, ...draft.value }))
  return ok({ id, version: 1 })
}

/** Another text becomes another wording; whoever agreed before agreed to the words that they read. */
export async function changePurpose(
  ctx: Context,
  { id, version, wish }: { readonly id: string; readonly version: number | undefined; readonly wish: PurposeDraft },
): Promise<Result<SavedPurpose>> {
  const held = await lockPurpose(ctx, id)
  if (!held) return refusals.consent_purpose_not_found()
  const expected = expectVersion(held.version, version)
  if (!expected.ok) return expected
  const draft = soundPurpose(wish)
  if (!draft.ok) return draft
  const changes = changedFields(seenOf(held), draft.value)
  if (changes.length === 0) return ok({ id: held.id, version: held.version })
  const isReworded = changes.some(({ field }) => field === 'texts')
  const wording = isReworded ? held.wording + 1 : held.wording
  updatePurpose(ctx, held.id, {
    draft: draft.value,
    wording,
    // Who bought before it was so was never told that they may object.
    softSince: draft.value.softOptIn ? (held.softSince ?? ctx.now) : null,
    retiredAt: draft.value.retired ? (held.retiredAt ?? ctx.now) : null,
  })
  if (isReworded) insertWording(ctx, { id: held.id, number: wording, texts: draft.value.texts })
  const saved = { id: held.id, version: held.version + 1 }
  audit(ctx, saved, changes)
  return ok(saved)
}

function seenOf(held: LockedPurpose): PurposeDraft {
  const { names, texts, channel, markets, askedAt, confirmed, softOptIn, position, retired } = held
  return { names, texts, channel, markets, askedAt, confirmed, softOptIn, position, retired }
}

function audit(ctx: Context, { id, version }: SavedPurpose, changes: ReturnType<typeof changedFields>): void {
  ctx.audit({ action: 'customers:change-purpose', objectType: 'consent_purpose', objectId: id, version, changes })
}
