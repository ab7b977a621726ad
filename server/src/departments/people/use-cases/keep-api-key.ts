import { permissionsOf, staffBehind, type Scope } from '../../../host/actor.ts'
import type { StaffActor } from '../../../host/auth/staff-directory.ts'
import { newToken } from '../../../host/auth/tokens.ts'
import type { Context, House } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { decideKey, KEY_PREFIX, narrowest } from '../domain/api-key.ts'
import { refusals } from '../domain/refusals.ts'
import { insertApiKey, insertRevocation, lockApiKey } from '../store/api-keys.ts'
import { tellSignInChange } from './tell-sign-in-change.ts'

export interface NewApiKeyInput {
  readonly name: string
  readonly permissions: readonly string[]
  readonly expiresAt: Date
  readonly scope?: Scope | undefined
}

export interface MadeApiKey {
  readonly id: string
  /** Shown once; only its hash is kept. */
  readonly key: string
}

export async function createApiKey(
  ctx: Context,
  house: House,
  { staff, ...wish }: NewApiKeyInput & { staff: StaffActor },
): Promise<Result<MadeApiKey>> {
  const permissions = [...new Set(wish.permissions)].sort()
  const decided = decideKey({ permissions, expiresAt: wish.expiresAt }, staff.permissions, ctx.now)
  if (!decided.ok) return decided
  const id = ctx.newId<'api_key'>()
  const key = `${KEY_PREFIX}${newToken()}`
  const scope = narrowest(wish.scope, staff.scope)
  const name = wish.name.trim()
  insertApiKey(ctx, { id, name, token: key, staffId: staff.id, permissions, scope, expiresAt: wish.expiresAt })
  ctx.audit({
    action: 'people:api_keys',
    objectType: 'api_key',
    objectId: id,
    changes: [
      { field: 'name', before: null, after: name },
      { field: 'permissions', before: [], after: permissions },
      { field: 'expires_at', before: null, after: wish.expiresAt.toISOString() },
    ],
  })
  await tellSignInChange(ctx, house, { staffId: staff.id, what: 'api_key' })
  return ok({ id, key })
}

/** One's own always; another's only with every right that it was given, as with people. */
export async function revokeApiKey(ctx: Context, id: string): Promise<Result<void>> {
  const key = await lockApiKey(ctx.tx, id)
  if (!key) return refusals.key_not_found()
  if (key.revoked) return ok()
  const mine = permissionsOf(ctx.actor)
  const lacking = key.permissions.find((permission) => !mine.has(permission))
  if (staffBehind(ctx.actor) !== key.staffId && lacking !== undefined) {
    return refusals.grants_too_much({ params: { permission: lacking } })
  }
  insertRevocation(ctx, id)
  ctx.audit({
    action: 'people:api_keys',
    objectType: 'api_key',
    objectId: id,
    changes: [{ field: 'revoked', before: false, after: true }],
  })
  return ok()
}
