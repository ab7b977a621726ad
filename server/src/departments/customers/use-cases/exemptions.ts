import { changedFields } from '../../../host/audit/changed-fields.ts'
import type { Context } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { decideExemption, soundExemption, type ExemptionDraft, type ExemptionId } from '../domain/company.ts'
import { refusals } from '../domain/refusals.ts'
import { insertExemption, lockCompany, lockExemption, saveDecision } from '../store/companies.ts'
import { lockCustomer } from '../store/customers.ts'

export type ExemptionOf = { readonly customerId: string } | { readonly companyId: string }

/** A certificate that somebody showed. It frees of nothing until staff approve it. */
export async function proposeExemption(
  ctx: Context,
  { of, wish }: { readonly of: ExemptionOf; readonly wish: ExemptionDraft },
): Promise<Result<{ readonly id: ExemptionId }>> {
  const owner = 'customerId' in of ? await lockCustomer(ctx.tx, of.customerId) : await lockCompany(ctx, of.companyId)
  if (!owner) return 'customerId' in of ? refusals.not_found() : refusals.company_not_found()
  const draft = soundExemption(wish)
  if (!draft.ok) return draft
  const id = ctx.newId<'exemption'>()
  insertExemption(ctx, id, of, draft.value)
  const changes = changedFields(undefined, { ...draft.value, state: 'proposed' })
  ctx.audit({ action: 'customers:propose-exemption', objectType: 'exemption', objectId: id, version: 1, changes })
  return ok({ id })
}

/** Approved it holds from its first day on, in baskets that are priced from now; withdrawn it holds no more. */
export async function decideOnExemption(
  ctx: Context,
  { id, to }: { readonly id: string; readonly to: 'approved' | 'withdrawn' },
): Promise<Result<void>> {
  const held = await lockExemption(ctx, id)
  if (!held) return refusals.exemption_not_found()
  const decided = decideExemption(held.state, to)
  if (!decided.ok) return decided
  saveDecision(ctx, held.id, to)
  ctx.audit({
    action: to === 'approved' ? 'customers:approve-exemption' : 'customers:withdraw-exemption',
    objectType: 'exemption',
    objectId: held.id,
    version: held.version + 1,
    changes: [{ field: 'state', before: held.state, after: to }],
  })
  return ok()
}
