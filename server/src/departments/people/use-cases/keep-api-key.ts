import { permissionsOf, staffBehind, type Scope } from '../../../host/actor.ts'
import type { StaffActor } from '../../../host/auth/staff-directory.ts'
import { newToken } from '../../../host/auth/tokens.ts'
import type { Context, House } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { decideKey, KEY_PREFIX, narrowest } from '../domain/api-key.ts'
import { refusals } from '../domain/refusals.ts'
import { insertApiKey, insertRevocation, lockApiKey, setEndOfKey } from '../store/api-keys.ts'
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

export interface Renewal {
  readonly id: string
  /** Of the new key. */
  readonly expiresAt: Date
  /** For so long the old one goes on beside it, unless its own end comes first. */
  readonly overlapDays: number
  readonly staff: StaffActor
}

const DAY_MS = 86_400_000

/** A new key for the same program, beside the old one until the program knows it. One's own alone: a key is whoever made it. */
export async function renewApiKey(ctx: Context, house: House, renewal: Renewal): Promise<Result<MadeApiKey>> {
  const { id, expiresAt, overlapDays, staff } = renewal
  const old = await lockApiKey(ctx.tx, id)
  if (!old || old.staffId !== staff.id || old.revoked || old.expiresAt <= ctx.now) return refusals.key_not_found()
  const { name, permissions, scope } = old
  const made = await createApiKey(ctx, house, { name, permissions, expiresAt, scope: scope ?? undefined, staff })
  if (!made.ok) return made
  // A row is never over before it began: the old key's last moment is the one after this.
  const end = new Date(Math.min(old.expiresAt.getTime(), ctx.now.getTime() + overlapDays * DAY_MS + 1))
  setEndOfKey(ctx, id, end)
  ctx.audit({
    action: 'people:api_keys',
    objectType: 'api_key',
    objectId: id,
    changes: [{ field: 'expires_at', before: old.expiresAt.toISOString(), after: end.toISOString() }],
  })
  return made
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
