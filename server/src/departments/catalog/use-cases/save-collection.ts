import { changedFields } from '../../../host/audit/changed-fields.ts'
import type { Context } from '../../../host/context.ts'
import { hostRefusals } from '../../../host/refusals.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import {
  placesOf,
  planCollection,
  type CollectionContent,
  type CollectionDraft,
  type FoundMember,
} from '../domain/collection.ts'
import { shelfRefusals } from '../domain/shelf-refusals.ts'
import { textsChanged } from '../domain/translation.ts'
import { lockCollection, writeCollection, writeKept, writeMembers, type CollectionRow } from '../store/collections.ts'
import { markCatalogChanged } from '../store/content-version.ts'
import { noteTexts } from '../store/outdated-texts.ts'
import { cleaned } from './save-category.ts'

export const KEEP_COLLECTIONS = 'keep-collections'

interface SavedCollection {
  readonly id: string
  readonly version: number
}

export async function createCollection(ctx: Context, draft: CollectionDraft): Promise<Result<SavedCollection>> {
  return save(ctx, undefined, draft)
}

export interface CollectionChange {
  readonly id: string
  /** The one that the person saw; whoever only sets the picture takes nothing from anybody. */
  readonly version: number | undefined
  readonly changes: CollectionDraft
}

export async function changeCollection(
  ctx: Context,
  { id, version, changes }: CollectionChange,
): Promise<Result<SavedCollection>> {
  const existing = await lockCollection(ctx, id)
  if (!existing) return shelfRefusals.collection_not_found()
  if (version !== undefined && existing.version !== version) {
    return hostRefusals.version_conflict({ params: { version: existing.version } })
  }
  return save(ctx, existing, changes)
}

async function save(
  ctx: Context,
  existing: CollectionRow | undefined,
  draft: CollectionDraft,
): Promise<Result<SavedCollection>> {
  const plan = planCollection(existing, { ...draft, descriptions: draft.descriptions && cleaned(draft.descriptions) })
  if (!plan.ok) return plan
  const id = existing?.id ?? ctx.newId<'collection'>()
  const changes = changedFields(existing && comparable(existing), comparable(plan.value))
  if (existing && changes.length === 0) return ok({ id, version: existing.version })
  const version = (existing?.version ?? 0) + 1
  writeCollection(ctx, { ...plan.value, id, version })
  // Waits for the constraints' verdict, so that an address taken meanwhile is this call's refusal.
  await ctx.tx.flush()
  markCatalogChanged(ctx)
  ctx.audit({ action: 'catalog:write', objectType: 'collection', objectId: id, version, changes })
  noteTexts(ctx, textsChanged({ kind: 'collection', recordId: id }, changes))
  ctx.enqueue({ kind: KEEP_COLLECTIONS, ref: id })
  return ok({ id, version })
}

/** As the trail writes it; the members of a condition in one order, since they come back from jsonb in another. */
function comparable({ beginsAt, endsAt, rule, ...content }: CollectionContent) {
  const { handle, names, descriptions, seoTitles, seoDescriptions, hidden, imageFileId, picks } = content
  const conditions = rule?.conditions.map((one) => Object.fromEntries(Object.entries(one).toSorted()))
  return {
    handle,
    names,
    descriptions,
    seoTitles,
    seoDescriptions,
    hidden,
    imageFileId,
    beginsAt: beginsAt?.toISOString() ?? null,
    endsAt: endsAt?.toISOString() ?? null,
    rule: rule && { match: rule.match, conditions },
    picks,
  }
}

/**
 * Brings what lies in it to its picks and what the rule found. No change of the collection itself: no version, no audit entry.
 * What was found under another rule than the one that stands now is left: who changed the rule asked for a look of their own.
 */
export async function keepCollection(
  ctx: Context,
  seen: { readonly id: string; readonly version: number },
  found: readonly FoundMember[],
): Promise<Result<void>> {
  const collection = await lockCollection(ctx, seen.id)
  if (!collection || collection.version !== seen.version) return ok()
  const places = placesOf(collection.picks, collection.rule ? found : [])
  const written = await writeMembers(ctx, collection.id, places)
  const { hidden, beginsAt, endsAt } = collection
  const shown = !hidden && (beginsAt === null || beginsAt <= ctx.now) && (endsAt === null || endsAt > ctx.now)
  const turned = await writeKept(ctx, { id: collection.id, members: places.length, shown })
  if (written > 0 || turned) markCatalogChanged(ctx)
  return ok()
}
