import { queryOptions } from '@tanstack/react-query'
import { answer, api } from '../../client/api.ts'

/** To which countries the shop sells, in the order of its markets: everybody who takes orders may know it, as every shopper does. */
export const countriesSold = queryOptions({
  queryKey: ['orders', 'soldCountries'],
  queryFn: async ({ signal }) => {
    const { markets } = await answer(api.GET('/api/shop', { signal }))
    return [...new Set(markets.flatMap(({ countries }) => countries))]
  },
})
