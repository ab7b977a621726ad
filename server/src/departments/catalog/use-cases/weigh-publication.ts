import type { Context } from '../../../host/context.ts'
import { ALL, countFact, marketFact, type GuardedAct } from '../../../host/guard/act.ts'
import { weigh } from '../../../host/guard/weigh.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import type { ProductState } from '../domain/product.ts'
import { EVERYWHERE, marketsShownIn } from '../domain/showing.ts'
import { listPlaces, loadShowings } from '../queries/showings.ts'

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
    facts: { products: countFact(published.length), market: marketFact(await marketsOf(ctx, published)) },
    ref: second ? { kind: 'products', id: `${published.length}` } : { kind: 'product', id: first.id },
    // What one product is called, is looked up; a new one has its handle.
    ...(second || first.id === ''
      ? { label: handles.join(', ') + (published.length > handles.length ? ', …' : '') }
      : {}),
  })
}

/** A product that is in the shop is in it for every market, unless somebody said where it is shown. */
async function marketsOf(ctx: Context, steps: readonly Step[]): Promise<readonly string[] | typeof ALL> {
  const ids = steps.flatMap(({ id }) => (id === '' ? [] : [id]))
  const showings = await loadShowings(ctx.tx, ids)
  if (showings.size < steps.length) return ALL
  const places = await listPlaces(ctx.tx)
  const shown = steps.map(({ id }) => marketsShownIn(showings.get(id)?.showing ?? EVERYWHERE, places, ctx.now))
  return shown.includes('all') ? ALL : [...new Set(shown.flat())]
}

export interface ShowingStep {
  readonly product: { readonly id: string; readonly handle: string; readonly state: ProductState }
  /** In which it is shown anew, or for longer. */
  readonly markets: readonly string[]
}

/** What is in the shop and comes into another market of it: the same act as publishing, of those markets. */
export async function weighShowings(ctx: Context, steps: readonly ShowingStep[]): Promise<Result<void>> {
  const published = steps.filter(({ product, markets }) => product.state === 'published' && markets.length > 0)
  const [first, second] = published
  if (!first) return ok()
  const handles = published.slice(0, 3).map(({ product }) => product.handle)
  return weigh(ctx, {
    act: PUBLISH.act,
    facts: {
      products: countFact(published.length),
      market: marketFact([...new Set(published.flatMap(({ markets }) => markets))]),
    },
    ref: second ? { kind: 'products', id: `${published.length}` } : { kind: 'product', id: first.product.id },
    ...(second ? { label: handles.join(', ') + (published.length > handles.length ? ', …' : '') } : {}),
  })
}
