import type { Context } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import type { CostToSet } from '../domain/cost.ts'
import { refusals } from '../domain/refusals.ts'
import { listCostEntities, type CostEntity } from '../queries/load-costs.ts'
import { costKey, lockCosts, saveCosts, type CostRow, type CostToSave } from '../store/costs.ts'

/** Sets what variants cost and says how many changed: by hand, by an import, later by what is bought. Unchanged ones write nothing. */
export async function setCosts(ctx: Context, costs: readonly CostToSet[]): Promise<Result<{ changed: number }>> {
  if (costs.length === 0) return ok({ changed: 0 })
  const entities = await listCostEntities(ctx.tx)
  const placed: CostToSave[] = []
  for (const [at, one] of costs.entries()) {
    const saved = placeCost(one, entities, at)
    if (!saved.ok) return saved
    placed.push(saved.value)
  }
  const before = await lockCosts(
    ctx,
    placed.map(({ variantId }) => variantId),
  )
  const changed = placed.filter((one) => !isSame(one, before.get(costKey(one.variantId, one.entityId))))
  if (changed.length === 0) return ok({ changed: 0 })
  saveCosts(ctx, changed)
  for (const one of changed) auditChange(ctx, one, before.get(costKey(one.variantId, one.entityId)))
  return ok({ changed: changed.length })
}

function placeCost(
  { variantId, cost, entityCode }: CostToSet,
  entities: readonly CostEntity[],
  at: number,
): Result<CostToSave> {
  const entity = entityCode === undefined ? entities[0] : entities.find(({ code }) => code === entityCode)
  if (!entity)
    return refusals.cost_entity_not_found({ field: `costs.${at}.entity`, params: { entity: entityCode ?? '' } })
  const { currency } = entity
  if (cost && cost.currency !== currency) {
    return refusals.cost_currency({ field: `costs.${at}.cost.currency`, params: { currency } })
  }
  return ok({ variantId, entityId: entity.id, amount: cost?.amount ?? null, currency })
}

function isSame({ amount, currency }: CostToSave, row: CostRow | undefined): boolean {
  return amount === (row?.amount ?? null) && (amount === null || currency === row?.currency)
}

function auditChange(ctx: Context, { variantId, entityId, amount }: CostToSave, row: CostRow | undefined): void {
  ctx.audit({
    action: 'pricing:costs',
    objectType: 'cost',
    objectId: costKey(variantId, entityId),
    changes: [{ field: 'amount', before: row?.amount ?? null, after: amount }],
  })
}
