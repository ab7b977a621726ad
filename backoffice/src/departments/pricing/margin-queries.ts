import { queryOptions, type QueryClient } from '@tanstack/react-query'
import { answer, api, type Got } from '../../client/api.ts'

type Margin = Got<'/api/variant-margins'>['items'][number]

/** What one request may ask. */
const MOST_AT_ONCE = 100

/** In which currency the house keeps its costs. */
export const costCurrency = queryOptions({
  queryKey: ['pricing', 'cost-currency'],
  queryFn: async ({ signal }) => (await answer(api.GET('/api/variant-margins', { signal }))).currency,
  staleTime: 5 * 60_000,
})

/** Those of one variant. A screen full of rows asks for all that it shows at once. */
export const marginsOf = (variantId: string) =>
  queryOptions({
    queryKey: ['pricing', 'margins', variantId],
    queryFn: () => ask(variantId),
    staleTime: 30_000,
  })

export function marginsChanged(client: QueryClient): void {
  void client.invalidateQueries({ queryKey: ['pricing', 'margins'] })
}

interface Waiting {
  readonly variantId: string
  readonly tell: (margins: readonly Margin[]) => void
  readonly fail: (error: unknown) => void
}

let waiting: Waiting[] = []

function ask(variantId: string): Promise<readonly Margin[]> {
  return new Promise((tell, fail) => {
    if (waiting.length === 0) setTimeout(askAll)
    waiting.push({ variantId, tell, fail })
  })
}

function askAll(): void {
  const all = waiting
  waiting = []
  for (let from = 0; from < all.length; from += MOST_AT_ONCE) void askSome(all.slice(from, from + MOST_AT_ONCE))
}

async function askSome(some: readonly Waiting[]): Promise<void> {
  try {
    const ids = some.map(({ variantId }) => variantId)
    const { items } = await answer(api.GET('/api/variant-margins', { params: { query: { variantId: ids } } }))
    for (const { variantId, tell } of some) tell(items.filter((one) => one.variantId === variantId))
  } catch (error) {
    for (const { fail } of some) fail(error)
  }
}
