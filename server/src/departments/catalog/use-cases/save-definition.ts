import { changedFields } from '../../../host/audit/changed-fields.ts'
import type { Change } from '../../../host/audit/record.ts'
import type { Context } from '../../../host/context.ts'
import { markCatalogChanged } from '../store/content-version.ts'

interface DefinitionToSave<Definition> {
  readonly objectType: 'attribute' | 'family'
  readonly existing: (Definition & { readonly version: number }) | undefined
  readonly definition: Definition
  readonly write: (ctx: Context, definition: Definition, version: number) => void
}

/** Writes what was checked, with its next version and its entry in the trail; what is as it was stays. */
export function saveDefinition<Definition extends { readonly code: string }>(
  ctx: Context,
  { objectType, existing, definition, write }: DefinitionToSave<Definition>,
): { readonly version: number; readonly changes: readonly Change[] } {
  const changes = changedFields<Definition>(existing, definition)
  if (existing && changes.length === 0) return { version: existing.version, changes }
  const version = (existing?.version ?? 0) + 1
  write(ctx, definition, version)
  ctx.audit({ action: 'catalog:write', objectType, objectId: definition.code, version, changes })
  markCatalogChanged(ctx)
  return { version, changes }
}
