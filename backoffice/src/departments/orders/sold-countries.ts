import { queryOptions } from '@tanstack/react-query'
import { answer, api } from '../../client/api.ts'

/** To which countries the shop sells, in the order of its markets. */
export const countriesSold = queryOptions({
  queryKey: ['orders', 'soldCountries'],
  queryFn: async ({ signal }) => {
    const { items } = await answer(api.GET('/api/markets', { signal }))
    return [...new Set(items.flatMap(({ countries }) => countries))]
  },
})
