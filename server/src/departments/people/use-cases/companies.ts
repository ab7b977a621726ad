import { changedFields } from '../../../host/audit/changed-fields.ts'
import { expectVersion } from '../../../host/audit/expect-version.ts'
import type { Context } from '../../../host/context.ts'
import { hostRefusals } from '../../../host/refusals.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import type { CompanyId, OutsideKind } from '../domain/company.ts'
import { lockCompany } from '../store/locks.ts'
import { insertCompany, updateCompany } from '../store/companies.ts'

export interface CompanyInput {
  readonly kind: OutsideKind
  readonly name: string
}

/** A partner or vendor whose people may be let in. */
export async function addCompany(ctx: Context, input: CompanyInput): Promise<Result<{ id: CompanyId }>> {
  const id = ctx.newId<'company'>()
  const company = { kind: input.kind, name: input.name.trim() }
  insertCompany(ctx, { id, ...company })
  ctx.audit({
    action: 'people:write',
    objectType: 'company',
    objectId: id,
    version: 1,
    changes: changedFields(undefined, company),
  })
  await ctx.tx.flush()
  return ok({ id })
}

export async function changeCompany(
  ctx: Context,
  { id, version, ...input }: CompanyInput & { id: string; version: number | undefined },
): Promise<Result<{ version: number }>> {
  const held = await lockCompany(ctx.tx, id)
  if (!held) return hostRefusals.record_not_found()
  const seen = expectVersion(held.version, version)
  if (!seen.ok) return seen
  const company = { kind: input.kind, name: input.name.trim() }
  updateCompany(ctx, { id: held.id, ...company })
  ctx.audit({
    action: 'people:write',
    objectType: 'company',
    objectId: held.id,
    version: held.version + 1,
    changes: changedFields({ kind: held.kind, name: held.name }, company),
  })
  await ctx.tx.flush()
  return ok({ version: held.version + 1 })
}
