import type { Context } from '../../../host/context.ts'
import { ALL, countFact, marketFact, type GuardedAct } from '../../../host/guard/act.ts'
import { weigh } from '../../../host/guard/weigh.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import type { ProductState } from '../domain/product.ts'

export const PUBLISH: GuardedAct = {
  act: 'catalog.publish',
  permission: 'catalog:publish',
  facts: { products: 'count', market: 'market' },
}

interface Step {
  readonly id: string
  readonly handle: string
  readonly before: ProductState | undefined
  readonly after: ProductState
}

/** However a product gets into the shop: by its button, a change of many, its taking back, or a file. All of one call are one act. */
export async function weighPublication(ctx: Context, steps: readonly Step[]): Promise<Result<void>> {
  const published = steps.filter(({ before, after }) => after === 'published' && before !== 'published')
  const [first, second] = published
  if (!first) return ok()
  const handles = published.slice(0, 3).map(({ handle }) => handle)
  return weigh(ctx, {
    act: PUBLISH.act,
    // A product that is in the shop is in it for every market.
    facts: { products: countFact(published.length), market: marketFact(ALL) },
    ref: second ? { kind: 'products', id: `${published.length}` } : { kind: 'product', id: first.id },
    // What one product is called, is looked up; a new one has its handle.
    ...(second || first.id === ''
      ? { label: handles.join(', ') + (published.length > handles.length ? ', …' : '') }
      : {}),
  })
}
