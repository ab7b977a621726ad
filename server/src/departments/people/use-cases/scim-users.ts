import { staffBehind } from '../../../host/actor.ts'
import type { Context } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { isZone } from '../../../kernel/time.ts'
import { refusals } from '../domain/refusals.ts'
import type { ScimChange } from '../domain/scim-patch.ts'
import { changeUser, localeOf, nameOf, type ScimUserFields } from '../domain/scim-user.ts'
import { normalEmail, type StaffId } from '../domain/staff.ts'
import { findStaffActorById } from '../queries/find-colleagues.ts'
import { findRemoved, findScimUser, type ScimUserRow } from '../queries/scim.ts'
import { removeScimUser, saveScimUser } from '../store/scim.ts'
import { changeProfile } from './change-profile.ts'
import { createStaff } from './create-staff.ts'
import { resumeStaff, suspendStaff } from './suspend-staff.ts'

/**
 * What a directory does with people (SCIM 2.0, RFC 7644) is what the owner of its key may do, decided by the same rules as in the
 * office: the key itself needs the right to provision alone. Roles that open the door to others ask for a fresh proof of a person, so no
 * directory gives them. A deactivated person is suspended: sessions end at once, and keys and links with them; the next activation lifts it.
 */
export async function asOwnerOfKey(ctx: Context): Promise<Context> {
  const ownerId = staffBehind(ctx.actor)
  const owner = ownerId === undefined ? undefined : await findStaffActorById(ctx.tx, ownerId)
  return { ...ctx, actor: { ...ctx.actor, permissions: owner?.permissions ?? new Set() } as Context['actor'] }
}

const LOCALES = ['en', 'it', 'es', 'id']

export async function provisionUser(plain: Context, user: ScimUserFields): Promise<Result<ScimUserRow>> {
  const ctx = await asOwnerOfKey(plain)
  const back = await findRemoved(ctx.tx, normalEmail(user.userName))
  if (back !== undefined) return comeBack(ctx, back, user)
  const made = await createStaff(ctx, {
    name: nameOf(user),
    email: user.userName,
    jobTitle: user.title,
    locale: localeOf(user.language, LOCALES),
    timeZone: zoneOf(user.timeZone),
    roles: [],
  })
  if (!made.ok) return made
  saveScimUser(ctx, made.value.id, user)
  await ctx.tx.flush()
  if (!user.active) {
    const off = await suspendStaff(ctx, { staffId: made.value.id })
    if (!off.ok) return off
  }
  return getAgain(ctx, made.value.id)
}

export async function replaceUser(
  ctx: Context,
  { id, version }: Asked,
  user: ScimUserFields,
): Promise<Result<ScimUserRow>> {
  const before = await findFresh(ctx, { id, version })
  return before.ok ? bring(await asOwnerOfKey(ctx), before.value, user) : before
}

export async function patchUser(
  ctx: Context,
  { id, version }: Asked,
  changes: readonly ScimChange[],
): Promise<Result<ScimUserRow>> {
  const before = await findFresh(ctx, { id, version })
  if (!before.ok) return before
  const after = changeUser(fieldsOf(before.value), changes)
  return after.ok ? bring(await asOwnerOfKey(ctx), before.value, after.value) : after
}

/** The directory knows them no more. They are let in nowhere, and what they did keeps their name. */
export async function removeUser(plain: Context, { id, version }: Asked): Promise<Result<void>> {
  const before = await findFresh(plain, { id, version })
  if (!before.ok) return before
  const ctx = await asOwnerOfKey(plain)
  if (before.value.active) {
    const off = await suspendStaff(ctx, { staffId: before.value.id })
    if (!off.ok) return off
  }
  removeScimUser(ctx, before.value.id)
  return ok()
}

interface Asked {
  readonly id: string
  /** Of `If-Match`. */
  readonly version: number | undefined
}

async function findFresh(ctx: Context, { id, version }: Asked): Promise<Result<ScimUserRow>> {
  const row = await findScimUser(ctx.tx, id)
  if (!row) return refusals.not_found()
  return version === undefined || version === row.version ? ok(row) : refusals.scim_changed()
}

async function comeBack(ctx: Context, id: StaffId, user: ScimUserFields): Promise<Result<ScimUserRow>> {
  saveScimUser(ctx, id, user)
  await ctx.tx.flush()
  const row = await findScimUser(ctx.tx, id)
  return row ? bring(ctx, row, user) : refusals.not_found()
}

/** From what is there to what is wanted, each step by the rules that it has in the office. */
async function bring(ctx: Context, before: ScimUserRow, user: ScimUserFields): Promise<Result<ScimUserRow>> {
  const { id } = before
  // Whoever could rename an account's address could come in as its owner by another provider.
  if (normalEmail(user.userName) !== before.email) return refusals.scim_fixed({ params: { name: 'userName' } })
  const wanted = {
    name: user.displayName === null && user.givenName === null && user.familyName === null ? before.name : nameOf(user),
    jobTitle: user.title,
    locale: user.language === null ? before.locale : localeOf(user.language, LOCALES),
    timeZone: user.timeZone === null ? before.time_zone : zoneOf(user.timeZone),
  }
  const was = { name: before.name, jobTitle: before.job_title, locale: before.locale, timeZone: before.time_zone }
  if (JSON.stringify(wanted) !== JSON.stringify(was)) {
    const changed = await changeProfile(ctx, { staffId: id, version: before.version, ...wanted })
    if (!changed.ok) return changed
  }
  saveScimUser(ctx, id, user)
  await ctx.tx.flush()
  if (user.active !== before.active) {
    const turned = user.active ? await resumeStaff(ctx, id) : await suspendStaff(ctx, { staffId: id })
    if (!turned.ok) return turned
  }
  return getAgain(ctx, id)
}

async function getAgain(ctx: Context, id: string): Promise<Result<ScimUserRow>> {
  await ctx.tx.flush()
  const row = await findScimUser(ctx.tx, id)
  return row ? ok(row) : refusals.not_found()
}

function fieldsOf(row: ScimUserRow): ScimUserFields {
  // A name that was put together of its parts changes with them.
  const parts = [row.given_name, row.family_name].filter((part) => part !== null).join(' ')
  return {
    userName: row.email,
    externalId: row.external_id,
    displayName: parts === row.name ? null : row.name,
    givenName: row.given_name,
    familyName: row.family_name,
    title: row.job_title,
    language: null,
    timeZone: null,
    active: row.active,
  }
}

const zoneOf = (zone: string | null) => (zone !== null && isZone(zone) ? zone : null)
