import type { Context } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { refusals } from '../domain/refusals.ts'
import { idsIn, type ScimChange } from '../domain/scim-patch.ts'
import { findScimUser, isCalled, listScimGroups, type ScimGroupRow } from '../queries/scim.ts'
import { saveScimGroup } from '../store/scim.ts'
import { changeRoles } from './change-roles.ts'
import { getScimGroup } from './read-scim.ts'
import { asOwnerOfKey } from './scim-users.ts'

/** A directory's groups are the roles of the house, found by their names. What a role may do is decided here, and by no directory. */
export interface GroupWish {
  readonly displayName: string
  readonly externalId: string | null
  readonly members: readonly string[] | undefined
}

export async function provisionGroup(ctx: Context, wish: GroupWish): Promise<Result<ScimGroupRow>> {
  const found = (await listScimGroups(ctx.tx, undefined)).find((one) => isCalled(wish.displayName, one))
  if (!found) return refusals.scim_no_such_role({ params: { name: wish.displayName } })
  return replaceGroup(ctx, found.code, { ...wish, members: wish.members ?? idsOf(found) })
}

export async function replaceGroup(
  ctx: Context,
  code: string,
  { displayName, externalId, members }: GroupWish,
): Promise<Result<ScimGroupRow>> {
  const group = await getGroup(ctx, code)
  if (!group.ok) return group
  if (displayName !== '' && !isCalled(displayName, group.value))
    return refusals.scim_fixed({ params: { name: 'displayName' } })
  saveScimGroup(ctx, code, externalId)
  return setMembers(ctx, group.value, members ?? [])
}

export async function patchGroup(
  ctx: Context,
  code: string,
  changes: readonly ScimChange[],
): Promise<Result<ScimGroupRow>> {
  const group = await getGroup(ctx, code)
  if (!group.ok) return group
  let members = idsOf(group.value)
  for (const { op, attribute, value, which } of changes) {
    if (attribute === 'displayname' && !isCalled(String(value), group.value)) {
      return refusals.scim_fixed({ params: { name: 'displayName' } })
    }
    if (attribute === 'externalid') saveScimGroup(ctx, code, op === 'remove' ? null : String(value))
    if (attribute !== 'members') continue
    const named = which === undefined ? idsIn(value) : [which]
    if (op === 'add') members = [...members, ...named]
    else if (op === 'replace') members = named
    // Without naming anybody: all of them (RFC 7644, 3.5.2.2).
    else members = named.length === 0 ? [] : members.filter((id) => !named.includes(id))
  }
  return setMembers(ctx, group.value, members)
}

/** The directory gives the role to nobody any more; the role itself stays the house's. */
export async function removeGroup(ctx: Context, code: string): Promise<Result<void>> {
  const group = await getGroup(ctx, code)
  if (!group.ok) return group
  saveScimGroup(ctx, code, null)
  const emptied = await setMembers(ctx, group.value, [])
  return emptied.ok ? ok() : emptied
}

const getGroup = ({ tx }: Context, code: string) => getScimGroup(tx, code)

const idsOf = ({ members }: ScimGroupRow) => members.map(({ value }) => value)

async function setMembers(
  plain: Context,
  group: ScimGroupRow,
  wanted: readonly string[],
): Promise<Result<ScimGroupRow>> {
  const ctx = await asOwnerOfKey(plain)
  const before = new Set(idsOf(group))
  const after = new Set(wanted)
  const changed = [...new Set([...before, ...after])].filter((id) => before.has(id) !== after.has(id)).sort()
  for (const id of changed) {
    const person = await findScimUser(ctx.tx, id)
    if (!person) return refusals.scim_value({ params: { name: 'members' } })
    const others = person.roles.filter((code) => code !== group.code)
    const roles = after.has(id) ? [...others, group.code] : others
    const done = await changeRoles(ctx, { staffId: id, roles, version: person.version })
    if (!done.ok) return done
    await ctx.tx.flush()
  }
  await ctx.tx.flush()
  return getGroup(ctx, group.code)
}
