import { changedFields } from '../../../host/audit/changed-fields.ts'
import { expectVersion } from '../../../host/audit/expect-version.ts'
import { actorText, type Context } from '../../../host/context.ts'
import { hostRefusals } from '../../../host/refusals.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { refusals } from '../domain/refusals.ts'
import type { UnitId, UnitKind } from '../domain/unit.ts'
import { lockUnit } from '../store/locks.ts'
import { staffExists } from '../store/staff.ts'
import {
  deleteMember,
  findUnitName,
  hasOpenTeams,
  insertMember,
  insertUnit,
  insertUnitClosing,
  isDepartment,
  isMember,
  raiseUnitVersion,
  updateUnit,
  type UnitToSave,
} from '../store/units.ts'

export interface UnitInput {
  readonly name: string
  /** Of a team: the department that it belongs to. */
  readonly parentId?: string | null | undefined
  readonly headId?: string | null | undefined
}

/** A department or a team. Its head is a member of it. */
export async function addUnit(ctx: Context, input: UnitInput & { kind: UnitKind }): Promise<Result<{ id: UnitId }>> {
  const checked = await checkUnit(ctx, input.kind, input)
  if (!checked.ok) return checked
  const unit = checked.value
  const id = ctx.newId<'unit'>()
  insertUnit(ctx, { id, kind: input.kind, ...unit })
  if (unit.headId !== null) insertMember(ctx, id, unit.headId)
  ctx.audit({
    action: 'people:write',
    objectType: 'unit',
    objectId: id,
    version: 1,
    changes: changedFields(undefined, { kind: input.kind, ...(await describeUnit(ctx, unit)) }),
  })
  await ctx.tx.flush()
  return ok({ id })
}

export async function changeUnit(
  ctx: Context,
  { id, version, ...input }: UnitInput & { id: string; version: number | undefined },
): Promise<Result<{ version: number }>> {
  const held = await lockUnit(ctx.tx, id)
  if (!held) return hostRefusals.record_not_found()
  const seen = expectVersion(held.version, version)
  if (!seen.ok) return seen
  const checked = await checkUnit(ctx, held.kind, input)
  if (!checked.ok) return checked
  const unit = checked.value
  updateUnit(ctx, held.id, unit)
  if (unit.headId !== null) insertMember(ctx, held.id, unit.headId)
  ctx.audit({
    action: 'people:write',
    objectType: 'unit',
    objectId: held.id,
    version: held.version + 1,
    changes: changedFields(await describeUnit(ctx, held), await describeUnit(ctx, unit)),
  })
  await ctx.tx.flush()
  return ok({ version: held.version + 1 })
}

/** Harmless where they are in it already. */
export async function joinUnit(ctx: Context, { unitId, staffId }: Membership): Promise<Result<void>> {
  const held = await lockUnit(ctx.tx, unitId)
  if (!held) return hostRefusals.record_not_found()
  if (!(await staffExists(ctx.tx, staffId))) return refusals.unknown_person({ field: 'staffId' })
  if (await isMember(ctx.tx, held.id, staffId)) return ok()
  insertMember(ctx, held.id, staffId)
  raiseUnitVersion(ctx, held.id, held.headId)
  tellMembership(ctx, { unitId: held.id, staffId, version: held.version + 1 }, true)
  return ok()
}

/** A head who leaves leads it no longer. */
export async function leaveUnit(ctx: Context, { unitId, staffId }: Membership): Promise<Result<void>> {
  const held = await lockUnit(ctx.tx, unitId)
  if (!held) return hostRefusals.record_not_found()
  if (!(await isMember(ctx.tx, held.id, staffId))) return ok()
  deleteMember(ctx, held.id, staffId)
  raiseUnitVersion(ctx, held.id, held.headId === staffId ? null : held.headId)
  tellMembership(ctx, { unitId: held.id, staffId, version: held.version + 1 }, false)
  return ok()
}

interface Membership {
  readonly unitId: string
  readonly staffId: string
}

function tellMembership(ctx: Context, { unitId, staffId, version }: Membership & { version: number }, isIn: boolean) {
  ctx.audit({
    action: 'people:write',
    objectType: 'unit',
    objectId: unitId,
    version,
    changes: [{ field: 'member', before: isIn ? null : staffId, after: isIn ? staffId : null }],
  })
}

/** It takes no more members and no more work; what it did keeps its name. */
export async function closeUnit(ctx: Context, { id, reason }: { id: string; reason: string }): Promise<Result<void>> {
  const held = await lockUnit(ctx.tx, id)
  if (!held) return hostRefusals.record_not_found()
  if (await hasOpenTeams(ctx.tx, held.id)) return refusals.unit_has_teams()
  insertUnitClosing(ctx, held.id, { by: actorText(ctx.actor), reason })
  ctx.audit({
    action: 'people:write',
    objectType: 'unit',
    objectId: held.id,
    version: held.version + 1,
    changes: [{ field: 'closed', before: false, after: true }],
    reason,
  })
  return ok()
}

/** As the trail keeps it: a department by its name, a person by their id. */
async function describeUnit(ctx: Context, { name, parentId, headId }: UnitToSave) {
  return { name, department: parentId === null ? null : await findUnitName(ctx.tx, parentId), headId }
}

async function checkUnit(ctx: Context, kind: UnitKind, input: UnitInput): Promise<Result<UnitToSave>> {
  const { parentId = null, headId = null } = input
  const wrongParent = parentId !== null && (kind === 'department' || !(await isDepartment(ctx.tx, parentId)))
  if (wrongParent) return refusals.team_needs_department({ field: 'parentId' })
  if (headId !== null && !(await staffExists(ctx.tx, headId))) return refusals.unknown_person({ field: 'headId' })
  return ok({ name: input.name.trim(), parentId, headId })
}
