import { runCommand, system, type House } from '../../../host/context.ts'
import { ok } from '../../../kernel/result.ts'
import { countScope, listScopesDue } from '../store/facet-counts.ts'

export const COUNT_FACETS = 'count-facets'

interface Counting {
  readonly signal?: AbortSignal | undefined
  /** No scope is begun later than this; what waits longest came first, and the next turn goes on. */
  readonly mostMs?: number
}

/** Counts what shoppers filter by for each scope that something changed in, one transaction each: killed anywhere, the others still wait. */
export async function countFacets(house: House, { signal, mostMs = Infinity }: Counting = {}): Promise<void> {
  const begun = house.clock.now().getTime()
  for (const scope of await listScopesDue(house.database)) {
    if (signal?.aborted || house.clock.now().getTime() - begun > mostMs) return
    await runCommand(house, { actor: system(COUNT_FACETS) }, async (ctx) => ok(await countScope(ctx, scope)))
  }
}
