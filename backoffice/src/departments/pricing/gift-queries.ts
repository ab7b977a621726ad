import { queryOptions } from '@tanstack/react-query'
import { answer, api } from '../../client/api.ts'

const SHOWN = 12

export const giftVariants = (search: string) =>
  queryOptions({
    queryKey: ['pricing', 'gifts', search],
    queryFn: ({ signal }) => answer(api.GET('/api/variants', { params: { query: { search, limit: SHOWN } }, signal })),
  })

/** What one is called: its history tells. */
export const giftVariant = (id: string) =>
  queryOptions({
    queryKey: ['pricing', 'gift', id],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/variants/{id}/price-history', { params: { path: { id }, query: {} }, signal })),
    retry: false,
    staleTime: 60_000,
  })

/** Ways of delivery, for those who may see them. */
export const deliveryChoices = (locale: string) =>
  queryOptions({
    queryKey: ['pricing', 'methods', locale],
    queryFn: async ({ signal }) => {
      const { items } = await answer(api.GET('/api/delivery-methods', { signal }))
      return items.map(({ code, names }) => ({ code, name: names[locale as 'en'] ?? names.en ?? code }))
    },
    retry: false,
  })
