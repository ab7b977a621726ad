import { expectVersion } from '../../../host/audit/expect-version.ts'
import { actorText, type Context } from '../../../host/context.ts'
import { hostRefusals } from '../../../host/refusals.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { refusals } from '../domain/refusals.ts'
import { changedPermissions, decideGrant } from '../domain/roles.ts'
import { knownPermissions } from '../queries/known-permissions.ts'
import { lockHolders, lockRole, type LockedRole } from '../store/locks.ts'
import { countHolders, insertOwnRole, insertRetirement, updateOwnRole, type OwnRole } from '../store/own-roles.ts'
import { requireConfirmedToGrant } from './confirm-session.ts'
import { granterOf } from './granter-of.ts'

export interface RoleInput {
  readonly name: string
  readonly description?: string | null | undefined
  readonly permissions: readonly string[]
}

interface ChangedRole {
  readonly code: string
  readonly version: number | undefined
  /** Of who asks; needed where what its holders gain opens the door to others. */
  readonly sessionToken?: string | undefined
}

/** A role of the organisation's own; a copy of another one begins with its permissions. */
export async function createRole(ctx: Context, input: RoleInput): Promise<Result<{ code: string }>> {
  const code = `own_${ctx.newId<'role'>().replaceAll('-', '')}`
  const role = roleOf(code, input)
  const allowed = await checkPermissions(ctx, role, [])
  if (!allowed.ok) return allowed
  insertOwnRole(ctx, role)
  ctx.audit({
    action: 'people:write',
    objectType: 'role',
    objectId: code,
    version: 1,
    changes: [
      { field: 'name', before: null, after: role.names.en },
      { field: 'permissions', before: [], after: role.permissions },
    ],
  })
  await ctx.tx.flush()
  return ok({ code })
}

/**
 * What changes in a role is given to, and taken from, all who hold it: so whoever changes it must have each of these rights.
 * Open sessions stay open; what their people may do changes with their next call.
 */
export async function changeRole(
  ctx: Context,
  { code, version, sessionToken, ...input }: RoleInput & ChangedRole,
): Promise<Result<{ version: number }>> {
  const held = await lockOwnRole(ctx, code)
  if (!held.ok) return held
  const seen = expectVersion(held.value.version, version)
  if (!seen.ok) return seen
  const role = roleOf(code, input)
  const allowed = await checkPermissions(ctx, role, held.value.permissions)
  if (!allowed.ok) return allowed
  const gained = role.permissions.filter((permission) => !held.value.permissions.includes(permission))
  const confirmed = await requireConfirmedToGrant(ctx, gained, sessionToken)
  if (!confirmed.ok) return confirmed
  await lockHolders(ctx.tx, code)
  updateOwnRole(ctx, role)
  const next = held.value.version + 1
  const before = { name: held.value.names.en, description: held.value.description, permissions: held.value.permissions }
  const after = { name: role.names.en, description: role.description, permissions: role.permissions }
  ctx.audit({
    action: 'people:write',
    objectType: 'role',
    objectId: code,
    version: next,
    changes: (['name', 'description', 'permissions'] as const)
      .filter((field) => String(before[field] ?? '') !== String(after[field] ?? ''))
      .map((field) => ({ field, before: before[field], after: after[field] })),
  })
  await ctx.tx.flush()
  return ok({ version: next })
}

/** Out of use, once nobody holds it. */
export async function retireRole(
  ctx: Context,
  { code, reason }: { code: string; reason: string },
): Promise<Result<void>> {
  const held = await lockOwnRole(ctx, code)
  if (!held.ok) return held
  const holders = await countHolders(ctx.tx, code)
  if (holders > 0) return refusals.role_held({ params: { count: holders } })
  insertRetirement(ctx, code, { by: actorText(ctx.actor), reason })
  ctx.audit({
    action: 'people:write',
    objectType: 'role',
    objectId: code,
    version: held.value.version + 1,
    changes: [{ field: 'retired', before: false, after: true }],
    reason,
  })
  return ok()
}

async function lockOwnRole(ctx: Context, code: string): Promise<Result<LockedRole>> {
  const role = await lockRole(ctx.tx, code)
  if (!role) return hostRefusals.record_not_found()
  return role.readyMade ? refusals.role_locked() : ok(role)
}

function roleOf(code: string, { name, description, permissions }: RoleInput): OwnRole {
  return {
    code,
    names: { en: name.trim() },
    description: description?.trim() || null,
    permissions: [...new Set(permissions)].sort(),
  }
}

async function checkPermissions(ctx: Context, role: OwnRole, before: readonly string[]): Promise<Result<void>> {
  const known = await knownPermissions(ctx.tx)
  const unknown = role.permissions.find((permission) => !known.has(permission) && !before.includes(permission))
  if (unknown !== undefined)
    return refusals.unknown_permission({ field: 'permissions', params: { permission: unknown } })
  const changed = { ...role, permissions: changedPermissions(before, role.permissions) }
  return decideGrant(granterOf(ctx.actor), [changed], 'permissions')
}
