import type { Context } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { checkRelations, inKinds, type Relation } from '../domain/related.ts'
import { loadRelations } from '../queries/related.ts'
import { lockRelated, writeRelated } from '../store/related.ts'
import { lockAsSeen, tellPart, type ProductSeen } from './part-of-product.ts'

export interface PutRelated extends ProductSeen {
  readonly relations: readonly Relation[]
}

/** Says all that is related to a product, of every kind, instead of what was said before. The same twice changes nothing. */
export async function putRelated(
  ctx: Context,
  { productId, version, relations }: PutRelated,
): Promise<Result<{ readonly version: number }>> {
  const others = relations.map((one) => one.productId)
  const known = await lockRelated(ctx, [productId, ...others])
  const held = await lockAsSeen(ctx, { productId, version })
  if (!held.ok) return held
  const checked = checkRelations(productId, relations, known)
  if (!checked.ok) return checked
  const before = await loadRelations(ctx.tx, productId)
  const after = inKinds(relations)
  if (isSame(before, after)) return ok({ version: held.value.version })
  writeRelated(ctx, productId, after)
  return tellPart(ctx, held.value, { field: 'related', before, after })
}

function isSame(before: readonly Relation[], after: readonly Relation[]): boolean {
  return (
    before.length === after.length &&
    after.every(({ kind, productId, bothWays }, at) => {
      const was = before[at]
      return was?.kind === kind && was.productId === productId && was.bothWays === bothWays
    })
  )
}
